internal import History

/// What a stream of events sends: the events as they come, and nil whenever there was none for a while, so that a
/// connection that is gone is noticed.
struct EventParts: AsyncSequence, Sendable {
    private let parts: AsyncStream<OpportunityNews.Event?>

    init(_ news: AsyncStream<OpportunityNews.Event>, heartbeat: Duration) {
        // Whoever reads too slowly loses the oldest, and finds them in the listing.
        parts = AsyncStream(bufferingPolicy: .bufferingNewest(HistoryLimits.pageRows)) { continuation in
            let beat = Task {
                while !Task.isCancelled {
                    try await Task.sleep(for: heartbeat)
                    continuation.yield(nil)
                }
            }
            let forward = Task {
                for await event in news { continuation.yield(event) }
                continuation.finish()
            }
            continuation.onTermination = { _ in
                beat.cancel()
                forward.cancel()
            }
        }
    }

    func makeAsyncIterator() -> AsyncStream<OpportunityNews.Event?>.Iterator { parts.makeAsyncIterator() }
}

internal import Synchronization

/// Tells those who watch, in the process that records, what suppliers were told, once it is in the cache.
public final class OpportunityNews: Sendable {
    /// What a supplier was told, as a listing shows it.
    public struct Item: Sendable, Hashable {
        /// The supplier.
        public let supplier: String
        /// The entry.
        public let entry: OpportunityEntry
    }

    private let watchers = Mutex(Watchers())

    private struct Watchers {
        var next = 0
        var bySupplier: [String: [Int: AsyncStream<OpportunityEntry>.Continuation]] = [:]
    }

    init() {}

    /// What a supplier is told from now on. A reader that falls behind by more than a buffer loses the oldest; it sees
    /// them when it asks for the listing.
    public func stream(of supplier: String, buffer: Int = HistoryLimits.pageRows) -> AsyncStream<OpportunityEntry> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: OpportunityEntry.self, bufferingPolicy: .bufferingNewest(buffer))
        let number = watchers.withLock { watchers in
            watchers.next += 1
            watchers.bySupplier[supplier, default: [:]][watchers.next] = continuation
            return watchers.next
        }
        continuation.onTermination = { [weak self] _ in
            self?.watchers.withLock { watchers in
                watchers.bySupplier[supplier]?[number] = nil
                if watchers.bySupplier[supplier]?.isEmpty == true { watchers.bySupplier[supplier] = nil }
            }
        }
        return stream
    }

    /// How many watch.
    public var watcherCount: Int { watchers.withLock { $0.bySupplier.values.reduce(0) { $0 + $1.count } } }

    /// How many watch what a supplier is told.
    public func watcherCount(of supplier: String) -> Int { watchers.withLock { $0.bySupplier[supplier]?.count ?? 0 } }

    func tell(_ items: [Item]) {
        guard !items.isEmpty else { return }
        watchers.withLock { watchers in
            guard !watchers.bySupplier.isEmpty else { return }
            for item in items {
                for continuation in (watchers.bySupplier[item.supplier] ?? [:]).values {
                    continuation.yield(item.entry)
                }
            }
        }
    }
}

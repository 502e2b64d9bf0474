import Contracts
import History
import SwiftProtobuf
import Testing

/// Who watches hears; whoever comes and goes meanwhile disturbs nobody.
@Suite struct OpportunityNewsTests {
    private static let supplier = "2400000000"

    private static func opportunity(_ number: Int) -> WireOpportunity {
        .with {
            $0.supplier = supplier
            $0.requirement = "2300000000/R\(number)"
            $0.asOf = "2026-01-05T02:00:00Z"
        }
    }

    /// A stream that ends and one that is told of an opportunity each hold what the other wants, if locks are taken in the
    /// wrong order.
    @Test(.timeLimit(.minutes(1)))
    func `Streams end while they are told`() async throws {
        let cache = try TemporaryCache()
        let news = cache.cache.news
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                var number = 0
                while !Task.isCancelled {
                    news.herald([Self.opportunity(number)])
                    number += 1
                    await Task.yield()
                }
            }
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<2_000 {
                        let stream = news.stream(of: Self.supplier)
                        let watcher = Task { for await _ in stream {} }
                        await Task.yield()
                        watcher.cancel()
                        await watcher.value
                    }
                }
            }
            for _ in 0..<4 { await group.next() }
            group.cancelAll()
        }
        #expect(news.watcherCount == 0)
    }
}

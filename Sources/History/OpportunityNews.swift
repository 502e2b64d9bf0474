public import Contracts
internal import Synchronization

/// Tells those who watch, in the process that records, what suppliers are told: once it is in the cache or, where it is
/// heralded, as soon as the log has it.
public final class OpportunityNews: Sendable {
    /// What a supplier was told, as a listing shows it.
    public struct Item: Sendable, Hashable {
        /// The supplier.
        public let supplier: String
        /// The entry.
        public let entry: OpportunityEntry

        init(_ opportunity: WireOpportunity) {
            supplier = opportunity.supplier
            entry = OpportunityEntry(opportunity)
        }
    }

    /// What a watcher hears.
    public struct Event: Sendable, Hashable {
        /// What the supplier is told.
        public let entry: OpportunityEntry
        /// Whether the watcher has not heard it yet.
        public let isNew: Bool
        /// Whether the cache has it, and whatever was told before it: a listing that goes on after it is complete.
        public let isRecorded: Bool
    }

    private let watchers = Mutex(Watchers())
    /// Held while something is told, so that all hear it in one order. A stream that ends, be it because its task was
    /// cancelled, takes `watchers` with that task locked; to yield needs the task's lock, so `watchers` must be free then.
    private let telling = Mutex(())

    init() {}

    /// What a supplier is told from now on. A reader that falls behind by more than a buffer loses the oldest; it sees
    /// them when it asks for the listing.
    public func stream(of supplier: String, buffer: Int = HistoryLimits.pageRows) -> AsyncStream<Event> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Event.self, bufferingPolicy: .bufferingNewest(buffer))
        let number = watchers.withLock { $0.add(continuation, of: supplier) }
        continuation.onTermination = { [weak self] _ in
            self?.watchers.withLock { $0.remove(number, of: supplier) }
        }
        return stream
    }

    /// How many watch.
    public var watcherCount: Int { watchers.withLock { $0.count } }

    /// How many watch what a supplier is told.
    public func watcherCount(of supplier: String) -> Int { watchers.withLock { $0.count(of: supplier) } }

    // MARK: - Telling

    /// Tells what the cache has recorded.
    func tell(_ items: [Item]) { tell(items, by: .recorder) }

    /// Tells what the log has. Whoever has heard it hears of it again when the cache has it, as no news.
    public func herald(_ opportunities: [WireOpportunity]) { tell(opportunities.map(Item.init), by: .herald) }

    private func tell(_ items: [Item], by teller: Teller) {
        telling.withLock { _ in
            let deliveries = watchers.withLock { watchers in
                items.flatMap { watchers.deliveries(of: $0, by: teller) }
            }
            for (continuation, event) in deliveries { continuation.yield(event) }
        }
    }

    /// Whether what is recorded is heralded, too.
    public var isHeralded: Bool { watchers.withLock { $0.isHeralded } }

    /// Says whether what is recorded is heralded, too, from now on.
    public func setHeralded(_ isHeralded: Bool) { watchers.withLock { $0.isHeralded = isHeralded } }
}

private enum Teller {
    case recorder, herald
}

private struct Watchers {
    private var bySupplier: [String: OfSupplier] = [:]
    private var last = 0
    /// Whether each entry is told by two.
    var isHeralded = false {
        didSet { for supplier in bySupplier.keys { bySupplier[supplier]?.told = [:] } }
    }

    /// Those who watch one supplier, and what one of two tellers has told them.
    private struct OfSupplier {
        var continuations: [Int: AsyncStream<OpportunityNews.Event>.Continuation] = [:]
        var told: [OpportunityEntry: (teller: Teller, last: Int)] = [:]
    }

    var count: Int { bySupplier.values.reduce(0) { $0 + $1.continuations.count } }

    func count(of supplier: String) -> Int { bySupplier[supplier]?.continuations.count ?? 0 }

    mutating func add(_ continuation: AsyncStream<OpportunityNews.Event>.Continuation, of supplier: String) -> Int {
        last += 1
        bySupplier[supplier, default: OfSupplier()].continuations[last] = continuation
        return last
    }

    mutating func remove(_ number: Int, of supplier: String) {
        bySupplier[supplier]?.continuations[number] = nil
        if count(of: supplier) == 0 { bySupplier[supplier] = nil }
    }

    /// What whoever watches a supplier is to hear. What the other teller has told is new only to those who came since.
    mutating func deliveries(
        of item: OpportunityNews.Item, by teller: Teller
    ) -> [(AsyncStream<OpportunityNews.Event>.Continuation, OpportunityNews.Event)] {
        guard var ofSupplier = bySupplier.removeValue(forKey: item.supplier) else { return [] }
        defer { bySupplier[item.supplier] = ofSupplier }
        var first = 0
        if let before = ofSupplier.told[item.entry], before.teller != teller {
            ofSupplier.told[item.entry] = nil
            first = before.last
        } else if isHeralded {
            // What only one of them tells stays here; it is forgotten when it is too much.
            if ofSupplier.told.count >= HistoryLimits.rememberedNews { ofSupplier.told = [:] }
            ofSupplier.told[item.entry] = (teller, last)
        }
        return ofSupplier.continuations.compactMap { number, continuation in
            let event = OpportunityNews.Event(
                entry: item.entry, isNew: number > first, isRecorded: teller == .recorder)
            return event.isNew || event.isRecorded ? (continuation, event) : nil
        }
    }
}

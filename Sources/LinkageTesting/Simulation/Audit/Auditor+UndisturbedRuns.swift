internal import Contracts
internal import EventLog
internal import Pipeline

extension Auditor {
    /// The same dated input, undisturbed, gives the same market; and from another number of partitions the same current
    /// match sets, dead letters and opportunities.
    mutating func auditAgainstUndisturbedRuns() async {
        let batches = UndisturbedRun.Batch.all(of: log)
        await compareMarket(with: batches)
        await compareOutcome(with: batches)
    }

    private mutating func compareMarket(with batches: [UndisturbedRun.Batch]) async {
        let run = UndisturbedRun(marketPartitions: Int32(facts.count))
        let isTaken = await run.takeIn(batches, cache)
        await run.end()
        guard isTaken else { return find("intake takes the same input alike", "the undisturbed one does not take it") }
        for partition in log.partitions(of: .market) + [TopicPartition(.deadLetters)] {
            let (found, expected) = (log.records(of: partition), run.log.records(of: partition))
            let place = zip(found, expected).prefix { $0.value == $1.value }.count
            if place < max(found.count, expected.count) {
                find(
                    "intake takes the same input alike",
                    "\(partition) has \(found.count) records, undisturbed \(expected.count); the \(place)th differs")
            }
        }
    }

    private mutating func compareOutcome(with batches: [UndisturbedRun.Batch]) async {
        let count: Int32 = facts.count == 1 ? 6 : 1
        let run = UndisturbedRun(marketPartitions: count)
        var isDone = await run.takeIn(batches, cache)
        if isDone { isDone = await run.fold(.matcher(0), group: "matcher", cache) }
        if isDone { isDone = await run.fold(.notifier(0), group: "notifier", cache) }
        await run.end()
        guard isDone else { return find("an undisturbed platform does its work", "from \(count) partitions") }
        let other = Auditor(run.log, cache, directory: directory)
        let (found, expected) = (currentMatchSets, other.currentMatchSets)
        for key in Set(found.keys).union(expected.keys).sorted() where found[key] != expected[key] {
            find("match sets do not depend on the number of partitions", "\(key) from \(facts.count) and \(count)")
        }
        for topic in [Topic.deadLetters, .opportunities] {
            if log.values(of: topic) != run.log.values(of: topic) {
                find("\(topic) does not depend on the number of partitions", "from \(facts.count) and \(count)")
            }
        }
    }

    /// The current match set of each requirement, without the place of its cause.
    private var currentMatchSets: [String: WireMatchSet] {
        matchSets.joined().reduce(into: [WireMatchSet]()) { $0.append($1) }.current.mapValues { matchSet in
            var matchSet = matchSet
            (matchSet.marketPartition, matchSet.marketOffset) = (0, 0)
            return matchSet
        }
    }
}

extension SimulatedLog {
    /// What the records of a topic say, in the order of their bytes.
    fileprivate func values(of topic: Topic) -> [[UInt8]] {
        records(of: topic).map { $0.value ?? [] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

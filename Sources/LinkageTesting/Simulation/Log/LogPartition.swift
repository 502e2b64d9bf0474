internal import EventLog

/// One partition as a broker keeps it: records, and between them the ends of transactions.
struct LogPartition: Sendable {
    private struct Entry {
        /// Nil for the end of a transaction.
        let record: Record?
        let transaction: Int?
    }

    private let name: TopicPartition
    private var entries: [Entry] = []
    /// Where each transaction begins that has not ended.
    private var open: [Int: Int64] = [:]
    private var undone: Set<Int> = []

    init(_ name: TopicPartition) { self.name = name }

    /// Up to here a reader may come: what is behind an open transaction is not given yet.
    var readableEnd: Int64 { min(end, open.values.min() ?? .max) }

    private var end: Int64 { Int64(entries.count) }

    mutating func append(_ message: Message, at time: Int64, in transaction: Int? = nil) -> Position {
        let position = Position(name, offset: end)
        if let transaction, open[transaction] == nil { open[transaction] = end }
        let record = Record(
            position: position, timestamp: time, key: message.key, value: message.value, headers: message.headers)
        entries.append(Entry(record: record, transaction: transaction))
        return position
    }

    /// Ends a transaction, so that its records are read or passed over for ever.
    mutating func end(_ transaction: Int, keeping isKept: Bool, leavingMark: Bool) {
        guard open.removeValue(forKey: transaction) != nil else { return }
        if !isKept { undone.insert(transaction) }
        if leavingMark { entries.append(Entry(record: nil, transaction: nil)) }
    }

    /// The records from an offset on that may be read, up to a limit, and the offset after what was given or passed
    /// over.
    func read(from offset: Int64, _ limit: BatchLimit) -> (records: [Record], next: Int64) {
        var records: [Record] = []
        var bytes = 0
        var next = offset
        while next < readableEnd {
            let entry = entries[Int(next)]
            if let record = entry.record, !isUndone(entry) {
                guard records.count < limit.records, records.isEmpty || bytes < limit.bytes else { break }
                records.append(record)
                bytes += (record.key?.count ?? 0) + (record.value?.count ?? 0)
            }
            next += 1
        }
        return (records, next)
    }

    /// Every record that may be read.
    var records: [Record] { read(from: 0, BatchLimit(records: .max, bytes: .max)).records }

    private func isUndone(_ entry: Entry) -> Bool { entry.transaction.map(undone.contains) ?? false }
}

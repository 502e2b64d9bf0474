import EventLog

/// Records that are being gathered, up to a limit.
struct RecordBatch {
    /// What was gathered.
    private(set) var records: [Record] = []
    private let limit: BatchLimit
    private var bytes = 0

    /// An empty batch; it takes at least one record, whatever the limit.
    init(_ limit: BatchLimit) { self.limit = limit }

    /// Whether it takes no more.
    var isFull: Bool { records.count >= max(1, limit.records) || (bytes >= limit.bytes && !records.isEmpty) }

    /// Adds a record, also beyond the limit.
    mutating func append(_ record: Record) {
        records.append(record)
        bytes += record.byteCount
    }

    /// Takes records off the front of others until it is full.
    mutating func fill(from others: inout [Record]) {
        let taken = others.prefix { record in
            guard !isFull else { return false }
            append(record)
            return true
        }
        others.removeFirst(taken.count)
    }
}

extension Record {
    /// Key, value and headers, in bytes.
    fileprivate var byteCount: Int {
        (key?.count ?? 0) + (value?.count ?? 0)
            + headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.count }
    }
}

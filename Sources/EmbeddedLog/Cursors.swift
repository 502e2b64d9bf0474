import EventLog
import GRDB

import struct EventLog.Record

/// How far a reader has come in each of its partitions.
struct Cursors: Sendable {
    private struct Cursor: Sendable {
        let table: RecordTable
        var next: Int64
    }

    private var cursors: [Cursor] = []

    /// Starts at an offset in each partition.
    init(_ offsets: [TopicPartition: Int64], topics: Topics, in db: Database) throws {
        for (partition, offset) in offsets.sorted(by: { $0.key < $1.key }) {
            let table = try topics.table(of: partition.topic, partition: partition.partition, in: db)
            cursors.append(Cursor(table: table, next: min(max(0, offset), EmbeddedLogLimits.offsetMax)))
        }
    }

    /// Where the reading of each partition goes on.
    var positions: [TopicPartition: Int64] {
        Dictionary(uniqueKeysWithValues: cursors.map { ($0.table.partition, $0.next) })
    }

    /// Reads what there is, up to the limit, and moves on.
    ///
    /// The partition that comes first changes, so that a long one does not keep the others waiting.
    mutating func read(_ limit: BatchLimit, in db: Database) throws -> [Record] {
        var records: [Record] = []
        var rest = BatchLimit(records: max(1, limit.records), bytes: max(1, limit.bytes))
        for index in cursors.indices {
            let read = try cursors[index].table.read(from: cursors[index].next, limit: rest, in: db)
            guard let last = read.last else { continue }
            cursors[index].next = last.position.offset + 1
            records.append(contentsOf: read)
            let bytes = read.reduce(0) { $0 + $1.byteCount }
            rest = BatchLimit(records: rest.records - read.count, bytes: rest.bytes - bytes)
            if rest.records <= 0 || rest.bytes <= 0 { break }
        }
        if let first = cursors.first { cursors = cursors.dropFirst() + [first] }
        return records
    }
}

internal import EventLog

/// Records of several topics in the order of their time, so that what was published first is taken first; each
/// partition's own order is kept, whatever its times say.
struct RecordMerge: Sequence, IteratorProtocol {
    private var partitions: [ArraySlice<Record>]

    /// Merges records that are in order within each partition.
    init(_ records: [Record]) {
        partitions = Dictionary(grouping: records, by: \.position.topicPartition)
            .sorted { $0.key < $1.key }.map { $0.value[...] }
    }

    mutating func next() -> Record? {
        let earliest = partitions.indices.filter { !partitions[$0].isEmpty }
            .min {
                partitions[$0][partitions[$0].startIndex].timestamp
                    < partitions[$1][partitions[$1].startIndex].timestamp
            }
        return earliest.map { partitions[$0].removeFirst() }
    }
}

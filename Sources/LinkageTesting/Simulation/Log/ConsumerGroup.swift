internal import EventLog

/// A group as its coordinator knows it. All members give their partitions back before they are dealt anew.
struct ConsumerGroup: Sendable {
    /// A member's place in the group.
    struct Seat: Sendable {
        let topics: [Topic]
        /// Whether it has given back what it had and waits for the next deal.
        var isReady = false
        /// What it was dealt, until it is told.
        var dealt: [TopicPartition]?
    }

    var offsets: [TopicPartition: Int64] = [:]
    private(set) var seats: [Int: Seat] = [:]
    private(set) var isDealing = false

    /// Seats a member, or says that it has given back what it had.
    mutating func seat(_ member: Int, topics: [Topic], isReady: Bool) {
        seats[member] = Seat(topics: topics, isReady: isReady)
        isDealing = true
    }

    mutating func remove(_ member: Int) {
        if seats.removeValue(forKey: member) != nil { isDealing = true }
    }

    mutating func tell(_ member: Int) -> [TopicPartition]? {
        defer { seats[member]?.dealt = nil }
        return seats[member]?.dealt
    }

    /// Deals each topic's partitions in ranges, once every member is ready.
    mutating func deal(_ partitions: (Topic) -> [TopicPartition]) {
        guard isDealing, !seats.isEmpty, seats.values.allSatisfy(\.isReady) else { return }
        isDealing = false
        for member in seats.keys { seats[member]?.dealt = [] }
        for topic in Set(seats.values.flatMap(\.topics)).sorted() {
            let all = partitions(topic)
            let members = seats.filter { $0.value.topics.contains(topic) }.keys.sorted()
            for (index, member) in members.enumerated() {
                let first = (all.count * index + members.count - 1) / members.count
                let end = (all.count * (index + 1) + members.count - 1) / members.count
                seats[member]?.dealt?.append(contentsOf: all[first..<end])
            }
        }
        for member in seats.keys { seats[member]?.isReady = false }
    }
}

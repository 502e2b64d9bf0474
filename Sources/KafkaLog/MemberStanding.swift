import EventLog

/// What a group member may do by now: a value, changed by what happens; the actions are performed by
/// `KafkaGroupMember`.
struct MemberStanding: Sendable {
    /// Whether the member belongs to the group.
    enum Phase: Sendable, Hashable {
        /// In the group, with or without partitions.
        case joined
        /// A commit was fenced: the member must leave and join again before it is given anything.
        case fenced
        /// It has left.
        case left
    }

    /// Whether the member belongs to the group.
    private(set) var phase = Phase.joined
    /// The partitions it was given.
    private(set) var partitions: Set<TopicPartition> = []
    private var membership: GroupMembership?

    /// The group has given partitions, in a generation.
    mutating func noteGiven(_ partitions: some Sequence<TopicPartition>, _ membership: GroupMembership?) {
        self.partitions = Set(partitions)
        self.membership = membership
    }

    /// The partitions are taken back.
    /// - returns: Which they were.
    mutating func noteTakenBack() -> [TopicPartition] {
        defer {
            partitions = []
            membership = nil
        }
        return partitions.sorted()
    }

    /// A commit was fenced.
    mutating func noteFenced() { if phase == .joined { phase = .fenced } }

    /// The member is joining again.
    mutating func noteRejoined() { if phase == .fenced { phase = .joined } }

    /// The member leaves.
    mutating func noteLeft() { phase = .left }

    /// Whether a commit of these positions may be tried, and in which generation.
    /// - throws: `EventLogError.fenced` unless all partitions are the member's by now.
    func claim(
        _ positions: some Sequence<TopicPartition>, group: String
    ) throws(EventLogError) -> GroupMembership {
        switch phase {
        case .left: throw .fenced("this member has left the group \(group)")
        case .fenced: throw .fenced("this member of the group \(group) must be given its partitions anew")
        case .joined: break
        }
        for partition in positions.sorted() where !partitions.contains(partition) {
            throw .fenced("this member of the group \(group) has not been given \(partition)")
        }
        guard let membership else { throw .fenced("this member of the group \(group) has no partitions") }
        return membership
    }
}

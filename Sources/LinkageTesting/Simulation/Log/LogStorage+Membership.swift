internal import EventLog

extension LogStorage {
    /// How far a commit came.
    enum Progress: Sendable {
        /// It is decided; these are the positions of its outputs.
        case decided([Position])
        /// Its records are written, but nobody may read them yet.
        case open(Int)
    }

    // MARK: - Coming and going

    mutating func join(_ group: String, topics: [Topic]) throws(EventLogError) -> Int {
        for topic in topics { _ = try partitionCount(of: topic) }
        let number = memberships.count
        memberships[number] = Membership(group: group, topics: topics)
        groups[group, default: ConsumerGroup()].seat(number, topics: topics, isReady: true)
        return number
    }

    mutating func leave(_ number: Int) {
        memberships[number]?.isAlive = false
        evict(number)
    }

    /// Takes a member's seat away, as a coordinator does that has not heard of it for long.
    mutating func evict(_ number: Int) {
        guard let group = memberships[number]?.group else { return }
        groups[group]?.remove(number)
    }

    /// Members that have a seat.
    func seated(alive: Bool) -> [Int] {
        memberships.filter { $0.value.isAlive == alive && groups[$0.value.group]?.seats[$0.key] != nil }.keys.sorted()
    }

    // MARK: - What happened next

    mutating func next(_ number: Int, _ limit: BatchLimit, first: Int) throws(EventLogError) -> GroupEvent? {
        guard let membership = memberships[number], membership.isAlive else { throw .closed }
        let name = membership.group
        guard let seat = groups[name]?.seats[number] else {
            if let event = giveBack(number) { return event }
            groups[name, default: ConsumerGroup()].seat(number, topics: membership.topics, isReady: true)
            return nil
        }
        if groups[name]?.isDealing == true {
            if !seat.isReady {
                groups[name]?.seat(number, topics: membership.topics, isReady: true)
                if let event = giveBack(number) { return event }
            }
            var group = groups[name] ?? ConsumerGroup()
            group.deal { topic in (try? partitions(of: topic)) ?? [] }
            groups[name] = group
        }
        if groups[name]?.isDealing == true { return nil }
        if let event = tell(number) { return event }
        return try records(of: number, limit, first: first)
    }

    private mutating func giveBack(_ number: Int) -> GroupEvent? {
        let partitions = memberships[number]?.giveBack() ?? []
        return partitions.isEmpty ? nil : .revoked(partitions)
    }

    /// What a member was dealt, and how far the group has come there; a log may wait until that is certain.
    private mutating func tell(_ number: Int) -> GroupEvent? {
        guard let membership = memberships[number], let group = groups[membership.group],
            let dealt = group.seats[number]?.dealt
        else { return nil }
        let isCertain = !openTransactions.contains { open in
            transactions[open].group == membership.group && dealt.contains { transactions[open].advance[$0] != nil }
        }
        guard isCertain || !tellsWhenCertain, groups[membership.group]?.tell(number) != nil, !dealt.isEmpty else {
            return nil
        }
        let starts = dealt.map { ($0, group.offsets[$0] ?? 0) }
        memberships[number]?.cursors = Dictionary(uniqueKeysWithValues: starts)
        return .assigned(Dictionary(uniqueKeysWithValues: starts))
    }

    private mutating func records(of number: Int, _ limit: BatchLimit, first: Int) throws(EventLogError) -> GroupEvent?
    {
        guard var cursors = memberships[number]?.cursors else { return nil }
        let records = try read(&cursors, limit, first: first)
        memberships[number]?.cursors = cursors
        return records.isEmpty ? nil : .records(records)
    }

    /// Reads on in several partitions, beginning with one of them.
    mutating func read(
        _ cursors: inout [TopicPartition: Int64], _ limit: BatchLimit, first: Int
    ) throws(EventLogError) -> [Record] {
        let names = cursors.keys.sorted()
        var records: [Record] = []
        var bytes = 0
        for index in names.indices {
            let name = names[(index + first) % names.count]
            let left = BatchLimit(records: limit.records - records.count, bytes: limit.bytes - bytes)
            guard left.records > 0, records.isEmpty || left.bytes > 0 else { break }
            var (found, next) = try partition(name).read(from: cursors[name] ?? 0, left)
            if canary?.strikes(.swappedRecords, if: found.count > 1) == true { found.swapAt(0, 1) }
            records += found
            bytes += found.reduce(0) { $0 + ($1.key?.count ?? 0) + ($1.value?.count ?? 0) }
            cursors[name] = next
        }
        return records
    }

    // MARK: - Committing

    /// Writes a commit's records without deciding it, or says how it was decided before.
    mutating func begin(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String, by number: Int,
        at time: Int64
    ) throws(EventLogError) -> Progress {
        if let progress = progress(outputs, positions, writer, number) { return progress }
        guard let membership = memberships[number], membership.isAlive, holds(number, positions.keys) else {
            throw .fenced("member \(number) does not have the partitions")
        }
        try hold(writer, number)
        guard !outputs.isEmpty || !positions.isEmpty else { return .decided([]) }
        let transaction = try begin(outputs, advancing: positions, as: writer, of: membership.group, at: time)
        memberships[number]?.attempts[writer] = Membership.Attempt(
            outputs: outputs, positions: positions, transaction: transaction)
        return .open(transaction)
    }

    /// What became of the same work, tried before.
    private func progress(
        _ outputs: [Message], _ positions: [TopicPartition: Int64], _ writer: String, _ number: Int
    ) -> Progress? {
        guard let attempt = memberships[number]?.attempts[writer], attempt.outputs == outputs,
            attempt.positions == positions
        else { return nil }
        switch transactions[attempt.transaction].standing {
        case .undone: return nil
        case .open: return .open(attempt.transaction)
        case .committed:
            return .decided(transactions[attempt.transaction].outputs)
        }
    }

    private func holds(_ number: Int, _ positions: Dictionary<TopicPartition, Int64>.Keys) -> Bool {
        if canary?.kind == .unfencedMembers { return true }
        guard let membership = memberships[number], let seat = groups[membership.group]?.seats[number] else {
            return false
        }
        return !membership.cursors.isEmpty && !seat.isReady && positions.allSatisfy { membership.cursors[$0] != nil }
    }

    /// Makes sure that a member has a writer's name: it takes it once, and is fenced when another has by now.
    private mutating func hold(_ writer: String, _ number: Int) throws(EventLogError) {
        if canary?.kind == .unfencedMembers { return }
        guard let epoch = memberships[number]?.writers[writer] else {
            let epoch = take(writer)
            memberships[number]?.writers[writer] = epoch
            return
        }
        guard writers[writer]?.epoch == epoch else {
            evict(number)
            throw .fenced("\(writer) is another by now")
        }
    }

    /// Decides a commit.
    mutating func finish(_ transaction: Int, as writer: String, by number: Int) throws(EventLogError) -> [Position] {
        if transactions[transaction].standing == .open { commit(transaction) }
        guard transactions[transaction].standing == .committed else {
            try hold(writer, number)
            throw .unreachable("the transaction was undone")
        }
        return transactions[transaction].outputs
    }

    /// Notes that a member has heard that its commit is decided.
    mutating func acknowledge(_ writer: String, by number: Int) { memberships[number]?.attempts[writer] = nil }
}

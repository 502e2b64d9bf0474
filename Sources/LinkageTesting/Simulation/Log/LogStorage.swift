internal import EventLog

/// What a simulated log holds: topics, transactions, writers and groups, as Kafka keeps them, and no time of its own.
struct LogStorage: Sendable {
    /// What a transaction writes, and how it stands.
    struct Transaction: Sendable {
        enum Standing: Sendable { case open, committed, undone }

        let writer: String
        let group: String
        let advance: [TopicPartition: Int64]
        var outputs: [Position] = []
        /// Where the transaction has records.
        var touched: [TopicPartition] = []
        var standing = Standing.open
    }

    /// Who holds a writer's name: whoever took it last.
    struct Writer: Sendable {
        var epoch = 0
        var open: Int?
    }

    private(set) var partitions: [TopicPartition: LogPartition] = [:]
    private var counts: [Topic: Int32] = [:]
    private let leavesMarks: Bool
    /// Whether a member is told where to begin only when it is certain how far the group has come.
    let tellsWhenCertain: Bool
    var transactions: [Transaction] = []
    var writers: [String: Writer] = [:]
    var groups: [String: ConsumerGroup] = [:]
    var memberships: [Int: Membership] = [:]
    /// Transactions in the order in which they were committed.
    private(set) var journal: [Int] = []
    /// What is wrong with the log on purpose.
    var canary: CanaryBird?

    /// An empty log.
    /// - parameter leavesMarks: Whether the end of a transaction takes an offset, as in Kafka.
    /// - parameter tellsWhenCertain: Whether a member hears where to begin only after open transactions of its group.
    init(_ topics: [Topic: Int32], leavesMarks: Bool, tellsWhenCertain: Bool = true) {
        counts = topics
        self.leavesMarks = leavesMarks
        self.tellsWhenCertain = tellsWhenCertain
        for (topic, count) in topics {
            for number in 0..<count {
                let name = TopicPartition(topic, number)
                partitions[name] = LogPartition(name)
            }
        }
    }

    // MARK: - Topics

    func partitionCount(of topic: Topic) throws(EventLogError) -> Int32 {
        guard let count = counts[topic] else { throw .unknownTopic(topic) }
        return count
    }

    func partitions(of topic: Topic) throws(EventLogError) -> [TopicPartition] {
        (0..<(try partitionCount(of: topic))).map { TopicPartition(topic, $0) }
    }

    func partition(_ name: TopicPartition) throws(EventLogError) -> LogPartition {
        guard let partition = partitions[name] else { throw .unknownTopic(name.topic) }
        return partition
    }

    // MARK: - Publishing

    mutating func publish(_ messages: [Message], at time: Int64) throws(EventLogError) -> [Position] {
        try place(messages).map { name, message in append(message, to: name, at: time, in: nil) }
    }

    private mutating func append(
        _ message: Message, to name: TopicPartition, at time: Int64, in transaction: Int?
    ) -> Position {
        guard let position = partitions[name]?.append(message, at: time, in: transaction) else {
            preconditionFailure("\(name) was found before")
        }
        return position
    }

    /// The partition of each message.
    private func place(_ messages: [Message]) throws(EventLogError) -> [(TopicPartition, Message)] {
        var placed: [(TopicPartition, Message)] = []
        for message in messages {
            guard message.byteCount <= EventLogLimits.recordBytes else {
                throw .recordTooLarge(bytes: message.byteCount, limit: EventLogLimits.recordBytes)
            }
            let count = try partitionCount(of: message.topic)
            let number = message.partition ?? Int32(ByteHash.of(message.key ?? []) % UInt64(count))
            guard (0..<count).contains(number) else { throw .unknownTopic(message.topic) }
            placed.append((TopicPartition(message.topic, number), message))
        }
        return placed
    }

    // MARK: - Transactions

    /// Takes a writer's name, fencing who had it and undoing what it left open.
    mutating func take(_ writer: String) -> Int {
        if let open = writers[writer]?.open { undo(open) }
        writers[writer, default: Writer()].epoch += 1
        return writers[writer, default: Writer()].epoch
    }

    mutating func begin(
        _ outputs: [Message], advancing positions: [TopicPartition: Int64], as writer: String, of group: String,
        at time: Int64
    ) throws(EventLogError) -> Int {
        let placed = try place(outputs)
        if let open = writers[writer]?.open { undo(open) }
        let number = transactions.count
        var transaction = Transaction(writer: writer, group: group, advance: positions)
        let times = canary?.strikes(.repeatedOutputs, if: !placed.isEmpty) == true ? 2 : 1
        for (name, message) in Array(repeating: placed, count: times).joined() {
            transaction.outputs.append(append(message, to: name, at: time, in: number))
        }
        transaction.outputs = Array(transaction.outputs.prefix(placed.count))
        transaction.touched = Set(placed.map(\.0)).sorted()
        transactions.append(transaction)
        writers[writer, default: Writer()].open = number
        return number
    }

    /// Makes a transaction durable: outputs and positions together.
    mutating func commit(_ number: Int) {
        let isKept = canary?.strikes(.positionsWithoutOutputs, if: !transactions[number].outputs.isEmpty) != true
        let isAdvanced = canary?.strikes(.outputsWithoutPositions, if: !transactions[number].advance.isEmpty) != true
        end(number, .committed, keeping: isKept)
        journal.append(number)
        guard isAdvanced else { return }
        groups[transactions[number].group, default: ConsumerGroup()].offsets
            .merge(transactions[number].advance) { $1 }
    }

    mutating func undo(_ number: Int) {
        guard transactions[number].standing == .open else { return }
        end(number, .undone, keeping: false)
    }

    /// Undoes what nobody has committed, as a broker does with a torn tail.
    mutating func undoOpen() { for number in openTransactions { undo(number) } }

    var openTransactions: [Int] { transactions.indices.filter { transactions[$0].standing == .open } }

    private mutating func end(_ number: Int, _ standing: Transaction.Standing, keeping isKept: Bool) {
        transactions[number].standing = standing
        for name in transactions[number].touched {
            partitions[name]?.end(number, keeping: isKept, leavingMark: leavesMarks)
        }
        let writer = transactions[number].writer
        if writers[writer]?.open == number { writers[writer]?.open = nil }
    }
}

import EventLog

extension EventLogError {
    /// Says in the log's own words what a client met.
    /// - parameters:
    ///   - what: What was being done, such as "asking for the partitions of orders".
    ///   - topic: The topic it was about.
    init(_ failure: KafkaFailure, _ what: String, topic: Topic? = nil, client: Client, servers: String) {
        let text = client.log.redact(failure.text)
        switch failure.cause {
        case .unreachable:
            let why = [text, client.log.trouble].compactMap { $0 }.joined(separator: "; last trouble: ")
            self = .unreachable("no answer from Kafka at \(servers) while \(what); check the address: \(why)")
        case .unknownTopic:
            self = (topic ?? failure.topic).map { .unknownTopic($0) } ?? .failed("\(what): \(text)")
        case .tooLarge:
            self = .failed("\(what): the broker takes no record of this size; raise its message.max.bytes: \(text)")
        case .storage: self = .storageFull("Kafka at \(servers), while \(what): \(text)")
        case .fenced: self = .fenced("\(what): \(text)")
        case .closed: self = .closed
        case .other: self = .failed("\(what): \(text)")
        }
    }
}

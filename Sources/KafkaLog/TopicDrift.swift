/// How a topic on the cluster differs from what it is to be.
public struct TopicDrift: Sendable, Hashable, CustomStringConvertible {
    /// One difference.
    public enum Difference: Sendable, Hashable {
        /// The topic does not exist.
        case missing
        /// It has another number of partitions. Kafka adds partitions and never takes them away.
        case partitions(has: Int32, wants: Int32)
        /// A setting has another value; nil when the broker does not tell.
        case setting(name: String, has: String?, wants: String)

        /// Whether `KafkaAdmin.apply` can do away with it.
        public var canBeApplied: Bool {
            if case .partitions(let has, let wants) = self { return wants > has }
            return true
        }
    }

    /// What the topic is to be.
    public let specification: TopicSpecification
    /// The differences, at least one, in a fixed order.
    public let differences: [Difference]

    /// Compares; nil when the topic is what it is to be.
    /// - parameter description: What the topic is; nil when it does not exist.
    public init?(_ specification: TopicSpecification, _ description: TopicDescription?) {
        self.specification = specification
        guard let description else {
            differences = [.missing]
            return
        }
        var differences: [Difference] = []
        if description.partitions != specification.partitions {
            differences.append(.partitions(has: description.partitions, wants: specification.partitions))
        }
        for (name, wants) in specification.settings.sorted(by: { $0.key < $1.key }) {
            let has = description.settings[name]
            if has != wants { differences.append(.setting(name: name, has: has, wants: wants)) }
        }
        guard !differences.isEmpty else { return nil }
        self.differences = differences
    }

    public var description: String {
        let texts = differences.map { difference in
            switch difference {
            case .missing: "is missing"
            case .partitions(let has, let wants) where wants < has:
                "has \(has) partitions, should have \(wants): Kafka takes none away"
            case .partitions(let has, let wants): "has \(has) partitions, should have \(wants)"
            case .setting(let name, let has, let wants): "has \(name)=\(has ?? "(unknown)"), should have \(wants)"
            }
        }
        return "\(specification.topic) \(texts.joined(separator: "; "))"
    }
}

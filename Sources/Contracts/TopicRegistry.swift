/// All topics of Linkage: nine public ones and five of the platform's own.
public enum TopicRegistry {
    /// Every topic, the public ones first.
    public static let all: [TopicDescription] = Subject.allCases.map(TopicDescription.init(publicTopicOf:)) + platform

    /// The largest record of any topic with its headers, in bytes. A fact or a dead letter holds the published message,
    /// which has at most `ContractLimits.recordBytes`, and what it was resolved to.
    public static let messageBytes = 1_048_588

    /// The topic of a name.
    public static func topic(_ name: String) -> TopicDescription? { all.first { $0.name == name } }

    /// The record of what happened.
    public static let market = TopicDescription(
        name: PlatformTopicName.market, subject: nil, key: .factKey, partitions: 1, isPartitionCountFree: true,
        retentionDays: nil, contentTypes: [.protobuf], message: "linkage.v1.MarketFact", writer: .intake,
        readers: [.intake, .matcher, .recorder, .notifier])

    /// Match sets.
    public static let matches = TopicDescription(
        name: PlatformTopicName.matches, subject: nil, key: .requirementKey, partitions: 1, isPartitionCountFree: true,
        retentionDays: nil, contentTypes: [.protobuf], message: "linkage.v1.MatchSet", writer: .matcher,
        readers: [.recorder])

    /// What keeps demand from being met. A year's, for each heading is told anew each day.
    public static let gaps = TopicDescription(
        name: PlatformTopicName.gaps, subject: nil, key: .heading, partitions: 1, isPartitionCountFree: false,
        retentionDays: 365, contentTypes: [.protobuf], message: "linkage.v1.GapReport", writer: .matcher,
        readers: [.recorder])

    /// What was refused. A year is time enough to see to it.
    public static let deadLetters = TopicDescription(
        name: PlatformTopicName.deadLetters, subject: nil, key: .refusedKey, partitions: 1, isPartitionCountFree: false,
        retentionDays: 365, contentTypes: [.protobuf], message: "linkage.v1.DeadLetter", writer: .intake,
        readers: [.recorder])

    /// What suppliers are told.
    public static let opportunities = TopicDescription(
        name: PlatformTopicName.opportunities, subject: nil, key: .supplier, partitions: 1, isPartitionCountFree: false,
        retentionDays: 365, contentTypes: [.json], message: "linkage.v1.Opportunity", writer: .notifier,
        readers: [.recorder, .suppliers])

    private static let platform = [market, matches, gaps, deadLetters, opportunities]
}

extension TopicDescription {
    /// The public topic of a subject: one partition, so that what one publisher sends stays in order; kept for ever.
    fileprivate init(publicTopicOf subject: Subject) {
        self.init(
            name: subject.topicName, subject: subject, key: .publishedKey, partitions: 1, isPartitionCountFree: false,
            retentionDays: nil, contentTypes: [.json, .protobuf], message: "linkage.v1.\(subject.messageName)",
            writer: .publishers, readers: [.intake])
    }
}

extension Subject {
    /// The name of the subject's Protobuf message in the package `linkage.v1`.
    public var messageName: String {
        switch self {
        case .profiles: "EnterpriseProfile"
        case .requirements: "Requirement"
        case .products: "Product"
        case .awards: "Award"
        case .capabilities: "Capability"
        case .quotes: "Quote"
        case .subscriptions: "Subscription"
        case .verifications: "Verification"
        case .rates: "ExchangeRate"
        }
    }
}

public import Contracts
public import EventLog

extension Topic {
    /// The record of what happened.
    public static let market = Topic(PlatformTopicName.market)
    /// Match sets.
    public static let matches = Topic(PlatformTopicName.matches)
    /// What keeps demand from being met.
    public static let gaps = Topic(PlatformTopicName.gaps)
    /// What was refused.
    public static let deadLetters = Topic(PlatformTopicName.deadLetters)
    /// What suppliers are told.
    public static let opportunities = Topic(PlatformTopicName.opportunities)

    /// What only the platform writes; all of it is recorded.
    public static let ofPlatform = TopicRegistry.all.filter { !$0.isPublic }.map { Topic($0.name) }

    /// Every topic of Linkage: the public ones, then the platform's own.
    public static let allOfLinkage = Subject.allCases.map(\.topic) + ofPlatform
}

extension Subject {
    /// The public topic of the subject.
    public var topic: Topic { Topic(topicName) }

    /// The subject of a public topic; nil for any other.
    public init?(topic: Topic) { self.init(topicName: topic.name) }
}

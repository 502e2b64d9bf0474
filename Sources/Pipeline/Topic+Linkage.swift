public import Contracts
public import EventLog

extension Topic {
    /// The record of what happened.
    public static let market = Topic(PlatformTopicName.market)
    /// Match sets.
    public static let matches = Topic(PlatformTopicName.matches)
    /// What was refused.
    public static let deadLetters = Topic(PlatformTopicName.deadLetters)
    /// What suppliers are told.
    public static let opportunities = Topic(PlatformTopicName.opportunities)

    /// Every topic of the platform: the public ones, then its own.
    public static let allOfLinkage = Subject.allCases.map(\.topic) + [market, matches, deadLetters, opportunities]
}

extension Subject {
    /// The public topic of the subject.
    public var topic: Topic { Topic(topicName) }

    /// The subject of a public topic; nil for any other.
    public init?(topic: Topic) { self.init(topicName: topic.name) }
}

/// What a public record is about. Each subject has a topic, a message and a folder of examples.
public enum Subject: String, CaseIterable, Sendable, Codable {
    case profiles, requirements, products, awards, capabilities, quotes, subscriptions, verifications, rates

    /// The name of the subject's public topic.
    public var topicName: String {
        switch self {
        case .profiles: "enterprise-profiles"
        case .requirements: "fdi-requirements"
        case .products: "fdi-products"
        case .awards: "fdi-awards"
        case .capabilities: "supplier-capabilities"
        case .quotes: "supplier-quotes"
        case .subscriptions: "supplier-subscriptions"
        case .verifications: "official-verifications"
        case .rates: "reference-exchange-rates"
        }
    }

    /// Whether what was published may be taken back. A decision is not: it is followed by another.
    public var canBeWithdrawn: Bool { self != .verifications }

    /// The subject of a public topic, or nil for any other topic.
    public init?(topicName: String) {
        guard let subject = Subject.allCases.first(where: { $0.topicName == topicName }) else { return nil }
        self = subject
    }
}

/// The names of the topics that only the platform writes.
public enum PlatformTopicName {
    /// The record of what happened.
    public static let market = "linkage-market"
    /// Match sets.
    public static let matches = "linkage-matches"
    /// What keeps demand from being met.
    public static let gaps = "linkage-gaps"
    /// What was refused.
    public static let deadLetters = "linkage-dead-letters"
    /// What suppliers are told.
    public static let opportunities = "supplier-opportunities"
}

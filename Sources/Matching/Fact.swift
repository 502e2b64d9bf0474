public import Localization

/// Where a fact stands in the market.
public struct MarketPosition: Hashable, Sendable, Comparable {
    /// The market partition.
    public let partition: Int32
    /// The offset in it.
    public let offset: Int64

    /// A place in the market.
    public init(partition: Int32, offset: Int64) {
        self.partition = partition
        self.offset = offset
    }

    /// By partition, then offset.
    public static func < (a: MarketPosition, b: MarketPosition) -> Bool {
        (a.partition, a.offset) < (b.partition, b.offset)
    }
}

/// One fact of the market, as the engine takes it.
public struct Fact: Sendable {
    /// Where it stands.
    public let position: MarketPosition
    /// When intake accepted it, in milliseconds since 1970-01-01T00:00:00Z: the only time the engine knows.
    public let acceptedAt: Int64
    /// How often its key has been accepted, from 1.
    public let version: UInt64
    /// Whether what was touched is evaluated after it.
    public let isEndOfBatch: Bool
    /// What happened.
    public let event: Event

    /// A fact.
    public init(
        position: MarketPosition, acceptedAt: Int64, version: UInt64 = 1, isEndOfBatch: Bool = true, event: Event
    ) {
        self.position = position
        self.acceptedAt = acceptedAt
        self.version = version
        self.isEndOfBatch = isEndOfBatch
        self.event = event
    }

    /// What happened, as far as matching goes.
    public enum Event: Sendable {
        /// A requirement was published or amended.
        case requirementPublished(Requirement)
        /// A requirement was withdrawn; its awards stay.
        case requirementWithdrawn(Key)
        /// A capability was published or amended.
        case capabilityPublished(Capability)
        /// A capability was withdrawn; its awards stay.
        case capabilityWithdrawn(Key)
        /// An award was published, confirmed, completed or cancelled.
        case awardPublished(Award)
        /// An award was withdrawn, as if it had never been.
        case awardWithdrawn(Key)
        /// An official accepted or refused a certificate of a capability.
        case certificateExamined(capability: Key, scheme: String, number: String, accepted: Bool)
        /// An official accepted or refused a capability's cost statement. It holds until the statement changes or the
        /// capability is withdrawn.
        case statementExamined(capability: Key, accepted: Bool)
        /// What one major unit of a currency costs, in millionths of a dong, > 0.
        case ratePublished(Currency, dongPerUnit: Int64)
        /// A currency has no rate any more.
        case rateWithdrawn(Currency)
        /// How matches are scored and how many are kept.
        case policySet(Policy)
        /// Time passed, or something happened that matching does not need.
        case none
    }
}

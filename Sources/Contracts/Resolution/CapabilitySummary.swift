/// What awards, quotes and other capabilities' cost statements need to know of a capability. It follows from the
/// accepted fact alone.
public struct CapabilitySummary: Hashable, Sendable {
    /// The capability's key.
    public let key: BusinessKey
    /// How often the key has been accepted.
    public let version: UInt64
    /// Four or six digits.
    public let hsCode: String
    /// The base unit of the capability's family.
    public let unitCode: String
    /// Vietnamese ownership in basis points.
    public let vietnameseOwnership: UInt32
    /// Local value content; nil where it is unstated.
    public let localContent: WireLocalContent?
    /// The capabilities that its cost statement names.
    public let materials: [BusinessKey]
    /// The method of its cost statement, and the fiscal year for which it is declared; nil without statement.
    public let declared: DeclaredMethod?

    /// A producer's choice of a formula, kept for a fiscal year.
    public struct DeclaredMethod: Hashable, Sendable {
        /// The fiscal year.
        public let fiscalYear: UInt32
        /// Direct or indirect.
        public let method: WireCostStatement.Method
    }

    /// The summary of an accepted capability; nil for a fact that intake did not make.
    ///
    /// - Parameter version: the version of the market fact.
    public init?(_ fact: WireCapabilityAccepted, version: UInt64) {
        guard let key = BusinessKey(owner: fact.published.owner, id: fact.published.id) else { return nil }
        self.key = key
        self.version = version
        self.hsCode = fact.published.hsCode
        self.unitCode = fact.unitCode
        self.vietnameseOwnership = fact.vietnameseOwnership
        self.localContent = fact.hasLocalContent ? fact.localContent : nil
        self.materials = fact.published.costStatement.materials.compactMap { BusinessKey($0.capability) }
        self.declared =
            fact.published.hasCostStatement
            ? DeclaredMethod(
                fiscalYear: fact.published.costStatement.fiscalYear, method: fact.published.costStatement.method) : nil
    }
}

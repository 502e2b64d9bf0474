/// What the record holds of capabilities, asked while another record is resolved.
public struct CapabilityLookup {
    /// The capability of a key as it stands; nil where there is none.
    public var capability: (BusinessKey) -> CapabilitySummary?
    /// The method that an owner's cost statements of a fiscal year declare, whichever capability they belong to; nil
    /// where there is none yet.
    public var declaredMethod: (_ owner: String, _ fiscalYear: UInt32) -> WireCostStatement.Method?

    /// Answers from what the caller keeps.
    public init(
        capability: @escaping (BusinessKey) -> CapabilitySummary?,
        declaredMethod: @escaping (_ owner: String, _ fiscalYear: UInt32) -> WireCostStatement.Method? = { _, _ in nil }
    ) {
        self.capability = capability
        self.declaredMethod = declaredMethod
    }

    /// No capability is known.
    public static var empty: CapabilityLookup { CapabilityLookup(capability: { _ in nil }) }

    /// Whether what is known may change how a capability resolves: its statement names others, or declares another method
    /// than its owner's.
    public func bears(on message: WireCapability) -> Bool {
        guard message.hasCostStatement else { return false }
        let statement = message.costStatement
        let declared = declaredMethod(message.owner, statement.fiscalYear) ?? statement.method
        return declared != statement.method || statement.materials.contains { !$0.capability.isEmpty }
    }
}

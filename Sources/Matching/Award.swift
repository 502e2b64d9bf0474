/// What a buyer took from a supplier. An active award reserves capacity and reduces the open quantity.
public struct Award: Hashable, Sendable {
    /// Whose it is and which.
    public var key: Key
    /// The requirement.
    public var requirement: Key
    /// The capability.
    public var capability: Key
    /// The requirement's code: an award reserves only a capability of its heading.
    public var hsCode: HSCode
    /// Millionths of the requirement's unit.
    public var quantity: Int64
    /// When it is made and delivered.
    public var window: DayRange
    /// Whether it is awarded, confirmed or completed, and not cancelled.
    public var isActive: Bool

    /// An award.
    public init(
        key: Key, requirement: Key, capability: Key, hsCode: HSCode, quantity: Int64, window: DayRange,
        isActive: Bool
    ) {
        self.key = key
        self.requirement = requirement
        self.capability = capability
        self.hsCode = hsCode
        self.quantity = quantity
        self.window = window
        self.isActive = isActive
    }

    /// What it takes of a capability's capacity over days: quantity × days of overlap / days of its window, rounded
    /// up.
    public func reserved(over days: DayRange) -> Int64 {
        let product = Int128(quantity) * Int128(window.overlap(days))
        let count = Int128(window.count)
        return Int64(clamping: (product + count - 1) / count)
    }
}

/// Why a candidate does not qualify. The codes are part of the contract: none is renamed.
public enum Reason: String, CaseIterable, Sendable, Comparable {
    /// Nothing is available, or less than all where the whole is asked of one supplier.
    case capacity
    /// Less would be ordered than the supplier makes at least.
    case minimumOrder
    /// Dearer than the maximum, or no rate to compare it.
    case price
    /// Delivered too late.
    case leadTime
    /// A required scheme is missing, expires before the end of the window, or was refused by an official.
    case certification
    /// Too little local value.
    case localContent
    /// Too little Vietnamese ownership.
    case ownership
    /// Too far away, or the place is not known.
    case distance
    /// An attribute is missing or out of bounds.
    case attribute
    /// The offer does not stand today or at the end of the window.
    case validity

    /// The bit of the reason in a `ReasonSet`.
    var bit: UInt16 {
        switch self {
        case .capacity: 1 << 0
        case .minimumOrder: 1 << 1
        case .price: 1 << 2
        case .leadTime: 1 << 3
        case .certification: 1 << 4
        case .localContent: 1 << 5
        case .ownership: 1 << 6
        case .distance: 1 << 7
        case .attribute: 1 << 8
        case .validity: 1 << 9
        }
    }

    /// The order in which reasons are listed: the order of the cases.
    public static func < (a: Reason, b: Reason) -> Bool { a.bit < b.bit }
}

/// A set of reasons.
public struct ReasonSet: OptionSet, Hashable, Sendable {
    /// A bit for each reason; not stable, nothing stores it.
    public let rawValue: UInt16
    /// A set by its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The set of one reason.
    public init(_ reason: Reason) { self.init(rawValue: reason.bit) }

    /// The reasons in their order.
    public var reasons: [Reason] { Reason.allCases.filter { rawValue & $0.bit != 0 } }

    /// The reason, if there is exactly one.
    public var only: Reason? { rawValue.nonzeroBitCount == 1 ? reasons.first : nil }
}

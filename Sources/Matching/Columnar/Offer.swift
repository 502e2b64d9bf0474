import Localization

/// What is read of a capability once its codes do not rule it out: one line of a processor's cache.
struct Offer: BitwiseCopyable {
    /// Of the first tier, in millionths of the group's currency.
    var unitPrice: Int64 = 0
    var capacityPerMonth: Int64 = 0
    var minimumOrder: Int64 = 0
    /// Local value; `lvcDenominator` is 0 without a statement.
    var lvcNumerator: Int64 = 0
    var lvcDenominator: Int64 = 0
    var x: Int32 = 0
    var y: Int32 = 0
    var z: Int32 = 0
    /// The supplier.
    var owner: UInt32 = 0
    var leadTimeDays: UInt32 = 0
    var ownership: UInt16 = 0
    var flags: Flags = []

    struct Flags: OptionSet, BitwiseCopyable {
        let rawValue: UInt16
        static let hasPoint = Flags(rawValue: 1)
        /// Several tiers, or one that does not begin at 0.
        static let hasTiers = Flags(rawValue: 2)
        /// An award reserves some of it.
        static let hasAwards = Flags(rawValue: 4)
        static let statementRefused = Flags(rawValue: 8)
        static let hasValidFirst = Flags(rawValue: 16)
        static let hasValidLast = Flags(rawValue: 32)
        /// There is such a capability; else it is only spoken of by awards.
        static let isPublished = Flags(rawValue: 64)
        static let isBeyondSphere = Flags(rawValue: 128)
        /// An official accepted a certificate of it.
        static let hasAcceptedCertificate = Flags(rawValue: 256)
    }

    var point: Point? { flags.contains(.hasPoint) ? Point(x: x, y: y, z: z) : nil }

    /// What the cost statement says.
    var stated: LocalContent? { LocalContent(lvcNumerator, over: lvcDenominator) }

    /// The local content that counts: nil where unstated or refused.
    var localContent: LocalContent? { flags.contains(.statementRefused) ? nil : stated }

    var hasLocalContent: Bool { lvcDenominator > 0 && !flags.contains(.statementRefused) }

    /// The local content that counts, in millionths, rounded down; 0 where none does.
    var lvcMillionths: UInt32 {
        guard hasLocalContent else { return 0 }
        let (product, overflow) = lvcNumerator.multipliedReportingOverflow(by: 1_000_000)
        return overflow ? localContent?.millionths ?? 0 : UInt32(truncatingIfNeeded: product / lvcDenominator)
    }

    /// Whether its codes do not say everything.
    var isIrregular: Bool {
        !flags.isDisjoint(with: [.hasTiers, .hasAwards, .isBeyondSphere])
    }

    /// What can be made over so many days: capacity per month × days / 30, rounded down.
    func capacity(over days: Int64) -> Int64 {
        let (product, overflow) = capacityPerMonth.multipliedReportingOverflow(by: days)
        return overflow ? Int64(clamping: Int128(capacityPerMonth) * Int128(days) / 30) : product / 30
    }
}

/// What is seldom read of a capability.
struct OfferDetail: BitwiseCopyable {
    /// Of a version, the lower half; see `OfferTable.version`.
    var version: UInt32 = 0
    /// Lists in the pools.
    var certificates: UInt32 = 0
    var attributes: UInt32 = 0
    /// The group and the place in it.
    var group: UInt32 = 0
    var location: Location = 0
    /// Another offer of the supplier.
    var nextOfOwner: UInt32 = OfferDetail.none

    static let none = UInt32.max
}

/// A certificate as a word of a list. The list begins with where the certificates' numbers lie.
struct HeldCertificate {
    /// Scheme and last day, as one of the terms that certificates have.
    let term: UInt32
    let standing: Standing

    /// What officials found of it.
    enum Standing: UInt32 { case unverified, accepted, refused }

    init(term: UInt32, standing: Standing) {
        self.term = term
        self.standing = standing
    }

    init(_ word: UInt32) {
        term = word >> 2
        standing = Standing(rawValue: word & 3) ?? .unverified
    }

    var word: UInt32 { term << 2 | standing.rawValue }

    /// What many certificates have in common.
    struct Term: Hashable {
        let scheme: UInt32
        let expiresOn: Day
    }
}

/// An attribute as four words of a list.
struct OfferedAttribute {
    static let words = 4
    let name: UInt32
    let number: Int64?
    let text: UInt32

    init(name: UInt32, number: Int64?, text: UInt32) {
        self.name = name
        self.number = number
        self.text = text
    }

    init(_ words: ArraySlice<UInt32>, at index: Int) {
        name = words[index] >> 1
        text = words[index + 1]
        let bits = UInt64(words[index + 2]) << 32 | UInt64(words[index + 3])
        number = words[index] & 1 == 1 ? Int64(bitPattern: bits) : nil
    }

    var words: [UInt32] {
        let bits = UInt64(bitPattern: number ?? 0)
        return [
            name << 1 | (number == nil ? 0 : 1), text, UInt32(truncatingIfNeeded: bits >> 32),
            UInt32(truncatingIfNeeded: bits),
        ]
    }
}

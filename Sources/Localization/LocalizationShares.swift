/// The three numbers that are never mixed, over any set of purchases in one currency: bought in the country, bought
/// from domestically owned firms, and value added in the country (DESIGN.md §5).
///
///     var shares = LocalizationShares()
///     try shares.add(amount: 400, isInCountry: true, domesticOwnershipBasisPoints: 10_000, lvcMillionths: 650_000)
///     try shares.addUncovered(amount: 600)
///     shares.valueAdded   // 13/50
public struct LocalizationShares: Hashable, Sendable {
    /// All purchases, in the currency's minor unit.
    public private(set) var totalAmount: Int128 = 0
    /// Those from suppliers located in the country, in the minor unit.
    public private(set) var inCountryAmount: Int128 = 0
    /// Those from domestically owned suppliers in the country, in full, in the minor unit.
    public private(set) var domesticallyOwnedAmount: Int128 = 0
    /// Σ amount × LVC, in millionths of the minor unit.
    public private(set) var valueAddedMillionths: Int128 = 0
    /// Those for which a local value content is stated at all, in the minor unit.
    public private(set) var statedAmount: Int128 = 0
    /// Those whose cost statement an official has accepted, in the minor unit.
    public private(set) var verifiedAmount: Int128 = 0

    /// A supplier counts as domestically owned from 51 % on, and then in full: JETRO's sense of a locally owned firm
    /// in its local procurement rate (DESIGN.md §5).
    public static let domesticOwnershipBasisPointsMin = 5_100

    /// Why a purchase is not added; the sums are then unchanged.
    public enum Refusal: String, Error, Hashable, Sendable {
        /// An amount below zero.
        case negativeAmount
        /// Ownership outside 0…10 000 basis points, or a ratio outside 0…1 000 000 millionths.
        case shareOutOfRange
        /// The total would be too large for exact ratios, beyond about 1.7 × 10²⁶ minor units.
        case outOfRange
    }

    /// How well the local value content of a purchase is founded.
    public enum Statement: Hashable, Sendable {
        /// None is published: it counts as 0.
        case missing
        /// A cost statement says it.
        case stated
        /// An official has accepted the cost statement.
        case verified
    }

    /// No purchases yet.
    public init() {}

    /// Sums that were kept elsewhere.
    ///
    /// - Throws: `negativeAmount`; `shareOutOfRange` where a part exceeds what contains it; `outOfRange`.
    public init(
        totalAmount: Int128, inCountryAmount: Int128, domesticallyOwnedAmount: Int128, valueAddedMillionths: Int128,
        statedAmount: Int128, verifiedAmount: Int128
    ) throws(Refusal) {
        guard totalAmount <= Self.totalAmountMax else { throw .outOfRange }
        guard domesticallyOwnedAmount >= 0, inCountryAmount >= 0, totalAmount >= 0, verifiedAmount >= 0,
            statedAmount >= 0, valueAddedMillionths >= 0
        else { throw .negativeAmount }
        guard domesticallyOwnedAmount <= inCountryAmount, inCountryAmount <= totalAmount,
            verifiedAmount <= statedAmount, statedAmount <= totalAmount,
            valueAddedMillionths <= totalAmount * Int128(Millionths.perOne)
        else { throw .shareOutOfRange }
        self.totalAmount = totalAmount
        self.inCountryAmount = inCountryAmount
        self.domesticallyOwnedAmount = domesticallyOwnedAmount
        self.valueAddedMillionths = valueAddedMillionths
        self.statedAmount = statedAmount
        self.verifiedAmount = verifiedAmount
    }

    /// Counts what is bought from one supplier.
    ///
    /// - Parameters:
    ///   - amount: in the minor unit of the one currency used.
    ///   - isInCountry: whether the supplier is located in Viet Nam, whoever owns it.
    ///   - domesticOwnershipBasisPoints: Vietnamese ownership, 0…10 000.
    ///   - lvcMillionths: the product's local value content, 0…1 000 000; 0 when no statement is published.
    ///   - statement: what that content rests on.
    public mutating func add(
        amount: Int64, isInCountry: Bool, domesticOwnershipBasisPoints: Int, lvcMillionths: Int64,
        statement: Statement = .missing
    ) throws(Refusal) {
        guard amount >= 0 else { throw .negativeAmount }
        guard (0...10_000).contains(domesticOwnershipBasisPoints), (0...Millionths.perOne).contains(lvcMillionths)
        else { throw .shareOutOfRange }
        let isDomesticallyOwned = domesticOwnershipBasisPoints >= Self.domesticOwnershipBasisPointsMin
        var purchase = LocalizationShares()
        purchase.totalAmount = Int128(amount)
        purchase.inCountryAmount = isInCountry ? Int128(amount) : 0
        purchase.domesticallyOwnedAmount = isInCountry && isDomesticallyOwned ? Int128(amount) : 0
        purchase.valueAddedMillionths = Int128(amount) * Int128(lvcMillionths)
        purchase.statedAmount = statement == .missing ? 0 : Int128(amount)
        purchase.verifiedAmount = statement == .verified ? Int128(amount) : 0
        try add(purchase)
    }

    /// Counts demand that no supplier in view covers, at its reference price: it enters the total alone.
    public mutating func addUncovered(amount: Int64) throws(Refusal) {
        try add(amount: amount, isInCountry: false, domesticOwnershipBasisPoints: 0, lvcMillionths: 0)
    }

    /// Counts another set of purchases in the same currency.
    public mutating func add(_ other: LocalizationShares) throws(Refusal) {
        guard totalAmount + other.totalAmount <= Self.totalAmountMax else { throw .outOfRange }
        totalAmount += other.totalAmount
        inCountryAmount += other.inCountryAmount
        domesticallyOwnedAmount += other.domesticallyOwnedAmount
        valueAddedMillionths += other.valueAddedMillionths
        statedAmount += other.statedAmount
        verifiedAmount += other.verifiedAmount
    }

    private static let totalAmountMax = Ratio.largestTerm / Int128(Millionths.perOne)
}

extension LocalizationShares {
    /// Bought in the country over all purchases; `nil` without any.
    public var inCountry: Ratio? { Ratio(inCountryAmount, over: totalAmount) }

    /// Bought from domestically owned firms over all purchases; `nil` without any.
    public var domesticallyOwned: Ratio? { Ratio(domesticallyOwnedAmount, over: totalAmount) }

    /// Value added in the country over all purchases; `nil` without any.
    public var valueAdded: Ratio? {
        Ratio(valueAddedMillionths, over: totalAmount * Int128(Millionths.perOne))
    }

    /// What rests on a cost statement that an official has accepted, over all purchases; `nil` without any.
    public var coverage: Ratio? { Ratio(verifiedAmount, over: totalAmount) }
}

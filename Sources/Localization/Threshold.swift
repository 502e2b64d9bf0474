/// What an agreement asks of a product's ratio. Data that callers bring, per agreement and HS line; no formula holds
/// one.
public struct Threshold: Hashable, Sendable {
    /// The agreement or rule, as shown: `ATIGA`, `CPTPP chapter 87`.
    public var agreement: String
    /// The formula the limit is set for.
    public var method: OriginMethod
    /// The limit in per cent: 40 is 40 %.
    public var percent: Millionths

    /// A limit for one method of one agreement.
    public init(agreement: String, method: OriginMethod, percent: Millionths) {
        self.agreement = agreement
        self.method = method
        self.percent = percent
    }

    /// Whether the ratio must stay at or below the limit (MaxNOM) rather than reach it.
    public var isMaximum: Bool { method.isMaximum }
}

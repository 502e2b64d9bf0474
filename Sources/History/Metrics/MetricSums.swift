internal import Foundation
internal import Localization

/// Sums of entries, exact; as differences between two days they may be below zero.
struct MetricSums: Equatable {
    /// Entries counted: requirements for demand, awards for realised.
    var entries = 0
    /// Left out for want of a price to value them at.
    var withoutPrice = 0
    /// Left out because a currency has no rate on the day.
    var withoutRate = 0
    /// Left out because an amount does not fit.
    var outOfRange = 0
    /// In the minor unit.
    var total: Int128 = 0
    var inCountry: Int128 = 0
    var domesticallyOwned: Int128 = 0
    /// In millionths of the minor unit.
    var valueAdded: Int128 = 0
    var stated: Int128 = 0
    var verified: Int128 = 0

    static let zero = MetricSums()

    /// Adds other sums, or takes them off.
    mutating func add(_ other: MetricSums, times sign: Int) {
        entries += sign * other.entries
        withoutPrice += sign * other.withoutPrice
        withoutRate += sign * other.withoutRate
        outOfRange += sign * other.outOfRange
        for part in Self.amounts { self[keyPath: part] += Int128(sign) * other[keyPath: part] }
    }

    /// The amounts, in the order in which they are stored.
    static var amounts: [WritableKeyPath<MetricSums, Int128>] {
        [\.total, \.inCountry, \.domesticallyOwned, \.valueAdded, \.stated, \.verified]
    }
}

extension MetricSums {
    /// The amounts as stored: each in 16 bytes, the lowest first.
    var blob: Blob {
        var bytes = Blob(capacity: Self.amounts.count * 16)
        for part in Self.amounts {
            withUnsafeBytes(of: self[keyPath: part].littleEndian) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    /// Adds amounts as they are stored.
    mutating func add(amountsIn blob: Blob) {
        blob.withUnsafeBytes { bytes in
            guard bytes.count == Self.amounts.count * 16 else { return }
            for (index, part) in Self.amounts.enumerated() {
                self[keyPath: part] += Int128(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: index * 16, as: Int128.self))
            }
        }
    }
}

extension LocalizationShares {
    /// Sums as shares; nothing where they do not fit.
    init?(_ sums: MetricSums) {
        try? self.init(
            totalAmount: sums.total, inCountryAmount: sums.inCountry, domesticallyOwnedAmount: sums.domesticallyOwned,
            valueAddedMillionths: sums.valueAdded, statedAmount: sums.stated, verifiedAmount: sums.verified)
    }
}

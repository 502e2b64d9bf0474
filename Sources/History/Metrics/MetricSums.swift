internal import Localization

/// Sums of entries, exact; as a change they may be below zero.
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
    mutating func add(_ other: MetricSums, times sign: Int = 1) {
        let factor = Int128(sign)
        entries += sign * other.entries
        withoutPrice += sign * other.withoutPrice
        withoutRate += sign * other.withoutRate
        outOfRange += sign * other.outOfRange
        total += factor * other.total
        inCountry += factor * other.inCountry
        domesticallyOwned += factor * other.domesticallyOwned
        valueAdded += factor * other.valueAdded
        stated += factor * other.stated
        verified += factor * other.verified
    }

    /// Counts an entry, or takes it off.
    fileprivate mutating func count(_ entry: MetricEntry, _ worth: MetricWorth, times sign: Int) {
        // A plan is counted once, by what it leaves uncovered.
        let isCounted = entry.stage != .potential || entry.part.isEmpty
        if isCounted { entries += sign }
        switch worth.fault {
        case .none:
            total += Int128(sign) * Int128(worth.amount)
            addParts(of: entry, worth, Int128(sign) * Int128(worth.amount))
        case .noPrice: withoutPrice += isCounted ? sign : 0
        case .noRate: withoutRate += isCounted ? sign : 0
        case .outOfRange: outOfRange += isCounted ? sign : 0
        }
    }

    fileprivate mutating func addParts(of entry: MetricEntry, _ worth: MetricWorth, _ amount: Int128) {
        if entry.isInCountry {
            inCountry += amount
            if worth.isDomesticallyOwned { domesticallyOwned += amount }
        }
        valueAdded += amount * Int128(entry.lvc)
        if entry.isStated {
            stated += amount
            if worth.isVerified { verified += amount }
        }
    }
}

/// The sums of each stage.
struct StageSums: Equatable {
    var demand = MetricSums.zero
    var potential = MetricSums.zero
    var realised = MetricSums.zero
    /// What is taken off the potential to give what is jointly feasible, below zero.
    var cut = MetricSums.zero

    static let zero = StageSums()

    subscript(stage: MetricStage) -> MetricSums {
        get {
            switch stage {
            case .demand: demand
            case .potential: potential
            case .realised: realised
            case .cut: cut
            }
        }
        set {
            switch stage {
            case .demand: demand = newValue
            case .potential: potential = newValue
            case .realised: realised = newValue
            case .cut: cut = newValue
            }
        }
    }

    /// Adds other sums.
    mutating func add(_ other: StageSums) {
        demand.add(other.demand)
        potential.add(other.potential)
        realised.add(other.realised)
        cut.add(other.cut)
    }

    /// Counts an entry and what is cut of it, or takes them off.
    mutating func count(_ entry: MetricEntry, _ worth: MetricWorth, times sign: Int = 1) {
        switch entry.stage {
        case .demand: demand.count(entry, worth, times: sign)
        case .realised: realised.count(entry, worth, times: sign)
        case .potential:
            potential.count(entry, worth, times: sign)
            cut(entry, worth, times: sign)
        case .cut: break
        }
    }

    /// Takes off what is cut of a plan, or gives it back.
    mutating func cut(_ entry: MetricEntry, _ worth: MetricWorth, times sign: Int = 1) {
        guard worth.cutAmount != 0 else { return }
        cut.addParts(of: entry, worth, -Int128(sign) * Int128(worth.cutAmount))
    }
}

extension MetricSums {
    /// The amounts, in the order in which they are stored.
    private static var amounts: [WritableKeyPath<MetricSums, Int128>] {
        [\.total, \.inCountry, \.domesticallyOwned, \.valueAdded, \.stated, \.verified]
    }

    /// The amounts as stored: each in 16 bytes, the lowest first.
    var bytes: [UInt8] {
        Self.amounts.flatMap { part in withUnsafeBytes(of: self[keyPath: part].littleEndian, Array.init) }
    }

    /// Counters and amounts as they are stored.
    init(_ row: RawRow, from index: Int32) {
        entries = Int(row.integer(index))
        withoutPrice = Int(row.integer(index + 1))
        withoutRate = Int(row.integer(index + 2))
        outOfRange = Int(row.integer(index + 3))
        row.withBytes(index + 4) { bytes in
            guard bytes.count == Self.amounts.count * 16 else { return }
            for (place, part) in Self.amounts.enumerated() {
                self[keyPath: part] = Int128(
                    littleEndian: bytes.loadUnaligned(fromByteOffset: place * 16, as: Int128.self))
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

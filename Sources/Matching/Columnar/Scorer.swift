/// The arithmetic of scores for many offers of one question: equal to `ScoreTerms`, in 64 bits where they suffice.
struct Scorer {
    private let priceWeight: UInt32
    private let coverageWeight: UInt32
    private let localizationWeight: UInt32
    let open: Int64
    private let ceiling: PriceCeiling
    private let maximum: Int64
    private let priceShare: UpperShare?
    private let coverageShare: UpperShare?

    init(policy: Policy, open: Int64, ceiling: PriceCeiling) {
        priceWeight = policy.priceWeight
        coverageWeight = policy.coverageWeight
        localizationWeight = policy.localizationWeight
        self.open = open
        self.ceiling = ceiling
        coverageShare = UpperShare(policy.coverageWeight, of: open)
        switch ceiling {
        case .maximum(let maximum):
            self.maximum = maximum
            priceShare = UpperShare(policy.priceWeight, of: maximum)
        case .lowest:
            maximum = 0
            priceShare = nil
        }
    }

    func terms(price: Int64, supply: Int64, lvcBasisPoints: Int64) -> ScoreTerms {
        ScoreTerms(
            price: priceTerm(price), coverage: coverageTerm(supply),
            localization: localizationTerm(lvcBasisPoints))
    }

    @inline(__always)
    func priceTerm(_ price: Int64) -> UInt32 {
        guard price > 0 else { return 0 }
        switch ceiling {
        case .maximum(let maximum):
            return Self.share(priceWeight, maximum - min(price, maximum), of: maximum)
        case .lowest(let lowest): return Self.share(priceWeight, min(lowest ?? price, price), of: price)
        }
    }

    @inline(__always)
    func coverageTerm(_ supply: Int64) -> UInt32 { Self.share(coverageWeight, supply, of: open) }

    @inline(__always)
    func localizationTerm(_ basisPoints: Int64) -> UInt32 {
        Self.share(localizationWeight, basisPoints, of: 10_000)
    }

    /// More than which a row can't score, by its codes.
    @inline(__always)
    func most(price: Int16, capacity: Int16, lvc: Int16, days: Int64) -> UInt32 {
        mostPriceTerm(FieldCode.leastMagnitude(of: price))
            + mostCoverageTerm(Self.mostAvailable(capacity, over: days, open: open)) + localizationTerm(-Int64(lvc))
    }

    /// At least the term of a price, and at most a point more.
    @inline(__always)
    private func mostPriceTerm(_ price: Int64) -> UInt32 {
        guard let priceShare else { return priceTerm(max(price, 1)) }
        return priceShare.most(of: maximum - min(price, maximum))
    }

    /// At least the term of a supply up to the open quantity, and at most a point more.
    @inline(__always)
    private func mostCoverageTerm(_ supply: Int64) -> UInt32 {
        coverageShare?.most(of: supply) ?? coverageTerm(supply)
    }

    /// As above, for a row of which one reason would be remedied.
    @inline(__always)
    func most(price: Int16, capacity: Int16, lvc: Int16, lacking reason: Reason, _ question: Question) -> UInt32 {
        let points = -Int64(lvc)
        let local = reason == .localContent ? max(points, Int64(question.lvcMin) / 100) : points
        let supply =
            reason == .capacity ? open : Self.mostAvailable(capacity, over: question.windowDays, open: open)
        return (reason == .price ? 0 : mostPriceTerm(FieldCode.leastMagnitude(of: price)))
            + mostCoverageTerm(supply) + localizationTerm(local)
    }

    /// By how many points a score can be below `most`: a code is within a 512th of its value, what is available is
    /// rounded to a millionth and terms to a point.
    var codeSlack: UInt32 {
        (priceWeight + coverageWeight) / 512 + 6
            + UInt32(truncatingIfNeeded: 3 * Int64(coverageWeight) / max(open, 1))
    }

    /// min(open, available), at most, by the negated code of the capacity.
    @inline(__always)
    private static func mostAvailable(_ capacity: Int16, over days: Int64, open: Int64) -> Int64 {
        let most = FieldCode.greatestMagnitude(of: -capacity)
        let (product, overflow) = most.multipliedReportingOverflow(by: days)
        guard overflow else { return min(open, product / 30) }
        return Int64(min(Int128(open), Int128(most) * Int128(days) / 30))
    }

    /// Weights are below 2¹⁴: a part below it times a weight fits 63 bits.
    private static let narrow = Int64(1) << 49

    @inline(__always)
    private static func share(_ weight: UInt32, _ part: Int64, of whole: Int64) -> UInt32 {
        guard whole > 0 else { return 0 }
        let part = min(max(part, 0), whole)
        guard part < narrow else { return UInt32(Int128(weight) * Int128(part) / Int128(whole)) }
        return UInt32(truncatingIfNeeded: UInt64(weight) &* UInt64(bitPattern: part) / UInt64(bitPattern: whole))
    }
}

/// weight × part / whole by a multiplication: never too little, and at most one too much.
struct UpperShare {
    /// weight × 2⁶⁴ / whole, rounded up.
    private let factor: UInt64

    /// Nil where the whole is so small that the factor would not fit.
    init?(_ weight: UInt32, of whole: Int64) {
        guard whole > Int64(weight) else { return nil }
        factor = UInt64(whole).dividingFullWidth((UInt64(weight), 0)).quotient + 1
    }

    /// For a part from 0 to the whole.
    @inline(__always)
    func most(of part: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: factor.multipliedFullWidth(by: UInt64(bitPattern: part)).high)
    }
}

extension ScoreTerms {
    init(price: UInt32, coverage: UInt32, localization: UInt32) {
        self.price = price
        self.coverage = coverage
        self.localization = localization
    }
}

/// The arithmetic of scores for many offers of one question: equal to `ScoreTerms`, in 64 bits where they suffice.
struct Scorer {
    let policy: Policy
    let open: Int64
    let ceiling: PriceCeiling

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
            return Self.share(policy.priceWeight, maximum - min(price, maximum), of: maximum)
        case .lowest(let lowest): return Self.share(policy.priceWeight, min(lowest ?? price, price), of: price)
        }
    }

    @inline(__always)
    func coverageTerm(_ supply: Int64) -> UInt32 { Self.share(policy.coverageWeight, supply, of: open) }

    @inline(__always)
    func localizationTerm(_ basisPoints: Int64) -> UInt32 {
        Self.share(policy.localizationWeight, basisPoints, of: 10_000)
    }

    /// More than which a row can't score, by its codes.
    @inline(__always)
    func most(price: Int16, capacity: Int16, lvc: Int16, days: Int64) -> UInt32 {
        priceTerm(max(FieldCode.leastMagnitude(of: price), 1))
            + coverageTerm(Self.mostAvailable(capacity, over: days, open: open)) + localizationTerm(-Int64(lvc))
    }

    /// As above, for a row of which one reason would be remedied.
    @inline(__always)
    func most(price: Int16, capacity: Int16, lvc: Int16, lacking reason: Reason, _ question: Question) -> UInt32 {
        let points = -Int64(lvc)
        let local = reason == .localContent ? max(points, Int64(question.lvcMin) / 100) : points
        let supply =
            reason == .capacity ? open : Self.mostAvailable(capacity, over: question.windowDays, open: open)
        return (reason == .price ? 0 : priceTerm(max(FieldCode.leastMagnitude(of: price), 1)))
            + coverageTerm(supply) + localizationTerm(local)
    }

    /// By how many points a score can be below `most`: a code is within a 512th of its value, what is available is
    /// rounded to a millionth and terms to a point.
    var codeSlack: UInt32 {
        (policy.priceWeight + policy.coverageWeight) / 512 + 4
            + UInt32(truncatingIfNeeded: 3 * Int64(policy.coverageWeight) / max(open, 1))
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

extension ScoreTerms {
    init(price: UInt32, coverage: UInt32, localization: UInt32) {
        self.price = price
        self.coverage = coverage
        self.localization = localization
    }
}

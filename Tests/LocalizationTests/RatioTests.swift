import LinkageTesting
import Localization
import Testing

@Suite struct RatioTests {
    @Test func isInLowestTerms() throws {
        let ratio = try #require(Ratio(5_500_000, over: 15_000_000))
        #expect(ratio.description == "11/30")
        #expect(ratio == Ratio(11, over: 30))
        #expect(Ratio(0, over: 7) == .zero)
        #expect(Ratio(7, over: 7) == .one)
        #expect(Ratio(millionths: 300_000) == Ratio(3, over: 10))
        #expect(try Ratio(percent: decimal("40.5")) == Ratio(81, over: 200))
    }

    @Test func refusesWhatIsNoShareOfAnAmount() {
        #expect(Ratio(1, over: 0) == nil)
        #expect(Ratio(-1, over: 2) == nil)
        #expect(Ratio(1, over: -2) == nil)
        #expect(Ratio(.min, over: .min) == nil)
        #expect(Ratio(millionths: -1) == nil)
        #expect(Ratio(percent: smallest) == nil)
        #expect(Ratio(.max, over: 2) == nil)
        #expect(Ratio(1, over: Ratio.largestTerm + 1) == nil)
        #expect(Ratio(.max, over: .max) == .one)
    }

    @Test(arguments: [("40.6", 40), ("50.7", 50), ("37.8", 37), ("40", 40), ("99.999999", 99)])
    func declaredPercentGoesDown(percent: String, declared: Int64) throws {
        let ratio = try #require(Ratio(percent: decimal(percent)))
        #expect(ratio.declaredPercent(rounding: .down) == declared)
    }

    @Test(arguments: [("40.6", 41), ("40.000001", 41), ("40", 40), ("0", 0)])
    func aMaximumGoesUp(percent: String, declared: Int64) throws {
        let ratio = try #require(Ratio(percent: decimal(percent)))
        #expect(ratio.declaredPercent(rounding: .up) == declared)
    }

    @Test func roundedFormsNeverOverstate() throws {
        var random = SplitMix64(seed: 2)
        for _ in 0..<2_000 {
            let denominator = Int64.random(in: 1...Int64.max, using: &random)
            let numerator = Int64.random(in: 0...denominator, using: &random)
            let ratio = try #require(Ratio(Int128(numerator), over: Int128(denominator)))
            let declared = ratio.declaredPercent(rounding: .down)
            for (parts, perOne) in [(ratio.millionths, 1_000_000), (ratio.basisPoints, 10_000), (declared, 100)] {
                let scaled = Int128(numerator) * Int128(perOne)
                #expect(Int128(parts) * Int128(denominator) <= scaled)
                #expect(Int128(parts + 1) * Int128(denominator) > scaled)
            }
            let upper = Int128(ratio.declaredPercent(rounding: .up))
            #expect(upper * Int128(denominator) >= Int128(numerator) * 100)
        }
    }

    @Test func comparesAsCrossProductsDo() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2_000 {
            let terms = (0..<4).map { _ in Int64.random(in: 1...1_000, using: &random) }
            let first = try #require(Ratio(Int128(terms[0]), over: Int128(terms[1])))
            let second = try #require(Ratio(Int128(terms[2]), over: Int128(terms[3])))
            #expect((first < second) == (terms[0] * terms[3] < terms[2] * terms[1]))
            #expect((first == second) == (terms[0] * terms[3] == terms[2] * terms[1]))
        }
    }

    @Test func comparesTheLargestTermsExactly() throws {
        let most = Ratio.largestTerm
        let lower = try #require(Ratio(most - 2, over: most - 1))
        let higher = try #require(Ratio(most - 1, over: most))
        let huge = try #require(Ratio(most, over: 1))
        let tiny = try #require(Ratio(1, over: most))
        #expect(lower < higher)
        #expect(!(higher < lower))
        #expect(!(higher < higher))
        #expect(higher < .one)
        #expect(tiny < huge)
        #expect(huge.millionths == .max)
        #expect(huge.declaredPercent(rounding: .up) == .max)
        #expect(tiny.millionths == 0)
        #expect(tiny.declaredPercent(rounding: .up) == 1)
        #expect(higher.millionths == 999_999)
        #expect(huge.meets(minimumPercent: largest))
        #expect(!huge.keeps(maximumPercent: largest))
        #expect(tiny.keeps(maximumPercent: Millionths(count: 1)))
        #expect(!tiny.meets(minimumPercent: Millionths(count: 1)))
    }

    @Test func testsLimitsExactlyAndIncludesEquality() throws {
        let third = try #require(Ratio(1, over: 3))
        #expect(try third.meets(minimumPercent: decimal("33.333333")))
        #expect(try !third.meets(minimumPercent: decimal("33.333334")))
        #expect(try third.keeps(maximumPercent: decimal("33.333334")))
        #expect(try !third.keeps(maximumPercent: decimal("33.333333")))

        let twoFifths = try #require(Ratio(2, over: 5))
        #expect(try twoFifths.meets(minimumPercent: decimal("40")))
        #expect(try twoFifths.keeps(maximumPercent: decimal("40")))
        #expect(Ratio.zero.meets(minimumPercent: smallest))
        #expect(!Ratio.zero.keeps(maximumPercent: smallest))
    }
}

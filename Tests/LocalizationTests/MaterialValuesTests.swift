import LinkageTesting
import Localization
import Testing

@Suite struct MaterialValuesTests {
    static let rules: [CarriedRatioRule] = [.passThrough, .atigaPartialCumulation]

    private func line(_ value: String, carrying percent: String) throws -> MaterialLine {
        MaterialLine(value: try decimal(value), origin: .unknown, carriedRatio: Ratio(percent: try decimal(percent)))
    }

    @Test(arguments: [
        ("100", "100"), ("40", "100"), ("39.999999", "39.999999"), ("39", "39"), ("20", "20"), ("19.999999", "0"),
        ("0", "0"),
    ])
    func atigaPartialCumulation(carried: String, counted: String) throws {
        let materials = try MaterialValues([line("100", carrying: carried)], counting: .atigaPartialCumulation)
        #expect(try materials.originating == decimal(counted))
        #expect(try materials.nonOriginating.adding(materials.originating) == decimal("100"))
    }

    @Test(arguments: [("100", "100"), ("40", "40"), ("39", "39"), ("5", "5"), ("0", "0")])
    func passThrough(carried: String, counted: String) throws {
        let materials = try MaterialValues([line("100", carrying: carried)], counting: .passThrough)
        #expect(try materials.originating == decimal(counted))
    }

    @Test(arguments: rules)
    func unknownOriginIsNonOriginating(rule: CarriedRatioRule) throws {
        let five = try decimal("5")
        for (origin, counted) in [(MaterialLine.Origin.originating, five), (.nonOriginating, .zero), (.unknown, .zero)]
        {
            let materials = try MaterialValues([MaterialLine(value: five, origin: origin)], counting: rule)
            #expect(materials.originating == counted)
        }
    }

    @Test(arguments: MaterialLine.Origin.allCases)
    func aCarriedRatioDecidesWhateverTheOrigin(origin: MaterialLine.Origin) throws {
        let line = MaterialLine(value: try decimal("300"), origin: origin, carriedRatio: Ratio(1, over: 3))
        #expect(try MaterialValues([line], counting: .passThrough).originating == decimal("100"))
    }

    @Test(arguments: rules)
    func splittingAndReorderingLinesChangesNothing(rule: CarriedRatioRule) throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<300 {
            let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in randomLine(using: &random) }
            var pieces: [MaterialLine] = []
            for line in lines {
                let first = Int64.random(in: 0...line.value.count, using: &random)
                for count in [first, line.value.count - first] {
                    pieces.append(
                        MaterialLine(
                            value: Millionths(count: count), origin: line.origin, carriedRatio: line.carriedRatio))
                }
            }
            pieces.shuffle(using: &random)
            #expect(try MaterialValues(pieces, counting: rule) == MaterialValues(lines, counting: rule))
        }
    }

    @Test(arguments: rules)
    func valuesAddUpToTheLinesAndNeverOverstate(rule: CarriedRatioRule) throws {
        var random = SplitMix64(seed: 5)
        for _ in 0..<300 {
            let line = randomLine(using: &random)
            let materials = try MaterialValues([line], counting: rule)
            #expect(materials.originating.adding(materials.nonOriginating) == line.value)
            guard rule == .passThrough, let carried = line.carriedRatio, line.value > .zero else { continue }
            let counted = try #require(Ratio(Int128(materials.originating.count), over: Int128(line.value.count)))
            #expect(counted <= carried)
        }
    }

    @Test(arguments: rules)
    func refusesWithTheReason(rule: CarriedRatioRule) throws {
        let aboveOne = MaterialLine(
            value: Millionths(count: 1), origin: .originating, carriedRatio: Ratio(1_000_001, over: 1_000_000))
        let negative = MaterialLine(value: smallest, origin: .unknown)
        let most = MaterialLine(value: largest, origin: .unknown)
        let mostOriginating = MaterialLine(value: largest, origin: .originating)
        #expect(throws: StatementRefusal.carriedRatioAboveOne) { try MaterialValues([aboveOne], counting: rule) }
        #expect(throws: StatementRefusal.negative(.material)) { try MaterialValues([negative], counting: rule) }
        #expect(throws: StatementRefusal.outOfRange(.nonOriginatingMaterials)) {
            try MaterialValues([most, most], counting: rule)
        }
        #expect(throws: StatementRefusal.outOfRange(.originatingMaterials)) {
            try MaterialValues([mostOriginating, mostOriginating], counting: rule)
        }
        #expect(try MaterialValues([most, mostOriginating], counting: rule).nonOriginating == largest)
        #expect(try MaterialValues([], counting: rule).originating == .zero)
    }

    @Test func theLargestTermsCountExactly() throws {
        let carried = try #require(Ratio(Ratio.largestTerm - 1, over: Ratio.largestTerm))
        let line = MaterialLine(value: largest, origin: .unknown, carriedRatio: carried)
        let materials = try MaterialValues([line], counting: .passThrough)
        #expect(materials.originating.count == .max - 1)
        #expect(materials.nonOriginating.count == 1)
    }

    private func randomLine(using random: inout SplitMix64) -> MaterialLine {
        let denominator = Int64.random(in: 1...9, using: &random)
        let numerator = Int64.random(in: 0...denominator, using: &random)
        let carriesRatio = Bool.random(using: &random)
        return MaterialLine(
            value: Millionths(count: Int64.random(in: 0...5_000_000, using: &random)),
            origin: MaterialLine.Origin.allCases.randomElement(using: &random) ?? .unknown,
            carriedRatio: carriesRatio ? Ratio(Int128(numerator), over: Int128(denominator)) : nil)
    }
}

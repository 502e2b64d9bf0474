import LinkageTesting
import Localization
import Testing

/// What must hold for every statement (DOMAIN.md §1), over seeded random ones.
@Suite struct CostStatementPropertyTests {
    static let seeds = UInt64(0)..<20

    private func closedStatements(using random: inout SplitMix64) throws -> [CostStatement] {
        try (0..<50).map { _ in try CostStatement.closed(using: &random) }
    }

    private func ratios(_ statement: CostStatement) throws -> [Ratio] {
        let methods: [OriginMethod] = [.lvcDirect, .lvcIndirect, .rvcDirect, .rvcIndirect, .transactionValue, .maxNOM]
        return try methods.map { try statement.result(of: $0).ratio }
    }

    @Test(arguments: seeds) func directEqualsIndirectWhenClosed(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            #expect(try statement.result(of: .lvcDirect).ratio == statement.result(of: .lvcIndirect).ratio)
            #expect(try statement.lvc().ratio == statement.rvc().ratio)
            #expect(try statement.lvc().ratio <= .one)
        }
    }

    @Test(arguments: seeds) func scalingChangesNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            let factor = Int64.random(in: 1...10_000, using: &random)
            let scaled = statement.mapValues { Millionths(count: $0.count * factor) }
            #expect(try ratios(scaled) == ratios(statement))
            #expect(scaled.flags == statement.flags)
        }
    }

    @Test(arguments: seeds) func anotherCurrencyAtOneRateChangesNothing(seed: UInt64) throws {
        let dong = try currencyNamed("VND")
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            // 25 437.5 dong a dollar, exact on even counts.
            let dollars = statement.mapValues { Millionths(count: $0.count * 2) }
            var dongs = dollars.mapValues { Millionths(count: $0.count / 2 * 50_875) }
            dongs.currency = dong
            #expect(try ratios(dongs) == ratios(dollars))
        }
    }

    @Test(arguments: seeds) func localizingAValueAddsExactlyItsShareOfFob(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            let moved = Int64.random(in: 0...statement.nonOriginatingMaterials.count, using: &random)
            var after = statement
            after.originatingMaterials = Millionths(count: statement.originatingMaterials.count + moved)
            after.nonOriginatingMaterials = Millionths(count: statement.nonOriginatingMaterials.count - moved)

            let fob = Int128(try #require(statement.fob).count)
            for method in [OriginMethod.lvcDirect, .lvcIndirect] {
                let before = try statement.result(of: method).ratio
                let expected = Ratio(before.numerator * (fob / before.denominator) + Int128(moved), over: fob)
                #expect(try after.result(of: method).ratio == expected)
            }
        }
    }

    @Test(arguments: seeds) func splittingALineChangesNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            let whole = [
                MaterialLine(value: statement.originatingMaterials, origin: .originating),
                MaterialLine(value: statement.nonOriginatingMaterials, origin: .unknown),
            ]
            let split = whole.flatMap { line in
                let first = Int64.random(in: 0...line.value.count, using: &random)
                return [first, line.value.count - first].map {
                    MaterialLine(value: Millionths(count: $0), origin: line.origin)
                }
            }
            for rule in [CarriedRatioRule.passThrough, .atigaPartialCumulation] {
                let recounted = statement.replacingMaterials(with: try MaterialValues(split, counting: rule))
                #expect(recounted == statement)
            }
        }
    }

    @Test(arguments: seeds) func declaredPercentNeverOverstates(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for statement in try closedStatements(using: &random) {
            let lvc = try statement.lvc()
            #expect(lvc.ratio.meets(minimumPercent: Millionths(count: lvc.declaredPercent * Millionths.perOne)))
            #expect(!lvc.ratio.meets(minimumPercent: Millionths(count: (lvc.declaredPercent + 1) * Millionths.perOne)))
            let maxNOM = try statement.result(of: .maxNOM)
            #expect(maxNOM.ratio.keeps(maximumPercent: Millionths(count: maxNOM.declaredPercent * Millionths.perOne)))
        }
    }
}

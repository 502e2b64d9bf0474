import LinkageTesting
import Localization
import Testing

/// Values from outside are errors at worst, never a crash.
@Suite struct OverflowTests {
    static let extremes = [Int64.min, .min + 1, -1, 0, 1, .max - 1, .max].map(Millionths.init(count:))

    @Test(arguments: CostStatement.DeclaredMethod.allCases)
    func statementsOfExtremesNeverTrap(method: CostStatement.DeclaredMethod) throws {
        let dong = try currencyNamed("VND")
        var random = SplitMix64(seed: 7)
        func value() -> Millionths { Self.extremes.randomElement(using: &random) ?? .zero }
        var answered = 0
        for _ in 0..<5_000 {
            let statement = CostStatement(
                currency: dong, fiscalYear: .max, declaredMethod: method, originatingMaterials: value(),
                nonOriginatingMaterials: value(), directLabour: value(), directOverhead: value(), otherCost: value(),
                profit: value(), fob: value(), exw: value(),
                netCostExclusions: NetCostExclusions(
                    salesPromotion: value(), royalties: value(), shippingAndPacking: value(),
                    nonAllowableInterest: value()))
            _ = (statement.isClosed, statement.flags)
            for formula in OriginMethod.allCases {
                guard let result = try? statement.result(of: formula) else { continue }
                answered += 1
                _ = (result.declaredPercent, result.ratio.millionths, result.ratio.basisPoints)
                for percent in Self.extremes {
                    _ = result.passes(Threshold(agreement: "any", method: formula, percent: percent))
                }
            }
            if let lvc = try? statement.lvc() { #expect(lvc.ratio <= .one) }
        }
        #expect(answered > 0)
    }

    @Test func theLargestStatementIsComputed() throws {
        var statement = CostStatement(
            currency: try currencyNamed("VND"), fiscalYear: 2026, declaredMethod: .direct,
            originatingMaterials: largest,
            nonOriginatingMaterials: largest, directLabour: largest, directOverhead: largest, otherCost: largest,
            profit: largest, fob: largest, exw: largest, netCostExclusions: NetCostExclusions())
        #expect(try statement.result(of: .lvcDirect).ratio == Ratio(5, over: 1))
        #expect(try statement.lvc().ratio == .zero)
        #expect(try statement.result(of: .maxNOM).ratio == .one)
        #expect(throws: StatementRefusal.outOfRange(.totalCost)) { try statement.result(of: .netCost) }

        statement.fob = Millionths(count: 1)
        statement.exw = nil
        statement.nonOriginatingMaterials = .zero
        let direct = try statement.result(of: .lvcDirect)
        #expect(direct.declaredPercent == .max)
        #expect(try statement.lvc().ratio == .one)
    }

    @Test func netCostOfExtremesNeverTraps() {
        for total in Self.extremes {
            for nonOriginating in Self.extremes {
                for excluded in Self.extremes {
                    let exclusions = NetCostExclusions(
                        salesPromotion: excluded, royalties: excluded, shippingAndPacking: excluded,
                        nonAllowableInterest: excluded)
                    let netCost = NetCost(
                        totalCost: total, nonOriginatingMaterials: nonOriginating, exclusions: exclusions)
                    if let result = try? netCost.result() { #expect(result.ratio <= .one) }
                    _ = try? NetCost(
                        originatingMaterials: total, nonOriginatingMaterials: nonOriginating,
                        otherProductCost: excluded, periodCost: excluded, otherCost: total, exclusions: exclusions)
                }
            }
        }
        #expect(throws: StatementRefusal.outOfRange(.totalCost)) {
            try NetCost(
                originatingMaterials: largest, nonOriginatingMaterials: largest, otherProductCost: largest,
                periodCost: largest, otherCost: largest, exclusions: NetCostExclusions())
        }
    }

    @Test func amountsOfExtremesNeverTrap() throws {
        for code in ["VND", "USD", "CLF"] {
            for quantity in Self.extremes {
                for price in Self.extremes {
                    _ = try? Amount(quantity: quantity, unitPrice: price, currency: currencyNamed(code))
                }
            }
        }
    }
}

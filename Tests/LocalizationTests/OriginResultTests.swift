import Localization
import Testing

@Suite struct OriginResultTests {
    private func statement() throws -> CostStatement {
        var statement = try CostStatement.biscuit()
        statement.exw = try decimal("14")
        statement.netCostExclusions = NetCostExclusions(royalties: try decimal("0.50"))
        return statement
    }

    @Test func explainsTheBuildUp() throws {
        let result = try statement().result(of: .lvcDirect)
        #expect(
            result.inputs.map(\.part) == [
                .originatingMaterials, .directLabour, .directOverhead, .otherCost, .profit, .fob,
            ])
        #expect(result.inputs.map(\.amount.description) == ["1", "1.25", "0.75", "0", "2.5", "15"])
        #expect(result.source == "Circular 05/2018/TT-BCT, article 6")
    }

    @Test(arguments: [OriginMethod.lvcIndirect, .rvcIndirect, .transactionValue])
    func explainsTheBuildDown(method: OriginMethod) throws {
        let result = try statement().result(of: method)
        #expect(result.method == method)
        #expect(result.inputs.map(\.part) == [.nonOriginatingMaterials, .fob])
        #expect(result.ratio == Ratio(11, over: 30))
    }

    @Test func maxNOMIsAMaximumOverExw() throws {
        let result = try statement().result(of: .maxNOM)
        #expect(result.ratio == Ratio(95, over: 140))
        #expect(result.declaredPercent == 68)
        #expect(result.inputs.map(\.part) == [.nonOriginatingMaterials, .exw])
        for (percent, passes) in [("70", true), ("67.857143", true), ("67.857142", false), ("50", false)] {
            let threshold = Threshold(agreement: "EVFTA", method: .maxNOM, percent: try decimal(percent))
            #expect(threshold.isMaximum)
            #expect(result.passes(threshold) == passes, "\(percent)")
        }
    }

    /// Cost is 12.5, net cost 12, of it 9.5 not originating.
    @Test func netCostOfAStatement() throws {
        let result = try statement().result(of: .netCost)
        #expect(result.ratio == Ratio(25, over: 120))
        #expect(
            result.inputs.map(\.part) == [
                .totalCost, .salesPromotion, .royalties, .shippingAndPacking, .nonAllowableInterest, .netCost,
                .nonOriginatingMaterials,
            ])
        #expect(throws: StatementRefusal.missing(.exclusions)) {
            try CostStatement.biscuit().result(of: .netCost)
        }
    }

    @Test func aMinimumIsMetByTheExactRatioOnly() throws {
        let result = try statement().lvc()
        for (percent, passes) in [("36", true), ("36.666666", true), ("36.666667", false), ("37", false)] {
            let threshold = Threshold(agreement: "Circular 05/2018", method: .lvcDirect, percent: try decimal(percent))
            #expect(result.passes(threshold) == passes, "\(percent)")
        }
    }

    @Test func aThresholdForAnotherMethodSaysNothing() throws {
        let threshold = Threshold(agreement: "ATIGA", method: .rvcDirect, percent: try decimal("1"))
        #expect(try statement().lvc().passes(threshold) == nil)
    }

    @Test func everyMethodNamesItsSource() {
        for method in OriginMethod.allCases { #expect(!method.source.isEmpty) }
        #expect(OriginMethod.allCases.filter(\.isMaximum) == [.maxNOM])
    }
}

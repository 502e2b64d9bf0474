import Localization
import Testing

/// The published examples of DOMAIN.md §1, figure for figure.
@Suite struct WorkedExampleTests {
    /// Singapore Customs handbook, example B: 5.5 of 15.
    @Test(arguments: CostStatement.DeclaredMethod.allCases)
    func biscuitFailsForty(method: CostStatement.DeclaredMethod) throws {
        let rvc = try CostStatement.biscuit(method).rvc()
        #expect(rvc.ratio == Ratio(11, over: 30))
        #expect(rvc.ratio.millionths == 366_666)
        #expect(rvc.declaredPercent == 36)
        #expect(rvc.flags.isEmpty)
        #expect(rvc.method == (method == .direct ? .rvcDirect : .rvcIndirect))
        #expect(rvc.passes(Threshold(agreement: "ATIGA", method: rvc.method, percent: try decimal("40"))) == false)
    }

    @Test func biscuitMaterialsComeFromItsLines() throws {
        let lines = [
            MaterialLine(value: try decimal("4"), origin: .nonOriginating),
            MaterialLine(value: try decimal("2.50"), origin: .unknown),
            MaterialLine(value: try decimal("3"), origin: .nonOriginating),
            MaterialLine(value: try decimal("1"), origin: .originating),
        ]
        let materials = try MaterialValues(lines, counting: .atigaPartialCumulation)
        let biscuit = try CostStatement.biscuit()
        #expect(biscuit.replacingMaterials(with: materials) == biscuit)
    }

    /// SOR/94-14 s. 6(22), example 4.
    @Test func netCostPassesFifty() throws {
        let netCost = try NetCost(
            originatingMaterials: decimal("30"), nonOriginatingMaterials: decimal("40"),
            otherProductCost: decimal("20"), periodCost: decimal("10"),
            exclusions: NetCostExclusions(
                salesPromotion: decimal("5"), royalties: decimal("2.50"), shippingAndPacking: decimal("3"),
                nonAllowableInterest: decimal("1.50")))
        #expect(try netCost.totalCost == decimal("100"))
        #expect(try netCost.netCost() == decimal("88"))
        let result = try netCost.result()
        #expect(result.ratio == Ratio(48, over: 88))
        #expect(result.ratio.basisPoints == 5_454)
        #expect(result.declaredPercent == 54)
        #expect(result.passes(Threshold(agreement: "SOR/94-14", method: .netCost, percent: try decimal("50"))) == true)
    }

    /// SOR/94-14 s. 6(22), example 6.
    @Test func pooledNetCost() throws {
        let netCost = try NetCost(
            originatingMaterials: decimal("2000"), nonOriginatingMaterials: decimal("1000"),
            otherProductCost: decimal("2400"), periodCost: decimal("3200"), otherCost: decimal("400"),
            exclusions: NetCostExclusions(salesPromotion: decimal("1200")))
        #expect(try netCost.totalCost == decimal("9000"))
        #expect(try netCost.netCost() == decimal("7800"))
        #expect(try netCost.result().ratio == Ratio(6_800, over: 7_800))
    }

    @Test func transactionValuePassesSixty() throws {
        let statement = CostStatement(
            currency: try currencyNamed("CAD"), fiscalYear: 2026, declaredMethod: .indirect,
            nonOriginatingMaterials: try decimal("300"), fob: try decimal("1000"))
        let result = try statement.result(of: .transactionValue)
        #expect(result.declaredPercent == 70)
        #expect(result.ratio == Ratio(7, over: 10))
        let threshold = Threshold(agreement: "USMCA", method: .transactionValue, percent: try decimal("60"))
        #expect(result.passes(threshold) == true)
    }
}

import Localization
import Testing

@Suite struct CostStatementCheckTests {
    @Test func fobMissingOrZeroIsAnError() throws {
        var statement = try CostStatement.biscuit()
        statement.fob = nil
        #expect(throws: StatementRefusal.missing(.fob)) { try statement.lvc() }
        statement.fob = .zero
        #expect(throws: StatementRefusal.zero(.fob)) { try statement.lvc() }
        statement.fob = smallest
        #expect(throws: StatementRefusal.negative(.fob)) { try statement.lvc() }
    }

    @Test func aNegativePartIsRefusedByName() throws {
        let parts: [(WritableKeyPath<CostStatement, Millionths>, CostPart)] = [
            (\.originatingMaterials, .originatingMaterials), (\.nonOriginatingMaterials, .nonOriginatingMaterials),
            (\.directLabour, .directLabour), (\.directOverhead, .directOverhead), (\.otherCost, .otherCost),
            (\.profit, .profit),
        ]
        for (path, part) in parts {
            for value in [Millionths(count: -1), smallest] {
                var statement = try CostStatement.biscuit()
                statement[keyPath: path] = value
                #expect(throws: StatementRefusal.negative(part)) { try statement.check() }
                for method in OriginMethod.allCases {
                    #expect(throws: StatementRefusal.negative(part)) { try statement.result(of: method) }
                }
            }
        }
    }

    @Test func aNegativeExclusionIsRefusedByName() throws {
        var statement = try CostStatement.biscuit()
        statement.netCostExclusions = NetCostExclusions(royalties: Millionths(count: -1))
        #expect(throws: StatementRefusal.negative(.royalties)) { try statement.check() }
    }

    @Test func nonOriginatingMaterialsAboveThePriceAreInconsistent() throws {
        var statement = try CostStatement.biscuit()
        statement.nonOriginatingMaterials = try decimal("15")
        #expect(throws: Never.self) { try statement.check() }
        statement.nonOriginatingMaterials = try decimal("15.000001")
        #expect(throws: StatementRefusal.exceeds(.nonOriginatingMaterials, .fob)) { try statement.lvc() }

        statement = try CostStatement.biscuit()
        statement.exw = try decimal("9.499999")
        #expect(throws: StatementRefusal.exceeds(.nonOriginatingMaterials, .exw)) {
            try statement.result(of: .maxNOM)
        }
        statement.exw = .zero
        #expect(throws: StatementRefusal.zero(.exw)) { try statement.result(of: .maxNOM) }
        statement.exw = nil
        #expect(throws: StatementRefusal.missing(.exw)) { try statement.result(of: .maxNOM) }
    }

    @Test(arguments: [
        ("99.499999", false), ("99.5", true), ("100", true), ("100.5", true), ("100.500001", false), ("0", false),
    ])
    func closesWithinHalfAPerCent(parts: String, isClosed: Bool) throws {
        let statement = CostStatement(
            currency: try currencyNamed("VND"), fiscalYear: 2026, declaredMethod: .direct,
            originatingMaterials: try decimal(parts), fob: try decimal("100"))
        #expect(statement.isClosed == isClosed)
        #expect(statement.flags == (isClosed ? [] : [.statementNotClosed]))
    }

    /// 5.5 of 15 by build-down; the build-up has `labour` instead of 1.25.
    @Test(arguments: CostStatement.DeclaredMethod.allCases, [("0.25", "4.5"), ("2.25", "5.5")])
    func theLowerCountsWhenNotClosed(method: CostStatement.DeclaredMethod, example: (labour: String, counted: String))
        throws
    {
        var statement = try CostStatement.biscuit(method)
        statement.directLabour = try decimal(example.labour)
        let lvc = try statement.lvc()
        #expect(lvc.flags == [.statementNotClosed])
        #expect(try lvc.ratio == Ratio(Int128(decimal(example.counted).count), over: 15_000_000))
    }

    @Test func theDeclaredMethodCountsWhenClosed() throws {
        var statement = try CostStatement.biscuit(.direct)
        statement.profit = try decimal("2.55")
        #expect(try statement.lvc().method == .lvcDirect)
        #expect(try statement.lvc().ratio == Ratio(555, over: 1_500))
        statement.declaredMethod = .indirect
        #expect(try statement.lvc().method == .lvcIndirect)
        #expect(try statement.lvc().ratio == Ratio(550, over: 1_500))
    }

    @Test func aBuildUpAboveFobWithinTheToleranceDoesNotCountAboveOne() throws {
        let statement = CostStatement(
            currency: try currencyNamed("VND"), fiscalYear: 2026, declaredMethod: .direct,
            originatingMaterials: try decimal("100.4"), fob: try decimal("100"))
        #expect(statement.isClosed)
        #expect(try statement.lvc().ratio == .one)
    }

    @Test func aBuildDownNeedsNoBuildUp() throws {
        var statement = CostStatement(
            currency: try currencyNamed("VND"), fiscalYear: 2026, declaredMethod: .indirect,
            nonOriginatingMaterials: try decimal("40"), fob: try decimal("100"))
        #expect(try statement.lvc().ratio == Ratio(3, over: 5))
        #expect(try statement.lvc().flags == [.buildUpNotStated])

        statement.declaredMethod = .direct
        #expect(try statement.lvc().ratio == .zero)
        #expect(try statement.lvc().flags == [.statementNotClosed])
    }

    @Test func aSilentSwitchOfMethodIsRefused() throws {
        let (direct, indirect) = (try CostStatement.biscuit(.direct), try CostStatement.biscuit(.indirect))
        #expect(throws: StatementRefusal.methodSwitched(fiscalYear: 2026)) { try indirect.checkMethod(keeps: direct) }
        #expect(throws: Never.self) { try direct.checkMethod(keeps: direct) }
        var nextYear = indirect
        nextYear.fiscalYear = 2027
        #expect(throws: Never.self) { try nextYear.checkMethod(keeps: direct) }
    }

    @Test func refusalsNameTheirCodeAndPart() {
        let refusal = StatementRefusal.exceeds(.nonOriginatingMaterials, .fob)
        #expect(refusal.code == "inconsistent")
        #expect(refusal.part == .nonOriginatingMaterials)
        #expect(refusal.description == "nonOriginatingMaterials exceeds fob")
        #expect(StatementRefusal.methodSwitched(fiscalYear: 2026).part == nil)
    }
}

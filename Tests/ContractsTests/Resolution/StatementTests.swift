import Contracts
import SwiftProtobuf
import Testing

@Suite struct StatementTests {
    private let bench = ResolutionBench()

    private func content(
        _ lookup: CapabilityLookup = .empty, _ change: (inout WireCostStatement) -> Void
    ) throws -> WireCapabilityAccepted {
        try bench.capabilityFact(lookup) {
            $0.costStatement = bench.statement
            change(&$0.costStatement)
        }
    }

    private func refused(
        _ lookup: CapabilityLookup = .empty, _ change: (inout WireCostStatement) -> Void
    ) -> [String] {
        bench.refusedCapability(lookup) {
            $0.costStatement = bench.statement
            change(&$0.costStatement)
        }
    }

    @Test func aClosedStatementGivesItsExactRatio() throws {
        let fact = try content { _ in }
        #expect(fact.localContent == WireLocalContent.with { ($0.numerator, $0.denominator) = (3, 5) })
        #expect(fact.carried.isEmpty)
    }

    @Test func unknownOriginCountsAsNonOriginating() throws {
        let fact = try content {
            $0.method = .indirect
            $0.materials[1].origin = .unspecified
        }
        #expect(fact.localContent.numerator == 3 && fact.localContent.denominator == 5)
    }

    @Test func aStatementThatIsNotClosedIsFlaggedAndTheLowerMethodCounts() throws {
        let fact = try content { $0.profit = "15" }
        #expect(fact.localContent.notClosed)
        #expect(fact.localContent.numerator == 3 && fact.localContent.denominator == 5)
    }

    @Test func materialsAboveFOBAreInconsistent() {
        #expect(refused { $0.materials[1].value = "100.000001" } == ["inconsistentStatement costStatement.fob"])
        #expect(refused { $0.materials[1].value = "100" } == [])
        #expect(refused { $0.exw = "39" } == ["inconsistentStatement costStatement.exw"])
    }

    @Test(arguments: ["", "0", "0.000000"]) func theFOBPriceIsNeeded(text: String) {
        #expect(refused { $0.fob = text } == ["missingFOB costStatement.fob"])
    }

    @Test func everyValueIsANumberOfZeroOrMore() {
        let codes = refused {
            $0.labour = "-1"
            $0.overhead = "x"
            $0.otherCost = "1000000000000"
            $0.profit = "0.0000001"
            $0.fob = "-5"
            $0.exw = "0"
            $0.materials[0].value = ""
            $0.materials[1].value = "-1"
        }
        #expect(
            codes == [
                "missing costStatement.materials.0.value", "outOfRange costStatement.materials.1.value",
                "outOfRange costStatement.labour", "malformed costStatement.overhead",
                "outOfRange costStatement.otherCost", "tooManyDecimals costStatement.profit",
                "outOfRange costStatement.fob", "notPositive costStatement.exw",
            ])
    }

    @Test func methodYearAndCurrencyAreNeeded() {
        let codes = refused {
            $0.method = .unspecified
            $0.fiscalYear = 0
            $0.currencyCode = ""
        }
        #expect(
            codes == [
                "missing costStatement.method", "missing costStatement.fiscalYear",
                "missing costStatement.currencyCode",
            ])
        #expect(refused { $0.fiscalYear = .max } == ["outOfRange costStatement.fiscalYear"])
        #expect(refused { $0.method = .UNRECOGNIZED(7) } == ["unknownCode costStatement.method"])
    }

    @Test func linesAreCheckedToo() {
        let codes = refused {
            $0.materials[0].hsCode = "760"
            $0.materials[0].countryCode = "Vn"
            $0.materials[0].evidenceDay = "2027-02-30"
            $0.materials[0].origin = .UNRECOGNIZED(3)
            $0.materials[0].capability = "PROFILE"
        }
        #expect(
            codes == [
                "unknownCode costStatement.materials.0.origin", "malformed costStatement.materials.0.countryCode",
                "malformedDay costStatement.materials.0.evidenceDay", "malformed costStatement.materials.0.hsCode",
                "malformedReference costStatement.materials.0.capability",
            ])
        #expect(
            refused { $0.materials = Array(repeating: $0.materials[1], count: 501) } == [
                "tooMany costStatement.materials"
            ])
    }

    // MARK: Lines that name a capability

    /// The summary of a capability of which the statement names others.
    private func summary(
        _ key: String, made of: [String] = [], content: (Int64, Int64)? = nil, version: UInt64 = 1
    ) throws -> CapabilitySummary {
        let key = try #require(BusinessKey(key))
        var fact = WireCapabilityAccepted()
        fact.published.owner = key.owner
        fact.published.id = key.id
        fact.published.costStatement.materials = of.map { named in WireMaterialLine.with { $0.capability = named } }
        if let content { (fact.localContent.numerator, fact.localContent.denominator) = content }
        return try #require(CapabilitySummary(fact, version: version))
    }

    private func lookup(_ summaries: CapabilitySummary...) -> CapabilityLookup {
        CapabilityLookup { key in summaries.first { $0.key == key } }
    }

    @Test func aLineCarriesTheRatioOfItsCapability() throws {
        let known = lookup(try summary("2300000078/P", content: (1, 2), version: 7))
        let fact = try content(known) {
            $0.materials[1].capability = "2300000078/P"
            $0.method = .indirect
        }
        // Half of the 40 counts.
        #expect(fact.localContent.numerator == 4 && fact.localContent.denominator == 5)
        #expect(fact.carried.count == 1)
        #expect(fact.carried[0].capability == "2300000078/P" && fact.carried[0].version == 7)
        #expect(fact.carried[0].localContent.denominator == 2)
    }

    @Test func aLineOfAnUnknownOrUnstatedCapabilityCountsAsItsOriginSays() throws {
        for known in [CapabilityLookup.empty, lookup(try summary("2300000078/P"))] {
            let fact = try content(known) {
                $0.materials[0].capability = "2300000078/P"
                $0.materials[1].capability = "2300000078/P"
            }
            #expect(fact.localContent.numerator == 3 && fact.localContent.denominator == 5)
            #expect(fact.carried.isEmpty)
        }
    }

    @Test func aChainThatComesBackToItselfIsRefused() throws {
        let itself = "2300000045/BRACKET-AL"
        #expect(
            refused { $0.materials[0].capability = itself } == ["statementCycle costStatement.materials.0.capability"])
        let chain = lookup(
            try summary("2300000078/A", made: ["2300000078/B", "2300000078/C"]),
            try summary("2300000078/B", made: ["2300000078/A"]), try summary("2300000078/C", made: [itself]))
        #expect(
            refused(chain) { $0.materials[1].capability = "2300000078/A" }
                == ["statementCycle costStatement.materials.1.capability"])
        #expect(refused(chain) { $0.materials[1].capability = "2300000078/B" } != [])
    }

    @Test func aCycleOfOthersDoesNotHangAndIsNotOurs() throws {
        let ring = lookup(
            try summary("2300000078/A", made: ["2300000078/B"]), try summary("2300000078/B", made: ["2300000078/A"]))
        #expect(refused(ring) { $0.materials[1].capability = "2300000078/A" } == [])
    }

    @Test func anotherMethodInTheSameFiscalYearIsRefused() {
        let declared = CapabilityLookup(
            capability: { _ in nil }, declaredMethod: { _, year in year == 2027 ? .indirect : nil })
        #expect(refused(declared) { _ in } == ["methodSwitched costStatement.method"])
        #expect(refused(declared) { $0.method = .indirect } == [])
        #expect(refused(declared) { $0.fiscalYear = 2028 } == [])
    }

    /// Intake resolves a capability before it knows the market, and once more only where that may say something else.
    @Test func whatDoesNotBearOnACapabilityChangesNothing() throws {
        let bracket = "2300000078/P"
        let known = CapabilityLookup(
            capability: lookup(try summary(bracket, content: (1, 2))).capability,
            declaredMethod: { _, year in year == 2027 ? .direct : nil })
        let changes: [(bears: Bool, change: (inout WireCostStatement) -> Void)] = [
            (false, { _ in }), (true, { $0.method = .indirect }), (false, { $0.fiscalYear = 2028 }),
            (true, { $0.materials[1].capability = bracket }),
            (false, { $0.fob = "" }),
        ]
        for (bears, change) in changes {
            var message = bench.capability
            message.costStatement = bench.statement
            change(&message.costStatement)
            #expect(known.bears(on: message) == bears)
            let alone = bench.resolver.resolve(message)
            #expect((bench.resolver.resolve(message, capabilities: known) == alone) != bears)
        }
        #expect(!known.bears(on: WireCapability()))
    }

    @Test func theLargestStatementIsTakenExactly() throws {
        let fact = try content {
            $0.fob = "999999999999.999999"
            $0.materials = [WireMaterialLine.with { $0.value = "0.000001" }]
            $0.method = .indirect
        }
        #expect(fact.localContent.denominator == 999_999_999_999_999_999)
        #expect(fact.localContent.numerator == 100_000_000 || fact.localContent.notClosed)
    }

    @Test func sumsOfMaterialsThatDoNotFitAreRefused() {
        let codes = refused {
            $0.materials = Array(repeating: WireMaterialLine.with { $0.value = "999999999999" }, count: 500)
        }
        #expect(codes == ["outOfRange costStatement.materials"])
    }
}

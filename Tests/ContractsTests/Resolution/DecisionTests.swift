import Contracts
import SwiftProtobuf
import Testing

/// Awards and quotes, which name requirements and capabilities.
@Suite struct DecisionTests {
    private let bench = ResolutionBench()

    private func summary(_ change: (inout WireRequirement) -> Void = { _ in }) throws -> RequirementSummary {
        try #require(RequirementSummary(try bench.fact(change)))
    }

    private func capability(_ change: (inout WireCapability) -> Void = { _ in }) throws -> CapabilitySummary {
        try #require(CapabilitySummary(try bench.capabilityFact(.empty, change), version: 3))
    }

    private func resolve(
        _ award: WireAward, _ requirement: RequirementSummary, _ capability: CapabilitySummary?
    ) -> Result<WireAwardAccepted, Refusals> {
        bench.resolver.resolve(award, requirement: requirement, capability: capability) {
            $0 == "USD" ? 26_105_000_000 : nil
        }
    }

    @Test func summariesFollowFromFactsAlone() throws {
        let requirement = try summary { $0.unitCode = "MIL" }
        #expect(requirement.unitFactor == 1_000 && requirement.unitCode == "H87" && requirement.hsCode == "761699")
        let capability = try capability { $0.costStatement = bench.statement }
        #expect(capability.version == 3)
        #expect(capability.localContent?.numerator == 3)
        #expect(capability.declared?.fiscalYear == 2027 && capability.declared?.method == .direct)
        #expect(RequirementSummary(WireRequirementAccepted()) == nil)
        #expect(CapabilitySummary(WireCapabilityAccepted(), version: 1) == nil)
    }

    @Test func anAwardFreezesWhatIsKnown() throws {
        let fact = try resolve(
            bench.award, try summary(),
            try capability {
                $0.costStatement = bench.statement
                $0.vietnameseOwnershipPercent = "60"
            }
        ).get()
        #expect(fact.quantity == 100_000_000)
        #expect(fact.unitPrice.millionths == 400_000)
        #expect(fact.dongPerUnit == 26_105_000_000)
        #expect(fact.localContent.numerator == 3 && fact.vietnameseOwnership == 6_000)
        #expect(!fact.capabilityNotACandidate)
        #expect(fact.hsCode == "761699")
        #expect(fact.window == (try summary()).delivery)
    }

    @Test func anAwardInThousandsIsConvertedAsTheRequirementWas() throws {
        let thousands = try summary {
            $0.unitCode = "MIL"
            $0.quantity = "6000"
        }
        let fact = try resolve(bench.award, thousands, try capability()).get()
        #expect(fact.quantity == 100_000_000_000)
        #expect(fact.unitPrice.millionths == 400)
        var award = bench.award
        award.unitPrice.value = "0.4005"
        award.quantity = "1000000000"
        #expect(
            resolve(award, thousands, nil).codes == ["outOfRange quantity", "notExactInBaseUnit unitPrice.value"])
    }

    @Test func anAwardToAnUnknownOrOtherCapabilityIsFlagged() throws {
        #expect(try resolve(bench.award, try summary(), nil).get().capabilityNotACandidate)
        #expect(
            try resolve(bench.award, try summary(), try capability { $0.hsCode = "7326" }).get().capabilityNotACandidate
        )
        #expect(
            try resolve(bench.award, try summary(), try capability { $0.unitCode = "KGM" }).get()
                .capabilityNotACandidate)
        #expect(
            try !resolve(bench.award, try summary(), try capability { $0.unitCode = "MIL" }).get()
                .capabilityNotACandidate)
    }

    @Test func ratesAreOneForDongAndNothingWhereUnknown() throws {
        func rate(_ currency: String) throws -> Int64 {
            var award = bench.award
            award.unitPrice = bench.money(currency, "100")
            return try resolve(award, try summary(), nil).get().dongPerUnit
        }
        #expect(try rate("VND") == 1_000_000)
        #expect(try rate("USD") == 26_105_000_000)
        #expect(try rate("KRW") == 0)
    }

    @Test func anAwardIsForARequirementOfItsOwner() throws {
        var award = bench.award
        award.requirement = "2300000013/BRACKET-1"
        #expect(bench.resolver.awaited(by: award).codes == ["foreignOwner requirement"])
        #expect(
            resolve(award, try summary(), nil).codes == ["foreignOwner requirement", "unknownReference requirement"])
    }

    @Test func whatIsWrongWithAnAwardIsToldBeforeItsRequirementIsKnown() throws {
        #expect(try bench.resolver.awaited(by: bench.award).get().description == "2300000012/BRACKET-1")
        var award = bench.award
        award.requirement = "BRACKET-1"
        award.capability = ""
        award.quantity = "0"
        award.unitPrice = WireMoney()
        award.window = bench.days("2027-02-02", "2027-02-01")
        award.status = .UNRECOGNIZED(9)
        award.reason = String(repeating: "x", count: 2_001)
        #expect(
            bench.resolver.awaited(by: award).codes == [
                "malformedReference requirement", "missing capability", "unknownCode status", "tooLong reason",
                "notPositive quantity", "missing unitPrice", "windowEndsBeforeItStarts window.lastDay",
            ])
        #expect(resolve(award, try summary(), nil).codes.count == 7)
    }

    @Test func anAwardHasItsOwnWindowWhereItNamesOne() throws {
        var award = bench.award
        award.window = bench.days("2027-03-05", "2027-03-06")
        let window = try resolve(award, try summary(), nil).get().window
        #expect(window.first == 20_882 && window.last == 20_883)
    }

    @Test func anAmountThatDoesNotFitIsRefused() throws {
        var award = bench.award
        award.quantity = "999999999999"
        award.unitPrice = bench.money("USD", "999999999999")
        #expect(resolve(award, try summary(), nil).codes == ["outOfRange quantity"])
    }

    @Test func aQuoteIsForACapabilityOfItsOwner() throws {
        let fact = try bench.resolver.resolve(bench.quote, requirement: try summary()).get()
        #expect(fact.quantity == 100_000_000 && fact.unitPrice.millionths == 10_000_000_000 && fact.unitCode == "H87")
        #expect(fact.validUntil == 20_877)
        var quote = bench.quote
        quote.capability = "2300000078/X"
        #expect(bench.resolver.resolve(quote, requirement: try summary()).codes == ["foreignOwner capability"])
        #expect(bench.resolver.awaited(by: quote).codes == ["foreignOwner capability"])
    }

    @Test func aQuoteHasADayAndANote() throws {
        var quote = bench.quote
        quote.validUntil = ""
        quote.leadTimeDays = .max
        quote.note = String(repeating: "x", count: 2_001)
        let codes = ["outOfRange leadTimeDays", "tooLong note", "missing validUntil"]
        #expect(bench.resolver.awaited(by: quote).codes == codes)
        #expect(bench.resolver.resolve(quote, requirement: try summary()).codes == codes)
        #expect(try bench.resolver.awaited(by: bench.quote).get().id == "BRACKET-1")
    }
}

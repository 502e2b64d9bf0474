import Testing

@testable import Contracts

@Suite struct BuiltInListTests {
    let lists = ReferenceLists.builtIn

    @Test func aHeadingOfTheSectorHasWordsInBothLanguages() throws {
        let circuits = try #require(lists.commodity("8534").value)
        #expect(circuits.english == "Printed circuits")
        #expect(circuits.vietnamese == "Mạch in")
        #expect(!circuits.isUnchecked)
    }

    @Test func sixDigitsBelowAKnownHeadingHaveItsWordsAndAreUnchecked() throws {
        let circuits = try #require(lists.commodity("853400").value)
        #expect(circuits.english == "Printed circuits")
        #expect(circuits.isUnchecked)
        #expect(circuits.code == "853400")
    }

    @Test(arguments: [
        ("8520", "unknown"), ("852000", "unknown"), ("7414", "unknown"), ("7701", "unknown"), ("9801", "unknown"),
        ("00", "unknown"), ("0101", "unchecked"), ("620342", "unchecked"), ("97", "unchecked"), ("853", "malformed"),
        ("85 34", "malformed"), ("", "malformed"), ("85340000", "malformed"), ("8534.00", "malformed"),
        ("٨٥٣٤", "malformed"),
    ])
    func whatTheBuiltInListCannotTellIsSaid(code: String, finding: String) {
        #expect(lists.commodity(code).name == finding)
    }

    @Test func thereAreThirtyUnitsWithWordsAndWholeFactors() {
        #expect(BuiltInUnits.all.count == 30)
        for unit in BuiltInUnits.all {
            #expect(!unit.vietnamese.isEmpty && !unit.english.isEmpty && unit.baseFactor >= 1)
            let base = lists.unit(unit.baseCode).value
            #expect(base?.baseCode == unit.baseCode && base?.baseFactor == 1, "\(unit.code)")
        }
    }

    @Test(arguments: [
        ("MIL", "H87", Int64(1000)), ("DZN", "H87", 12), ("TNE", "KGM", 1000), ("KGM", "KGM", 1), ("GRM", "GRM", 1),
        ("KMT", "MTR", 1000), ("MTQ", "LTR", 1000), ("PR", "PR", 1),
    ])
    func unitsOfAFamilyConvertByAWholeFactor(code: String, base: String, factor: Int64) throws {
        let unit = try #require(lists.unit(code).value)
        #expect(unit.baseCode == base)
        #expect(unit.baseFactor == factor)
    }

    @Test(arguments: [
        ("BX", "withdrawn X"), ("KTM", "withdrawn X"), ("NPR", "withdrawn D"), ("4K", "unchecked"),
        ("ZZZ", "unchecked"),
        ("h87", "malformed"), ("H", "malformed"), ("H87X", "malformed"), ("", "malformed"), ("KG ", "malformed"),
    ])
    func otherUnitsAreWithdrawnUncheckedOrMalformed(code: String, finding: String) {
        #expect(lists.unit(code).name == finding)
    }

    @Test(arguments: [("07210", "unchecked"), ("7210", "malformed"), ("072100", "malformed"), ("0721a", "malformed")])
    func wardsAreUncheckedUntilImported(code: String, finding: String) {
        #expect(lists.ward(code).name == finding)
    }

    @Test(arguments: [
        ("dien tro", "8533"), ("ĐIỆN TRỞ", "8533"), ("mach in", "8534"), ("printed CIRC", "8534"), ("8534", "8534"),
        ("bu long thep xyz", nil), ("vít đai ốc", "7318"), ("day cap dien", "8544"),
    ])
    func wordsFindCommoditiesWithoutMarksAndCase(query: String, code: String?) {
        #expect(lists.commodities(matching: query).first?.code == code)
    }

    @Test func searchesAreLimitedAndEmptyQueriesFindNothing() {
        #expect(lists.commodities(matching: "84", limit: 5).count == 5)
        #expect(lists.commodities(matching: "  ").isEmpty)
        #expect(lists.commodities(matching: "85", limit: 0).isEmpty)
    }
}

extension Finding {
    /// What it is, in a word.
    var name: String {
        switch self {
        case .known: "known"
        case .unchecked: "unchecked"
        case .malformed: "malformed"
        case .unknown: "unknown"
        case .withdrawn(let status): "withdrawn " + status
        }
    }

    var value: Value? {
        if case .known(let value) = self { value } else { nil }
    }
}

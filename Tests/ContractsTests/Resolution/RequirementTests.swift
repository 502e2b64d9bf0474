import Contracts
import SwiftProtobuf
import Testing

@Suite struct RequirementTests {
    private let bench = ResolutionBench()

    @Test func theLeastRequirementIsResolved() throws {
        let fact = try bench.fact()
        #expect(fact.published == bench.requirement)
        #expect(fact.quantity == 1_000_000_000)
        #expect(fact.unitCode == "H87")
        #expect(fact.unit.english == "piece")
        #expect(fact.commodity.unchecked)
        #expect(fact.delivery == WireDayRange.with { ($0.first, $0.last) = (20_878, 20_908) })
        #expect(fact.closingDay == 20_908)
        #expect(!fact.hasPoint && !fact.hasWard && !fact.hasMaximumUnitPrice && !fact.hasCurrentUnitPrice)
        #expect(!fact.hasCurrentLvc && fact.publicID.isEmpty)
    }

    @Test func everythingThatIsWrongIsToldAtOnce() {
        let codes = bench.resolver.resolve(WireRequirement()).codes
        #expect(
            codes == [
                "malformedKey owner", "malformedKey id", "missing hsCode", "missing unitCode", "missing quantity",
                "missing delivery.firstDay", "missing delivery.lastDay",
            ])
    }

    // MARK: Codes

    @Test(arguments: ["7616", "76", "7616990", "7616.99", "76169A", " 761699", "７６１６９９"])
    func aRequirementHasSixDigits(code: String) { #expect(bench.refused { $0.hsCode = code } == ["malformed hsCode"]) }

    @Test func codesThatTheImportedListsLackAreUnknown() throws {
        let resolver = Resolver(reference: try .small(), publicIdSecret: [])
        var message = bench.requirement
        #expect(resolver.resolve(message).codes == [])
        message.hsCode = "761698"
        message.unitCode = "KGM"
        message.place.wardCode = "09206"
        #expect(
            resolver.resolve(message).codes == [
                "unknownCode hsCode", "unknownCode unitCode", "unknownCode place.wardCode",
            ])
        message = bench.requirement
        message.unitCode = "NPR"
        #expect(resolver.resolve(message).codes == ["withdrawnCode unitCode"])
        message.unitCode = "BX"
        #expect(resolver.resolve(message).codes == ["withdrawnCode unitCode"])
    }

    @Test func withdrawnUnitsAreRefusedWithoutAListToo() {
        for code in ["BX", "KTM", "NPR"] { #expect(bench.refused { $0.unitCode = code } == ["withdrawnCode unitCode"]) }
    }

    @Test func whatNoListCouldTellIsMarked() throws {
        let fact = try bench.fact {
            $0.unitCode = "XYZ"
            $0.hsCode = "010121"
            $0.place.wardCode = "09205"
        }
        #expect(fact.unit.unchecked && fact.commodity.unchecked && fact.ward.unchecked)
        #expect(fact.unitCode == "XYZ")
    }

    // MARK: Quantities and prices

    @Test(arguments: [
        ("", "missing"), ("0", "notPositive"), ("-1", "notPositive"), ("-0.000001", "notPositive"),
        ("1e3", "malformed"),
        ("1,5", "malformed"), ("0.0000001", "tooManyDecimals"), ("1000000000000", "outOfRange"),
        ("99999999999999999999999", "outOfRange"), ("9223372036854775807", "outOfRange"), (" 1", "malformed"),
    ])
    func quantitiesAndPricesAreAboveZeroAndBelowAMillionMillions(text: String, reason: String) {
        #expect(bench.refused { $0.quantity = text } == ["\(reason) quantity"])
        #expect(
            bench.refused { $0.maximumUnitPrice = bench.money("VND", text) } == ["\(reason) maximumUnitPrice.value"])
    }

    @Test func theLargestQuantityIsTaken() throws {
        #expect(try bench.fact { $0.quantity = "999999999999.999999" }.quantity == 999_999_999_999_999_999)
    }

    @Test func aQuantityThatCostsMoreThanAnAmountHoldsIsRefused() {
        let refused = bench.refused {
            $0.quantity = "999999999999"
            $0.maximumUnitPrice = bench.money("USD", "999999999999")
            $0.currentSourcing.unitPrice = bench.money("KWD", "99999999")
        }
        #expect(refused == ["outOfRange maximumUnitPrice.value", "outOfRange currentSourcing.unitPrice.value"])
    }

    @Test(arguments: ["vnd", "VNĐ", "XXX", "USDT", "XAU"]) func currenciesAreThoseOfISO4217(code: String) {
        #expect(
            bench.refused { $0.maximumUnitPrice = bench.money(code, "1") }
                == ["unknownCurrency maximumUnitPrice.currencyCode"])
    }

    @Test func thousandsBecomePiecesExactly() throws {
        let fact = try bench.fact {
            $0.unitCode = "MIL"
            $0.quantity = "6000.5"
            $0.maximumUnitPrice = bench.money("VND", "95000")
            $0.currentSourcing.unitPrice = bench.money("USD", "4.123")
            $0.product.id = "TV"
            $0.product.quantityPerUnit = "0.004"
        }
        #expect(fact.unitCode == "H87")
        #expect(fact.unit.english == "thousand")
        #expect(fact.quantity == 6_000_500_000_000)
        #expect(fact.maximumUnitPrice.millionths == 95_000_000)
        #expect(fact.currentUnitPrice.millionths == 4_123)
        #expect(fact.quantityPerProduct == 4_000_000)
        #expect(RequirementSummary(fact)?.unitFactor == 1_000)
    }

    @Test func aPriceThatIsNotExactInPiecesIsRefused() {
        let refused = bench.refused {
            $0.unitCode = "MIL"
            $0.maximumUnitPrice = bench.money("USD", "4.1235")
            $0.currentSourcing.unitPrice = bench.money("USD", "0.0001")
        }
        #expect(
            refused == [
                "notExactInBaseUnit maximumUnitPrice.value", "notExactInBaseUnit currentSourcing.unitPrice.value",
            ])
    }

    @Test func aQuantityThatIsTooLargeInPiecesIsRefused() {
        let refused = bench.refused {
            $0.unitCode = "MIL"
            $0.quantity = "1000000000"
        }
        #expect(refused == ["outOfRange quantity"])
    }

    // MARK: Shares

    @Test(arguments: [
        ("0", 0), ("100", 1_000_000), ("40.6", 406_000), ("33.3333", 333_333), ("100.00", 1_000_000),
    ])
    func localContentBecomesMillionths(text: String, millionths: UInt32) throws {
        let fact = try bench.fact {
            $0.minimumLvcPercent = text
            $0.currentSourcing.lvcPercent = text
        }
        #expect(fact.minimumLvc == millionths)
        #expect(fact.hasCurrentLvc && fact.currentLvc == millionths)
    }

    @Test func ownershipBecomesBasisPoints() throws {
        #expect(try bench.fact { $0.minimumVietnameseOwnershipPercent = "51.25" }.minimumVietnameseOwnership == 5_125)
    }

    @Test(arguments: [
        ("100.0001", "outOfRange"), ("-1", "outOfRange"), ("33.33333", "tooManyDecimals"), ("40 %", "malformed"),
    ])
    func sharesArePerCent(text: String, reason: String) {
        #expect(bench.refused { $0.minimumLvcPercent = text } == ["\(reason) minimumLvcPercent"])
    }

    @Test func ownershipHasAtMostTwoDecimals() {
        #expect(
            bench.refused { $0.minimumVietnameseOwnershipPercent = "51.255" }
                == ["tooManyDecimals minimumVietnameseOwnershipPercent"])
    }

    // MARK: Days

    @Test func aWindowThatEndsBeforeItStartsIsRefused() {
        #expect(
            bench.refused { $0.delivery = bench.days("2027-03-02", "2027-03-01") }
                == ["windowEndsBeforeItStarts delivery.lastDay"])
    }

    @Test func aWindowOfOneDayIsTaken() throws {
        #expect(try bench.fact { $0.delivery = bench.days("2028-02-29", "2028-02-29") }.delivery.first == 21_243)
    }

    @Test(arguments: [
        "2027-02-29", "2027-13-01", "2027-3-1", "01-03-2027", "2027/03/01", "2027-03-01T00:00:00Z", "２０２７-03-01",
    ])
    func daysAreStrict(text: String) {
        #expect(bench.refused { $0.delivery.firstDay = text } == ["malformedDay delivery.firstDay"])
    }

    @Test func windowsAndYearsHaveLimits() {
        #expect(bench.refused { $0.delivery.lastDay = "2099-01-01" } == ["outOfRange delivery.lastDay"])
        #expect(bench.refused { $0.delivery.lastDay = "9999-12-31" } == ["outOfRange delivery.lastDay"])
        #expect(bench.refused { $0.delivery.firstDay = "0001-01-01" } == ["outOfRange delivery.firstDay"])
    }

    @Test func theClosingDayIsWithinDelivery() throws {
        #expect(try bench.fact { $0.closingDay = "2027-02-28" }.closingDay == 20_877)
        #expect(try bench.fact { $0.closingDay = "2027-03-31" }.closingDay == 20_908)
        #expect(bench.refused { $0.closingDay = "2027-04-01" } == ["outOfRange closingDay"])
    }

    // MARK: Places

    @Test func aPointBecomesMetres() throws {
        let fact = try bench.fact {
            $0.place.latitude = 21.2042
            $0.place.longitude = 105.9871
        }
        let point = fact.point
        let square = point.x * point.x + point.y * point.y + point.z * point.z
        #expect(abs(Double(square).squareRoot() - 6_371_009) < 1)
        #expect(point == WirePoint.with { ($0.x, $0.y, $0.z) = (-1_635_911, 5_709_950, 2_304_349) })
    }

    @Test func thePolesAndTheDateLineArePoints() throws {
        func point(_ latitude: Double, _ longitude: Double) throws -> [Int64] {
            let fact = try bench.fact {
                $0.place.latitude = latitude
                $0.place.longitude = longitude
            }
            return [fact.point.x, fact.point.y, fact.point.z]
        }
        #expect(try point(90, 0) == [0, 0, 6_371_009])
        #expect(try point(0, 180) == [-6_371_009, 0, 0])
        #expect(try point(0, -180) == [-6_371_009, 0, 0])
        #expect(try point(-90, 12) == [0, 0, -6_371_009])
    }

    @Test func theWardStandsInForThePoint() throws {
        let resolver = Resolver(reference: try .small(), publicIdSecret: [])
        var message = bench.requirement
        message.place.wardCode = "09205"
        let byWard = try resolver.resolve(message).get()
        message.place.latitude = 21.2306
        message.place.longitude = 105.99445
        let byPoint = try resolver.resolve(message).get()
        #expect(byWard.point == byPoint.point)
        #expect(byWard.ward.english == "Yen Trung" && !byWard.ward.unchecked)
    }

    @Test(arguments: [
        (90.1, 0, "latitude"), (-91, 0, "latitude"), (0, 180.5, "longitude"), (Double.nan, 0, "latitude"),
        (0, .infinity, "longitude"),
    ])
    func degreesHaveTheirRanges(latitude: Double, longitude: Double, field: String) {
        let refused = bench.refused {
            $0.place.latitude = latitude
            $0.place.longitude = longitude
        }
        #expect(refused == ["outOfRange place.\(field)"])
    }

    @Test func halfAPointIsRefused() {
        #expect(bench.refused { $0.place.latitude = 21 } == ["missing place.longitude"])
        #expect(bench.refused { $0.place.longitude = 106 } == ["missing place.latitude"])
    }

    @Test func aDistanceNeedsAPlace() {
        #expect(bench.refused { $0.maximumDistanceMetres = 1_000 } == ["missing place"])
        #expect(
            bench.refused { $0.maximumDistanceMetres = .max } == ["outOfRange maximumDistanceMetres", "missing place"])
        let withWard = bench.refused {
            $0.maximumDistanceMetres = 1_000
            $0.place.wardCode = "09205"
        }
        #expect(withWard == [])
    }

    // MARK: Conditions

    @Test func schemesAreNormalisedAndEachStandsOnce() throws {
        let fact = try bench.fact {
            $0.requiredCertifications = ["iso9001", "ISO 9001:2015", " IATF  16949 ", "ul 94  v-0"]
        }
        #expect(fact.requiredCertifications == ["ISO 9001", "IATF 16949", "UL 94 V-0"])
        #expect(
            bench.refused { $0.requiredCertifications = ["ISO 9001", " "] } == ["missing requiredCertifications.1"])
    }

    @Test func boundsAreNumbersOrWords() throws {
        let fact = try bench.fact {
            $0.attributeBounds = [
                WireAttributeBound.with {
                    $0.name = " Thickness  MM"
                    $0.minimum = "-0.5"
                    $0.maximum = "2.05"
                },
                WireAttributeBound.with {
                    $0.name = "Colour"
                    $0.allowedValues = ["Matt  Black", "WHITE"]
                },
            ]
        }
        #expect(fact.attributeBounds[0].name == "thickness mm")
        #expect(fact.attributeBounds[0].minimum == -500_000 && fact.attributeBounds[0].maximum == 2_050_000)
        #expect(fact.attributeBounds[1].allowedValues == ["matt black", "white"])
        #expect(!fact.attributeBounds[1].hasMinimum && !fact.attributeBounds[1].hasMaximum)
    }

    @Test func boundsThatSayNothingOrContradictThemselvesAreRefused() {
        let refused = bench.refused {
            $0.attributeBounds = [
                WireAttributeBound.with { $0.name = "a" },
                WireAttributeBound.with {
                    $0.name = "b"
                    $0.minimum = "2"
                    $0.maximum = "1"
                },
                WireAttributeBound.with {
                    $0.name = "B"
                    $0.maximum = "x"
                },
                WireAttributeBound.with { $0.allowedValues = [""] },
            ]
        }
        #expect(
            refused == [
                "missing attributeBounds.0", "outOfRange attributeBounds.1.minimum", "duplicate attributeBounds.2.name",
                "malformed attributeBounds.2.maximum", "missing attributeBounds.3.name",
                "missing attributeBounds.3.allowedValues.0",
            ])
    }

    @Test func textsListsAndTimesHaveLimits() {
        let refused = bench.refused {
            $0.description_p = String(repeating: "đ", count: 2_001)
            $0.place.industrialPark = String(repeating: "x", count: 201)
            $0.maximumLeadTimeDays = 4_000
            $0.requiredCertifications = (0...100).map { "S\($0)" }
            $0.attributeBounds = Array(repeating: WireAttributeBound(), count: 101)
        }
        #expect(
            refused == [
                "tooLong description", "tooLong place.industrialPark", "outOfRange maximumLeadTimeDays",
                "tooMany requiredCertifications", "tooMany attributeBounds",
            ])
        #expect(bench.refused { $0.description_p = String(repeating: "đ", count: 2_000) } == [])
    }

    @Test func wordsThatTheSchemaLacksAreRefused() {
        #expect(bench.refused { $0.currentSourcing.kind = .UNRECOGNIZED(9) } == ["unknownCode currentSourcing.kind"])
    }

    @Test func theProductIsNamedByItsId() {
        let refused = bench.refused { $0.product.id = "2300000012/TV" }
        #expect(refused == ["malformedReference product.id", "missing product.quantityPerUnit"])
    }

    @Test func anAnonymousBuyerHasAPublicIdThatIsAlwaysTheSame() throws {
        let first = try bench.fact { $0.anonymous = true }
        #expect(first.publicID.count == 16)
        #expect(first.publicID.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit })
        #expect(try bench.fact { $0.anonymous = true }.publicID == first.publicID)
        let other = Resolver(reference: .builtIn, publicIdSecret: Array("other".utf8))
        var message = bench.requirement
        message.anonymous = true
        #expect(try other.resolve(message).get().publicID != first.publicID)
    }
}

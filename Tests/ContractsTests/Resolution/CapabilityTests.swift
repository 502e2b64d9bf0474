import Contracts
import SwiftProtobuf
import Testing

@Suite struct CapabilityTests {
    private let bench = ResolutionBench()

    @Test func theLeastCapabilityIsResolved() throws {
        let fact = try bench.capabilityFact()
        #expect(fact.capacityPerMonth == 1_000_000_000)
        #expect(fact.minimumOrder == 0)
        #expect(fact.currencyCode == "VND")
        #expect(fact.tiers == [WireTier.with { $0.unitPrice = 10_400_000_000 }])
        #expect(!fact.hasLocalContent && !fact.hasValidFirst && !fact.hasValidLast && !fact.hasPoint)
        #expect(fact.vietnameseOwnership == 0)
    }

    @Test func everythingThatIsWrongIsToldAtOnce() {
        #expect(
            bench.resolver.resolve(WireCapability()).codes == [
                "malformedKey owner", "malformedKey id", "missing hsCode", "missing unitCode",
                "missing capacityPerMonth",
                "missing unitPriceTiers",
            ])
    }

    @Test func aCapabilityHasFourOrSixDigits() throws {
        #expect(try bench.capabilityFact { $0.hsCode = "7616" }.published.hsCode == "7616")
        #expect(bench.refusedCapability { $0.hsCode = "76" } == ["malformed hsCode"])
    }

    @Test func tonnesBecomeKilogramsExactly() throws {
        let fact = try bench.capabilityFact {
            $0.hsCode = "7604"
            $0.unitCode = "TNE"
            $0.capacityPerMonth = "180.5"
            $0.minimumOrder = "0.5"
            $0.unitPriceTiers = [
                WirePriceTier.with { $0.unitPrice = bench.money("VND", "78000000") },
                WirePriceTier.with {
                    $0.minimumQuantity = "20"
                    $0.unitPrice = bench.money("VND", "77500000")
                },
            ]
        }
        #expect(fact.unitCode == "KGM")
        #expect(fact.capacityPerMonth == 180_500_000_000)
        #expect(fact.minimumOrder == 500_000_000)
        #expect(fact.tiers.map(\.minimumQuantity) == [0, 20_000_000_000])
        #expect(fact.tiers.map(\.unitPrice) == [78_000_000_000, 77_500_000_000])
    }

    // MARK: Tiers

    private func tier(_ minimum: String, _ currency: String, _ value: String) -> WirePriceTier {
        WirePriceTier.with {
            $0.minimumQuantity = minimum
            $0.unitPrice = bench.money(currency, value)
        }
    }

    @Test func tiersGrowInOneCurrency() {
        let refused = bench.refusedCapability {
            $0.unitPriceTiers = [
                tier("10", "VND", "3"), tier("10", "VND", "2"), tier("", "VND", "1"), tier("20", "USD", "1"),
                tier("-1", "VND", "0"),
            ]
        }
        #expect(
            refused == [
                "tiersNotIncreasing unitPriceTiers.1.minimumQuantity",
                "tiersNotIncreasing unitPriceTiers.2.minimumQuantity",
                "mixedCurrencies unitPriceTiers.3.unitPrice.currencyCode",
                "outOfRange unitPriceTiers.4.minimumQuantity",
                "notPositive unitPriceTiers.4.unitPrice.value",
            ])
    }

    @Test func thereAreOneToTwentyTiers() {
        let tiers = (0...20).map { tier("\($0)", "VND", "1") }
        #expect(bench.refusedCapability { $0.unitPriceTiers = tiers } == ["tooMany unitPriceTiers"])
        #expect(bench.refusedCapability { $0.unitPriceTiers = Array(tiers.dropLast()) } == [])
        #expect(bench.refusedCapability { $0.unitPriceTiers = [] } == ["missing unitPriceTiers"])
    }

    // MARK: Certificates, attributes, validity

    @Test func aCertificateHasSchemeNumberAndExpiry() {
        #expect(
            bench.refusedCapability { $0.certifications = [WireCertification()] } == [
                "missing certifications.0.scheme", "missing certifications.0.number",
                "missing certifications.0.expiresOn",
            ])
    }

    private func certificate(_ scheme: String, _ number: String, _ expiresOn: String) -> WireCertification {
        WireCertification.with {
            $0.scheme = scheme
            $0.number = number
            $0.expiresOn = expiresOn
        }
    }

    @Test func aCertificateWithoutExpiryIsRefused() {
        let refused = bench.refusedCapability {
            $0.certifications = [certificate("ISO 9001", "1", "2028-01-01"), certificate("ISO 14001", "2", "")]
        }
        #expect(refused == ["missing certifications.1.expiresOn"])
    }

    @Test func certificatesAreNormalisedAndNotRepeated() throws {
        let fact = try bench.capabilityFact { $0.certifications = [certificate("iso 9001:2015", "1", "2028-01-01")] }
        #expect(fact.certifications[0].scheme == "ISO 9001")
        #expect(fact.certifications[0].expiresOn == 21_184)
        let refused = bench.refusedCapability {
            $0.certifications = [certificate("ISO 9001", "1", "2028-01-01"), certificate("iso9001", "1", "2029-01-01")]
        }
        #expect(refused == ["duplicate certifications.1.number"])
    }

    @Test func aCertificateDoesNotExpireBeforeItIsIssued() {
        let refused = bench.refusedCapability {
            var held = certificate("ISO 9001", "1", "2028-01-01")
            held.issuedOn = "2028-01-02"
            $0.certifications = [held]
        }
        #expect(refused == ["windowEndsBeforeItStarts certifications.0.expiresOn"])
    }

    @Test func anAttributeIsANumberOrAText() throws {
        let fact = try bench.capabilityFact {
            $0.attributes = [
                WireAttribute.with {
                    $0.name = "Thickness MM"
                    $0.number = "-2.5"
                },
                WireAttribute.with {
                    $0.name = "Màu"
                    $0.text = "Đen  MỜ"
                },
            ]
        }
        #expect(fact.attributes[0].number == -2_500_000 && fact.attributes[0].name == "thickness mm")
        #expect(fact.attributes[1].text == "đen mờ" && !fact.attributes[1].hasNumber)
        let refused = bench.refusedCapability {
            $0.attributes = [
                WireAttribute.with { $0.name = "a" },
                WireAttribute.with {
                    $0.name = "A"
                    $0.number = "1"
                    $0.text = "one"
                },
            ]
        }
        #expect(refused == ["missing attributes.0", "duplicate attributes.1.name", "malformed attributes.1"])
    }

    @Test func validityMayBeOpen() throws {
        let fact = try bench.capabilityFact { $0.valid.lastDay = "2027-12-31" }
        #expect(!fact.hasValidFirst && fact.validLast == 21_183)
        #expect(
            bench.refusedCapability { $0.valid = bench.days("2027-02-01", "2027-01-01") }
                == ["windowEndsBeforeItStarts valid.lastDay"])
    }

    @Test func ownershipIsABasisPointOfAPerCent() throws {
        #expect(try bench.capabilityFact { $0.vietnameseOwnershipPercent = "87.55" }.vietnameseOwnership == 8_755)
        #expect(
            bench.refusedCapability { $0.vietnameseOwnershipPercent = "87.555" }
                == ["tooManyDecimals vietnameseOwnershipPercent"])
    }
}

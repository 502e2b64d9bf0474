import Contracts
import SwiftProtobuf
import Testing

/// Profiles, products, subscriptions, verifications and rates.
@Suite struct OtherSubjectTests {
    private let bench = ResolutionBench()
    private var resolver: Resolver { bench.resolver }

    // MARK: Profiles

    private func profile(_ change: (inout WireEnterpriseProfile) -> Void = { _ in }) -> Result<
        WireProfileAccepted, Refusals
    > {
        var message = WireEnterpriseProfile.with {
            $0.owner = "2300000045-001"
            $0.id = "profile"
            $0.name = "Công ty Ví Dụ"
            $0.kind = .domestic
        }
        change(&message)
        return resolver.resolve(message)
    }

    @Test func aProfileTellsOwnershipWhereItIsStated() throws {
        #expect(try !profile().get().hasVietnameseOwnership)
        #expect(try profile { $0.vietnameseOwnershipPercent = "0" }.get().hasVietnameseOwnership)
        #expect(try profile { $0.vietnameseOwnershipPercent = "51.5" }.get().vietnameseOwnership == 5_150)
    }

    @Test func whatIsWrongWithAProfileIsTold() {
        #expect(profile { $0.id = "main" }.codes == ["malformedKey id"])
        #expect(
            profile {
                $0.owner = "23"
                $0.name = " "
                $0.kind = .unspecified
                $0.investorCountryCode = "VNM"
                $0.vietnameseOwnershipPercent = "101"
                $0.place.wardCode = "9205"
                $0.vsicCode = "C26"
                $0.contactEmail = "nobody"
            }.codes == [
                "malformedKey owner", "missing name", "missing kind", "malformed investorCountryCode",
                "outOfRange vietnameseOwnershipPercent", "malformed place.wardCode", "malformed vsicCode",
                "malformed contactEmail",
            ])
        #expect(profile { $0.kind = .UNRECOGNIZED(4) }.codes == ["unknownCode kind"])
    }

    // MARK: Products

    private func product(_ change: (inout WireProduct) -> Void = { _ in }) -> Result<WireProductAccepted, Refusals> {
        var message = WireProduct.with {
            $0.owner = "2300000012"
            $0.id = "TV"
            $0.name = "Television"
            $0.hsCode = "852990"
            $0.fob = bench.money("USD", "61.80")
        }
        change(&message)
        return resolver.resolve(message)
    }

    @Test func aProductHasItsPricesInOneCurrency() throws {
        let fact = try product { $0.ownDomesticValue = bench.money("USD", "9.35") }.get()
        #expect(fact.fob.millionths == 61_800_000 && fact.ownDomesticValue.millionths == 9_350_000 && !fact.hasExw)
        #expect(
            product {
                $0.exw = bench.money("VND", "1")
                $0.ownDomesticValue = bench.money("USD", "61.81")
            }.codes == ["mixedCurrencies exw.currencyCode", "outOfRange ownDomesticValue.value"])
        #expect(
            product {
                $0.clearFob()
                $0.exw = bench.money("USD", "1")
            }.codes == ["missing fob"])
    }

    // MARK: Subscriptions

    @Test func aSubscriptionHasPrefixesAndWards() throws {
        var message = WireSubscription.with {
            $0.owner = "2300000045"
            $0.id = "all"
        }
        #expect(resolver.resolve(message).codes == [])
        message.hsPrefixes = ["76", "7616", "761699"]
        message.wardCodes = ["09205"]
        let small = Resolver(reference: try .small(), publicIdSecret: [])
        #expect(small.resolve(message).codes == [])
        message.hsPrefixes = ["77", "", "7", "7617"]
        message.wardCodes = ["", "09206", "x"]
        #expect(
            small.resolve(message).codes == [
                "unknownCode hsPrefixes.0", "missing hsPrefixes.1", "malformed hsPrefixes.2",
                "unknownCode hsPrefixes.3",
                "missing wardCodes.0", "unknownCode wardCodes.1", "malformed wardCodes.2",
            ])
    }

    // MARK: Verifications

    @Test func aVerificationHasOneSubjectADecisionEvidenceAndAName() throws {
        var message = WireVerification.with {
            $0.owner = "2300000990"
            $0.id = "V-1"
            $0.decision = .accepted
        }
        #expect(resolver.resolve(message).codes == ["missing certificate", "missing evidence", "missing official"])
        message.evidence = "seen on the issuer's page"
        message.official = "An official"
        #expect(resolver.resolve(message).codes == ["missing certificate"])
        message.certificate = WireCertificateSubject.with {
            $0.capability = "2300000045/A"
            $0.scheme = "iso 9001:2015"
            $0.number = "1"
        }
        #expect(try resolver.resolve(message).get().scheme == "ISO 9001")
        message.certificate = WireCertificateSubject()
        #expect(
            resolver.resolve(message).codes
                == ["missing certificate.capability", "missing certificate.scheme", "missing certificate.number"])
        message.statement = "A"
        message.decision = .unspecified
        #expect(resolver.resolve(message).codes == ["malformedReference statement", "missing decision"])
        message.profile = "2300000045"
        message.decision = .refused
        #expect(resolver.resolve(message).codes == [])
        message.profile = "2300000045/profile"
        #expect(resolver.resolve(message).codes == ["malformedReference profile"])
    }

    // MARK: Rates

    @Test func aRateIsOfAForeignCurrencyThatItsIdNames() throws {
        var message = WireExchangeRate.with {
            $0.owner = "0100000990"
            $0.id = "USD"
            $0.currencyCode = "USD"
            $0.dongPerUnit = "26105.5"
            $0.day = "2026-11-23"
        }
        let fact = try resolver.resolve(message).get()
        #expect(fact.dongPerUnit == 26_105_500_000 && fact.day == 20_780)
        message.id = "usd"
        message.dongPerUnit = "-1"
        message.day = ""
        #expect(resolver.resolve(message).codes == ["malformedKey id", "notPositive dongPerUnit", "missing day"])
        message.id = "VND"
        message.currencyCode = "VND"
        #expect(resolver.resolve(message).codes.first == "notSupported currencyCode")
        message.currencyCode = "XYZ"
        #expect(resolver.resolve(message).codes.first == "unknownCurrency currencyCode")
    }
}

import Foundation
import SwiftProtobuf
import Testing

@testable import Contracts

@Suite struct SampleMarketTests {
    private func market(_ seed: UInt64 = 1) throws -> SampleMarket {
        try SampleMarket(.init(suppliers: 300, requirements: 200, seed: seed, asOf: "2026-03-02"))
    }

    private func millionths(_ text: String) throws -> Int64 {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        try #require(parts.count <= 2)
        let fraction = parts.count == 2 ? parts[1] : ""
        try #require(fraction.count <= 6)
        return try #require(Int64(parts[0] + fraction + String(repeating: "0", count: 6 - fraction.count)))
    }

    @Test(arguments: SampleMarket.FileFormat.allCases)
    func theSameSeedWritesTheSameBytesAndAnotherDoesNot(format: SampleMarket.FileFormat) throws {
        let (first, second, other) = (try TemporaryFolder(), try TemporaryFolder(), try TemporaryFolder())
        try market().writeFiles(to: first.path, format: format)
        try market().writeFiles(to: second.path, format: format)
        try market(2).writeFiles(to: other.path, format: format)
        for subject in Subject.allCases {
            let name = "\(subject.rawValue).\(format.rawValue)"
            #expect(try !first.bytes(of: name).isEmpty)
            #expect(try first.bytes(of: name) == second.bytes(of: name))
            #expect(try first.bytes(of: name) != other.bytes(of: name), "\(name)")
        }
    }

    /// Holds the generator in place: whoever changes it changes what every user of a seed gets.
    @Test func aSeedGivesTheSameMarketForEver() throws {
        let capability = try #require(try market().capabilities.first { _ in true })
        let text = try capability.jsonString()
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
        #expect(digest == 1_216_244_772_648_356_921, "\(text)")
    }

    @Test(arguments: Subject.allCases) func recordsAreEqualAfterATripThroughATable(subject: Subject) throws {
        let folder = try TemporaryFolder()
        let market = try market()
        try market.writeFiles(to: folder.path, format: .csv, subjects: [subject])
        var file = try RecordFile(path: "\(folder.path)/\(subject.rawValue).csv", subject: subject)
        try market.forEachObject(of: subject) { object in
            let record = try #require(try file.next())
            let read = try record.content.get()
            #expect(try decode(read, subject) == decode(object, subject))
        }
        #expect(try file.next() == nil)
    }

    private func decode(_ json: [UInt8], _ subject: Subject) throws -> [UInt8] {
        switch subject {
        case .profiles: try WireEnterpriseProfile(jsonUTF8Bytes: json).serializedBytes()
        case .requirements: try WireRequirement(jsonUTF8Bytes: json).serializedBytes()
        case .products: try WireProduct(jsonUTF8Bytes: json).serializedBytes()
        case .awards: try WireAward(jsonUTF8Bytes: json).serializedBytes()
        case .capabilities: try WireCapability(jsonUTF8Bytes: json).serializedBytes()
        case .quotes: try WireQuote(jsonUTF8Bytes: json).serializedBytes()
        case .subscriptions: try WireSubscription(jsonUTF8Bytes: json).serializedBytes()
        case .verifications: try WireVerification(jsonUTF8Bytes: json).serializedBytes()
        case .rates: try WireExchangeRate(jsonUTF8Bytes: json).serializedBytes()
        }
    }

    @Test func everyKeyIsWellFormedFictionalAndThereOnce() throws {
        let market = try market()
        for subject in Subject.allCases {
            var keys: Set<String> = []
            try market.forEachObject(of: subject) { object in
                let cells = try TabularJSON.cells(object)
                let owner = try #require(cells.first { $0.column == "owner" }?.text)
                let id = try #require(cells.first { $0.column == "id" }?.text)
                let key = try #require(BusinessKey(owner: owner, id: id))
                #expect(owner.hasPrefix("99"))
                #expect(keys.insert(key.description).inserted)
            }
        }
    }

    @Test func costStatementsCloseExactlyAndSpread() throws {
        var shares: [Int] = []
        var unstated = 0
        for capability in try market().capabilities {
            guard capability.hasCostStatement else {
                unstated += 1
                continue
            }
            let statement = capability.costStatement
            let fob = try millionths(statement.fob)
            var sum: Int64 = 0
            for part in [statement.labour, statement.overhead, statement.otherCost, statement.profit] {
                sum += try millionths(part)
            }
            var foreign: Int64 = 0
            for line in statement.materials {
                let value = try millionths(line.value)
                #expect(value >= 0)
                sum += value
                if line.origin != .originating { foreign += value }
            }
            #expect(sum == fob)
            #expect(try millionths(statement.exw) <= fob && foreign <= millionths(statement.exw))
            #expect(statement.currencyCode == capability.unitPriceTiers[0].unitPrice.currencyCode)
            shares.append(Int((fob - foreign) * 100 / fob))
        }
        #expect(shares.allSatisfy { (10...91).contains($0) })
        #expect(shares.contains { $0 < 20 } && shares.contains { $0 > 80 })
        #expect(unstated > 50)
    }

    @Test func tiersRiseInQuantityAndPricesArePositive() throws {
        for capability in try market().capabilities {
            var last: Int64 = -1
            #expect(!capability.unitPriceTiers.isEmpty)
            for tier in capability.unitPriceTiers {
                let quantity = tier.minimumQuantity.isEmpty ? 0 : try millionths(tier.minimumQuantity)
                #expect(quantity > last)
                last = quantity
                #expect(try millionths(tier.unitPrice.value) > 0)
                #expect(tier.unitPrice.currencyCode == capability.unitPriceTiers[0].unitPrice.currencyCode)
            }
            #expect(try millionths(capability.capacityPerMonth) > 0)
            if !capability.minimumOrder.isEmpty { #expect(try millionths(capability.minimumOrder) > 0) }
        }
    }

    @Test func pricesAreExactInTheBaseUnit() throws {
        let lists = ReferenceLists.builtIn
        for capability in try market().capabilities {
            let unit = try #require(lists.unit(capability.unitCode).value)
            for tier in capability.unitPriceTiers {
                #expect(try millionths(tier.unitPrice.value) % unit.baseFactor == 0)
            }
        }
    }

    @Test func requirementsLieInTheFuture() throws {
        for requirement in try market().requirements {
            #expect(requirement.closingDay > "2026-03-02" && requirement.closingDay < requirement.delivery.firstDay)
            #expect(requirement.delivery.firstDay < requirement.delivery.lastDay)
            #expect(try millionths(requirement.quantity) > 0)
            if requirement.hasMaximumUnitPrice { #expect(try millionths(requirement.maximumUnitPrice.value) > 0) }
        }
    }

    @Test func aBillOfMaterialsCostsLessThanItsProduct() throws {
        let market = try market()
        for firm in 0..<market.firms {
            var cost: Int64 = 0
            for index in 0..<200 where market.demand(index).firm == firm {
                let line = market.requirement(index).product
                guard !line.id.isEmpty else { continue }
                #expect(line.id == SampleMarket.productId)
                cost +=
                    try millionths(line.quantityPerUnit) * market.demand(index).factor / 1_000_000
                    * market.demand(index).item.price
            }
            #expect(cost < market.productPrice(firm).price / 1_000_000 * 26_105)
        }
        #expect(market.requirements.count { $0.hasProduct } > 50)
    }

    @Test func awardsAndQuotesNameRequirementsAndCandidatesOfTheMarket() throws {
        let market = try market()
        let requirements = Dictionary(uniqueKeysWithValues: market.requirements.map { ($0.owner + "/" + $0.id, $0) })
        let capabilities = Dictionary(uniqueKeysWithValues: market.capabilities.map { ($0.owner + "/" + $0.id, $0) })
        let named =
            market.awards.map { ($0.requirement, $0.capability) }
            + market.quotes.map { ($0.requirement, $0.capability) }
        #expect(named.count > 10)
        for (requirementKey, capabilityKey) in named {
            let requirement = try #require(requirements[requirementKey])
            let capability = try #require(capabilities[capabilityKey])
            #expect(requirement.hsCode.hasPrefix(capability.hsCode))
            let units = [requirement.unitCode, capability.unitCode].map {
                ReferenceLists.builtIn.unit($0).value?.baseCode
            }
            #expect(units[0] == units[1])
        }
        for award in market.awards { #expect(requirements[award.requirement]?.owner == award.owner) }
        for verification in market.verifications where !verification.certificate.capability.isEmpty {
            let certificates = try #require(capabilities[verification.certificate.capability]).certifications
            #expect(certificates.contains { $0.number == verification.certificate.number })
        }
    }

    @Test func codesAndUnitsAreThoseOfTheBuiltInLists() throws {
        let lists = ReferenceLists.builtIn
        for capability in try market().capabilities {
            #expect(lists.commodity(capability.hsCode).value != nil)
            #expect(lists.unit(capability.unitCode).value != nil)
        }
        #expect(try market().capabilities.contains { $0.hsCode.count == 4 })
        for requirement in try market().requirements { #expect(requirement.hsCode.count == 6) }
    }

    @Test(arguments: ["2026-02-30", "2026-2-03", "yesterday", "", "1999-12-31", "2026-03-02T00:00"])
    func aDayThatIsNoneIsRefused(day: String) {
        #expect(throws: Refusal.self) { try SampleMarket(.init(asOf: day)) }
    }

    @Test func sizesOutOfRangeAreRefusedAndTheSmallestMarketIsMade() throws {
        for count in [0, -1, 1_000_001] {
            #expect(throws: Refusal.self) { try SampleMarket(.init(suppliers: count, asOf: "2026-03-02")) }
            #expect(throws: Refusal.self) { try SampleMarket(.init(requirements: count, asOf: "2026-03-02")) }
        }
        let folder = try TemporaryFolder()
        try SampleMarket(.init(suppliers: 1, requirements: 1, asOf: "2024-02-29")).writeFiles(to: folder.path + "/a/b")
        #expect(try !folder.bytes(of: "a/b/requirements.jsonl").isEmpty)
    }

    @Test func everyRecordIsAccepted() throws {
        let market = try market()
        let resolver = Resolver(reference: .builtIn, publicIdSecret: [1, 2, 3])
        for subject in Subject.allCases {
            try market.forEachObject(of: subject) { object in
                let message = try RecordCodec.decode(subject: subject, contentType: nil, value: object).get()
                try resolver.check(message).get()
            }
        }
    }

    @Test func aSupplierDeclaresOneMethodForAllItsStatements() throws {
        let stated = try market().capabilities.filter(\.hasCostStatement)
        for (_, capabilities) in Dictionary(grouping: stated, by: \.owner) {
            #expect(Set(capabilities.map(\.costStatement.method)).count == 1)
        }
        #expect(Set(stated.map(\.costStatement.method)) == [.direct, .indirect])
    }
}

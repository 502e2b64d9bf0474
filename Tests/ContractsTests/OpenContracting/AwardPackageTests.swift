import Contracts
import Foundation
import Localization
import SwiftProtobuf
import Testing

@Suite struct AwardPackageTests {
    private func award(_ status: WireAward.Status = .awarded) -> WireAwardAccepted {
        .with {
            $0.published.owner = "2300000001"
            $0.published.id = "A1"
            $0.published.requirement = "2300000001/R1"
            $0.published.capability = "2400000001/C1"
            $0.published.status = status
            $0.published.reason = "lowest price"
            $0.hsCode = "853400"
            // 333.5 pieces at 0.12 dollars are 40.02 dollars.
            $0.quantity = 333_500_000
            $0.unitPrice = .with { ($0.millionths, $0.currencyCode) = (120_000, "USD") }
            $0.window = .with { ($0.first, $0.last) = (20_454, 20_483) }
        }
    }

    private var requirement: WireRequirementAccepted {
        .with {
            $0.published.description_p = "Four-layer board"
            $0.published.hsCode = "853400"
            $0.quantity = 1_000_000_000
            $0.unitCode = "H87"
            $0.unit.english = "piece"
            $0.commodity.english = "Printed circuits"
        }
    }

    private func package(_ award: WireAwardAccepted, version: UInt64 = 1) throws -> [String: Any] {
        var package = AwardPackage(
            prefix: "ocds-213czf", publisher: "Office", uri: "https://example.org/a", publishedAt: 0)
        package.add(
            award, version: version, acceptedAt: 1_767_225_600_000, requirement: requirement
        ) { $0 == "2400000001" ? "Bo mạch Kinh Bắc" : nil }
        let object = try JSONSerialization.jsonObject(with: Data(package.encodeJSON()))
        return try #require(object as? [String: Any])
    }

    private func release(_ award: WireAwardAccepted, version: UInt64 = 1) throws -> [String: Any] {
        try #require((try package(award, version: version)["releases"] as? [[String: Any]])?.first)
    }

    @Test func `A package has what the schema of OCDS 1.1.5 requires`() throws {
        let package = try package(award())
        for member in ["uri", "version", "publishedDate", "publisher", "releases"] {
            #expect(package[member] != nil, "\(member)")
        }
        #expect(package["version"] as? String == "1.1")
        let release = try release(award())
        for member in ["ocid", "id", "date", "tag", "initiationType"] { #expect(release[member] != nil, "\(member)") }
        #expect(release["ocid"] as? String == "ocds-213czf-2300000001-R1")
        #expect(release["date"] as? String == "2026-01-01T00:00:00.000Z")
    }

    @Test func `Amounts and quantities are exact JSON numbers`() throws {
        let award = try #require((try release(award())["awards"] as? [[String: Any]])?.first)
        let value = try #require(award["value"] as? [String: Any])
        #expect((value["amount"] as? NSNumber)?.stringValue == "40.02")
        #expect(value["currency"] as? String == "USD")
        let item = try #require((award["items"] as? [[String: Any]])?.first)
        #expect((item["quantity"] as? NSNumber)?.stringValue == "333.5")
        #expect((item["classification"] as? [String: String])?["id"] == "853400")
        #expect((item["unit"] as? [String: Any])?["id"] as? String == "H87")
        let period = try #require(award["contractPeriod"] as? [String: String])
        #expect(period == ["startDate": "2026-01-01T00:00:00+07:00", "endDate": "2026-01-30T23:59:59+07:00"])
    }

    @Test func `Who buys and who supplies are parties, referred to by their id`() throws {
        let release = try release(award())
        let parties = try #require(release["parties"] as? [[String: Any]])
        #expect(parties.map { $0["id"] as? String } == ["2300000001", "2400000001"])
        #expect(parties.map { $0["name"] as? String } == ["2300000001", "Bo mạch Kinh Bắc"])
        #expect(parties.map { $0["roles"] as? [String] } == [["buyer"], ["supplier"]])
        #expect((release["buyer"] as? [String: String])?["id"] == "2300000001")
    }

    @Test func `The buyer of an anonymous requirement stays so`() throws {
        var requirement = requirement
        requirement.published.anonymous = true
        requirement.publicID = "N-7QX"
        var package = AwardPackage(prefix: "ocds-213czf", publisher: "Office", uri: "urn:a", publishedAt: 0)
        package.add(award(), version: 1, acceptedAt: 0, requirement: requirement) { _ in "Fictional Electronics" }
        let text = String(decoding: try package.encodeJSON(), as: UTF8.self)
        #expect(!text.contains("2300000001"))
        #expect(text.contains("ocds-213czf-N-7QX"))
    }

    @Test(arguments: [
        (WireAward.Status.awarded, 1 as UInt64, "award", "active"), (.completed, 3, "awardUpdate", "active"),
        (.cancelled, 2, "awardCancellation", "cancelled"),
    ])
    func `The tag says what happened`(status: WireAward.Status, version: UInt64, tag: String, shown: String) throws {
        let release = try release(award(status), version: version)
        #expect(release["tag"] as? [String] == [tag])
        #expect((release["awards"] as? [[String: Any]])?.first?["status"] as? String == shown)
    }

    @Test(arguments: [("active", 0), ("planned", 0), ("cancelled", 1), ("complete", 1), ("unsuccessful", 1)])
    func `A tender that is over is listed and not published`(status: String, count: Int) throws {
        let package = """
            {"ocid": "ocds-1", "tender": {"status": "\(status)", "title": "Boards", "items": [{"id": "1", "quantity": 5,
            "classification": {"scheme": "HS", "id": "853400"}, "unit": {"scheme": "UNCEFACT", "id": "H87"}}],
            "contractPeriod": {"startDate": "2031-01-01T00:00:00Z", "endDate": "2031-02-01T00:00:00Z"}}}
            """
        let draft = try #require(try TenderImport(Array(package.utf8), owner: "2300000009").drafts.first)
        #expect(draft.missing.count == count && draft.missing.allSatisfy { $0.contains(status) })
    }

    @Test func `What is exported can be imported again`() throws {
        var package = AwardPackage(prefix: "ocds-213czf", publisher: "Office", uri: "urn:a", publishedAt: 0)
        package.add(award(), version: 1, acceptedAt: 0, requirement: requirement) { _ in nil }
        let drafts = try TenderImport(package.encodeJSON(), owner: "2300000009").drafts
        #expect(drafts.map(\.requirement.hsCode) == ["853400"])
        #expect(drafts.map(\.requirement.quantity) == ["1000"])
    }
}

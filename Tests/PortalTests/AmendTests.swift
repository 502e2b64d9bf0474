import Contracts
import EventLog
import HTTPTypes
import Portal
import SwiftProtobuf
import Testing

/// Forms that amend what was published.
@Suite struct AmendTests {
    /// Opens the form of a key, and sends it as it is but for some fields.
    private func amend(
        _ fixture: Fixture, _ subject: Subject, _ key: String, as someone: Someone, _ changed: [String: String],
        _ body: @Sendable (Answer, Answer) async throws -> Void
    ) async throws {
        try await fixture.browse { browser async throws in
            try await browser.enter(fixture, someone)
            let page = try await browser.send(.get, "/publish/\(subject.rawValue)?key=\(key)")
            var fields = page.text.matches(of: /<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/)
                .map { (String($0.1), String($0.2)) }
            fields += page.text.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)"/)
                .map { (String($0.1), String($0.2)) }
            fields += page.text.matches(of: /<textarea[^>]* name="([^"]+)"[^>]*>([^<]*)</)
                .map { (String($0.1), String($0.2)) }
            fields += page.text.matches(
                of: /<select[^>]*name="([^"]+)"[^>]*>(?:(?!<\/select>)[\s\S])*<option value="([^"]*)" selected/
            )
            .map { (String($0.1), String($0.2)) }
            var values: [String: String] = [:]
            for (name, value) in fields { values[name] = value }
            values.merge(changed) { $1 }
            values["action"] = "publish"
            try await body(page, try await browser.send(.post, "/publish/\(subject.rawValue)", values.map { ($0, $1) }))
        }
    }

    @Test func `What is wrong with what a form does not ask is told`() async throws {
        let fixture = try await Fixture()
        try await fixture.browse { browser async throws in
            try await browser.enter(fixture, .supplier)
            let page = try await browser.send(.get, "/publish/quotes")
            let answer = try await browser.send(
                .post, "/publish/quotes",
                [
                    ("formKey", try browser.formKey(of: page)), ("id", "Q1"), ("quantity", "5"), ("action", "publish"),
                    ("unitPrice.value", "60"), ("unitPrice.currencyCode", "VND"), ("validUntil", "2026-12-31"),
                ])
            #expect(answer.status == 422 && answer.text.contains("id=\"fault-requirement\""))
        }
    }

    @Test func `What a form does not ask is kept`() async throws {
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        var capability = Samples.capability()
        capability.certifications = [
            .with { ($0.scheme, $0.number, $0.scope, $0.expiresOn) = ("ISO 9001", "N1", "boards", "2028-01-01") }
        ]
        capability.costStatement = .with {
            ($0.method, $0.fiscalYear, $0.currencyCode, $0.fob) = (.indirect, 2026, "VND", "60")
            $0.materials = (1...7).map { number in
                .with {
                    ($0.name, $0.value, $0.origin) = ("material \(number)", "5", .nonOriginating)
                    ($0.hsCode, $0.countryCode) = ("390720", "KR")
                }
            }
        }
        let published = capability
        try await fixture.record(try Samples.fact(published))
        try await amend(
            fixture, .capabilities, "\(Samples.supplier)/C1", as: .supplier, ["description": "new words"]
        ) { page, answer async throws in
            // (60 − 7 × 5) ÷ 60, with the seventh material, which the form does not show.
            #expect(page.text.contains("41,6%"))
            #expect(answer.status == 303, "\(answer.text)")
        }
        var expected = published
        expected.description_p = "new words"
        let record = try #require(fixture.log.published.first)
        #expect(try WireCapability(serializedBytes: record.value ?? []) == expected)
    }

    @Test(arguments: ["0.125", "1234.5", "1500", "12.500"]) func `A number stays what it was, in each language`(
        quantity: String
    )
        async throws
    {
        let plain = quantity == "12.500" ? "12.500" : quantity
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        let asked = Samples.requirement {
            $0.quantity = plain
            $0.unitCode = "KGM"
            $0.place = .with { ($0.latitude, $0.longitude) = (21.138, 106.125) }
        }
        try await fixture.record(try Samples.fact(asked))
        for language in ["vi", "en"] {
            try await fixture.browse { browser async throws in
                try await browser.enter(fixture, .buyer)
                _ = try await browser.send(.get, "/?lang=\(language)")
                let page = try await browser.send(.get, "/publish/requirements?key=\(Samples.buyer)/R1")
                #expect(page.text.contains("<option value=\"\(language)\" selected>"))
                let shown = language == "vi" ? plain.replacing(".", with: ",") : plain
                #expect(page.text.contains("value=\"\(shown)\""))
            }
            try await amend(fixture, .requirements, "\(Samples.buyer)/R1", as: .buyer, [:]) { _, answer async throws in
                #expect(answer.status == 303, "\(answer.text)")
            }
        }
        for record in fixture.log.published {
            #expect(try WireRequirement(serializedBytes: record.value ?? []) == asked)
        }
        #expect(fixture.log.published.count == 2)
    }

    @Test func `A form sent again is a repeat, one that was edited is not`() async throws {
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        try await fixture.record(try Samples.fact(Samples.requirement()))
        for quantity in ["10", "10", "77"] {
            try await amend(
                fixture, .requirements, "\(Samples.buyer)/R1", as: .buyer, ["quantity": quantity, "eventId": "same"]
            ) { _, answer async throws in #expect(answer.status == 303) }
        }
        let ids = fixture.log.published.map { record in record.headers.first { $0.name == "ce_id" }?.value }
        #expect(ids[0] == ids[1] && ids[1] != ids[2])
    }

    @Test func `The switch of languages stays at the portal`() async throws {
        try await Fixture().test { client async throws in
            let page = try await client.get("//evil.example/x", [.accept: "text/html"])
            #expect(!page.text.contains("href=\"//evil") && page.text.contains("href=\"/evil.example/x?lang=en\""))
        }
    }
}

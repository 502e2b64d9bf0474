import Contracts
import Crypto
import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import JWTKit
import LinkageTesting
import Portal
import SwiftProtobuf
import Testing

@Suite struct SignInTests {
    private let secret = [UInt8](repeating: 7, count: 32)
    private let newYear = Date(timeIntervalSince1970: 1_767_225_600)

    // MARK: - Tokens

    @Test func `A token proves role and organisation, and nothing once it is changed, over or for something else`()
        async throws
    {
        let time = SendableBox(newYear)
        let authority = try await TokenAuthority(secret: secret) { time.value }
        let token = try await authority.issue(.access, role: .fdi, organisation: Samples.buyer, lasting: 60)
        let principal = try #require(await authority.principal(of: token.text, for: .access))
        #expect(
            principal == Principal(role: .fdi, organisation: Samples.buyer, tokenId: token.id, expires: token.expires))
        #expect(TokenAuthority.id(of: token.text) == token.id && TokenAuthority.id(of: "nonsense") == nil)
        for purpose in [TokenAuthority.Purpose.session, .link, .invitation] {
            #expect(await authority.principal(of: token.text, for: purpose) == nil)
        }
        let parts = token.text.split(separator: ".").map(String.init)
        let claims = try #require(Data(base64Encoded: padded(parts[1])))
        let forged = String(decoding: claims, as: UTF8.self).replacing("fdi", with: "official")
        for wrong in [
            "", "a.b.c", String(token.text.dropLast(3)), "\(parts[0]).\(base64url(forged)).\(parts[2])",
            "\(base64url(#"{"alg":"none","typ":"JWT"}"#)).\(parts[1]).", String(repeating: "x", count: 100_000),
        ] {
            #expect(await authority.principal(of: wrong, for: .access) == nil)
        }
        let other = try await TokenAuthority(secret: [UInt8](repeating: 8, count: 32)) { time.value }
        #expect(await other.principal(of: token.text, for: .access) == nil)
        time.value += 61
        #expect(await authority.principal(of: token.text, for: .access) == nil)
    }

    private func base64url(_ text: String) -> String {
        Data(text.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    private func padded(_ text: String) -> String {
        text.replacing("-", with: "+").replacing("_", with: "/")
            + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }

    private struct TheirClaims: JWTPayload {
        var iss = "https://id.example", aud = ["linkage"], exp = 1_767_225_660, jti = "t1", role = "supplier"
        var org = Samples.supplier
        func verify(using algorithm: some JWTAlgorithm) throws {}
    }

    @Test func `Another issuer's tokens are taken by its keys, its name and our audience`() async throws {
        let key = ES256PrivateKey()
        let parameters = try #require(key.parameters)
        func hexless(_ base64: String) -> String {
            base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
        let keySet = """
            {"keys": [{"kty": "EC", "alg": "ES256", "crv": "P-256", "kid": "k1",
            "x": "\(hexless(parameters.x))", "y": "\(hexless(parameters.y))"}]}
            """
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        func write(_ text: String) throws { try Data(text.utf8).write(to: file) }
        try write(keySet)
        let lines = LogLines()
        func authority() async throws -> TokenAuthority {
            let issuer = TokenAuthority.OutsideIssuer(
                name: "https://id.example", audience: "linkage", keyFile: file.path, logger: lines.logger)
            return try await TokenAuthority(secret: secret, outside: issuer) { newYear }
        }
        let running = try await authority()
        let theirs = await JWTKeyCollection().add(ecdsa: key, kid: "k1")
        func principal(_ change: (inout TheirClaims) -> Void) async throws -> Principal? {
            var claims = TheirClaims()
            change(&claims)
            let token = try await theirs.sign(claims, kid: "k1")
            return await running.principal(of: token, for: .access)
        }
        #expect(
            try await principal { _ in }
                == Principal(
                    role: .supplier, organisation: Samples.supplier, tokenId: "t1",
                    expires: newYear.addingTimeInterval(60)))
        #expect(try await principal { $0.aud = ["elsewhere"] } == nil)
        #expect(try await principal { $0.iss = "linkage" } == nil)
        #expect(try await principal { $0.exp = 1_767_225_599 } == nil)
        #expect(try await principal { $0.role = "root" } == nil)
        #expect(try await principal { $0.org = "somebody" } == nil)
        // The issuer takes its key back, and a file that is half written takes none; once it is told.
        try write("{")
        #expect(lines.all.isEmpty)
        for _ in 1...2 { #expect(try await principal { _ in } != nil) }
        #expect(lines.all.count == 1 && lines.all.allSatisfy { $0.contains(file.path) })
        try FileManager.default.removeItem(at: file)
        for _ in 1...2 { #expect(try await principal { _ in } != nil) }
        #expect(lines.all.count == 2)
        try write(#"{"keys": []}"#)
        #expect(try await principal { _ in } == nil)
        try write(keySet)
        #expect(try await principal { _ in } != nil)
        try write("no keys")
        await #expect(throws: (any Error).self) { _ = try await authority() }
    }

    @Test func `A revoked token is refused from then on`() async throws {
        let fixture = try await Fixture()
        let token = try #require(try await fixture.token(of: .buyer))
        try await fixture.test(as: nil) { client async throws in
            let buyer = client.with(token: token)
            #expect(try await buyer.get("/api/v1/requirements").status == 200)
            #expect(try await fixture.portal.signIn.store.revoke(try #require(TokenAuthority.id(of: token))))
            let refused = try await buyer.get("/api/v1/requirements")
            #expect(refused.status == 401 && refused.isProblem)
            #expect(refused.headers[.wwwAuthenticate]?.contains("invalid_token") == true)
            #expect(
                try await client.get("/api/v1/requirements").headers[.wwwAuthenticate] == "Bearer realm=\"linkage\"")
        }
    }

    // MARK: - Browsers

    @Test func `A link signs in, and signing out ends the session`() async throws {
        let fixture = try await Fixture()
        try await fixture.browse { browser async throws in
            #expect(try await browser.send(.get, "/").status == 401)
            try await browser.enter(fixture, .buyer)
            let home = try await browser.send(.get, "/")
            #expect(home.status == 200 && home.text.contains(Samples.buyer))
            #expect(try await browser.send(.get, "/api/v1/requirements").status == 200)
            let session = browser.cookies.value
            let left = try await browser.send(.post, "/sign-out", [("formKey", try browser.formKey(of: home))])
            #expect(left.status == 303)
            #expect(browser.cookies.value["linkage_session"] == nil)
            browser.cookies.value = session
            #expect(try await browser.send(.get, "/").status == 401)
        }
    }

    @Test func `An invitation is used once`() async throws {
        let fixture = try await Fixture()
        let link = try await fixture.portal.signIn.link(
            to: "", .invitation, role: .supplier, organisation: Samples.supplier, lasting: 60)
        let token = String(try #require(link.split(separator: "token=").last))
        for expected in [303, 403] {
            try await fixture.browse { browser async throws in
                #expect(try await browser.send(.post, "/sign-in", [("token", token)]).status == expected)
            }
        }
        try await fixture.browse { browser async throws in
            #expect(try await browser.send(.get, link).text.contains("hết hạn"))
            #expect(try await browser.send(.post, "/sign-in", [("token", "forged")]).status == 403)
        }
    }

    @Test func `Whoever revokes an invitation ends the sessions that began by it`() async throws {
        let fixture = try await Fixture()
        let store = fixture.portal.signIn.store
        var links: [String] = []
        for organisation in [Samples.supplier, Samples.otherSupplier] {
            links.append(
                try await fixture.portal.signIn.link(
                    to: "https://linkage.example", .invitation, role: .supplier, organisation: organisation, lasting: 60
                ))
        }
        let (used, unused) = (
            try #require(TokenAuthority.id(of: links[0])), try #require(TokenAuthority.id(of: links[1]))
        )
        try await fixture.browse { [links] browser async throws in
            func enter(_ link: String) async throws -> Int {
                let token = String(try #require(link.split(separator: "token=").last))
                return try await browser.send(.post, "/sign-in", [("token", token)]).status
            }
            #expect(try await enter(links[0]) == 303)
            #expect(try await browser.send(.get, "/").status == 200)
            #expect(try await store.revoke(used))
            #expect(try await browser.send(.get, "/").status == 401)
            #expect(try await store.revoke(unused))
            #expect(try await enter(links[1]) == 403)
        }
    }

    @Test func `A form of another session, or of another site, changes nothing`() async throws {
        let fixture = try await Fixture()
        try await fixture.browse { browser async throws in
            try await browser.enter(fixture, .official)
            for key in ["", "0", String(repeating: "0", count: 64)] {
                let answer = try await browser.send(
                    .post, "/publish/rates", [("formKey", key), ("currencyCode", "USD"), ("dongPerUnit", "25000")])
                #expect(answer.status == 403)
            }
            let api = try await browser.send(.delete, "/api/v1/rates/\(Samples.office)/USD")
            #expect(api.status == 403)
        }
        #expect(fixture.log.published.isEmpty)
    }

    @Test func `Somebody registers, an official confirms, and they sign in`() async throws {
        let fixture = try await Fixture()
        let address = SendableBox("")
        try await fixture.browse { browser async throws in
            let wrong = try await browser.send(
                .post, "/register", [("role", "official"), ("organisation", "12"), ("name", "<b>"), ("contact", "")])
            #expect(wrong.status == 422 && wrong.text.contains("&lt;b&gt;") && !wrong.text.contains("<b>"))
            let sent = try await browser.send(
                .post, "/register",
                [("role", "supplier"), ("organisation", "2400000009"), ("name", "Cơ khí Quế Võ"), ("contact", "0912")])
            #expect(sent.status == 303)
            address.value = try #require(sent.headers[.location])
            #expect(try await browser.send(.get, address.value).text.contains("chờ cán bộ xác nhận"))
            #expect(try await browser.send(.post, address.value, []).status == 403)
        }
        try await fixture.browse { official async throws in
            try await official.enter(fixture, .official)
            let page = try await official.send(.get, "/registrations")
            #expect(page.text.contains("Cơ khí Quế Võ"))
            let code = try #require(address.value.split(separator: "/").last)
            let decided = try await official.send(
                .post, "/registrations/\(code)",
                [("formKey", try official.formKey(of: page)), ("decision", "confirmed")])
            #expect(decided.status == 303)
            let invited = try await official.send(
                .post, "/registrations",
                [("formKey", try official.formKey(of: page)), ("role", "supplier"), ("organisation", "2400000008")])
            #expect(invited.text.contains("/sign-in?token="))
            let office = try await official.send(
                .post, "/registrations",
                [("formKey", try official.formKey(of: page)), ("role", "official"), ("organisation", "2400000008")])
            #expect(office.status == 403)
        }
        try await fixture.browse { browser async throws in
            #expect(try await browser.send(.post, address.value, []).status == 303)
            #expect(try await browser.send(.get, "/").text.contains("2400000009"))
            #expect(try await browser.send(.get, "/register/unknown").status == 404)
        }
    }

    // MARK: - Forms

    /// A form that publishes, as a browser sends it.
    private static let requirement = [
        ("id", "BOARD-1"), ("hsCode", "853400"), ("description", "<script>bo mạch</script>"), ("quantity", "1000"),
        ("unitCode", "H87"), ("delivery.firstDay", "2027-01-01"), ("delivery.lastDay", "2027-01-30"),
        ("maximumUnitPrice.value", "12.5"), ("maximumUnitPrice.currencyCode", "USD"),
        ("requiredCertifications", "ISO 9001, IATF 16949"), ("anonymous", "true"),
        ("currentSourcing.unitPrice.value", ""), ("currentSourcing.unitPrice.currencyCode", "VND"),
        ("eventId", "e-1"), ("action", "publish"),
    ]

    private func publish(
        _ fixture: Fixture, _ change: [String: String], _ body: @Sendable (Answer) async throws -> Void
    ) async throws {
        try await fixture.browse { browser async throws in
            try await browser.enter(fixture, .buyer)
            let page = try await browser.send(.get, "/publish/requirements?lang=en")
            var fields = Self.requirement.map { ($0, change[$0] ?? $1) }
            fields += change.filter { name, _ in !fields.contains { $0.0 == name } }.map { ($0.key, $0.value) }
            try await body(
                try await browser.send(
                    .post, "/publish/requirements", [("formKey", try browser.formKey(of: page))] + fields))
        }
    }

    @Test func `A form publishes what was typed, in the name of who signed in`() async throws {
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        try await publish(fixture, ["owner": "2300000002"]) { answer in
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/requirements/\(Samples.buyer)/BOARD-1?sent=waiting")
        }
        let record = try #require(fixture.log.published.first)
        let message = try WireRequirement(serializedBytes: try #require(record.value))
        #expect(message.owner == Samples.buyer && message.id == "BOARD-1" && message.hsCode == "853400")
        #expect(message.maximumUnitPrice == Samples.money("12.5", "USD"))
        #expect(message.requiredCertifications == ["ISO 9001", "IATF 16949"])
        #expect(message.anonymous && !message.hasCurrentSourcing)
        #expect(message.description_p == "<script>bo mạch</script>")
        #expect(
            record.headers.contains {
                $0.name == "ce_id" && String(decoding: $0.value, as: UTF8.self).hasPrefix("e-1-")
            })
    }

    @Test func `What is wrong is marked at its field, and what was typed is kept`() async throws {
        let fixture = try await Fixture()
        try await publish(fixture, ["unitCode": "BX", "quantity": "-1", "delivery.lastDay": "2026-13-01"]) { answer in
            #expect(answer.status == 422)
            for kept in ["value=\"BX\"", "value=\"-1\"", "value=\"12.5\"", "&lt;script&gt;bo mạch"] {
                #expect(answer.text.contains(kept), "\(kept)")
            }
            for path in ["unitCode", "quantity", "delivery.lastDay"] {
                #expect(answer.text.contains("id=\"fault-\(path)\""), "\(path)")
            }
            #expect(!answer.text.contains("<script>bo"))
        }
        #expect(fixture.log.published.isEmpty)
    }

    @Test(
        arguments: [
            ("1.500", "", nil), ("1,5", "", nil), ("1.500", "vi", "1500"), ("1,5", "vi", "1.5"),
            ("1.500", "en", "1.500"),
            ("1,500", "en", "1500"), ("1,50", "en", nil), ("12.50", "", "12.50"), ("1.234.567,5", "vi", "1234567.5"),
        ] as [(String, String, String?)])
    func `A number that can be read in two ways is refused until its format is stated`(
        typed: String, format: String, meant: String?
    ) async throws {
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        try await publish(fixture, ["quantity": typed, "maximumUnitPrice.value": "12", "numberFormat": format]) {
            answer in
            #expect(answer.status == (meant == nil ? 422 : 303))
            if meant == nil { #expect(answer.text.contains("id=\"fault-quantity\"")) }
        }
        let published = try fixture.log.published.map { try WireRequirement(serializedBytes: $0.value ?? []).quantity }
        #expect(published == (meant.map { [$0] } ?? []))
    }

    @Test func `Words for a commodity are answered with codes to choose from`() async throws {
        let fixture = try await Fixture { $0.patience = Patience(limit: .zero) }
        try await publish(fixture, ["hsCode": "mach in", "action": "look"]) { answer in
            #expect(answer.status == 200 && answer.text.contains("name=\"pick\" value=\"8534\""))
        }
        try await publish(fixture, ["hsCode": "mach in", "pick": "853400"]) { #expect($0.status == 303) }
    }

    @Test func `Too large and broken forms are refused`() async throws {
        let fixture = try await Fixture()
        try await publish(fixture, ["description": String(repeating: "x", count: 300_000)]) {
            #expect($0.status == 413)
        }
        try await publish(fixture, ["description": String(repeating: "x", count: 5_000_000)]) {
            #expect($0.status == 413)
        }
        #expect(fixture.log.published.isEmpty)
    }
}

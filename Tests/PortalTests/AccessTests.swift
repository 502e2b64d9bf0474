import Contracts
import Foundation
import HTTPTypes
import History
import Portal
import SwiftProtobuf
import Testing

/// Who sees what (DESIGN, section 6): every role, every route of the API, every sealed field.
@Suite struct AccessTests {
    /// A market with one of everything: a requirement with a maximum, a capability with a cost statement, a quote, an
    /// award, verifications, a match set.
    private func market(_ change: (inout WireRequirement) -> Void = { _ in }) async throws -> Fixture {
        let fixture = try await Fixture()
        var capability = Samples.capability()
        capability.place = .with { ($0.latitude, $0.longitude) = (21.1, 106) }
        capability.costStatement = .with {
            $0.method = .indirect
            $0.fiscalYear = 2026
            $0.currencyCode = "VND"
            $0.fob = "60"
            $0.materials = [.with { ($0.name, $0.value, $0.origin) = ("resin", "30", .nonOriginating) }]
        }
        let requirement = Samples.requirement("R1", change)
        let accepted = try Samples.resolver.resolve(requirement).get()
        func quote() throws -> WireQuoteAccepted {
            guard case .quote(let message) = Samples.messages[4] else { return .init() }
            return try Samples.resolver.resolve(message, requirement: #require(RequirementSummary(accepted))).get()
        }
        let award = WireAwardAccepted.with {
            if case .award(let award) = Samples.messages[5] { $0.published = award }
            $0.hsCode = "853400"
            $0.quantity = 500_000_000
            $0.unitPrice = accepted.maximumUnitPrice
            $0.window = accepted.delivery
        }
        func verification() throws -> WireVerificationAccepted {
            guard case .verification(let message) = Samples.messages[8] else { return .init() }
            return try Samples.resolver.resolve(message).get()
        }
        func subscription() throws -> WireSubscriptionAccepted {
            guard case .subscription(let message) = Samples.messages[6] else { return .init() }
            return try Samples.resolver.resolve(message).get()
        }
        try await fixture.record(
            Samples.fact("\(Samples.buyer)/R1", from: .requirements, offset: 0, .requirement(accepted)),
            try Samples.fact(capability, offset: 1),
            try Samples.fact(Samples.profile(Samples.supplier, "Bo mạch Kinh Bắc"), offset: 2),
            Samples.fact("\(Samples.supplier)/Q1", from: .quotes, offset: 3, .quote(try quote())),
            Samples.fact("\(Samples.buyer)/A1", from: .awards, offset: 4, .award(award)),
            Samples.fact("\(Samples.office)/V1", from: .verifications, offset: 5, .verification(try verification())),
            Samples.fact("\(Samples.supplier)/S1", from: .subscriptions, offset: 6, .subscription(try subscription())))
        try await fixture.record(Samples.matchSet(offset: 1))
        return fixture
    }

    private static let everyone: [(name: String, someone: Someone?)] = [
        ("owner", .buyer), ("otherBuyer", .otherBuyer), ("supplier", .supplier), ("otherSupplier", .otherSupplier),
        ("official", .official), ("operator", .operator), ("stranger", nil),
    ]

    /// Path, and who is answered 200; all others with a problem: strangers 401, members 403 or 404.
    private static let table: [(path: String, seenBy: Set<String>)] = [
        ("requirements/2300000001/R1", ["owner", "supplier", "official"]),
        ("requirements/2300000001/R1/matches", ["owner", "official"]),
        ("requirements/2300000001/R1/quotes", ["owner", "official"]),
        ("capabilities/2400000001/C1", ["supplier", "official"]),
        ("profiles/2400000001/profile", ["owner", "otherBuyer", "supplier", "otherSupplier", "official", "operator"]),
        ("quotes/2400000001/Q1", ["owner", "supplier"]),
        ("awards/2300000001/A1", ["owner", "supplier", "official"]),
        ("verifications/2300000099/V1", ["supplier", "official"]),
        ("subscriptions/2400000001/S1", ["supplier"]),
        ("explain?requirement=2300000001/R1&capability=2400000001/C1", ["owner", "supplier", "official"]),
        ("opportunities", ["supplier", "otherSupplier"]),
        (
            "metrics/localization",
            ["owner", "otherBuyer", "supplier", "otherSupplier", "official", "operator"]
        ),
        ("gaps", ["owner", "otherBuyer", "supplier", "otherSupplier", "official", "operator"]),
    ]

    @Test(arguments: table.map(\.path)) func `A route answers those whom the table names`(path: String) async throws {
        let fixture = try await market()
        let seenBy = try #require(Self.table.first { $0.path == path }).seenBy
        for (name, someone) in Self.everyone {
            try await fixture.test(as: someone) { client async throws in
                let answer = try await client.get("/api/v1/\(path)")
                if seenBy.contains(name) {
                    #expect(answer.status == 200, "\(name) \(answer.text)")
                } else {
                    #expect(someone == nil ? answer.status == 401 : [403, 404].contains(answer.status), "\(name)")
                    #expect(answer.isProblem)
                }
            }
        }
    }

    @Test(arguments: Subject.allCases) func `A listing shows nobody what a single answer hides`(subject: Subject)
        async throws
    {
        let fixture = try await market()
        for (name, someone) in Self.everyone where someone != nil {
            try await fixture.test(as: someone) { client async throws in
                for item in try await client.get("/api/v1/\(subject.rawValue)").items {
                    let key = try #require(item["key"] as? String)
                    let one = try await client.get("/api/v1/\(subject.rawValue)/\(key)")
                    #expect(one.status == 200, "\(name) \(key)")
                    #expect(item["published"] as? NSDictionary == one.json["published"] as? NSDictionary)
                }
            }
        }
    }

    @Test func `Only its owner sees a maximum price`() async throws {
        let fixture = try await market()
        for (name, someone) in Self.everyone where someone != nil {
            try await fixture.test(as: someone) { client async throws in
                let one = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1").text
                let all = try await client.get("/api/v1/requirements").text
                #expect(one.contains("maximumUnitPrice") == (name == "owner"), "\(name)")
                #expect(all.contains("maximumUnitPrice") == (name == "owner"), "\(name)")
            }
        }
    }

    @Test func `Only its buyer sees score, rank and price term`() async throws {
        let fixture = try await market()
        func matches(_ someone: Someone) async throws -> String {
            let text = SendableBox("")
            try await fixture.test(as: someone) { client async throws in
                text.value = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches").text
            }
            return text.value
        }
        #expect(try await matches(.buyer).contains("\"score\":4900"))
        #expect(try await matches(.buyer).contains("\"priceTerm\":1600"))
        let official = try await matches(.official)
        #expect(!official.contains("4900") && !official.contains("1600") && !official.contains("4200"))
        #expect(official.contains("\"coverageTerm\":1800"))
        for someone in [Someone.supplier, .official] {
            try await fixture.test(as: someone) { client async throws in
                let explained = try await client.get(
                    "/api/v1/explain?requirement=\(Samples.buyer)/R1&capability=\(Samples.supplier)/C1"
                ).json
                #expect(explained["terms"] is NSNull && explained["rank"] is NSNull)
                let findings = try #require(explained["findings"] as? [[String: Any]])
                let price = try #require(findings.first { $0["reason"] as? String == "price" })
                #expect(price["holds"] is Bool && price["asked"] is NSNull && price["offered"] is NSNull)
            }
        }
        try await fixture.test(as: .official) { client async throws in
            let listed = try await client.get("/api/v1/matches").items
            #expect((listed.first?["best"] as? [String: Any])?["score"] is NSNull)
            let page = try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            #expect(!page.contains("4,900") && !page.contains("100 VND") && page.contains("Bo mạch Kinh Bắc"))
        }
    }

    @Test func `A ratio that would tell the maximum is kept from officials`() async throws {
        let fixture = try await market { $0.clearCurrentSourcing() }
        try await fixture.test(as: .official) { client async throws in
            let answer = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches").text
            #expect(!answer.contains("264705") && !answer.contains("32000"))
        }
    }

    @Test func `What an earlier version said is kept from officials, too`() async throws {
        let fixture = try await market { $0.clearCurrentSourcing() }
        var amended = Samples.requirement("R1") {
            $0.clearCurrentSourcing()
            $0.clearMaximumUnitPrice()
        }
        amended.description_p = "without a maximum"
        var fact = try Samples.fact(amended, offset: 7)
        fact.version = 2
        try await fixture.record(fact)
        try await fixture.test(as: .official) { client async throws in
            let answer = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches").text
            #expect(!answer.contains("32000") && !answer.contains("4900") && !answer.contains("264705"))
        }
    }

    @Test func `A listing keeps a ratio that would tell the maximum from officials`() async throws {
        let fixture = try await market { $0.clearCurrentSourcing() }
        try await fixture.test(as: .official) { client async throws in
            #expect(try await client.get("/api/v1/matches").items.first?["ratio"] is NSNull)
            #expect(try await !client.get("/?lang=en").text.contains("<td class=\"number\">26.4%"))
        }
        try await fixture.test(as: .buyer) { client async throws in
            #expect(try await client.get("/api/v1/matches").items.first?["ratio"] as? Int == 264_705)
        }
    }

    /// What each of those who may see something of a requirement's quotes is answered.
    private func quotes(
        _ fixture: Fixture, _ someone: Someone
    ) async throws -> (listed: Int, single: Int, summary: [String: Any], page: String) {
        let found = SendableBox<(listed: Int, single: Int, summary: String, page: String)>((0, 0, "", ""))
        try await fixture.test(as: someone) { client async throws in
            found.value = (
                try await client.get("/api/v1/quotes").items.count,
                try await client.get("/api/v1/quotes/\(Samples.supplier)/Q1").status,
                try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/quotes").text,
                try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            )
        }
        let summary = try JSONSerialization.jsonObject(with: Data(found.value.summary.utf8)) as? [String: Any]
        return (found.value.listed, found.value.single, try #require(summary), found.value.page)
    }

    @Test func `Sealed quotes are opened when the closing day is over`() async throws {
        let fixture = try await market { ($0.quotesSealed, $0.closingDay) = (true, "2026-12-01") }
        func told(_ day: String) async throws {
            let milliseconds = try #require(CalendarDay.milliseconds(timestamp: day))
            try await fixture.cache.record { try $0.advanceTime(partition: 0, to: milliseconds, policy: nil) }
        }
        try await told("2026-12-01T16:59:59.000Z")
        for someone in [Someone.buyer, .official] {
            let sealed = try await quotes(fixture, someone)
            #expect(sealed.listed == 0 && sealed.single == 404)
            #expect(sealed.summary["quotes"] as? Int == 1 && sealed.summary["sealedUntil"] as? String == "2026-12-01")
            #expect((sealed.summary["prices"] as? [Any])?.isEmpty == true)
            #expect(sealed.page.contains("Quotes are sealed until the end of"))
            #expect(!sealed.page.contains("2026-12-31"), "the day to which the quote is valid")
        }
        try await fixture.test(as: .supplier) { client async throws in
            #expect(try await client.get("/api/v1/quotes").items.count == 1)
            #expect(try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/quotes").status == 404)
        }
        try await told("2026-12-01T17:00:00.000Z")
        let opened = try await quotes(fixture, .buyer)
        #expect(opened.listed == 1 && opened.single == 200 && opened.page.contains("2026-12-31"))
        #expect(opened.summary["sealedUntil"] is NSNull)
        #expect((opened.summary["prices"] as? [[String: Any]])?.first?["mean"] as? String != nil)
    }

    /// A quote in dong of one of several suppliers.
    private func quote(_ supplier: Int, _ price: Int64, id: String = "Q") -> WireMarketFact {
        let owner = 2_400_000_100 + supplier
        return Samples.fact(
            "\(owner)/\(id)", from: .quotes, offset: Int64(20 + supplier),
            .quote(
                .with {
                    $0.published.requirement = "\(Samples.buyer)/R1"
                    $0.published.capability = "\(owner)/C"
                    $0.unitPrice = .with { ($0.millionths, $0.currencyCode) = (price, "VND") }
                }))
    }

    @Test func `A listing does not tell whose quotes are sealed`() async throws {
        let fixture = try await market { ($0.quotesSealed, $0.closingDay) = (true, "2026-12-01") }
        try await fixture.record(quote(1, 62_000_000), quote(2, 58_500_000))
        try await fixture.test(as: .buyer) { client async throws in
            let page = try await client.get("/api/v1/quotes?limit=1").json
            #expect((page["items"] as? [Any])?.isEmpty == true && page["next"] is NSNull)
        }
    }

    @Test func `Officials see what three suppliers ask on average, when no more quotes come`() async throws {
        let fixture = try await market { $0.closingDay = "2026-12-01" }
        func told(_ day: String) async throws {
            let milliseconds = try #require(CalendarDay.milliseconds(timestamp: day))
            try await fixture.cache.record { try $0.advanceTime(partition: 0, to: milliseconds, policy: nil) }
        }
        func prices(_ someone: Someone) async throws -> [String: Any]? {
            (try await quotes(fixture, someone).summary["prices"] as? [[String: Any]])?.first
        }
        try await fixture.record(
            Samples.withdrawal("\(Samples.supplier)/Q1", of: .quotes), quote(1, 62_000_000), quote(2, 58_500_000))
        try await told("2026-12-01T16:59:59.000Z")
        #expect(try await prices(.official) == nil)
        #expect(try await quotes(fixture, .official).summary["suppliers"] as? Int == 2)
        #expect(try await prices(.buyer)?["mean"] as? String == "60.25")
        try await told("2026-12-01T17:00:00.000Z")
        #expect(try await prices(.official)?["suppliers"] as? Int == 2)
        #expect(try await prices(.official)?["mean"] is NSNull)
        #expect(try await quotes(fixture, .official).page.contains("fewer than 3 suppliers"))
        // (62 + 58.5 + 70) / 3: of the second price of a supplier, only the lower counts.
        try await fixture.record(quote(3, 70_000_000), quote(3, 90_000_000, id: "Q2"))
        #expect(try await prices(.official)?["mean"] as? String == "63.5")
        #expect(try await quotes(fixture, .official).summary["quotes"] as? Int == 4)
        #expect(try await quotes(fixture, .official).page.contains("63.5 VND / H87"))
    }

    @Test func `An award of a ranking is filled in in the unit that was asked for`() async throws {
        let fixture = try await market()
        try await fixture.test(as: .buyer) { client async throws in
            let page = try await client.get("/requirements/\(Samples.buyer)/R1").text
            #expect(page.contains("quantity=600&amp;unitPrice.value=60&"))
            var thousands = try Samples.fact(
                Samples.requirement("R1") { ($0.quantity, $0.unitCode) = ("1", "MIL") }, offset: 30)
            thousands.version = 2
            try await fixture.record(thousands)
            let amended = try await client.get("/requirements/\(Samples.buyer)/R1").text
            #expect(amended.contains("quantity=0%2E6&amp;unitPrice.value=60000&"))
            // 600 are 4 gross and a bit.
            var gross = try Samples.fact(
                Samples.requirement("R1") {
                    ($0.quantity, $0.unitCode) = ("7", "GRO")
                    $0.clearMaximumUnitPrice()
                    $0.clearCurrentSourcing()
                }, offset: 31)
            gross.version = 3
            try await fixture.record(gross)
            let inexact = try await client.get("/requirements/\(Samples.buyer)/R1").text
            #expect(inexact.contains("quantity=4&amp;unitPrice.value=8640&"))
        }
    }

    @Test func `A quote for another unit than the requirement's is no price of it`() async throws {
        let fixture = try await market()
        let before = try await quotes(fixture, .buyer)
        #expect((before.summary["prices"] as? [Any])?.count == 1)
        #expect(!before.page.contains("ask for a new quote") && before.page.contains("quantity=500"))
        var amended = try Samples.fact(Samples.requirement("R1") { $0.unitCode = "KGM" }, offset: 30)
        amended.version = 2
        try await fixture.record(amended)
        let after = try await quotes(fixture, .buyer)
        #expect(after.listed == 1 && after.summary["quotes"] as? Int == 1)
        #expect((after.summary["prices"] as? [Any])?.isEmpty == true)
        #expect(after.page.contains("ask for a new quote") && !after.page.contains("quantity=500"))
    }

    @Test func `Suppliers never learn who an anonymous buyer is`() async throws {
        let fixture = try await market {
            $0.anonymous = true
            $0.place = .with {
                ($0.wardCode, $0.industrialPark, $0.latitude, $0.longitude) = ("09001", "Quế Võ", 21, 106)
            }
            $0.maximumDistanceMetres = 12_345
            $0.product = .with { ($0.id, $0.quantityPerUnit) = ("P1", "2") }
        }
        let publicId = Samples.resolver.publicId(of: try #require(BusinessKey("\(Samples.buyer)/R1")))
        try await fixture.test(as: .supplier) { client async throws in
            #expect(try await client.get("/api/v1/requirements/\(Samples.buyer)/R1").status == 404)
            let explained = "explain?requirement=\(Samples.buyer)/R1&capability=\(Samples.supplier)/C1"
            #expect(try await client.get("/api/v1/\(explained)").status == 404)
            #expect(try await client.get("/\(explained)").status == 404)
            let quote = try await client.get("/api/v1/quotes/\(Samples.supplier)/Q1")
            let form = try await client.get("/publish/quotes?key=\(Samples.supplier)/Q1")
            let list = try await client.get("/opportunities")
            let page = try await client.get("/opportunities/one?requirement=\(publicId)")
            for answer in [quote, form, list, page] {
                #expect(answer.status == 200 && answer.text.contains(publicId))
                #expect(!answer.text.contains(Samples.buyer) && !answer.text.contains("Quế Võ"))
            }
            #expect(page.text.contains("09001") && !page.text.contains("106"))
            // 11,119 m north of it: three exact distances would tell where it is.
            #expect(page.text.contains("12.345 m") && page.text.contains("15.000 m"), "\(page.text)")
        }
    }

    @Test func `A pair that is no candidate is explained to nobody`() async throws {
        let fixture = try await market()
        try await fixture.record(
            try Samples.fact(Samples.requirement("R2") { $0.hsCode = "392690" }, offset: 9))
        for someone in [Someone.buyer, .supplier, .official] {
            try await fixture.test(as: someone) { client async throws in
                let pair = "requirement=\(Samples.buyer)/R2&capability=\(Samples.supplier)/C1"
                #expect(try await client.get("/api/v1/explain?\(pair)").status == 404)
                #expect(try await client.get("/explain?\(pair)").status == 404)
            }
        }
    }

    @Test func `A buyer learns what is available up to what it asked`() async throws {
        let fixture = try await market()
        try await fixture.record(
            Samples.matchSet(offset: 5) {
                $0.matches[0].available = 29_370_000_000
                $0.openQuantity = 1_000_000_000
            })
        try await fixture.test { client async throws in
            let matches = try await client.get("/api/v1/requirements/\(Samples.buyer)/R1/matches").text
            let page = try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            #expect(matches.contains("1000000000") && !matches.contains("29370000000"))
            #expect(!page.contains("29,370"))
        }
    }

    @Test func `A product is sealed to officials where a line is valued at a maximum`() async throws {
        for isPaid in [true, false] {
            let fixture = try await market {
                $0.product = .with { ($0.id, $0.quantityPerUnit) = ("P1", "2") }
                if !isPaid { $0.clearCurrentSourcing() }
            }
            guard case .product(let product) = Samples.messages[3] else { return }
            try await fixture.record(
                Samples.fact(
                    "\(Samples.buyer)/P1", from: .products, offset: 8,
                    .product(try Samples.resolver.resolve(product).get())))
            try await fixture.test(as: .official) { client async throws in
                let report = try await client.get("/api/v1/products/\(Samples.buyer)/P1/localization")
                let page = try await client.get("/products?lang=en").text
                #expect(report.status == 200)
                #expect((report.json["lines"] as? [Any])?.isEmpty == !isPaid)
                #expect(((report.json["today"] as? [String: Any])?["absentReason"] as? String == "sealed") == !isPaid)
                #expect(page.contains("sealed") == !isPaid)
            }
            try await fixture.test { client async throws in
                let report = try await client.get("/api/v1/products/\(Samples.buyer)/P1/localization")
                #expect((report.json["lines"] as? [Any])?.count == 1)
            }
        }
    }

    @Test func `Figures of few firms are kept from all but officials, and a firm sees its own`() async throws {
        let fixture = try await market()
        for (name, someone) in Self.everyone where someone != nil {
            try await fixture.test(as: someone) { client async throws in
                let all = try await client.get("/api/v1/metrics/localization").json
                let group = try #require((all["groups"] as? [[String: Any]])?.first)
                #expect((group["demand"] is NSNull) == (name != "official"), "\(name)")
                let own = try await client.get("/api/v1/metrics/localization?by=firm").json
                let firms = try #require(own["groups"] as? [[String: Any]])
                #expect(firms.contains { $0["demand"] is [String: Any] } == ["owner", "official"].contains(name))
            }
        }
    }

    // MARK: - Publishing

    @Test(arguments: Role.allCases) func `A role publishes its subjects in its own name`(role: Role) async throws {
        let mine: [Role: Set<Subject>] = [
            .fdi: [.profiles, .requirements, .products, .awards],
            .supplier: [.profiles, .capabilities, .quotes, .subscriptions],
            .official: [.profiles, .verifications, .rates], .operator: Set(Subject.allCases),
        ]
        let fixture = try await Fixture()
        for message in Samples.messages {
            let path = "/api/v1/\(message.subject.rawValue)"
            let allowed = mine[role]?.contains(message.subject) == true
            try await fixture.test(as: Someone(role: role, organisation: message.owner)) { client async throws in
                #expect(try await client.post(path, message.encodeJSON()).status == (allowed ? 202 : 403))
                let withdrawn = try await client.delete("\(path)/\(message.owner)/\(message.id)")
                #expect(withdrawn.status == (allowed ? 202 : 403))
            }
            try await fixture.test(as: Someone(role: role, organisation: "2300000077")) { client async throws in
                let status = role == .operator ? 202 : 403
                #expect(try await client.post(path, message.encodeJSON()).status == status)
                #expect(try await client.delete("\(path)/\(message.owner)/\(message.id)").status == status)
            }
            try await fixture.test(as: nil) { client async throws in
                #expect(try await client.post(path, message.encodeJSON()).status == 401)
                #expect(try await client.delete("\(path)/\(message.owner)/\(message.id)").status == 401)
            }
        }
    }

    // MARK: - Pages

    /// Path, and the roles that it is for.
    private static let pages: [(path: String, roles: Set<Role>)] = [
        ("/", Set(Role.allCases)), ("/gaps", Set(Role.allCases)), ("/refused", Set(Role.allCases)),
        ("/localization", Set(Role.allCases)), ("/products", [.fdi, .official]), ("/verify", [.official]),
        ("/suppliers", [.official]), ("/registrations", [.official, .operator]), ("/opportunities", [.supplier]),
        ("/publish/requirements", [.fdi]), ("/publish/products", [.fdi]), ("/publish/awards", [.fdi]),
        ("/publish/capabilities", [.supplier]), ("/publish/quotes", [.supplier]),
        ("/publish/subscriptions", [.supplier]), ("/publish/profiles", [.fdi, .supplier, .official]),
        ("/publish/verifications", [.official]), ("/publish/rates", [.official]),
        ("/upload/requirements", [.fdi, .operator]), ("/upload/capabilities", [.supplier, .operator]),
        ("/requirements/2300000001/R1", [.official]), ("/requirements/2300000001/R1/others", [.official]),
        ("/capabilities/2400000001/C1", [.official]), ("/opportunities/one?requirement=2300000001/R1", []),
    ]

    @Test func `A page is shown to the roles that it is for`() async throws {
        let fixture = try await market()
        for role in Role.allCases {
            try await fixture.test(as: Someone(role: role, organisation: "2300000077")) { client async throws in
                for (path, roles) in Self.pages {
                    let status = try await client.get(path, [.accept: "text/html"]).status
                    #expect(
                        roles.contains(role) ? status == 200 : [403, 404].contains(status), "\(role) \(path) \(status)")
                }
            }
        }
        try await fixture.test(as: nil) { client async throws in
            for (path, _) in Self.pages {
                let answer = try await client.get(path, [.accept: "text/html"])
                #expect(answer.status == 401 && answer.text.contains("Đăng ký"), "\(path)")
            }
            for open in ["/healthz", "/sign-in", "/register", "/assets/linkage.css", "/assets/linkage.js"] {
                #expect(try await client.get(open).status == 200, "\(open)")
            }
        }
    }
}

/// A value that a closure of a test fills.
final class SendableBox<Value>: @unchecked Sendable {
    var value: Value
    init(_ value: Value) { self.value = value }
}

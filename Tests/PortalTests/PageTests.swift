import Contracts
import Foundation
import HTTPTypes
import SwiftProtobuf
import Testing

@Suite struct PageTests {
    /// A requirement with a match set, under names.
    private func filled(_ change: (inout WireRequirement) -> Void = { _ in }) async throws -> Fixture {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement("R1", change)), try Samples.fact(Samples.capability(), offset: 1),
            try Samples.fact(Samples.profile(Samples.buyer, "Điện tử Sông Cầu"), offset: 2),
            try Samples.fact(Samples.profile(Samples.supplier, "Bo mạch Kinh Bắc"), offset: 3))
        try await fixture.record(Samples.matchSet(offset: 1), Samples.matchSet(offset: 2))
        return fixture
    }

    // MARK: - The overview

    @Test func `An empty portal says what to do first`() async throws {
        try await Fixture().test(as: .official) { client async throws in
            let page = try await client.get("/").text
            #expect(page.contains("Chưa có dữ liệu"))
            for command in [
                "linkage up --sample", "linkage reference import --hs FILE --units FILE --wards FILE",
                "linkage publish requirements FILE", "http://localhost/api/v1/requirements",
            ] {
                #expect(page.contains(command))
            }
            #expect(try await client.get("/?lang=en").text.contains("There is nothing here yet"))
        }
    }

    @Test func `The overview is Vietnamese first and English on request`() async throws {
        try await filled().test(as: .official) { client async throws in
            let vietnamese = try await client.get("/")
            #expect(vietnamese.headers[.contentType] == "text/html; charset=utf-8")
            #expect(vietnamese.text.contains("<html lang=\"vi\">"))
            #expect(vietnamese.text.contains("Ghép nối mới nhất"))
            #expect(vietnamese.text.contains("href=\"/?lang=en\""))
            let english = try await client.get("/?lang=en").text
            #expect(english.contains("<html lang=\"en\">"))
            #expect(english.contains("Latest matches"))
            #expect(english.contains("href=\"/?lang=vi\""))
            #expect(try await client.get("/?lang=fr").text.contains("<html lang=\"vi\">"))
        }
    }

    @Test func `The overview shows buyer, best supplier, score, ratio and time of each match`() async throws {
        try await filled().test(as: .official) { client async throws in
            let page = try await client.get("/").text
            for shown in [
                "Printed circuit board, four layers", "Điện tử Sông Cầu", "Bo mạch Kinh Bắc", "26,4%",
                "Đang mở",
                "01/01/2026 07:00:00", "href=\"/requirements/\(Samples.buyer)/R1?lang=vi\"",
            ] {
                #expect(page.contains(shown), "\(shown)")
            }
        }
    }

    @Test func `A public id stands for a buyer that is anonymous`() async throws {
        try await filled { $0.anonymous = true }.test(as: .official) { client async throws in
            let page = try await client.get("/").text
            #expect(!page.contains("Điện tử Sông Cầu"))
            let key = try #require(BusinessKey("\(Samples.buyer)/R1"))
            #expect(page.contains(Samples.resolver.publicId(of: key)))
        }
    }

    @Test func `The three numbers stand apart with their amounts`() async throws {
        try await filled().test(as: .official) { client async throws in
            let page = try await client.get("/?lang=en").text
            for shown in [
                "In-country share", "Domestically owned share", "Value-added ratio", "52.9%", "26.4%", "80,000 VND",
                "68,000 VND", "36,000 VND", "18,000 VND", "Nothing is left out.",
            ] {
                #expect(page.contains(shown), "\(shown)")
            }
        }
    }

    @Test func `A figure opens into the requirements that make it up, for officials`() async throws {
        let fixture = try await filled()
        try await fixture.test(as: .official) { client async throws in
            let groups = try await client.get("/localization?by=heading&lang=en").text
            #expect(groups.contains("href=\"/localization?by=heading&amp;group=8534\""))
            let opened = try await client.get("/localization?by=heading&group=8534&lang=en").text
            for shown in ["80,000 VND", "26.4%", "href=\"/requirements/\(Samples.buyer)/R1\"", "Printed circuit board"]
            {
                #expect(opened.contains(shown), "\(shown)")
            }
            let table = try await client.get("/localization?by=heading&group=8534&format=csv")
            #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(table.text.contains("\(Samples.buyer)/R1,1,80000,0,0,0,68000,36000,36000,18000"))
        }
        try await fixture.test { client async throws in
            #expect(try await client.get("/localization?by=heading&group=8534").status == 403)
            #expect(try await client.get("/localization?by=heading").text.contains("ẩn"))
        }
    }

    @Test func `A figure that would tell a maximum is sealed where a group opens`() async throws {
        try await filled { $0.clearCurrentSourcing() }.test(as: .official) { client async throws in
            let opened = try await client.get("/localization?by=heading&group=8534&lang=en").text
            #expect(opened.contains("sealed") && !opened.contains("100,000 VND") && !opened.contains("VND</td>"))
            let table = try await client.get("/localization?by=heading&group=8534&format=csv").text
            #expect(table.contains("\(Samples.buyer)/R1,1,,,,,"))
        }
    }

    @Test func `A problem is told in the reader's language`() async throws {
        try await Fixture().test { client async throws in
            let page = try await client.get("/verify", [.accept: "text/html"])
            #expect(page.status == 403 && page.text.contains("không dành cho vai trò của bạn"))
            let english = try await client.get("/verify?lang=en", [.accept: "text/html"])
            #expect(english.text.contains("not for your role"))
        }
    }

    @Test func `The overview says what the numbers leave out and why`() async throws {
        let fixture = try await Fixture()
        let priceless = Samples.requirement {
            $0.clearMaximumUnitPrice()
            $0.clearCurrentSourcing()
        }
        let foreign = Samples.requirement("R2") { $0.currentSourcing.unitPrice = Samples.money("3", "USD") }
        try await fixture.record(try Samples.fact(priceless), try Samples.fact(foreign, offset: 1))
        try await fixture.test(as: .official) { client async throws in
            let page = try await client.get("/?lang=en").text
            #expect(page.contains("1 requirements without a price"))
            #expect(page.contains("1 amounts in a currency without a rate"))
        }
    }

    @Test func `The overview loads itself again unless it is paused`() async throws {
        try await filled().test(as: .official) { client async throws in
            #expect(try await client.get("/").text.contains("<meta http-equiv=\"refresh\" content=\"5\">"))
            let paused = try await client.get("/?refresh=off").text
            #expect(!paused.contains("http-equiv"))
            #expect(paused.contains("Tiếp tục cập nhật"))
        }
    }

    @Test func `The overview says which lists to import`() async throws {
        try await filled().test(as: .official) { client async throws in
            let page = try await client.get("/").text
            #expect(page.contains("linkage reference import --hs FILE --units FILE --wards FILE"))
        }
    }

    // MARK: - A requirement

    @Test func `A requirement shows ranking, plan, ratio with its arithmetic, near misses and history`() async throws {
        try await filled().test { client async throws in
            let page = try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            for shown in [
                "853400", "1,000", "1,000 H87", "100 VND", "Imported", "4,900", "1,600", "1,800", "1,500",
                "ISO 9001: unverified",
                "26.4%", "18,000 VND ÷ (36,000 VND + 32,000 VND)", "lead time: 1", "5 days less lead time", "4,200",
                "Earlier match sets", "2026-01-01 07:00:00", "linkage-market/0/2",
                "\"/explain?requirement=\(Samples.buyer)/R1&amp;capability=\(Samples.supplier)/C1",
            ] {
                #expect(page.contains(shown), "\(shown)")
            }
            let vietnamese = try await client.get("/requirements/\(Samples.buyer)/R1").text
            #expect(vietnamese.contains("18.000 VND ÷ (36.000 VND + 32.000 VND)"))
            #expect(vietnamese.contains("01/01/2027 – 30/01/2027"))
        }
    }

    @Test func `A requirement without a ratio says why`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.record(
            Samples.matchSet {
                $0.matches = []
                $0.plan = []
                $0.localization = .with { $0.absentReason = "noReferencePrice" }
            })
        try await fixture.test { client async throws in
            let page = try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            #expect(page.contains("No supplier qualifies yet."))
            #expect(page.contains("There is no plan."))
            #expect(page.contains("There is no ratio: nothing values the uncovered quantity"))
        }
    }

    @Test func `A buyer sees what it published before it is matched`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.requirement()))
        try await fixture.test(as: .buyer) { client async throws in
            let page = try await client.get("/?lang=en").text
            #expect(page.contains("href=\"/requirements/\(Samples.buyer)/R1\"") && page.contains("Not matched yet"))
            try await fixture.record(Samples.matchSet())
            let matched = try await client.get("/?lang=en").text
            #expect(matched.contains("href=\"/requirements/\(Samples.buyer)/R1\""))
            #expect(!matched.contains("Not matched yet"))
        }
    }

    @Test func `A supplier's other requirements go on as long as there are more`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(try Samples.fact(Samples.capability()))
        for number in 10..<37 {
            let id = "R\(number)"
            try await fixture.record(try Samples.fact(Samples.requirement(id), offset: Int64(number)))
            try await fixture.record(Samples.matchSet("\(Samples.buyer)/\(id)", offset: Int64(number)))
        }
        try await fixture.test(as: .supplier) { client async throws in
            let shown = { (page: Answer) in page.text.matches(of: /one\?requirement=[^"]*R(\d+)"/).map { $0.1 } }
            let first = try await client.get("/opportunities")
            #expect(shown(first).first == "10" && shown(first).count == 25)
            #expect(first.text.contains("/opportunities?from=25#others"))
            let second = try await client.get("/opportunities?from=25")
            #expect(shown(second) == ["35", "36"] && !second.text.contains("from=50"))
            #expect(try await client.get("/opportunities?from=x").status == 400)
            #expect(try await client.get("/opportunities?cursor=x").status == 400)
        }
    }

    @Test func `A requirement that was not matched, or was withdrawn, says so`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement()), Samples.withdrawal("\(Samples.buyer)/R1", of: .requirements))
        try await fixture.test { client async throws in
            let page = try await client.get("/requirements/\(Samples.buyer)/R1?lang=en").text
            #expect(page.contains("This requirement was withdrawn."))
            #expect(page.contains("This requirement has not been matched yet."))
        }
    }

    @Test func `What is unknown is a page for a browser and a problem for a program`() async throws {
        try await Fixture().test { client async throws in
            let path = "/requirements/\(Samples.buyer)/R1"
            let page = try await client.get(path, [.accept: "text/html,*/*;q=0.8"])
            #expect(page.status == 404)
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.text.contains("Về trang tổng quan"))
            let problem = try await client.get(path)
            #expect(problem.status == 404 && problem.isProblem)
            let api = try await client.get("/api/v1/nothing", [.accept: "text/html"])
            #expect(api.isProblem)
        }
    }

    // MARK: - Refused records

    @Test func `Refused records show reason, field and message, and are counted on the overview`() async throws {
        let fixture = try await Fixture()
        try await fixture.record(Samples.deadLetter(("withdrawnCode", "unitCode", "BX has status X; use H87")))
        try await fixture.test { client async throws in
            let page = try await client.get("/refused").text
            for shown in ["withdrawnCode", "unitCode", "BX has status X; use H87", "fdi-requirements/0/7", "1 / 1"] {
                #expect(page.contains(shown), "\(shown)")
            }
            let overview = try await client.get("/?lang=en").text
            #expect(overview.contains("<a href=\"/refused\">Refused records: 1</a>"))
        }
    }

    @Test func `Without refused records the page says so`() async throws {
        try await Fixture().test { client async throws in
            #expect(try await client.get("/refused?lang=en").text.contains("No record was refused."))
            #expect(try await !client.get("/?lang=en").text.contains("Refused records: "))
        }
    }

    // MARK: - What was published is text, never markup

    @Test func `Markup in what was published is shown as text`() async throws {
        let markup = "<script>alert('x')</script>\"&"
        let fixture = try await Fixture()
        try await fixture.record(
            try Samples.fact(Samples.requirement { $0.description_p = markup }),
            try Samples.fact(Samples.profile(Samples.buyer, markup), offset: 1),
            try Samples.fact(Samples.profile(Samples.supplier, markup), offset: 2))
        try await fixture.record(
            Samples.matchSet(offset: 1),
            Samples.matchSet(offset: 2) { $0.matches[0].unverifiedCertifications = [markup] })
        try await fixture.record(Samples.deadLetter((markup, markup, markup)))
        try await fixture.test { client async throws in
            for path in ["/", "/requirements/\(Samples.buyer)/R1", "/gaps", "/refused", "/?lang=%3Cscript%3E"] {
                let page = try await client.get(path).text
                #expect(!page.contains("<script>"))
            }
            #expect(
                try await client.get("/").text.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"))
            let unknown = try await client.get("/%3Cscript%3E<script>", [.accept: "text/html"])
            #expect(!unknown.text.contains("<script>"))
        }
    }

    // MARK: - Style

    @Test func `The style sheet and the icon are served`() async throws {
        try await Fixture().test { client async throws in
            let style = try await client.get("/assets/linkage.css")
            #expect(style.status == 200)
            #expect(style.headers[.contentType] == "text/css; charset=utf-8")
            #expect(style.text.contains("prefers-color-scheme: dark"))
            #expect(try await client.get("/assets/linkage.svg").headers[.contentType] == "image/svg+xml")
        }
    }
}

import Contracts
import EventLog
import HTTPTypes
import Portal
import SwiftProtobuf
import Testing

@Suite struct UploadTests {
    private static let header = "owner;id;hsCode;quantity;unitCode;delivery.firstDay;delivery.lastDay;description\r\n"
    private static let good = "\(Samples.buyer);B-1;853400;1000;H87;2027-01-01;2027-01-30;Bo mạch\r\n"

    private func upload(_ text: String, _ body: @Sendable (Fixture, Browser, Answer) async throws -> Void) async throws
    {
        try await upload(Array(text.utf8), body)
    }

    private func upload(_ file: [UInt8], _ body: @Sendable (Fixture, Browser, Answer) async throws -> Void) async throws
    {
        let fixture = try await Fixture()
        try await fixture.browse { browser async throws in
            try await browser.enter(fixture, .buyer)
            let page = try await browser.send(.get, "/upload/requirements")
            let answer = try await browser.upload(
                "/upload/requirements", [("formKey", try browser.formKey(of: page)), ("action", "preview")], file: file)
            try await body(fixture, browser, answer)
        }
    }

    @Test func `A file is previewed, and its right lines are published once that is asked`() async throws {
        let wrong = "\(Samples.buyer);B-2;853400;1,5;H87;2027-01-01;2027-01-30;x\r\n"
        let foreign = "2300000002;B-3;853400;5;H87;2027-01-01;2027-01-30;x\r\n"
        try await upload("\u{FEFF}" + Self.header + Self.good + wrong + foreign) {
            fixture, browser, answer async throws in
            #expect(answer.status == 422)
            for shown in ["B-1", "Bo mạch", "<code>quantity</code>", "hai cách", "<code>owner</code>"] {
                #expect(answer.text.contains(shown), "\(shown)")
            }
            #expect(fixture.log.published.isEmpty)
            let shown = try #require(answer.text.firstMatch(of: /<textarea name="content"[^>]*>([^<]*)<\/textarea>/))
            let fields = [
                ("formKey", try browser.formKey(of: answer)), ("action", "publish"), ("content", String(shown.1)),
            ]
            let sent = try await browser.send(.post, "/upload/requirements", fields)
            #expect(sent.status == 200 && sent.text.contains("Đã gửi để tiếp nhận") && sent.text.contains("): 1."))
            let published = try fixture.log.published.map { try WireRequirement(serializedBytes: $0.value ?? []) }
            #expect(published.map(\.id) == ["B-1"] && published[0].description_p == "Bo mạch")
        }
    }

    @Test func `A file in Windows-1258 is refused with how to save it`() async throws {
        try await upload(
            Array((Self.header + "\(Samples.buyer);B-1;853400;1000;H87;2027-01-01;2027-01-30;").utf8) + [
                0xD0, 0xEC, 0x0D, 0x0A,
            ]
        ) {
            fixture, _, answer async throws in
            #expect(answer.status == 422 && answer.text.contains("CSV UTF-8"))
            #expect(!answer.text.contains("value=\"publish\""))
        }
    }

    @Test(arguments: ["", "nonsense", "owner;id\r\n", header]) func `A file without records says why`(text: String)
        async throws
    {
        try await upload(text) { _, _, answer async throws in
            #expect(answer.status == (text == Self.header ? 200 : 422) || answer.status == 422)
            #expect(!answer.text.contains("value=\"publish\""))
        }
    }
}

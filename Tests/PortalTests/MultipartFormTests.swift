import Testing

@testable import Portal

@Suite struct MultipartFormTests {
    private func form(_ body: String, boundary: String = "XyZ") -> MultipartForm? {
        MultipartForm(
            contentType: "multipart/form-data; boundary=\(boundary)",
            body: Array(body.replacing("\n", with: "\r\n").utf8))
    }

    @Test func `Fields and files are told apart`() throws {
        let parsed = try #require(
            form(
                """
                --XyZ
                Content-Disposition: form-data; name="action"

                preview
                --XyZ
                Content-Disposition: form-data; name="file"; filename="a;b.csv"
                Content-Type: text/csv

                owner;id
                --Xy not the boundary
                --XyZ--
                """))
        #expect(parsed.fields == ["action": "preview"])
        #expect(parsed.files == ["file": Array("owner;id\r\n--Xy not the boundary".utf8)])
    }

    @Test(arguments: [
        "", "--XyZ", "--XyZ\n", "--XyZ\nContent-Disposition: form-data; name=\"a\"\n\nno end",
        "--XyZ\nContent-Disposition: form-data; name=\"a\"\nno empty line\n--XyZ--", "nothing of it",
    ])
    func `A body that is not parted by its boundary is none`(body: String) { #expect(form(body) == nil) }

    @Test func `Other content types and endless boundaries are none`() {
        #expect(MultipartForm(contentType: "text/plain; boundary=XyZ", body: Array("--XyZ--".utf8)) == nil)
        #expect(MultipartForm(contentType: "multipart/form-data", body: Array("--XyZ--".utf8)) == nil)
        #expect(form("--XyZ--", boundary: String(repeating: "x", count: 71)) == nil)
        #expect(form("--XyZ--")?.fields.isEmpty == true)
    }
}

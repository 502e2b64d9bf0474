import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Portal
import Testing

/// A browser of one person, as far as the portal sees it: keeps its cookies, sends forms.
struct Browser {
    private let client: any TestClientProtocol
    /// By name.
    let cookies = SendableBox<[String: String]>([:])

    init(_ client: any TestClientProtocol) { self.client = client }

    /// Opens an address, or sends a form to it.
    func send(_ method: HTTPRequest.Method, _ uri: String, _ fields: [(String, String)]? = nil) async throws -> Answer {
        let allowed = CharacterSet.alphanumerics
        let body = (fields ?? []).map {
            "\($0.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
                + "=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")"
        }.joined(separator: "&")
        return try await send(method, uri, fields.map { _ in "application/x-www-form-urlencoded" }, Array(body.utf8))
    }

    /// Sends a form with a file, as a browser does.
    func upload(_ uri: String, _ fields: [(String, String)], file: [UInt8]) async throws -> Answer {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--XyZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        body += "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n".utf8
        body += "Content-Type: text/csv\r\n\r\n".utf8
        body += file + Array("\r\n--XyZ--\r\n".utf8)
        return try await send(.post, uri, "multipart/form-data; boundary=XyZ", body)
    }

    private func send(
        _ method: HTTPRequest.Method, _ uri: String, _ contentType: String?, _ body: [UInt8]
    ) async throws -> Answer {
        var headers: HTTPFields = [.accept: "text/html"]
        if !cookies.value.isEmpty {
            headers[.cookie] = cookies.value.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        headers[.contentType] = contentType
        let answer = Answer(
            try await client.execute(uri: uri, method: method, headers: headers, body: ByteBuffer(bytes: body)))
        for header in answer.headers[values: .setCookie] {
            let pair = header.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies.value[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        return answer
    }

    /// The key that the forms of a page carry.
    func formKey(of page: Answer) throws -> String {
        String(try #require(page.text.firstMatch(of: /name="formKey" value="([0-9a-f]{64})"/)).1)
    }

    /// Signs in by a link.
    func enter(_ fixture: Fixture, _ someone: Someone) async throws {
        let link = try await fixture.portal.signIn.link(
            to: "", role: someone.role, organisation: someone.organisation, lasting: 60)
        #expect(try await send(.get, link).status == 200)
        let token = try #require(link.split(separator: "token=").last)
        let entered = try await send(.post, "/sign-in", [("token", String(token))])
        #expect(entered.status == 303 && entered.headers[.location] == "/")
        let cookie = try #require(entered.headers[.setCookie])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
    }
}

extension Fixture {
    /// Runs a test with a browser in which nobody has signed in yet.
    func browse(_ body: @Sendable (Browser) async throws -> Void) async throws {
        try await buildApplication(portal, logger: Self.logger).test(.router) { try await body(Browser($0)) }
    }
}

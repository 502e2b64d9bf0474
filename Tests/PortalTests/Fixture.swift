import Contracts
import Foundation
import HTTPTypes
import History
import Hummingbird
import HummingbirdTesting
import Logging
import Pipeline
import Portal

/// A portal over a log in memory and a real cache in a temporary folder.
final class Fixture: Sendable {
    let log = MemoryLog()
    let cache: HistoryCache
    let portal: Portal
    private let directory: URL

    static let newYear = Date(timeIntervalSince1970: 1_767_225_600)

    /// - parameter now: The time that tokens are held against.
    init(
        _ change: (inout Portal) -> Void = { _ in }, now: @escaping @Sendable () -> Date = { Fixture.newYear }
    ) async throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("portal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        cache = try HistoryCache(path: directory.appendingPathComponent("cache.sqlite").path)
        let authority = try await TokenAuthority(secret: Array(repeating: 7, count: 32), now: now)
        let signIn = SignIn(
            authority: authority,
            store: try SignInStore(path: directory.appendingPathComponent("sign-in.sqlite").path))
        var portal = Portal(log: log, cache: cache, signIn: signIn, clock: PlatformClock { 1_767_225_600_000 })
        change(&portal)
        self.portal = portal
    }

    deinit {
        try? cache.close()
        try? FileManager.default.removeItem(at: directory)
    }

    static let logger = Logger(label: "portal") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a test with a client of the portal's router who has signed in.
    /// - parameter someone: Who; nil for a stranger.
    func test(as someone: Someone? = .buyer, _ body: @Sendable (Client) async throws -> Void) async throws {
        let token = try await token(of: someone)
        try await buildApplication(portal, logger: Self.logger).test(.router) {
            try await body(Client($0, token: token))
        }
    }

    /// An access token of somebody.
    func token(of someone: Someone?) async throws -> String? {
        guard let someone else { return nil }
        return try await portal.signIn.authority.issue(
            .access, role: someone.role, organisation: someone.organisation, lasting: 3_600
        ).text
    }
}

/// Who uses the portal in tests.
struct Someone: Sendable {
    let role: Role
    let organisation: String

    static let buyer = Someone(role: .fdi, organisation: Samples.buyer)
    static let otherBuyer = Someone(role: .fdi, organisation: "2300000002")
    static let supplier = Someone(role: .supplier, organisation: Samples.supplier)
    static let otherSupplier = Someone(role: .supplier, organisation: Samples.otherSupplier)
    static let official = Someone(role: .official, organisation: Samples.office)
    static let `operator` = Someone(role: .operator, organisation: "2300000098")
}

/// Sends requests and gives the answers.
struct Client {
    private let wrapped: any TestClientProtocol
    private let token: String?

    init(_ client: any TestClientProtocol, token: String?) {
        wrapped = client
        self.token = token
    }

    /// The same client with another token.
    func with(token: String?) -> Client { Client(wrapped, token: token) }

    private func signed(_ headers: HTTPFields) -> HTTPFields {
        var headers = headers
        if let token, headers[.authorization] == nil { headers[.authorization] = "Bearer \(token)" }
        return headers
    }

    func get(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: .get, headers: signed(headers)))
    }

    func delete(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: .delete, headers: signed(headers)))
    }

    func send(_ method: HTTPRequest.Method, _ uri: String) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: method, headers: signed([:])))
    }

    func post(
        _ uri: String, _ body: some Sequence<UInt8>, _ contentType: String? = "application/json",
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let contentType { headers[.contentType] = contentType }
        return Answer(
            try await wrapped.execute(uri: uri, method: .post, headers: signed(headers), body: ByteBuffer(bytes: body)))
    }
}

/// An answer with its body as text and as JSON.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let text: String

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers
        text = String(buffer: response.body)
    }

    /// The object in the body; empty where there is none.
    var json: [String: Any] {
        ((try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any]) ?? [:]
    }

    /// The items of a listing.
    var items: [[String: Any]] { json["items"] as? [[String: Any]] ?? [] }

    /// The faults of a problem.
    var faults: [Fault] {
        (json["errors"] as? [[String: String]] ?? []).map { Fault(reason: $0["reason"], field: $0["field"]) }
    }

    /// The headers and status that every problem has.
    var isProblem: Bool {
        headers[.contentType] == "application/problem+json" && json["status"] as? Int == status
            && json["type"] is String && json["title"] is String && json["detail"] is String
    }

    struct Fault: Hashable {
        let reason: String?
        let field: String?
    }
}

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

    init(_ change: (inout Portal) -> Void = { _ in }) throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("portal-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        cache = try HistoryCache(path: directory.appendingPathComponent("cache.sqlite").path)
        var portal = Portal(log: log, cache: cache, clock: PlatformClock { 1_767_225_600_000 })
        change(&portal)
        self.portal = portal
    }

    deinit {
        try? cache.close()
        try? FileManager.default.removeItem(at: directory)
    }

    static let logger = Logger(label: "portal") { _ in SwiftLogNoOpLogHandler() }

    /// Runs a test with a client of the portal's router.
    func test(_ body: @Sendable (Client) async throws -> Void) async throws {
        try await buildApplication(portal, logger: Self.logger).test(.router) { try await body(Client($0)) }
    }
}

/// Sends requests and gives the answers.
struct Client {
    let wrapped: any TestClientProtocol

    init(_ client: any TestClientProtocol) { wrapped = client }

    func get(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: .get, headers: headers))
    }

    func delete(_ uri: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: .delete, headers: headers))
    }

    func send(_ method: HTTPRequest.Method, _ uri: String) async throws -> Answer {
        Answer(try await wrapped.execute(uri: uri, method: method))
    }

    func post(
        _ uri: String, _ body: some Sequence<UInt8>, _ contentType: String? = "application/json",
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let contentType { headers[.contentType] = contentType }
        return Answer(
            try await wrapped.execute(uri: uri, method: .post, headers: headers, body: ByteBuffer(bytes: body)))
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

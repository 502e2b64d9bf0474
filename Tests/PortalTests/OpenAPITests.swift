import HTTPTypes
import Hummingbird
import Testing
import Yams

@testable import Portal

@Suite struct OpenAPITests {
    /// Method and path of every operation that is described.
    private func described() throws -> Set<String> {
        let document = try #require(try Yams.load(yaml: OpenAPIDocument.text) as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let methods: Set = ["get", "post", "delete", "put", "patch"]
        return Set(
            paths.flatMap { path, operations in
                operations.keys.filter(methods.contains).map { "\($0.uppercased()) \(path)" }
            })
    }

    @Test func `The description and the router name the same operations`() async throws {
        let fixture = try await Fixture()
        let router = buildRouter(fixture.portal, logger: Fixture.logger)
        let answered = Set(
            router.routes.compactMap { route -> String? in
                var path = route.path.description
                guard path.hasPrefix("/api/v1") || ["/healthz", "/readyz", "/metrics", "/openapi.yaml"].contains(path),
                    ["GET", "POST", "DELETE", "PUT", "PATCH"].contains(route.method.rawValue)
                else { return nil }
                path = path.replacing("**", with: "{topic}/{partition}/{offset}")
                // An address that is there with another method is refused by a route of its own.
                return "\(route.method.rawValue) \(path)"
            })
        let all = try described()
        #expect(all.count > 40)
        for operation in all.sorted() { #expect(answered.contains(operation), "\(operation)") }
        try await fixture.test(as: .operator) { client async throws in
            for operation in answered.subtracting(all).sorted() {
                let parts = operation.split(separator: " ").map(String.init)
                let method = try #require(HTTPRequest.Method(parts[0]))
                let path = parts[1].replacing("{owner}", with: "2300000001").replacing("{id}", with: "R1")
                #expect(try await client.send(method, path).status == 405, "\(operation)")
            }
        }
    }

    @Test func `The description is served`() async throws {
        try await Fixture().test(as: nil) { client async throws in
            let answer = try await client.get("/openapi.yaml")
            #expect(answer.status == 200 && answer.headers[.contentType] == "application/yaml")
            #expect(answer.text == OpenAPIDocument.text)
        }
    }
}

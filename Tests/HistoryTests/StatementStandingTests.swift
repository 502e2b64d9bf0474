import Contracts
import History
import Localization
import SwiftProtobuf
import Testing

@Suite struct StatementStandingTests {
    private let capability = "2400000001/C"

    private func standing(_ change: (inout Facts) -> Void) async throws -> StatementStanding {
        var facts = Facts(from: "2026-01-05")
        change(&facts)
        let cache = try TemporaryCache()
        try await cache.record(facts.events)
        return try cache.standing(of: capability)
    }

    private func publish(_ facts: inout Facts, _ numerator: Int64) {
        facts.capability(capability) { $0.localContent = .with { ($0.numerator, $0.denominator) = (numerator, 5) } }
    }

    @Test func `Verified and unverified are told apart`() async throws {
        #expect(try await standing { $0.capability(capability) { _ in } } == .unstated)
        #expect(try await standing { publish(&$0, 3) } == .unverified)
        #expect(
            try await standing {
                publish(&$0, 3)
                $0.verifyStatement(capability)
            } == .verified)
        #expect(
            try await standing {
                publish(&$0, 3)
                $0.verifyStatement(capability, .refused)
            } == .refused)
    }

    @Test func `Another statement has not been examined, the same one stays as it was`() async throws {
        #expect(
            try await standing {
                publish(&$0, 3)
                $0.verifyStatement(capability)
                publish(&$0, 3)
            } == .verified)
        #expect(
            try await standing {
                publish(&$0, 3)
                $0.verifyStatement(capability)
                publish(&$0, 2)
            } == .unverified)
    }
}

import Contracts
import History
import LinkageTesting
import Localization
import SwiftProtobuf
import Testing

@Suite struct StatementStandingTests {
    private let capability = "2400000001/C"

    private func standing(_ change: (inout Facts) -> Void) async throws -> VerificationStanding {
        let cache = try await TemporaryCache.holding(change)
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

@Suite struct ProfileAndCertificateStandingTests {
    private let capability = "2400000001/C"

    private func profile(_ change: (inout Facts) -> Void) async throws -> VerificationStanding {
        let cache = try await TemporaryCache.holding(change)
        return try cache.ask { try $0.profileStanding(of: "2400000001") }
    }

    @Test func `A profile stands as officials decided last`() async throws {
        #expect(try await profile { _ in } == .unstated)
        #expect(try await profile { $0.profile("2400000001", vsic: "26100") } == .unverified)
        for (decisions, standing) in [
            ([.accepted], VerificationStanding.verified), ([.refused], .refused), ([.accepted, .refused], .refused),
            ([.refused, .accepted], .verified),
        ] as [([WireVerification.Decision], VerificationStanding)] {
            #expect(
                try await profile { facts in
                    facts.profile("2400000001", vsic: "26100")
                    facts.profile("2400000002", vsic: "26100")
                    for (number, decision) in decisions.enumerated() {
                        facts.verify("V\(number)", decision) { $0.profile = "2400000001" }
                    }
                    facts.verify("other", .refused) { $0.profile = "2400000002" }
                    facts.verify("statement", .refused) { $0.statement = "2400000001/C" }
                } == standing)
        }
    }

    @Test func `Another profile has not been examined`() async throws {
        #expect(
            try await profile { facts in
                facts.profile("2400000001", vsic: "26100")
                facts.verify("V", .accepted) { $0.profile = "2400000001" }
                facts.profile("2400000001", vsic: "27900")
            } == .unverified)
    }

    @Test func `A certificate stands by its scheme and its number`() async throws {
        let cache = try await TemporaryCache.holding { facts in
            facts.capability(capability) { _ in }
            facts.verify("V", .accepted) {
                $0.certificate.capability = capability
                $0.certificate.scheme = "iso 9001:2015"
                $0.certificate.number = "N-1"
            }
        }
        func standing(_ scheme: String, _ number: String) throws -> VerificationStanding {
            try cache.ask { try $0.certificateStanding(of: capability, scheme: scheme, number: number) }
        }
        #expect(try standing("ISO 9001", "N-1") == .verified)
        #expect(try standing("ISO 9001", "N-2") == .unverified)
        #expect(try standing("ISO 14001", "N-1") == .unverified)
    }

    @Test func `The standings of ranked suppliers are told together`() async throws {
        let cache = try await TemporaryCache.holding { facts in
            facts.capability(capability) { $0.localContent = .with { ($0.numerator, $0.denominator) = (3, 5) } }
            facts.profile("2400000001", vsic: "26100")
            facts.verify("V", .accepted) { $0.profile = "2400000001" }
        }
        let set = WireMatchSet.with { $0.matches = [.with { $0.capability = capability }] }
        let standings = try cache.ask { try $0.standings(of: [set]) }
        #expect(standings.statements == [capability: .unverified])
        #expect(standings.profile(ofSupplierOf: capability) == .verified)
    }
}

@Suite struct ReadinessTests {
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `Steps that are counted at once are those of each supplier alone`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let suppliers = (1...6).map { "240000000\($0)" }
        let cache = try await TemporaryCache.holding { facts in
            for number in 0..<60 {
                let supplier = suppliers.randomElement(using: &random) ?? ""
                let capability = "\(supplier)/C\(Int.random(in: 0...1, using: &random))"
                let certificate = "N\(Int.random(in: 0...1, using: &random))"
                let decision: WireVerification.Decision =
                    Int.random(in: 0...3, using: &random) > 0 ? .accepted : .refused
                switch Int.random(in: 0...6, using: &random) {
                case 0: facts.profile(supplier, vsic: Bool.random(using: &random) ? "26100" : "27900")
                case 1, 2:
                    facts.capability(capability) {
                        $0.localContent = .with { ($0.numerator, $0.denominator) = (3, 5) }
                        $0.published.certifications = [
                            .with { ($0.scheme, $0.number) = ("ISO 9001", certificate) }
                        ]
                    }
                case 3: facts.verifyStatement(capability, decision)
                case 4: facts.verify("P\(number)", decision) { $0.profile = supplier }
                default:
                    facts.verify("C\(number)", decision) {
                        $0.certificate.capability = capability
                        $0.certificate.scheme = "iso 9001:2015"
                        $0.certificate.number = certificate
                    }
                }
            }
        }
        let (steps, alone) = try cache.ask { reader in
            (
                try reader.readinessSteps(),
                try reader.counts(of: .capabilities).keys.map { ($0, try reader.readiness(of: $0).steps) }
            )
        }
        #expect(steps == Dictionary(uniqueKeysWithValues: alone.filter { $0.1 > 0 }))
    }
}

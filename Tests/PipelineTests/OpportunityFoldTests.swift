import Contracts
import EventLog
import SwiftProtobuf
import Testing

@testable import Pipeline

/// Who is told of what, and under which name; `linkage simulate` found what these tests hold.
struct OpportunityFoldTests {
    private typealias P = Publications

    /// Runs intake and notifier without a log.
    private struct Bench {
        private var intake = IntakeBench()
        private var folds: [OpportunityFold]

        init(partitions: Int32) {
            intake.partitions = partitions
            folds = (0..<partitions).map { _ in OpportunityFold() }
        }

        mutating func wait(days: Int64) { intake.now += days * 86_400_000 }

        /// What suppliers are told of a transaction: status and the requirement's name.
        mutating func told(_ messages: PublishedMessage...) throws -> [String] {
            var told: [String] = []
            for record in try intake.market(messages) {
                let fact = try #require(ReadFact(record))
                for message in folds[Int(record.position.topicPartition.partition)].apply(fact) {
                    let json = String(decoding: message.value ?? [], as: UTF8.self)
                    let opportunity = try WireOpportunity(jsonString: json)
                    told.append("\(opportunity.status) \(opportunity.requirement)")
                }
            }
            return told
        }
    }

    @Test func whoWasToldOfAnAnonymousRequirementHearsItsEndUnderTheSameName() throws {
        var bench = Bench(partitions: 1)
        let first = try bench.told(
            .subscription(P.subscription()), .capability(P.capability()),
            .requirement(P.requirement { $0.anonymous = true }))
        let name = try #require(first.first?.split(separator: " ").last)
        #expect(first == ["open \(name)"])
        #expect(name != "\(P.buyer)/R1")
        #expect(try bench.told(.requirement(P.requirement())) == ["ended \(name)", "open \(P.buyer)/R1"])
    }

    @Test(arguments: [1, 6] as [Int32]) func whoIsToldDoesNotDependOnTheNumberOfPartitions(partitions: Int32) throws {
        var bench = Bench(partitions: partitions)
        let other = P.capability("C2") { $0.hsCode = "392310" }
        let all = P.award {
            $0.requirement = "\(P.buyer)/R2"
            $0.quantity = "600"
        }
        let first = try bench.told(
            .subscription(P.subscription { $0.hsPrefixes = [] }), .capability(P.capability()),
            .requirement(P.requirement("R2")), .award(all))
        #expect(first == ["open \(P.buyer)/R2"])
        #expect(try bench.told(.requirement(P.requirement())) == [])
        var cancelled = all
        cancelled.status = .cancelled
        // What it gives free is offered to all that it fits, once.
        #expect(try bench.told(.award(cancelled)) == ["open \(P.buyer)/R1"])
        #expect(try bench.told(.capability(other)) == [])
        #expect(try bench.told(.capability(P.capability { $0.leadTimeDays = 19 })) == [])
    }

    /// A market in which a capability does not fit the requirement, of which its supplier is thus not told.
    private func misfit(
        _ partitions: Int32 = 1, _ requirement: (inout WireRequirement) -> Void = { _ in },
        _ capability: (inout WireCapability) -> Void = { _ in }
    ) throws -> Bench {
        var bench = Bench(partitions: partitions)
        #expect(
            try bench.told(
                .subscription(P.subscription { $0.hsPrefixes = [] }), .capability(P.capability("C1", capability)),
                .requirement(P.requirement("R1", requirement))) == [])
        return bench
    }

    @Test func `Whoever fits what an award leaves hears, and what a cancelled one opens again`() throws {
        func award(_ quantity: String, _ status: WireAward.Status = .awarded) -> PublishedMessage {
            .award(
                P.award {
                    ($0.quantity, $0.status, $0.capability) = (quantity, status, "2400000009/C1")
                })
        }
        // The whole is too much for it, what is left is not.
        var bench = try misfit(1, { ($0.quantity, $0.partialSupplyAllowed) = ("1000", false) })
        #expect(try bench.told(.capability(P.capability(owner: "2400000009"))) == [])
        #expect(try bench.told(award("500")) == ["open \(P.buyer)/R1"])
        // It comes while everything is awarded.
        bench = Bench(partitions: 1)
        #expect(
            try bench.told(
                .subscription(P.subscription()), .requirement(P.requirement()),
                .capability(P.capability(owner: "2400000009")), award("1000")) == [])
        #expect(try bench.told(.capability(P.capability())) == [])
        #expect(try bench.told(award("1000", .cancelled)) == ["open \(P.buyer)/R1"])
    }

    @Test(arguments: [1, 6] as [Int32]) func `Whoever fits because of a new rate hears`(partitions: Int32) throws {
        var bench = try misfit(partitions, { $0.maximumUnitPrice = P.money("1", "USD") })
        #expect(try bench.told(.rate(P.rate("26000"))) == ["open \(P.buyer)/R1"])
        #expect(try bench.told(.rate(P.rate("26500"))) == [])
    }

    @Test(arguments: [1, 6] as [Int32]) func `Whoever fits because a currency has become dearer or cheaper hears`(
        partitions: Int32
    ) throws {
        // 60 dong are 0.0024 dollars, and 0.002.
        var bench = try misfit(partitions, { $0.maximumUnitPrice = P.money("0.002", "USD") })
        #expect(try bench.told(.rate(P.rate("25000"))) == [])
        #expect(try bench.told(.rate(P.rate("30000"))) == ["open \(P.buyer)/R1"])
        #expect(try bench.told(.rate(P.rate("31000")), .rate(P.rate("30000"))) == [])
        // 0.004 dollars are 104 dong, and 100.
        bench = try misfit(partitions, { _ in }, { $0.unitPriceTiers[0].unitPrice = P.money("0.004", "USD") })
        #expect(try bench.told(.rate(P.rate("26000"))) == [])
        #expect(try bench.told(.rate(P.rate("25000"))) == ["open \(P.buyer)/R1"])
        #expect(try bench.told(.rate(P.rate("24000"))) == [])
    }

    @Test func `Whoever fits from a day on hears on that day`() throws {
        var bench = try misfit(1, { _ in }, { $0.valid.firstDay = "2026-11-25" })
        #expect(try bench.told(.subscription(P.subscription { $0.owner = "2400000009" })) == [])
        bench.wait(days: 1)
        #expect(try bench.told(.subscription(P.subscription { $0.owner = "2400000008" })) == ["open \(P.buyer)/R1"])
    }

    @Test func `Whoever fits because an official accepts a certificate hears`() throws {
        func decision(_ id: String, _ decision: WireVerification.Decision) -> PublishedMessage {
            .verification(
                .with {
                    ($0.owner, $0.id, $0.official, $0.evidence) = (P.office, id, "Nguyễn", "seen")
                    $0.certificate = .with {
                        ($0.capability, $0.scheme, $0.number) = ("\(P.supplier)/C1", "ISO 9001", "N1")
                    }
                    $0.decision = decision
                })
        }
        var bench = Bench(partitions: 1)
        let capability = P.capability {
            $0.certifications = [
                .with { ($0.scheme, $0.number, $0.scope, $0.expiresOn) = ("ISO 9001", "N1", "boards", "2029-01-01") }
            ]
        }
        #expect(
            try bench.told(.subscription(P.subscription { $0.hsPrefixes = [] }), .capability(capability)) == [])
        #expect(try bench.told(decision("V1", .refused)) == [])
        #expect(try bench.told(.requirement(P.requirement { $0.requiredCertifications = ["ISO 9001"] })) == [])
        #expect(try bench.told(decision("V2", .accepted)) == ["open \(P.buyer)/R1"])
    }
}

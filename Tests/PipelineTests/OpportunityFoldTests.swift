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
            folds = (0..<partitions).map { OpportunityFold(partition: $0) }
        }

        /// What suppliers are told of a transaction: status and the requirement's name.
        mutating func told(_ messages: PublishedMessage...) throws -> [String] {
            var told: [String] = []
            for record in try intake.market(messages) {
                for message in folds[Int(record.position.topicPartition.partition)].apply(record) {
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

    /// What a supplier publishes under one heading tells it nothing new of another.
    @Test(arguments: [1, 6] as [Int32]) func whoIsToldDoesNotDependOnTheNumberOfPartitions(partitions: Int32) throws {
        var bench = Bench(partitions: partitions)
        let other = P.capability("C2") { $0.hsCode = "392310" }
        let all = P.award {
            $0.requirement = "\(P.buyer)/R2"
            $0.quantity = "600"
        }
        _ = try bench.told(
            .subscription(P.subscription { $0.hsPrefixes = [] }), .capability(P.capability()),
            .requirement(P.requirement("R2")), .award(all))
        #expect(try bench.told(.requirement(P.requirement())) == [])
        var cancelled = all
        cancelled.status = .cancelled
        #expect(try bench.told(.award(cancelled)) == [])
        #expect(try bench.told(.capability(other)) == [])
        #expect(try bench.told(.capability(P.capability { $0.leadTimeDays = 19 })) == ["open \(P.buyer)/R1"])
    }
}

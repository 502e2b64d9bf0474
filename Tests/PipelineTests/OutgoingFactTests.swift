import Contracts
import EventLog
import SwiftProtobuf
import Testing

@testable import Pipeline

/// Facts are put together from bytes: they must be those of the whole.
@Suite struct OutgoingFactTests {
    typealias P = Publications

    /// A fact of each subject, and its published message.
    private static let facts: [(WireMarketFact.OneOf_Fact, PublishedMessage)] = [
        (
            .profile(.with { $0.published = .with { $0.owner = "2300000001" } }),
            .profile(.with { $0.owner = "2300000001" })
        ),
        (
            .requirement(
                .with {
                    $0.published = P.requirement()
                    $0.quantity = 5
                }), .requirement(P.requirement())
        ),
        (
            .product(
                .with {
                    $0.published = .with { $0.name = "Camera" }
                    $0.fob = .with { $0.millionths = 7 }
                }), .product(.with { $0.name = "Camera" })
        ),
        (
            .award(
                .with {
                    $0.published = .with { $0.id = "A" }
                    $0.hsCode = "853400"
                }), .award(.with { $0.id = "A" })
        ),
        (
            .capability(
                .with {
                    $0.published = P.capability()
                    $0.unitCode = "H87"
                }), .capability(P.capability())
        ),
        (.quote(.with { $0.published = .with { $0.id = "Q" } }), .quote(.with { $0.id = "Q" })),
        (.subscription(.with { $0.published = .with { $0.id = "S" } }), .subscription(.with { $0.id = "S" })),
        (
            .verification(
                .with {
                    $0.published = .with { $0.id = "V" }
                    $0.scheme = "ISO 9001"
                }), .verification(.with { $0.id = "V" })
        ),
        (
            .exchangeRate(
                .with {
                    $0.published = .with { $0.currencyCode = "USD" }
                    $0.inForce = 0
                }), .rate(.with { $0.currencyCode = "USD" })
        ),
    ]

    @Test("bytes are those of the whole fact", arguments: facts.indices, [0, 1, 200, 20_000])
    func equalsWhole(index: Int, descriptionLength: Int) {
        var fact = WireMarketFact.with {
            $0.acceptedAt = 1_800_000_000_000
            $0.key = "2300000001/R1"
            $0.version = 3
            $0.contentDigest = .init([1, 2, 3])
            $0.origin = .with { $0.topic = "fdi-requirements" }
        }
        var published = Self.facts[index].1
        fact.fact = Self.facts[index].0
        if case .capability(var accepted) = fact.fact {
            accepted.published.description_p = String(repeating: "x", count: descriptionLength)
            fact.fact = .capability(accepted)
            published = .capability(accepted.published)
        }
        var outgoing = OutgoingFact(fact, publishing: published.encodeProtobuf(), in: 4)
        #expect(outgoing.protobuf == bytes(of: fact))
        outgoing.endBatch()
        fact.endOfBatch = true
        #expect(outgoing.protobuf == bytes(of: fact))
        #expect(outgoing.partition == 4)
        #expect(outgoing.message.key == Array(fact.key.utf8))
    }

    @Test func factsWithoutMessageAreEncodedAsTheyAre() {
        let fact = WireMarketFact.with { $0.clockTicked = .with { $0.day = 20_000 } }
        #expect(OutgoingFact(fact, publishing: nil, in: 0).protobuf == bytes(of: fact))
    }
}

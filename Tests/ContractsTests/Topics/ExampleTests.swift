import Contracts
import Foundation
import SwiftProtobuf
import Testing

@Suite struct ExampleTests {
    private let resolver = Resolver(reference: .builtIn, publicIdSecret: [1, 2, 3])

    @Test(arguments: Example.all) func everyExampleIsTheSameInBothEncodingsAndIsAccepted(example: Example) throws {
        let message = try example.message()
        for encoding in ContentType.allCases {
            let bytes = encoding == .json ? message.encodeJSON() : message.encodeProtobuf()
            let again = try RecordCodec.decode(
                subject: example.subject, contentType: encoding.rawValue, value: bytes
            ).get()
            #expect(again == message)
            #expect(again.contentDigest == message.contentDigest)
        }
        #expect(message.contentDigest.count == 16)
        #expect(resolver.check(message).codes == [])
        #expect(message.subject == example.subject)
        let key = try message.key.get()
        #expect(message.refusal(underKey: key) == nil)
    }

    @Test(arguments: RefusedExample.all) func everyMistakeIsRefusedForWhatItIs(example: RefusedExample) throws {
        let bytes = try Checkout.bytes(example.page.file)
        let result = RecordCodec.decode(subject: example.subject, contentType: nil, value: bytes)
            .flatMap { resolver.check($0) }
        #expect(result.codes == ["\(example.page.reason) \(example.page.field)"])
        #expect(RefusalReason(rawValue: example.page.reason) != nil)
    }

    @Test func examplesOfThePlatformAreTheirMessages() throws {
        for topic in TopicRegistry.all where !topic.isPublic {
            for file in try TopicFile.read(topic).examples {
                let bytes = try Checkout.bytes(file)
                switch topic.message {
                case "linkage.v1.MarketFact": try expectSame(WireMarketFact.self, bytes, file)
                case "linkage.v1.MatchSet": try expectSame(WireMatchSet.self, bytes, file)
                case "linkage.v1.GapReport": try expectSame(WireGapReport.self, bytes, file)
                case "linkage.v1.DeadLetter": try expectSame(WireDeadLetter.self, bytes, file)
                case "linkage.v1.Opportunity": try expectSame(WireOpportunity.self, bytes, file)
                default: Issue.record("\(topic.message) is not known")
                }
            }
        }
    }

    @Test func theFactOfTheFullRequirementIsTheExampleOfTheMarket() throws {
        let example = Example(subject: .requirements, file: "examples/fdi-requirements/full.json")
        guard case .requirement(let published) = try example.message() else { return }
        let bytes = try Checkout.bytes("examples/linkage-market/requirement.json")
        let fact = try WireMarketFact(jsonUTF8Bytes: bytes)
        #expect(try resolver.resolve(published).get() == fact.requirement)
        #expect(Array(fact.contentDigest) == (try example.message()).contentDigest)
    }

    private func expectSame<M: SwiftProtobuf.Message & Equatable>(
        _ type: M.Type, _ bytes: [UInt8], _ file: String
    ) throws {
        let message = try M(jsonUTF8Bytes: bytes)
        #expect(try M(serializedBytes: try message.serializedBytes() as [UInt8]) == message, "\(file)")
        #expect(message != M(), "\(file)")
    }
}

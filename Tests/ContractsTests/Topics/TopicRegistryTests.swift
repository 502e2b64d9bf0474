import Contracts
import Foundation
import Testing

@Suite struct TopicRegistryTests {
    @Test func everyTopicHasAPageAndEveryPageATopic() throws {
        let pages = try Checkout.files("", ext: "yaml").map { String($0.dropLast(5)) }.filter { $0 != "asyncapi" }
        #expect(pages == TopicRegistry.all.map(\.name).sorted())
        #expect(TopicRegistry.all.count == 14)
        #expect(TopicRegistry.all.compactMap(\.subject) == Subject.allCases)
    }

    @Test(arguments: TopicRegistry.all) func pageAndCodeSayTheSame(topic: TopicDescription) throws {
        let page = try TopicFile.read(topic)
        #expect(page.name == topic.name)
        #expect(page.key == topic.key.rawValue)
        #expect(page.partitions == topic.partitions)
        #expect(page.otherPartitionCounts == topic.isPartitionCountFree)
        #expect(page.cleanup == "delete")
        #expect(page.retention == topic.retentionDays.map { "\($0) days" } ?? "forever")
        #expect(page.contentTypes == topic.contentTypes.map(\.rawValue))
        #expect(page.message == topic.message)
        #expect(page.writer == topic.writer.rawValue)
        #expect(page.readers == topic.readers.map(\.rawValue))
        #expect(!page.description.isEmpty)
    }

    @Test(arguments: TopicRegistry.all) func theSchemaHasTheMessage(topic: TopicDescription) throws {
        let page = try TopicFile.read(topic)
        let schema = String(decoding: try Checkout.bytes(page.schema), as: UTF8.self)
        let name = try #require(topic.message.split(separator: ".").last)
        #expect(schema.contains("message \(name) {"))
        #expect(schema.contains("package linkage.v1;"))
    }

    @Test(arguments: TopicRegistry.all) func everyExampleIsNamedAndThere(topic: TopicDescription) throws {
        let page = try TopicFile.read(topic)
        let folder = "examples/\(topic.name)"
        #expect(page.examples == (try Checkout.files(folder, ext: "json")).map { "\(folder)/\($0)" })
        let refused = (page.refused ?? []).map(\.file).sorted()
        #expect(refused == (try Checkout.files("\(folder)/refused", ext: "json")).map { "\(folder)/refused/\($0)" })
        #expect(!page.examples.isEmpty)
        if topic.isPublic { #expect(page.examples.count >= 2) }
    }

    @Test func settingsAreThoseOfKafka() {
        let market = Dictionary(uniqueKeysWithValues: TopicRegistry.market.settings.map { ($0.name, $0.value) })
        #expect(market["retention.ms"] == "-1")
        #expect(market["cleanup.policy"] == "delete")
        let letters = Dictionary(uniqueKeysWithValues: TopicRegistry.deadLetters.settings.map { ($0.name, $0.value) })
        #expect(letters["retention.ms"] == "31536000000")
    }
}

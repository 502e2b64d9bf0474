import Contracts
import Foundation
import Testing
import Yams

@Suite struct AsyncAPITests {
    private let page: AsyncAPIFile

    init() throws { page = try AsyncAPIFile() }

    @Test func itIsOfTheVersionThatClientsRead() throws {
        #expect(try page.text("asyncapi") == "3.0.0")
        #expect(try page.text("servers", "kafka", "protocol") == "kafka")
        #expect(try page.text("defaultContentType") == ContentType.allCases.first?.rawValue)
    }

    @Test func itHasEveryTopicAndNoOther() throws {
        let channels = try page.names("channels")
        #expect(channels.sorted() == TopicRegistry.all.map(\.name).sorted())
        #expect(Set(channels).count == channels.count)
    }

    @Test(arguments: TopicRegistry.all) func theChannelIsTheTopic(topic: TopicDescription) throws {
        #expect(try page.text("channels", topic.name, "address") == topic.name)
        let kafka = try page.node("channels", topic.name, "bindings", "kafka")
        #expect(kafka["topic"]?.string == topic.name)
        #expect(kafka["partitions"]?.int == Int(topic.partitions))
        let settings = try #require(kafka["topicConfiguration"]?.mapping)
        let said = settings.map { name, value in
            (name.string, value.sequence.map { $0.compactMap(\.string).joined(separator: ",") } ?? value.string)
        }
        #expect(said.map(\.0) == topic.settings.map(\.name))
        #expect(said.map(\.1) == topic.settings.map(\.value))
        let description = try page.text("channels", topic.name, "description")
        #expect(description.hasPrefix(try TopicFile.read(topic).description))
        #expect(description.contains("may choose another number") == topic.isPartitionCountFree)
    }

    @Test(arguments: TopicRegistry.all) func theMessageIsThatOfTheTopic(topic: TopicDescription) throws {
        let messages = try page.names("channels", topic.name, "messages")
        #expect(messages == [topic.messageId] + (topic.isPublic ? ["withdrawal"] : []))
        let message = try page.node("channels", topic.name, "messages", topic.messageId)
        #expect(message["name"]?.string == topic.message)
        #expect(message["contentType"]?.string == topic.contentTypes.first?.rawValue)
        let types = try page.resolved(message["headers"])["properties"]?["content-type"]?["enum"]
        #expect(types?.sequence?.compactMap(\.string) == topic.contentTypes.map(\.rawValue))
        #expect(message["payload"]?["schemaFormat"]?.string == "application/vnd.google.protobuf;version=3")
        let topicPage = try TopicFile.read(topic)
        #expect(message["payload"]?["schema"]?["$ref"]?.string == topicPage.schema)
        let examples = message["examples"]?.sequence?.compactMap { $0["payload"]?["$ref"]?.string }
        #expect(examples == topicPage.examples)
    }

    @Test(arguments: TopicRegistry.all) func theKeyIsThatOfTheTopic(topic: TopicDescription) throws {
        for message in try page.names("channels", topic.name, "messages") {
            let binding = try page.node("channels", topic.name, "messages", message, "bindings", "kafka")
            let key = try page.resolved(binding["key"])
            #expect(key["title"]?.string == topic.key.rawValue)
            let pattern = try key["pattern"]?.string.map { try Regex($0) }
            #expect((pattern == nil) == (topic.key == .refusedKey))
            guard let pattern else { continue }
            #expect("2300000001".contains(pattern) == (topic.key == .supplier))
            #expect("8534".contains(pattern) == (topic.key == .heading))
            #expect("2300000001-002/PCB-7".contains(pattern) == ![.supplier, .heading].contains(topic.key))
            #expect("".contains(pattern) == (topic.key == .factKey))
            #expect(!"2300000001/PCB 7".contains(pattern))
        }
    }

    @Test func withdrawalsAreRecordsWithoutValue() throws {
        #expect(try page.text("components", "messages", "withdrawal", "payload", "type") == "null")
    }

    @Test func headersAreThoseThatAreWritten() throws {
        let event = CloudEventHeaders(id: "1", source: "/", type: "a", time: "now", subject: "b")
        let headers = try page.names("components", "schemas", "PublishedHeaders", "properties")
        #expect(headers == ["content-type"] + event.headers.map(\.name))
        let properties = ["components", "schemas", "PublishedHeaders", "properties"]
        let longest = try page.node(path: properties + ["ce_id", "maxLength"])
        #expect(longest.int == ContractLimits.eventTextBytes)
        let types = try Regex(try #require(try page.node(path: properties + ["ce_type", "pattern"]).string))
        for subject in Subject.allCases {
            for isWithdrawal in [false, true] {
                let type = CloudEventHeaders.type(of: subject, isWithdrawal: isWithdrawal)
                #expect(type.contains(types))
            }
        }
    }

    @Test func thePlatformReceivesWhatOthersWriteAndSendsItsOwn() throws {
        var channels: [String] = []
        for operation in try page.names("operations") {
            let node = try page.node("operations", operation)
            let channel = try #require(node["channel"]?["$ref"]?.string?.split(separator: "/").last.map(String.init))
            let topic = try #require(TopicRegistry.topic(channel))
            #expect(node["action"]?.string == (topic.writer == .publishers ? "receive" : "send"))
            let messages = node["messages"]?.sequence?.compactMap { $0["$ref"]?.string }
            let named = try page.names("channels", channel, "messages")
            #expect(messages == named.map { "#/channels/\(channel)/messages/\($0)" })
            channels.append(channel)
        }
        #expect(channels.sorted() == TopicRegistry.all.map(\.name).sorted())
    }

    @Test func everythingNamedIsThere() throws {
        let references = page.references
        #expect(references.count > 100)
        for reference in references {
            if reference.hasPrefix("#") {
                #expect(throws: Never.self) { try page.node(at: reference) }
            } else {
                let path = Checkout.topics.appending(path: reference).path
                #expect(FileManager.default.fileExists(atPath: path), "\(reference)")
            }
        }
    }
}

/// `topics/asyncapi.yaml`.
private struct AsyncAPIFile {
    private let root: Node

    init() throws {
        let file = Checkout.topics.appending(path: "asyncapi.yaml")
        root = try #require(try compose(yaml: try String(contentsOf: file, encoding: .utf8)))
    }

    /// Every `$ref`.
    var references: [String] { Self.references(in: root) }

    /// What is at a path of names; a reference in the file is followed.
    func node(path: [String]) throws -> Node {
        var node = root
        for name in path { node = try resolved(node[name], name) }
        return node
    }

    func node(_ path: String...) throws -> Node { try node(path: path) }

    /// The text at a path.
    func text(_ path: String...) throws -> String { try #require(try node(path: path).string) }

    /// The names at a path, in their order.
    func names(_ path: String...) throws -> [String] {
        try #require(try node(path: path).mapping).compactMap(\.key.string)
    }

    /// What a reference `#/a/b` names.
    func node(at reference: String) throws -> Node {
        try node(path: reference.split(separator: "/").dropFirst().map(String.init))
    }

    /// A node, or what it refers to.
    func resolved(_ node: Node?, _ name: String = "") throws -> Node {
        let node = try #require(node, "\(name)")
        guard let reference = node["$ref"]?.string, reference.hasPrefix("#") else { return node }
        return try self.node(at: reference)
    }

    private static func references(in node: Node) -> [String] {
        switch node {
        case .mapping(let mapping):
            mapping.flatMap { name, value in
                name.string == "$ref" ? [value.string ?? ""] : references(in: value)
            }
        case .sequence(let sequence): sequence.flatMap(references)
        case .scalar, .alias: []
        }
    }
}

extension TopicDescription {
    /// What the file calls the topic's message: `requirement` for `linkage.v1.Requirement`.
    fileprivate var messageId: String {
        let name = message.split(separator: ".").last ?? ""
        return name.prefix(1).lowercased() + name.dropFirst()
    }
}

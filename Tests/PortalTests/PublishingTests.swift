import Contracts
import EventLog
import Foundation
import HTTPTypes
import Testing

@Suite struct PublishingTests {
    private let path = "/api/v1/requirements"

    /// The message that a record holds, in the encoding that its header names.
    private func message(in record: Message, of subject: Subject) throws -> PublishedMessage {
        let contentType = record.headers.first { $0.name == "content-type" }
        return try RecordCodec.decode(
            subject: subject, contentType: contentType.map { String(decoding: $0.value, as: UTF8.self) },
            value: try #require(record.value)
        ).get()
    }

    @Test(arguments: Samples.messages)
    func `A record of each subject goes to its topic under its key`(message: PublishedMessage) async throws {
        let fixture = try await Fixture()
        try await fixture.test(as: .operator) { client async throws in
            let answer = try await client.post("/api/v1/\(message.subject.rawValue)", message.encodeJSON())
            #expect(answer.status == 202, "\(answer.text)")
            let key = "\(message.owner)/\(message.id)"
            let position = "\(message.subject.topicName)/0/0"
            #expect(answer.json["key"] as? String == key)
            #expect(answer.json["position"] as? String == position)
            #expect(answer.json["submission"] as? String == "/api/v1/submissions/\(position)")
            #expect(answer.headers[.location] == "/api/v1/submissions/\(position)")
            let record = try #require(fixture.log.published.first)
            #expect(record.topic.name == message.subject.topicName)
            #expect(record.key == Array(key.utf8))
            #expect(try self.message(in: record, of: message.subject) == message)
        }
    }

    @Test func `A record carries the headers of a CloudEvent`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            _ = try await client.post(path, PublishedMessage.requirement(Samples.requirement()).encodeJSON())
            let headers = try #require(fixture.log.published.first).headers.map { ($0.name, $0.value) }
            let event = try #require(try CloudEventHeaders.read(headers.map { (name: $0.0, value: $0.1) }).get())
            #expect(event.type == "vn.linkage.requirement.published.v1")
            #expect(event.source == "/api/v1")
            #expect(event.subject == "\(Samples.buyer)/R1")
            #expect(event.time == "2026-01-01T00:00:00.000Z")
            #expect(!event.id.isEmpty)
            #expect(headers.contains { $0.0 == "content-type" })
        }
    }

    @Test(arguments: ["order-17", "\"order-17\""])
    func `The idempotency key is the event's id`(key: String) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            let headers: HTTPFields = [HTTPField.Name("Idempotency-Key")!: key]
            #expect(try await client.post(path, body, "application/json", headers).status == 202)
            #expect(try await client.delete("\(path)/\(Samples.buyer)/R1", headers).status == 202)
            let ids = fixture.log.published.map { $0.headers.first { $0.name == "ce_id" }?.value }
            #expect(ids == [Array("order-17".utf8), Array("order-17".utf8)])
        }
    }

    @Test(arguments: ["", "\"\"", String(repeating: "x", count: 257)])
    func `An idempotency key that cannot be an event's id is refused`(key: String) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            let answer = try await client.post(
                path, body, "application/json", [HTTPField.Name("Idempotency-Key")!: key])
            #expect(answer.status == 400)
            #expect(answer.faults == [.init(reason: "outOfRange", field: "Idempotency-Key")])
            #expect(fixture.log.published.isEmpty)
        }
    }

    @Test func `Protobuf is accepted too`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let message = PublishedMessage.requirement(Samples.requirement())
            let answer = try await client.post(path, message.encodeProtobuf(), "application/protobuf")
            #expect(answer.status == 202)
            let record = try #require(fixture.log.published.first)
            #expect(try self.message(in: record, of: .requirements) == message)
        }
    }

    @Test func `A withdrawal is a record without value`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.delete("\(path)/\(Samples.buyer)/R1")
            #expect(answer.status == 202)
            #expect(answer.json["key"] as? String == "\(Samples.buyer)/R1")
            let record = try #require(fixture.log.published.first)
            #expect(record.value == nil)
            #expect(record.key == Array("\(Samples.buyer)/R1".utf8))
            let type = record.headers.first { $0.name == "ce_type" }
            #expect(type?.value == Array("vn.linkage.requirement.withdrawn.v1".utf8))
        }
    }

    @Test func `A withdrawal of a malformed key names the part`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.delete("\(path)/23/R1")
            #expect(answer.status == 400)
            #expect(answer.faults == [.init(reason: "malformedKey", field: "owner")])
            #expect(fixture.log.published.isEmpty)
        }
    }

    @Test func `Every field that breaks a rule is named`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let requirement = Samples.requirement {
                $0.quantity = "-5"
                $0.delivery.lastDay = "2027-02-30"
            }
            let answer = try await client.post(path, PublishedMessage.requirement(requirement).encodeJSON())
            #expect(answer.status == 422)
            #expect(answer.isProblem)
            #expect(answer.json["type"] as? String == "urn:linkage:problem:refused-record")
            #expect(Set(answer.faults.map(\.field)) == ["quantity", "delivery.lastDay"])
            #expect(fixture.log.published.isEmpty)
        }
    }

    @Test func `A misspelt field is named with its path`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.post(path, #"{"owner":"2300000001","id":"R1","place":{"wardcode":"1"}}"#.utf8)
            #expect(answer.status == 422)
            #expect(answer.faults.contains(.init(reason: "unknownField", field: "place.wardcode")))
        }
    }

    @Test func `A malformed key names owner and id`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.post(path, #"{"owner":"12","id":"a b"}"#.utf8)
            #expect(answer.status == 422)
            #expect(
                answer.faults == [
                    .init(reason: "malformedKey", field: "owner"), .init(reason: "malformedKey", field: "id"),
                ])
        }
    }

    @Test(arguments: ["{", "", "[]"])
    func `A body that is no JSON object is refused`(body: String) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.post(path, body.utf8)
            #expect([400, 422].contains(answer.status), "\(answer.text)")
            #expect(answer.isProblem)
            #expect(answer.faults.count == 1)
            #expect(fixture.log.published.isEmpty)
        }
    }

    @Test(arguments: ["text/plain", "application/cloudevents+json", nil])
    func `A body of another type is refused`(contentType: String?) async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            let answer = try await client.post(path, body, contentType)
            #expect(answer.status == 415)
            #expect(answer.isProblem)
            #expect(fixture.log.published.isEmpty)
        }
    }

    @Test func `A body over a million bytes is refused`() async throws {
        let fixture = try await Fixture()
        try await fixture.test { client async throws in
            let answer = try await client.post(path, [UInt8](repeating: UInt8(ascii: " "), count: 1_000_001))
            #expect(answer.status == 413)
            #expect(answer.isProblem)
            #expect(answer.faults == [.init(reason: "recordTooLarge", field: "")])
        }
    }

    @Test func `A record that only the log finds too large is refused`() async throws {
        let fixture = try await Fixture()
        fixture.log.fail(.recordTooLarge(bytes: 1_000_001, limit: 1_000_000))
        try await fixture.test { client async throws in
            let answer = try await client.post(path, PublishedMessage.requirement(Samples.requirement()).encodeJSON())
            #expect(answer.status == 413)
            #expect(answer.faults == [.init(reason: "recordTooLarge", field: "")])
        }
    }

    @Test(arguments: [
        (EventLogError.unreachable("no broker at 10.0.0.1"), "5"), (.storageFull("/secret/log.sqlite"), "60"),
        (.readOnly("/secret/log.sqlite"), "60"), (.closed, "5"), (.failed("?"), "5"),
    ])
    func `A log that does not acknowledge is told as such, never as accepted`(
        error: EventLogError, retryAfter: String
    ) async throws {
        let fixture = try await Fixture()
        fixture.log.fail(error)
        try await fixture.test { client async throws in
            let body = PublishedMessage.requirement(Samples.requirement()).encodeJSON()
            for answer in [try await client.post(path, body), try await client.delete("\(path)/\(Samples.buyer)/R1")] {
                #expect(answer.status == 503)
                #expect(answer.isProblem)
                #expect(answer.headers[.retryAfter] == retryAfter)
                #expect(!answer.text.contains("secret") && !answer.text.contains("10.0.0.1"))
            }
            fixture.log.fail(nil)
            #expect(try await client.post(path, body).status == 202)
        }
    }
}

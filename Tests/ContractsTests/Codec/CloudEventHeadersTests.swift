import Contracts
import Testing

@Suite struct CloudEventHeadersTests {
    private let key = BusinessKey("2300000012/BRACKET-0001")

    private func read(_ headers: [(String, String)]) -> Result<CloudEventHeaders?, Refusals> {
        CloudEventHeaders.read(headers.map { (name: $0.0, value: Array($0.1.utf8)) })
    }

    @Test func whatIsWrittenIsRead() throws {
        let event = CloudEventHeaders(
            id: "e-1", source: "/api/v1", subject: .requirements, key: try #require(key), time: 1_795_420_800_123)
        #expect(
            event.headers.map { "\($0.name)=\($0.value)" } == [
                "ce_specversion=1.0", "ce_id=e-1", "ce_source=/api/v1",
                "ce_type=vn.linkage.requirement.published.v1", "ce_time=2026-11-23T08:00:00.123Z",
                "ce_subject=2300000012/BRACKET-0001",
            ])
        #expect(try read(event.headers.map { ($0.name, $0.value) }).get() == event)
    }

    @Test func typesNameTheSubjectAndWhatBecameOfIt() {
        #expect(CloudEventHeaders.type(of: .rates, isWithdrawal: true) == "vn.linkage.exchange-rate.withdrawn.v1")
        let types = Set(Subject.allCases.map { CloudEventHeaders.type(of: $0) })
        #expect(types.count == Subject.allCases.count)
    }

    @Test func aRecordWithoutSuchHeadersIsNoEvent() throws {
        #expect(try read([("content-type", "application/json"), ("id", "1")]).get() == nil)
    }

    @Test func anEventIsRefusedWhereItsIdIsOfNoUse() {
        #expect(read([("ce_type", "x")]).codes == ["missing ce_id"])
        #expect(read([("ce_id", "")]).codes == ["missing ce_id"])
        #expect(read([("ce_id", String(repeating: "x", count: 257))]).codes == ["tooLong ce_id"])
        #expect(read([("ce_id", "1"), ("ce_specversion", "0.3")]).codes == ["notSupported ce_specversion"])
        #expect(CloudEventHeaders.read([(name: "ce_id", value: [0xFF])]).codes == ["invalidUTF8 ce_id"])
    }
}

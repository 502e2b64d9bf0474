import Contracts
import SwiftProtobuf
import Testing

@Suite struct RecordCodecTests {
    private func decode(
        _ text: String, _ subject: Subject = .requirements, contentType: String? = nil
    ) -> Result<PublishedMessage, Refusals> {
        RecordCodec.decode(subject: subject, contentType: contentType, value: Array(text.utf8))
    }

    private func words(_ text: String, _ subject: Subject = .requirements) -> [String] {
        guard case .failure(let refusals) = decode(text, subject) else { return [] }
        return refusals.all.map(\.message)
    }

    // MARK: The whole record

    @Test(arguments: [
        nil, "application/json", "application/json; charset=utf-8", "Application/JSON ;charset=\"utf-8\"",
    ])
    func jsonIsReadWithParametersAndWithoutHeader(contentType: String?) throws {
        #expect(try decode(#"{"owner":"2300000012","id":"A"}"#, contentType: contentType).get().id == "A")
    }

    @Test func otherContentTypesAreRefused() {
        for type in ["text/plain", "", "application/jsonx", "application/x-protobuf", "application/vnd.x+json"] {
            #expect(decode("{}", contentType: type).codes == ["unknownContentType "], "\(type)")
        }
    }

    @Test func structuredCloudEventsAreRefusedAsSuch() {
        for type in [
            "application/cloudevents+json", "application/cloudevents; charset=UTF-8", "Application/CloudEvents-batch",
        ] {
            #expect(decode("{}", contentType: type).codes == ["structuredCloudEvent "], "\(type)")
        }
    }

    @Test func anEmptyValueIsRefused() {
        for type in ContentType.allCases {
            #expect(decode("", contentType: type.rawValue).codes == ["emptyRecord "])
        }
    }

    @Test func aRecordOf50MegabytesIsRefusedForItsSize() {
        let large = [UInt8](repeating: UInt8(ascii: " "), count: 50_000_000)
        for type in [nil, "application/protobuf", "text/plain"] {
            let result = RecordCodec.decode(subject: .requirements, contentType: type, value: large)
            #expect(result.codes == ["recordTooLarge "])
        }
    }

    @Test func aRecordOfTheLargestSizeIsRead() throws {
        let text = #"{"owner":"2300000012","id":"A"}"#
        let padding = String(repeating: " ", count: ContractLimits.recordBytes - text.utf8.count)
        #expect(decode(text + padding).codes == [])
        #expect(decode(text + padding + " ").codes == ["recordTooLarge "])
    }

    @Test func bytesThatAreNotUTF8AreRefusedWithTheirPlace() {
        let value = Array(#"{"id":"é"#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
        let result = RecordCodec.decode(subject: .requirements, contentType: nil, value: value)
        #expect(result.codes == ["invalidUTF8 "])
        guard case .failure(let refusals) = result else { return }
        #expect(refusals.all[0].message.contains("byte 9"))
    }

    @Test(arguments: [
        "{", "}", "[", "nothing", #"{"id":}"#, #"{"id":"A",}"#, #"{"id":"A"} {}"#, #"{'id':'A'}"#, #"{"id":"A"#,
        #"{"id":"\x"}"#, #"{"id":"\ud800"}"#, #"{"quantity":01}"#, "\u{FEFF}{}", "{\"id\":\"a\nb\"}", "nul", " ",
    ])
    func whatIsNotJSONIsRefused(text: String) {
        #expect(decode(text).codes == ["malformedJSON "])
    }

    @Test func malformedJSONIsRefusedWithItsLine() {
        #expect(words("{\n  \"owner\": \"2300000012\",\n  \"id\" \"A\"\n}") == ["line 3: \":\" is expected"])
    }

    @Test(arguments: ["null", "[]", "1", "\"text\"", "true"])
    func aRecordThatIsNoObjectIsOfTheWrongType(text: String) {
        #expect(decode(text).codes == ["wrongType "])
    }

    @Test func deepNestingIsRefusedAndNothingBreaks() {
        for opening in ["[", #"{"place":"#, #"[{"a":"#] {
            let text = String(repeating: opening, count: ContractLimits.recordBytes / 16)
            #expect(decode(text).codes == ["malformedJSON "])
        }
        var bytes: [UInt8] = []
        for _ in 0..<ContractLimits.recordBytes { bytes += [0x23] }  // groups, each in the other
        #expect(
            RecordCodec.decode(subject: .requirements, contentType: "application/protobuf", value: bytes).codes
                == ["malformedProtobuf "])
    }

    // MARK: Fields

    @Test func unknownFieldsAreRefusedWithTheirPathsAllAtOnce() {
        let text =
            #"{"maximumUnitPrice":{"currencyCode":"USD","amount":"1"},"attributeBounds":[{"name":"a","min":"1"}],"x":{}}"#
        #expect(
            decode(text).codes == [
                "unknownField maximumUnitPrice.amount", "unknownField attributeBounds.0.min", "unknownField x",
            ])
    }

    @Test func aMisspeltFieldIsAnsweredWithTheRightOne() {
        #expect(words(#"{"unitcode":"H87"}"#) == [#"there is no such field; did you mean "unitCode"?"#])
        #expect(words(#"{"maximumUnitPrise":{}}"#) == [#"there is no such field; did you mean "maximumUnitPrice"?"#])
        #expect(words(#"{"colour":"red"}"#)[0].hasPrefix("there is no such field; known are owner, id"))
    }

    @Test func anAmountAsAJSONNumberIsOfTheWrongType() {
        let text = #"{"maximumUnitPrice":{"currencyCode":"USD","value":12.50}}"#
        #expect(decode(text).codes == ["wrongType maximumUnitPrice.value"])
        #expect(words(text) == [#"write it as text: "12.50""#])
    }

    @Test func wrongTypesAreRefusedWithTheirPathsAllAtOnce() {
        let text = """
            {"owner": 1, "delivery": "2027-01-01", "place": {"latitude": "north"}, "maximumLeadTimeDays": -1,
             "requiredCertifications": ["ISO 9001", 9001, null], "attributeBounds": {}, "partialSupplyAllowed": "yes"}
            """
        #expect(
            decode(text).codes == [
                "wrongType owner", "wrongType delivery", "wrongType place.latitude", "wrongType maximumLeadTimeDays",
                "wrongType requiredCertifications.1", "wrongType requiredCertifications.2", "wrongType attributeBounds",
                "wrongType partialSupplyAllowed",
            ])
    }

    @Test func unknownWordsAreRefusedWithThoseThatAreKnown() {
        let text = #"{"currentSourcing":{"kind":"IMPORT"}}"#
        #expect(decode(text).codes == ["unknownCode currentSourcing.kind"])
        #expect(words(text) == ["one of IMPORTED, FDI_IN_VIETNAM, DOMESTIC is expected"])
    }

    @Test func theWordForAMissingOneIsRead() {
        #expect(decode(#"{"currentSourcing":{"kind":"UNSPECIFIED"}}"#).codes == [])
        #expect(decode(#"{"currentSourcing":{"kind":"UNSPECIFIED"},"x":1}"#).codes == ["unknownField x"])
    }

    @Test func aFieldThatIsThereTwiceIsRefused() {
        #expect(decode(#"{"hsCode":"853400","hs_code":"853690"}"#).codes == ["duplicate hsCode"])
        #expect(decode(#"{"place":{"wardCode":"1","wardCode":"2"}}"#).codes == ["duplicate place.wardCode"])
        #expect(
            decode(#"{"attributeBounds":[{"name":"a"},{"name":"b","name":"c"}]}"#).codes
                == ["duplicate attributeBounds.1.name"])
    }

    @Test func bothSubjectsOfAVerificationAreRefused() {
        let text = #"{"statement":"2300000045/A","profile":"2300000045"}"#
        #expect(decode(text, .verifications).codes == ["malformedJSON "])
    }

    @Test func namesOfTheSchemaAndNullsAreReadAsTheMappingSays() throws {
        guard case .requirement(let message) = try decode(#"{"hs_code":"853400","place":null}"#).get() else { return }
        #expect(message.hsCode == "853400")
        #expect(!message.hasPlace)
    }

    @Test func notMoreThanTheLimitIsTold() {
        let fields = (0..<500).map { "\"x\($0)\":1" }.joined(separator: ",")
        #expect(decode("{\(fields)}").codes.count == ContractLimits.refusals)
    }

    // MARK: Protobuf

    @Test func bytesThatAreNotProtobufAreRefused() {
        for bytes in [[0xFF], [0x0A, 0x05, 0x41], [0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]] as [[UInt8]] {
            let result = RecordCodec.decode(subject: .requirements, contentType: "application/protobuf", value: bytes)
            #expect(result.codes == ["malformedProtobuf "])
        }
    }

    @Test func textsInProtobufThatAreNotUTF8AreRefused() {
        let result = RecordCodec.decode(
            subject: .requirements, contentType: "application/protobuf", value: [0x0A, 0x01, 0xFF])
        #expect(result.codes == ["invalidUTF8 "])
    }

    @Test func fieldsThatTheSchemaDoesNotHaveAreRefusedInProtobufToo() {
        let result = RecordCodec.decode(
            subject: .requirements, contentType: "application/protobuf", value: [0x0A, 0x01, 0x41, 0xF8, 0x7F, 0x01])
        #expect(result.codes == ["unknownField "])
    }

    @Test func unknownFieldsWithinFieldsAreRefusedInProtobufToo() {
        // place { ward_code = "07210", an unknown field }
        let place: [UInt8] = [0x0A, 0x05] + Array("07210".utf8) + [0xF8, 0x7F, 0x01]
        let result = RecordCodec.decode(
            subject: .profiles, contentType: "application/protobuf",
            value: [8 << 3 | 2, UInt8(place.count)] + place)
        #expect(result.codes == ["unknownField "])
    }

    /// What others write need not be what we would write: fields in another order, defaults written out.
    @Test func protobufInAnotherFormIsReadAsTheSame() throws {
        let value: [UInt8] = [0x12, 0x01, 0x41, 0x0A, 0x00, 0x0A, 0x02, 0x32, 0x33]
        let encoded = try RecordCodec.decodeEncoded(
            subject: .requirements, contentType: "application/protobuf", value: value
        ).get()
        #expect(encoded.message == .requirement(.with { ($0.owner, $0.id) = ("23", "A") }))
        #expect(encoded.protobuf == encoded.message.encodeProtobuf())
        #expect(encoded.protobuf != value)
        #expect(encoded.digest == encoded.message.contentDigest)
    }

    /// That it is no number of degrees is found where degrees are read.
    @Test(arguments: [false, true])
    func aPlaceThatIsNoNumberIsRead(isInOtherOrder: Bool) throws {
        let notANumber = withUnsafeBytes(of: Double.nan.bitPattern.littleEndian, Array.init)
        let zero = [UInt8](repeating: 0, count: 8)
        let place = [13 << 3 | 2, 18, 2 << 3 | 1] + notANumber + [3 << 3 | 1] + zero
        let id: [UInt8] = [0x12, 0x01, 0x41]
        let value = isInOtherOrder ? place + id : id + place
        let message = try RecordCodec.decode(
            subject: .capabilities, contentType: "application/protobuf", value: value
        ).get()
        guard case .capability(let capability) = message else { return }
        #expect(capability.place.latitude.isNaN)
        #expect(
            Resolver(reference: .builtIn, publicIdSecret: []).resolve(capability).codes.contains(
                "outOfRange place.latitude"))
    }

    // MARK: Keys

    @Test func aKeyIsReadOrRefused() throws {
        #expect(try PublishedMessage.readKey(Array("2300000012/A-1".utf8)).get().id == "A-1")
        for bytes in [nil, [], [0xFF], Array("2300000012".utf8), Array("23/A".utf8), Array("2300000012/A/B".utf8)] {
            #expect(PublishedMessage.readKey(bytes).codes == ["malformedKey "])
        }
    }

    @Test func aMessageUnderAnotherKeyIsRefused() throws {
        let message = try decode(#"{"owner":"2300000012","id":"A"}"#).get()
        func code(_ key: String) throws -> String? {
            message.refusal(underKey: try #require(BusinessKey(key)))?.code
        }
        #expect(try code("2300000012/A") == nil)
        #expect(try code("2300000013/A") == "keyMismatch owner")
        #expect(try code("2300000012/B") == "keyMismatch id")
    }

    @Test func ownerAndIdThatMakeNoKeyAreBothTold() throws {
        #expect(try decode(#"{"owner":"BN","id":"a b"}"#).get().key.codes == ["malformedKey owner", "malformedKey id"])
    }
}

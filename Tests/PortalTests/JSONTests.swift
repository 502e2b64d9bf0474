import Foundation
import Testing

@testable import Portal

@Suite struct JSONTests {
    @Test(arguments: ["", "\"\\/\n\t\u{0}\u{1F}", "Điện tử 😀", "\u{2028}"])
    func `A text is the same after it was read back`(text: String) throws {
        let encoded = JSON.object([("text", .text(text))]).encoded
        let read = try JSONSerialization.jsonObject(with: Data(encoded.utf8)) as? [String: String]
        #expect(read == ["text": text])
    }

    @Test func `Members keep their order`() {
        let json = JSON.object([("b", .number(1)), ("a", .list([.flag(true), .nothing, .written("{}")]))])
        #expect(json.encoded == #"{"b":1,"a":[true,null,{}]}"#)
    }
}

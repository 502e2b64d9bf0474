import Testing

@testable import Portal

@Suite struct CursorTests {
    @Test(arguments: ["2300000001/R1", "a", "ab", "abc", "Điện/?>~ÿ"])
    func `A cursor gives its key back and needs no escaping in a query`(key: String) throws {
        let text = Cursor(last: key).description
        #expect(text.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=") })
        #expect(Cursor(text)?.last == key)
    }

    @Test(arguments: ["", "!", "a", "_w", "====", "ÿ"])
    func `What is no cursor is refused`(text: String) { #expect(Cursor(text) == nil) }
}

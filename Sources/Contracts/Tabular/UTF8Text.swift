/// Checks of text that came as bytes.
enum UTF8Text {
    /// Whether bytes are UTF-8.
    static func isValid(_ bytes: some Sequence<UInt8> & Collection) -> Bool {
        bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
    }

    /// Why bytes that are not UTF-8 are refused.
    static let refusal = Refusal(
        .notUTF8, "the text is not UTF-8; in a spreadsheet choose \"Save as\" and \"CSV UTF-8\"")

    /// Whether a byte is one of those that JSON lets stand between values.
    static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
        default: false
        }
    }
}

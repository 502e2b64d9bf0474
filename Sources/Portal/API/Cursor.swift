internal import Foundation

/// Where a listing goes on: opaque to callers, the base64url (RFC 4648, section 5) of the last key inside.
struct Cursor {
    /// The last key of the page before.
    let last: String

    init(last: String) { self.last = last }

    /// Reads what `description` wrote; nil for any other text.
    init?(_ text: String) {
        guard text.utf8.allSatisfy(Self.isDigit) else { return nil }
        let base64 = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: base64 + padding),
            let last = String(validating: data, as: UTF8.self), !last.isEmpty
        else { return nil }
        self.last = last
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

extension Cursor: CustomStringConvertible {
    var description: String {
        Data(last.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}

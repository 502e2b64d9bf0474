/// Follows the text of one JSON object to its end, over as many pieces as it comes in.
struct JSONObjectScan {
    /// What a piece of text has led to.
    enum Progress: Equatable {
        /// The object goes on.
        case open
        /// It ended after so many bytes of the piece.
        case end(Int)
        /// It cannot be JSON.
        case malformed(String)

        var isEnd: Bool {
            if case .end = self { true } else { false }
        }
    }

    /// Line ends passed.
    private(set) var lines = 0
    private var depth = 0
    /// A bit for each open bracket: 1 for a brace.
    private var braces: UInt64 = 0
    private var isInString = false
    private var isEscaped = false

    /// Goes on with the next piece of text, which in the beginning starts with the object's brace.
    mutating func advance(over piece: ArraySlice<UInt8>) -> Progress {
        piece.withUnsafeBufferPointer { bytes in
            for (index, byte) in bytes.enumerated() {
                if isInString {
                    if let wrong = passInString(byte) { return wrong }
                } else if let wrong = pass(byte) {
                    return wrong
                } else if depth == 0 {
                    return .end(index + 1)
                }
            }
            return .open
        }
    }

    @inline(__always)
    private mutating func passInString(_ byte: UInt8) -> Progress? {
        guard byte >= 0x20 else { return .malformed("a text is not closed by a quote before the line ends") }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
        return nil
    }

    @inline(__always)
    private mutating func pass(_ byte: UInt8) -> Progress? {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "\n"): lines += 1
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < TabularLimits.depth else { return .malformed("it nests too deeply") }
            depth += 1
            braces = braces << 1 | (byte == UInt8(ascii: "{") ? 1 : 0)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard braces & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else {
                return .malformed("a bracket is closed by one of another kind")
            }
            depth -= 1
            braces >>= 1
        default: break
        }
        return nil
    }
}

/// A JSON value taken apart; numbers keep their text.
enum JSONTree: Sendable {
    case object([(name: String, value: JSONTree)])
    case array([JSONTree])
    case text(String)
    case number(String)
    case truth(Bool)
    case null

    /// Takes a text apart.
    ///
    /// - Throws: `Refusal` that names the line, where it is no JSON.
    init(_ bytes: [UInt8]) throws(Refusal) {
        guard UTF8Text.isValid(bytes) else { throw UTF8Text.refusal }
        var parser = JSONTreeParser(bytes)
        self = try parser.whole()
    }

    /// The value of a field, where it is an object that has it.
    subscript(name: String) -> JSONTree? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }
}

private struct JSONTreeParser {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func whole() throws(Refusal) -> JSONTree {
        let tree = try value(depth: 0)
        skipBlanks()
        guard index == bytes.count else { throw refusal("text stands behind the value") }
        return tree
    }

    private mutating func value(depth: Int) throws(Refusal) -> JSONTree {
        guard depth <= TabularLimits.depth else { throw refusal("it nests too deeply") }
        skipBlanks()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(Refusal) -> JSONTree {
        var fields: [(name: String, value: JSONTree)] = []
        try expect("{")
        skipBlanks()
        if take("}") { return .object([]) }
        repeat {
            skipBlanks()
            let name = try text()
            skipBlanks()
            try expect(":")
            fields.append((name: name, value: try value(depth: depth + 1)))
            skipBlanks()
        } while take(",")
        try expect("}")
        return .object(fields)
    }

    private mutating func array(depth: Int) throws(Refusal) -> JSONTree {
        var elements: [JSONTree] = []
        try expect("[")
        skipBlanks()
        if take("]") { return .array([]) }
        repeat {
            elements.append(try value(depth: depth + 1))
            skipBlanks()
        } while take(",")
        try expect("]")
        return .array(elements)
    }

    private mutating func text() throws(Refusal) -> String {
        try expect("\"")
        let first = index
        while let byte = peek, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { index += 1 }
        // Few texts have more than plain characters.
        if take("\"") { return String(decoding: bytes[first..<index - 1], as: UTF8.self) }
        var units = Array(bytes[first..<index])
        while let byte = peek {
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units.append(contentsOf: String(Character(try escape())).utf8)
            case 0..<0x20: throw refusal("a text is not closed by a quote before the line ends")
            default: units.append(byte)
            }
        }
        throw refusal("a text is not closed by a quote")
    }

    private mutating func escape() throws(Refusal) -> Unicode.Scalar {
        guard let byte = peek else { throw refusal("a text is not closed by a quote") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            let unit = try hexadecimal()
            guard UTF16.isLeadSurrogate(unit) else {
                guard let scalar = Unicode.Scalar(unit) else { throw refusal("half of a surrogate pair stands alone") }
                return scalar
            }
            try expect("\\")
            try expect("u")
            let second = try hexadecimal()
            guard UTF16.isTrailSurrogate(second) else { throw refusal("half of a surrogate pair stands alone") }
            return UTF16.decode(UTF16.EncodedScalar([unit, second]))
        default: throw refusal("a backslash stands before a character that it does not belong to")
        }
    }

    private mutating func hexadecimal() throws(Refusal) -> UInt16 {
        let digits = bytes[index..<min(index + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw refusal("four hexadecimal digits are expected") }
        index += 4
        return unit
    }

    private mutating func number() throws(Refusal) -> String {
        let first = index
        _ = take("-")
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[first..<index], as: UTF8.self)
    }

    private mutating func digits() throws(Refusal) {
        let first = index
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
        guard index > first else { throw refusal("a value is expected") }
    }

    private mutating func word(_ word: String, _ value: JSONTree) throws(Refusal) -> JSONTree {
        guard bytes[index...].starts(with: word.utf8) else { throw refusal("a value is expected") }
        index += word.utf8.count
        return value
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Refusal) {
        guard take(character) else { throw refusal("\"\(character)\" is expected") }
    }

    private mutating func skipBlanks() {
        while let byte = peek, UTF8Text.isBlank(byte) { index += 1 }
    }

    private func refusal(_ why: String) -> Refusal {
        let line = bytes.prefix(index).count { $0 == UInt8(ascii: "\n") } + 1
        return Refusal(.malformedJSON, "line \(line): \(why)")
    }
}

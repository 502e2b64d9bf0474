/// Turns the text of one cell into a JSON value.
enum CellValue {
    /// Appends the value; nothing, and false, where the cell is empty.
    static func write(
        _ text: ArraySlice<UInt8>, of column: CellTree.Column, to json: inout [UInt8]
    ) throws(Refusal) -> Bool {
        guard !text.isEmpty else { return false }
        guard !column.name.isEmpty else {
            throw Refusal(.unknownColumn, "column \(column.index + 1) has text but no name in the first row")
        }
        if case .text = column.shape {
            appendText(text, to: &json)
            return true
        }
        let value = trimmed(text)
        guard !value.isEmpty else { return false }
        switch column.shape {
        case .decimal:
            try refuseComma(value, of: column)
            appendText(value, to: &json)
        case .whole:
            try refuseComma(value, of: column)
            guard isWhole(value) else { throw wrongType(value, of: column, "a whole number such as 30") }
            json.append(contentsOf: value)
        case .real:
            try refuseComma(value, of: column)
            guard isReal(value) else { throw wrongType(value, of: column, "a number such as 21.1861") }
            json.append(contentsOf: value)
        case .truth:
            let word = String(decoding: value, as: UTF8.self).lowercased()
            guard word == "true" || word == "false" else { throw wrongType(value, of: column, "true or false") }
            json.append(contentsOf: word.utf8)
        case .text, .object, .list: break
        }
        return true
    }

    /// Appends a JSON text with its quotes.
    static func appendText(_ text: some Sequence<UInt8>, to json: inout [UInt8]) {
        json.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                json.append(UInt8(ascii: "\\"))
                json.append(byte)
            case UInt8(ascii: "\n"): json.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r"): json.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t"): json.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                json.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8)
            default: json.append(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let first = text.firstIndex(where: { !UTF8Text.isBlank($0) }),
            let last = text.lastIndex(where: { !UTF8Text.isBlank($0) })
        else { return [] }
        return text[first...last]
    }

    private static func refuseComma(_ value: ArraySlice<UInt8>, of column: CellTree.Column) throws(Refusal) {
        guard value.contains(UInt8(ascii: ",")) else { return }
        throw Refusal(
            .ambiguousNumber, field: column.name,
            "\(quoted(value)) may be a fraction or thousands; write decimals with a point, and no separators")
    }

    private static func wrongType(
        _ value: ArraySlice<UInt8>, of column: CellTree.Column, _ expected: String
    ) -> Refusal {
        Refusal(.wrongType, field: column.name, "\(quoted(value)) is not \(expected)")
    }

    private static func quoted(_ value: ArraySlice<UInt8>) -> String {
        "\"" + String(decoding: value.prefix(40), as: UTF8.self) + "\""
    }

    private static func isWhole(_ value: ArraySlice<UInt8>) -> Bool {
        let digits = value.first == UInt8(ascii: "-") ? value.dropFirst() : value
        return !digits.isEmpty && digits.count <= 18 && digits.allSatisfy(isDigit)
            && (digits.count == 1 || digits.first != UInt8(ascii: "0"))
    }

    private static func isReal(_ value: ArraySlice<UInt8>) -> Bool {
        let parts = value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, isWhole(whole), parts.count <= 2 else { return false }
        return parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

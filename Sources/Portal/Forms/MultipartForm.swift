/// A form with files: `multipart/form-data` (RFC 7578), as browsers send it. No package in reach reads it.
struct MultipartForm {
    /// Fields without a file name, as text.
    private(set) var fields: [String: String] = [:]
    /// Fields with a file name, as bytes.
    private(set) var files: [String: [UInt8]] = [:]

    private static let newline: [UInt8] = [13, 10]

    /// Nil where the header names no boundary, or the body is not parted by it.
    init?(contentType: String, body: [UInt8]) {
        guard contentType.lowercased().hasPrefix("multipart/form-data"),
            let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count)
        else { return nil }
        let delimiter = Self.newline + Array("--\(boundary)".utf8)
        // The first delimiter has no line before it.
        let bytes = Self.newline + body
        guard var start = bytes.range(of: delimiter, from: 0) else { return nil }
        while true {
            var next = start.upperBound
            if bytes[next...].starts(with: Array("--".utf8)) { return }
            while next < bytes.count, bytes[next] == 32 || bytes[next] == 9 { next += 1 }
            guard bytes[next...].starts(with: Self.newline),
                let end = bytes.range(of: delimiter, from: next),
                let head = bytes.range(of: Self.newline + Self.newline, from: next), head.upperBound <= end.lowerBound
            else { return nil }
            add(
                headers: String(decoding: bytes[next..<head.lowerBound], as: UTF8.self),
                content: Array(bytes[head.upperBound..<end.lowerBound]))
            start = end
        }
    }

    private mutating func add(headers: String, content: [UInt8]) {
        let lines = headers.split(whereSeparator: \.isNewline)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.parameter("name", of: String(disposition))
        else { return }
        if Self.parameter("filename", of: String(disposition)) != nil {
            files[name] = content
        } else {
            fields[name] = String(decoding: content, as: UTF8.self)
        }
    }

    /// A parameter of a header, with or without quotes.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].drop(while: { $0 == " " }).lowercased() == name else { continue }
            return String(pair[1].replacing("\"", with: ""))
        }
        return nil
    }
}

extension [UInt8] {
    /// Where a sequence of bytes next stands.
    fileprivate func range(of wanted: [UInt8], from start: Int) -> Range<Int>? {
        guard count - start >= wanted.count, let first = wanted.first else { return nil }
        var index = start
        while let found = self[index...(count - wanted.count)].firstIndex(of: first) {
            if self[found...].starts(with: wanted) { return found..<(found + wanted.count) }
            guard found < count - wanted.count else { return nil }
            index = found + 1
        }
        return nil
    }
}

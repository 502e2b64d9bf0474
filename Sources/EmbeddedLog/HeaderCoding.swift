import EventLog

/// Headers as one blob: for each, the name's length, the name, the value's length, the value. Lengths are LEB128.
enum HeaderCoding {
    /// The blob, or nil when there are no headers.
    static func encode(_ headers: [Header]) -> [UInt8]? {
        guard !headers.isEmpty else { return nil }
        var blob: [UInt8] = []
        blob.reserveCapacity(headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.count + 4 })
        for header in headers {
            append(length: header.name.utf8.count, to: &blob)
            blob.append(contentsOf: header.name.utf8)
            append(length: header.value.count, to: &blob)
            blob.append(contentsOf: header.value)
        }
        return blob
    }

    /// The headers, or nil when the blob is not one that `encode` made.
    static func decode(_ blob: UnsafeRawBufferPointer) -> [Header]? {
        var headers: [Header] = []
        var rest = blob[...]
        while !rest.isEmpty {
            guard let nameBytes = takeBytes(&rest), let name = String(validating: nameBytes, as: UTF8.self),
                let value = takeBytes(&rest)
            else { return nil }
            headers.append(Header(name, Array(value)))
        }
        return headers
    }

    private static func append(length: Int, to blob: inout [UInt8]) {
        var rest = length
        while rest >= 0x80 {
            blob.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        blob.append(UInt8(rest))
    }

    private static func takeBytes(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer>? {
        guard let length = takeLength(&rest), length <= rest.count else { return nil }
        let bytes = rest.prefix(length)
        rest = rest.dropFirst(length)
        return bytes
    }

    private static func takeLength(_ rest: inout Slice<UnsafeRawBufferPointer>) -> Int? {
        var length = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            length |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return length }
        }
        return nil
    }
}

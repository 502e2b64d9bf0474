internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// A JSON text with the members of objects in the order given.
indirect enum JSON: Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case nothing
    case list([JSON])
    case object([(String, JSON)])
    /// A text that is JSON already, such as that of a message.
    case written(String)

    /// The JSON text.
    var encoded: String {
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .nothing: "null"
        case .list(let items): "[" + items.map(\.encoded).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0) + ":" + $1.encoded }.joined(separator: ",") + "}"
        case .written(let text): text
        }
    }

    /// An answer that holds the text, as `application/json` unless the headers say otherwise.
    func response(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: encoded)))
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSON {
    /// A text, or null.
    static func text(_ text: String?) -> JSON { text.map { .text($0) } ?? .nothing }
    /// A number, or null.
    static func number(_ number: Int64?) -> JSON { number.map { .number($0) } ?? .nothing }
    /// A number.
    static func number(_ number: Int) -> JSON { .number(Int64(number)) }
}

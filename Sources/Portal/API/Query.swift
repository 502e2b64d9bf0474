internal import Contracts
internal import Hummingbird

/// The parameters of a query: each known to the route, and given once. A parameter that is misspelt must not widen what
/// is asked.
struct Query {
    private let values: [String: String]

    /// Reads the query of a request.
    /// - parameter names: What the route knows, besides `after`.
    init(_ request: Request, _ names: String...) throws(ProblemDetails) {
        var values: [String: String] = [:]
        for (name, value) in request.uri.queryParameters where !name.isEmpty {
            let name = String(name)
            guard names.contains(name) || name == "after" else {
                throw .badParameter(
                    "unknownField", name, "this address knows \((names + ["after"]).joined(separator: ", "))")
            }
            guard values.updateValue(String(value), forKey: name) == nil else {
                throw .badParameter("duplicate", name, "the parameter is given twice")
            }
        }
        self.values = values
    }

    /// A parameter; nil where it is missing or empty.
    func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A day; nil where it is missing.
    func day(_ name: String) throws(ProblemDetails) -> CalendarDay? {
        guard let text = text(name) else { return nil }
        guard let day = CalendarDay(text) else { throw .badParameter("malformedDay", name, "a day is YYYY-MM-DD") }
        return day
    }

    /// Whether something is asked for; no where it is missing.
    func flag(_ name: String) throws(ProblemDetails) -> Bool {
        switch text(name) {
        case nil, "false": return false
        case "true": return true
        default: throw .badParameter("malformed", name, "it is true or false")
        }
    }

    /// An enterprise code.
    func enterprise(_ name: String) throws(ProblemDetails) -> String? {
        guard let code = text(name) else { return nil }
        guard BusinessKey.isEnterpriseCode(code) else {
            throw .badParameter("malformed", name, "an enterprise code is 10 digits, or 10-3 digits")
        }
        return code
    }

    /// A key, which must be there.
    func key(_ name: String) throws(ProblemDetails) -> BusinessKey {
        guard let text = text(name) else { throw .badParameter("missing", name, "a key owner/id is needed") }
        guard let key = BusinessKey(text) else {
            throw .badParameter("malformed", name, "a key is owner/id, such as 2300000001/PCB-7")
        }
        return key
    }

    /// The beginning of an HS code.
    func hsPrefix(_ name: String) throws(ProblemDetails) -> String? {
        guard let prefix = text(name) else { return nil }
        guard prefix.utf8.count <= 6, Self.isDigits(prefix) else {
            throw .badParameter("malformed", name, "an HS code begins with up to 6 digits")
        }
        return prefix
    }

    /// How many items are asked for.
    func limit() throws(ProblemDetails) -> Int {
        guard let text = text("limit") else { return PortalLimits.pageItems }
        guard let limit = Self.number(text), (1...PortalLimits.pageItemsMax).contains(limit) else {
            throw .badParameter(
                "outOfRange", "limit", "from 1 to \(PortalLimits.pageItemsMax) items can be had at once")
        }
        return limit
    }

    /// A count; 0 where there is none.
    func count(_ name: String, upTo most: Int) throws(ProblemDetails) -> Int {
        guard let text = text(name) else { return 0 }
        guard let count = Self.number(text), count <= most else {
            throw .badParameter("outOfRange", name, "it is a number from 0 to \(most)")
        }
        return count
    }

    private static func number(_ text: String) -> Int? { isDigits(text) ? Int(text) : nil }

    private static func isDigits(_ text: String) -> Bool {
        text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }

    /// After which key the listing goes on.
    func cursor() throws(ProblemDetails) -> String? {
        guard let text = text("cursor") else { return nil }
        guard let cursor = Cursor(text) else {
            throw .badParameter("malformed", "cursor", "use the cursor that the page before gave as next")
        }
        return cursor.last
    }
}

/// How a record's value is encoded, as its `content-type` header says.
public enum ContentType: String, CaseIterable, Sendable {
    /// The proto3 JSON mapping; also where no header says anything.
    case json = "application/json"
    /// Protobuf.
    case protobuf = "application/protobuf"

    /// The encoding that a header names; parameters such as `charset=utf-8` are passed over.
    ///
    /// - Throws: `structuredCloudEvent`, `unknownContentType`.
    public init(header: String?) throws(Refusal) {
        guard let header else {
            self = .json
            return
        }
        // Nearly always it is written so.
        if let known = ContentType(rawValue: header) {
            self = known
            return
        }
        let mediaType = header.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
        guard let known = ContentType(rawValue: mediaType) else { throw Self.refusal(of: mediaType) }
        self = known
    }

    private static func refusal(of mediaType: String) -> Refusal {
        guard !mediaType.hasPrefix("application/cloudevents") else {
            return Refusal(
                .structuredCloudEvent,
                "the event is in structured mode; send it in binary mode: ce_ headers and the data as the value")
        }
        let known = allCases.map(\.rawValue).joined(separator: " or ")
        return Refusal(.unknownContentType, "the content-type must be \(known), not \"\(mediaType.prefix(100))\"")
    }
}

/// The attributes of a CloudEvents 1.0 event in binary mode, as the `ce_` headers of a Kafka record carry them
/// (CloudEvents Kafka protocol binding 1.0, section 3.2).
public struct CloudEventHeaders: Hashable, Sendable {
    /// `ce_id`: names the event among those of its source; a repeat has the same.
    public var id: String
    /// `ce_source`: who sent it, a URI reference such as `/api/v1` or `linkage-publish`.
    public var source: String
    /// `ce_type`: such as `vn.linkage.requirement.published.v1`.
    public var type: String
    /// `ce_time`: RFC 3339, or nil.
    public var time: String?
    /// `ce_subject`: the record's key, or nil.
    public var subject: String?

    /// The version of CloudEvents, the value of `ce_specversion`.
    public static let specVersion = "1.0"

    /// The attributes of any event.
    public init(id: String, source: String, type: String, time: String? = nil, subject: String? = nil) {
        self.id = id
        self.source = source
        self.type = type
        self.time = time
        self.subject = subject
    }

    /// The attributes of an event that publishes or withdraws a key.
    ///
    /// - Parameters:
    ///   - time: milliseconds since 1970-01-01T00:00:00Z.
    ///   - isWithdrawal: whether the record has no value.
    public init(
        id: String, source: String, subject: Subject, key: BusinessKey, time: Int64, isWithdrawal: Bool = false
    ) {
        self.init(
            id: id, source: source, type: Self.type(of: subject, isWithdrawal: isWithdrawal),
            time: CalendarDay.timestamp(milliseconds: time), subject: key.description)
    }

    /// `vn.linkage.<what>.published.v1`, or `.withdrawn.v1`.
    public static func type(of subject: Subject, isWithdrawal: Bool = false) -> String {
        "vn.linkage.\(subject.singular).\(isWithdrawal ? "withdrawn" : "published").v1"
    }

    /// The headers of the record.
    public var headers: [(name: String, value: String)] {
        var headers = [("ce_specversion", Self.specVersion), ("ce_id", id), ("ce_source", source), ("ce_type", type)]
        if let time { headers.append(("ce_time", time)) }
        if let subject { headers.append(("ce_subject", subject)) }
        return headers.map { (name: $0.0, value: $0.1) }
    }

    /// Reads the headers of a record; others than `ce_` are passed over.
    ///
    /// Only what intake uses is held against the standard: `ce_id`, and `ce_specversion` where it is there.
    ///
    /// - Returns: nil where no header starts with `ce_`; `missing` for an event without `ce_id`; `tooLong`,
    ///   `invalidUTF8`; `notSupported` for another version than 1.x.
    public static func read(
        _ headers: [(name: String, value: [UInt8])]
    ) -> Result<CloudEventHeaders?, Refusals> {
        var event = CloudEventHeaders(id: "", source: "", type: "")
        var version = specVersion
        var isEvent = false
        for (name, bytes) in headers where name.hasPrefix("ce_") {
            isEvent = true
            guard bytes.count <= ContractLimits.eventTextBytes else {
                return refuse(.tooLong, name, "the header has more than \(ContractLimits.eventTextBytes) bytes")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                return refuse(.invalidUTF8, name, "the header is not UTF-8")
            }
            switch name {
            case "ce_id": event.id = text
            case "ce_source": event.source = text
            case "ce_type": event.type = text
            case "ce_time": event.time = text
            case "ce_subject": event.subject = text
            case "ce_specversion": version = text
            default: break
            }
        }
        guard isEvent else { return .success(nil) }
        guard !event.id.isEmpty else { return refuse(.missing, "ce_id", "an event has an id") }
        guard version == "1" || version.hasPrefix("1.") else {
            return refuse(.notSupported, "ce_specversion", "CloudEvents 1.0 is read, not \"\(version.prefix(20))\"")
        }
        return .success(event)
    }

    private static func refuse(
        _ reason: RefusalReason, _ header: String, _ message: String
    ) -> Result<CloudEventHeaders?, Refusals> {
        .failure(Refusals(Refusal(reason, field: String(header.prefix(64)), message)))
    }
}

extension Subject {
    /// One of what the subject is about, as event types name it: "requirement", "exchange-rate".
    public var singular: String {
        switch self {
        case .profiles: "profile"
        case .requirements: "requirement"
        case .products: "product"
        case .awards: "award"
        case .capabilities: "capability"
        case .quotes: "quote"
        case .subscriptions: "subscription"
        case .verifications: "verification"
        case .rates: "exchange-rate"
        }
    }
}

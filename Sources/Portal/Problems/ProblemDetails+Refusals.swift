internal import Contracts
internal import HTTPTypes

extension ProblemDetails {
    /// A record that can't be accepted: 400 where it can't be read, 413 too large, 415 another encoding, else 422.
    init(_ refusals: Refusals) {
        self.init(
            kind: "refused-record", Self.status(of: refusals), title: "The record can't be accepted",
            refusals.all.count == 1
                ? refusals.all[0].message : "\(refusals.all.count) things are wrong with it; nothing was published",
            errors: refusals.all.map { Fault(reason: $0.reason.rawValue, field: $0.field, message: $0.message) })
    }

    private static func status(of refusals: Refusals) -> HTTPResponse.Status {
        switch refusals.all.first?.reason {
        case .recordTooLarge: .contentTooLarge
        case .unknownContentType, .structuredCloudEvent: .unsupportedMediaType
        case .malformedJSON, .malformedProtobuf, .invalidUTF8, .emptyRecord: .badRequest
        default: .unprocessableContent
        }
    }

    /// A body over the limit.
    static let bodyTooLarge = ProblemDetails(
        Refusals(Refusal(.recordTooLarge, "the body is over the limit of \(PortalLimits.bodyBytes) bytes")))
}

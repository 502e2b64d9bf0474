internal import Contracts
internal import History

extension SubjectEntry {
    /// What was published.
    func published() throws -> PublishedMessage {
        switch subject {
        case .profiles: .profile(try decoded(as: WireProfileAccepted.self).published)
        case .requirements: .requirement(try decoded(as: WireRequirementAccepted.self).published)
        case .products: .product(try decoded(as: WireProductAccepted.self).published)
        case .awards: .award(try decoded(as: WireAwardAccepted.self).published)
        case .capabilities: .capability(try decoded(as: WireCapabilityAccepted.self).published)
        case .quotes: .quote(try decoded(as: WireQuoteAccepted.self).published)
        case .subscriptions: .subscription(try decoded(as: WireSubscriptionAccepted.self).published)
        case .verifications: .verification(try decoded(as: WireVerificationAccepted.self).published)
        case .rates: .rate(try decoded(as: WireExchangeRateAccepted.self).published)
        }
    }

    /// What a key last said, as the API shows it: what the caller may see of the message, how it was accepted, and how it
    /// stands with officials.
    func json(_ seen: PublishedMessage, _ standings: JSON? = nil) -> JSON {
        .object(
            [
                ("key", .text(key)), ("version", .number(Int64(clamping: version))),
                ("acceptedAt", .text(CalendarDay.timestamp(milliseconds: acceptedAt))),
                ("position", .text("\(PlatformTopicName.market)/\(marketPartition)/\(marketOffset)")),
                ("published", .written(String(decoding: seen.encodeJSON(), as: UTF8.self))),
            ] + (standings.map { [("standings", $0)] } ?? []))
    }
}

extension HistoryReader {
    /// How a profile, or a capability's cost statement and certificates, stand with officials; nil of what they do not
    /// examine.
    func standings(of entry: SubjectEntry) throws -> JSON? {
        switch entry.subject {
        case .profiles:
            return .object([("profile", .text(try profileStanding(of: enterprise(of: entry.key)).rawValue))])
        case .capabilities:
            let capability = try entry.decoded(as: WireCapabilityAccepted.self).published
            let certificates = try capability.certifications.map { certificate in
                let standing = try certificateStanding(
                    of: entry.key, scheme: certificate.scheme, number: certificate.number)
                return JSON.object([
                    ("scheme", .text(certificate.scheme)), ("number", .text(certificate.number)),
                    ("standing", .text(standing.rawValue)),
                ])
            }
            return .object([
                ("statement", .text(try statementStanding(of: entry.key).rawValue)),
                ("certificates", .list(certificates)),
            ])
        default: return nil
        }
    }
}

internal import Contracts
internal import EventLog

/// A record of a public topic, as far as it can be taken in without asking the market.
///
/// Records can be read in any order and at the same time; only what a batch makes of them depends on what came before.
struct ReadRecord: Sendable {
    let envelope: Envelope
    let content: Content

    enum Content {
        case refused(Refusals)
        case withdrawal(IntakeState.SubjectKey)
        case publication(Publication, IntakeState.SubjectKey)
    }

    /// Reads a record: who speaks, its key, its value in either encoding. Nil where its topic is no public one.
    init?(_ record: Record, by rules: IntakeRules) {
        guard let subject = Subject(topic: record.position.topicPartition.topic) else { return nil }
        envelope = Envelope(record, subject)
        content = Content(record, of: subject, contentType: envelope.contentType, by: rules)
    }
}

extension ReadRecord.Content {
    fileprivate init(_ record: Record, of subject: Subject, contentType: String?, by rules: IntakeRules) {
        if let refusal = rules.refusal(of: record) {
            self = .refused(Refusals(refusal))
            return
        }
        let headers = record.headers.map { (name: $0.name, value: $0.value) }
        let result = CloudEventHeaders.read(headers).flatMap { _ in PublishedMessage.readKey(record.key) }
            .flatMap { key in Self.read(record.value, of: subject, contentType, under: key, by: rules) }
        switch result {
        case .success(let content): self = content
        case .failure(let refusals): self = .refused(refusals)
        }
    }

    private static func read(
        _ value: [UInt8]?, of subject: Subject, _ contentType: String?, under key: BusinessKey, by rules: IntakeRules
    ) -> Result<Self, Refusals> {
        let subjectKey = IntakeState.SubjectKey(subject: subject, key: key.description)
        guard let value else { return .success(.withdrawal(subjectKey)) }
        return RecordCodec.decodeEncoded(subject: subject, contentType: contentType, value: value).flatMap { encoded in
            if let refusal = encoded.message.refusal(underKey: key) { return .failure(Refusals(refusal)) }
            return .success(.publication(Publication(encoded, by: rules.resolver), subjectKey))
        }
    }
}

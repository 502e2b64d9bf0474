import Contracts
import Testing

/// A public record of `topics/examples`.
struct Example: CustomTestStringConvertible {
    let subject: Subject
    let file: String

    var testDescription: String { file }

    /// All examples that are accepted.
    static let all: [Example] = read { page in page.examples }

    private static func read(_ files: (TopicFile) -> [String]) -> [Example] {
        Subject.allCases.flatMap { subject -> [Example] in
            guard let topic = TopicRegistry.topic(subject.topicName), let page = try? TopicFile.read(topic) else {
                return []
            }
            return files(page).map { Example(subject: subject, file: $0) }
        }
    }

    func bytes() throws -> [UInt8] { try Checkout.bytes(file) }

    /// The message, as JSON says it.
    func message() throws -> PublishedMessage {
        try RecordCodec.decode(subject: subject, contentType: nil, value: try bytes()).get()
    }
}

/// An example of a mistake.
struct RefusedExample: CustomTestStringConvertible {
    let subject: Subject
    let page: TopicFile.Refused

    var testDescription: String { page.file }

    static let all: [RefusedExample] = Subject.allCases.flatMap { subject -> [RefusedExample] in
        guard let topic = TopicRegistry.topic(subject.topicName), let page = try? TopicFile.read(topic) else {
            return []
        }
        return (page.refused ?? []).map { RefusedExample(subject: subject, page: $0) }
    }
}

extension Refusal {
    /// Reason and field, without the words.
    var code: String { "\(reason.rawValue) \(field)" }
}

extension Result where Failure == Refusals {
    /// Reasons and fields of what was refused; empty where nothing was.
    var codes: [String] {
        switch self {
        case .success: []
        case .failure(let refusals): refusals.all.map(\.code)
        }
    }
}

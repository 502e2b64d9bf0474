import ArgumentParser
import Contracts
import EventLog
import History

/// What `publish` tells: each refusal with file, line, field and reason as it happens, and the sum at the end.
struct PublishReport {
    private let file: String
    private let subject: Subject
    private let isWithdrawal: Bool
    private var publishedCount = 0
    private var refusedCount = 0
    private var outcomes: [Submission.Outcome: Int] = [:]
    /// Records of which it is not known what became of them.
    private(set) var waiting: [(line: Int, position: Position)] = []

    init(file: String, subject: Subject, isWithdrawal: Bool) {
        self.file = file == "-" ? "standard input" : file
        self.subject = subject
        self.isWithdrawal = isWithdrawal
    }

    mutating func published(_ records: some Sequence<(Int, Position)>) {
        for (line, position) in records {
            publishedCount += 1
            waiting.append((line, position))
        }
    }

    mutating func refused(line: Int, _ refusals: Refusals) {
        refusedCount += 1
        for refusal in refusals.all { tell(line, refusal.field, refusal.reason.rawValue, refusal.message) }
    }

    mutating func learned(_ found: [(line: Int, position: Position, submission: Submission?)]) {
        waiting = found.filter { $0.submission == nil }.map { ($0.line, $0.position) }
        for (line, _, submission) in found {
            guard let submission else { continue }
            outcomes[submission.outcome, default: 0] += 1
            for refusal in submission.refusals { tell(line, refusal.field, refusal.reason, refusal.message) }
        }
    }

    /// What to do after the log has failed.
    var afterFailure: String {
        "\(publishedCount) records were published before: publish the file again, they then count as repeats"
    }

    /// Tells the sum, and ends with exit code 1 where a record was refused.
    func conclude() throws {
        let verb = isWithdrawal ? "withdrawals" : "records"
        var parts = ["\(publishedCount) \(verb) published to \(subject.topicName)"]
        for outcome in Submission.Outcome.allCases {
            if let count = outcomes[outcome] { parts.append("\(count) \(outcome.rawValue)") }
        }
        if refusedCount > 0 { parts.append("\(refusedCount) refused before publishing") }
        print(parts.joined(separator: ", "))
        if refusedCount > 0 || outcomes[.refused] != nil { throw ExitCode.refused }
    }

    private func tell(_ line: Int, _ field: String, _ reason: String, _ message: String) {
        standardError("\(file):\(line): \(field.isEmpty ? "" : field + ": ")\(reason): \(message)")
    }
}

/// What a writer does about a failure in a transaction; decided from values only, and carried out by
/// `TransactionalWriter`.
///
/// Source: librdkafka's INTRODUCTION.md, "Transactional producer": errors are retriable, abortable or fatal.
enum TransactionRemedy: Hashable, Sendable {
    /// Call the same step again.
    case repeatStep
    /// Abort; then do the whole transaction again.
    case abortAndBeginAgain
    /// Abort; the work is refused.
    case abort
    /// Destroy the producer, whose successor aborts what is open; the work is refused.
    case discard
    /// Nobody knows yet whether the work was committed: keep the producer, and ask again when next called.
    case leaveInDoubt

    /// The steps of a transaction.
    enum Step: Hashable, Sendable {
        /// Getting the producer's id and epoch, which fences older ones and ends what they left open.
        case initialise
        /// Beginning, sending outputs and positions.
        case fill
        /// Committing; from here on the outcome is the broker's.
        case commit
    }

    /// Chooses.
    init(for failure: KafkaFailure, at step: Step, timeIsOver: Bool) {
        let isLasting =
            switch failure.cause {
            case .unreachable, .other, .storage: false
            case .unknownTopic, .tooLarge, .fenced, .closed: true
            }
        switch (failure.isFatal, failure.needsAbort, failure.isRetriable) {
        case (true, _, _): self = .discard
        case (_, true, _):
            if timeIsOver { self = .discard } else { self = isLasting ? .abort : .abortAndBeginAgain }
        case (_, _, true):
            if !timeIsOver { self = .repeatStep } else { self = step == .commit ? .leaveInDoubt : .discard }
        case (false, false, false):
            if step == .fill && !timeIsOver { self = .abort } else { self = .discard }
        }
    }
}

import CRdkafka
import Testing

@testable import KafkaLog

@Suite("What a writer does about a failure in a transaction")
struct TransactionRemedyTests {
    @Test(arguments: [TransactionRemedy.Step.initialise, .fill, .commit], [false, true])
    func aFatalOneEndsTheProducer(_ step: TransactionRemedy.Step, _ timeIsOver: Bool) {
        var failure = KafkaFailure(RD_KAFKA_RESP_ERR__FENCED)
        failure.isFatal = true
        failure.needsAbort = true
        failure.isRetriable = true
        #expect(TransactionRemedy(for: failure, at: step, timeIsOver: timeIsOver) == .discard)
    }

    @Test func aPassingOneIsRepeatedWhileThereIsTime() {
        var failure = KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT)
        failure.isRetriable = true
        for step in [TransactionRemedy.Step.initialise, .fill, .commit] {
            #expect(TransactionRemedy(for: failure, at: step, timeIsOver: false) == .repeatStep)
        }
        #expect(TransactionRemedy(for: failure, at: .initialise, timeIsOver: true) == .discard)
        #expect(TransactionRemedy(for: failure, at: .fill, timeIsOver: true) == .discard)
        #expect(TransactionRemedy(for: failure, at: .commit, timeIsOver: true) == .leaveInDoubt)
    }

    @Test func oneThatNeedsAnAbortIsDoneAgainUnlessItWouldFailAgain() {
        var passing = KafkaFailure(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
        passing.needsAbort = true
        #expect(TransactionRemedy(for: passing, at: .commit, timeIsOver: false) == .abortAndBeginAgain)
        #expect(TransactionRemedy(for: passing, at: .commit, timeIsOver: true) == .discard)
        for code in [RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE] {
            var lasting = KafkaFailure(code)
            lasting.needsAbort = true
            #expect(TransactionRemedy(for: lasting, at: .fill, timeIsOver: false) == .abort)
        }
    }

    @Test func oneOfNoKnownKindEndsTheProducerOnceTheBrokerMayHaveCommitted() {
        let failure = KafkaFailure(RD_KAFKA_RESP_ERR__STATE)
        #expect(TransactionRemedy(for: failure, at: .fill, timeIsOver: false) == .abort)
        #expect(TransactionRemedy(for: failure, at: .commit, timeIsOver: false) == .discard)
    }
}

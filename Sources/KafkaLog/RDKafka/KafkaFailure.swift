import CRdkafka
import EventLog

/// What librdkafka says went wrong.
struct KafkaFailure: Error, Sendable, Hashable {
    /// The error's code.
    let code: rd_kafka_resp_err_t
    /// The error in librdkafka's words.
    let text: String
    /// The topic it is about, where librdkafka says so.
    var topic: Topic?
    /// The client can't go on; a new one can.
    var isFatal = false
    /// The same call may succeed later.
    var isRetriable = false
    /// The open transaction must be aborted; the next one may succeed.
    var needsAbort = false

    /// A failure by its code.
    init(_ code: rd_kafka_resp_err_t, _ text: String? = nil) {
        self.code = code
        self.text = text ?? String(cString: rd_kafka_err2str(code))
        isFatal = code == RD_KAFKA_RESP_ERR__FATAL
    }

    /// Takes over librdkafka's error object; nil when there is none.
    init?(consuming error: OpaquePointer?) {
        guard let error else { return nil }
        defer { rd_kafka_error_destroy(error) }
        self.init(rd_kafka_error_code(error), String(cString: rd_kafka_error_string(error)))
        isFatal = rd_kafka_error_is_fatal(error) != 0
        isRetriable = rd_kafka_error_is_retriable(error) != 0
        needsAbort = rd_kafka_error_txn_requires_abort(error) != 0
    }

    /// Throws a code that is an error.
    static func check(_ code: rd_kafka_resp_err_t) throws(KafkaFailure) {
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaFailure(code) }
    }

    /// The call was not made, for others took all its time.
    static let timeIsOver = KafkaFailure(RD_KAFKA_RESP_ERR__TIMED_OUT)

    /// Whether it says that a topic is there already.
    var meansExists: Bool { code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS }

    /// What the code says about the cause.
    var cause: Cause { Cause(code) }

    /// The kinds of causes the log tells apart.
    enum Cause: Sendable {
        /// The cluster, or the part of it that is needed, does not answer for now.
        case unreachable
        /// The topic or the partition does not exist.
        case unknownTopic
        /// The record is larger than the broker takes.
        case tooLarge
        /// The broker could not store the record.
        case storage
        /// Another member or writer has taken over.
        case fenced
        /// The client is being closed.
        case closed
        /// Anything else.
        case other

        init(_ code: rd_kafka_resp_err_t) {
            switch code {
            case RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE,
                RD_KAFKA_RESP_ERR__MSG_TIMED_OUT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__RESOLVE,
                RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR__SSL, RD_KAFKA_RESP_ERR__WAIT_COORD,
                RD_KAFKA_RESP_ERR__WAIT_CACHE, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
                RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE,
                RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION,
                RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION, RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS,
                RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_COORDINATOR,
                RD_KAFKA_RESP_ERR_NOT_CONTROLLER, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS,
                RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND, RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT,
                RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS:
                self = .unreachable
            case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC,
                RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION:
                self = .unknownTopic
            case RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE, RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE: self = .tooLarge
            case RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR: self = .storage
            case RD_KAFKA_RESP_ERR__FENCED, RD_KAFKA_RESP_ERR_PRODUCER_FENCED,
                RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH, RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID,
                RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID,
                RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS, RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST:
                self = .fenced
            case RD_KAFKA_RESP_ERR__DESTROY: self = .closed
            default: self = .other
            }
        }
    }
}

internal import Contracts
internal import HTTPTypes
internal import Synchronization

/// What the portal counts of itself, as Prometheus reads it. All names of its metrics are here.
final class PortalCounters: Sendable {
    private let state = Mutex(State())

    private struct State {
        var requests: [Answer: (count: Int, seconds: Double)] = [:]
        var published: [Subject: Int] = [:]
        var refused: [Subject: Int] = [:]
    }

    private struct Answer: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    /// How far the cache is behind a partition of the log.
    struct Lag: Sendable {
        let topic: String
        let partition: Int32
        let records: Int64
    }

    /// A request was answered. Routes are patterns, so that labels stay few.
    func answered(_ method: HTTPRequest.Method, route: String, status: Int, in duration: Duration) {
        let answer = Answer(method: Self.label(of: method), route: route, status: status)
        state.withLock { state in
            let before = state.requests[answer] ?? (0, 0)
            state.requests[answer] = (before.count + 1, before.seconds + duration / .seconds(1))
        }
    }

    /// The log acknowledged a record.
    func published(_ subject: Subject) { state.withLock { $0.published[subject, default: 0] += 1 } }

    /// A record was refused before it was published.
    func refused(_ subject: Subject) { state.withLock { $0.refused[subject, default: 0] += 1 } }

    /// A method by its name; callers can make up any number of names, which are all `other`.
    static func label(of method: HTTPRequest.Method) -> String {
        let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
        return known.contains(method) ? method.rawValue : "other"
    }
}

extension PortalCounters {
    /// The text exposition format, version 0.0.4.
    /// - parameter lags: nil where the log can't be reached.
    func exposition(lags: [Lag]?) -> String {
        let state = state.withLock { $0 }
        var text = ""
        func describe(_ name: String, _ type: String, _ help: String) {
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
        }
        func sample(_ name: String, _ labels: [(String, String)], _ value: some CustomStringConvertible) {
            let labels = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
            text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
        }
        let requests = state.requests.sorted {
            ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
        }.map { answer, total in
            (
                labels: [("method", answer.method), ("route", answer.route), ("status", "\(answer.status)")],
                total: total
            )
        }
        describe("linkage_http_requests_total", "counter", "Requests answered.")
        for request in requests { sample("linkage_http_requests_total", request.labels, request.total.count) }
        describe("linkage_http_request_seconds_total", "counter", "Time spent on requests.")
        for request in requests { sample("linkage_http_request_seconds_total", request.labels, request.total.seconds) }
        describe("linkage_published_total", "counter", "Records that the log acknowledged.")
        for subject in Subject.allCases {
            sample("linkage_published_total", [("subject", subject.rawValue)], state.published[subject] ?? 0)
        }
        describe("linkage_refused_total", "counter", "Records refused before they were published.")
        for subject in Subject.allCases {
            sample("linkage_refused_total", [("subject", subject.rawValue)], state.refused[subject] ?? 0)
        }
        describe("linkage_log_reachable", "gauge", "Whether the log answers.")
        sample("linkage_log_reachable", [], lags == nil ? 0 : 1)
        describe("linkage_cache_lag_records", "gauge", "Records of the log that the cache does not have yet.")
        for lag in lags ?? [] {
            sample(
                "linkage_cache_lag_records", [("topic", lag.topic), ("partition", "\(lag.partition)")], lag.records)
        }
        return text
    }

    private static func escaped(_ label: String) -> String {
        label.reduce(into: "") { text, character in
            switch character {
            case "\\": text += "\\\\"
            case "\"": text += "\\\""
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }
}

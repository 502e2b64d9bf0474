internal import EventLog
internal import Logging
internal import ServiceLifecycle

/// What a service does when its log does not answer: it tries again, after pauses that grow, and says so once a minute.
struct Endurance: Sendable {
    /// The service, as the operator knows it.
    let service: String
    let clock: PlatformClock
    let logger: Logger

    /// Does something with the log again and again until it is done.
    ///
    /// What is repeated must be the same work: a commit whose outcome is unknown is settled by repeating it.
    /// - throws: `EventLogError` where trying again is no help; `CancellationError` when the service is to end.
    func keepTrying<Value: Sendable>(_ what: String, _ work: () async throws -> Value) async throws -> Value {
        var pause = PipelineLimits.retry.lowerBound
        var complaint: Complaint?
        while true {
            do {
                let value = try await work()
                if let complaint { logger.notice("the log answers again", metadata: tags(what, since: complaint)) }
                return value
            } catch let error as EventLogError where error.mayPass {
                let now = clock.now
                var current = complaint ?? Complaint(began: now, said: nil)
                if current.isDue(now) {
                    current.said = now
                    logger.warning(
                        "trying again", metadata: tags(what, since: current).merging(["why": "\(error)"]) { $1 })
                }
                complaint = current
            }
            try await cancelWhenGracefulShutdown { [clock, pause] in try await clock.wait(pause) }
            guard !Task.isShuttingDownGracefully else { throw CancellationError() }
            pause = min(pause * 2, PipelineLimits.retry.upperBound)
        }
    }

    /// Does what only the member that has a partition may do.
    /// - returns: nil when another member has taken over; the group then tells this one what it still has.
    func unlessFenced<Value>(_ work: () async throws -> Value) async throws -> Value? {
        do { return try await work() } catch let error as EventLogError {
            guard case .fenced(let why) = error else { throw error }
            logger.notice("another took over", metadata: ["service": "\(service)", "why": "\(why)"])
            return nil
        }
    }

    /// Takes part in a group until the service is to end or something can't be mended, and leaves it then.
    func takePart(
        in group: String, of log: any EventLog, topics: [Topic],
        _ handle: (any GroupMember, GroupEvent) async throws -> Void
    ) async throws {
        let member = try await keepTrying("joining") { try await log.join(group: group, topics: topics) }
        do {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                let event = try await keepTrying("reading") {
                    try await member.next(PipelineLimits.batch, within: PipelineLimits.idle)
                }
                try await handle(member, event)
            }
        } catch {
            await member.leave()
            throw error
        }
        await member.leave()
    }

    private func tags(_ what: String, since complaint: Complaint) -> Logger.Metadata {
        ["service": "\(service)", "work": "\(what)", "seconds": "\((clock.now - complaint.began) / 1_000)"]
    }

    /// Since when the log has not answered, and when that was last said, in milliseconds.
    private struct Complaint {
        let began: Int64
        var said: Int64?

        func isDue(_ now: Int64) -> Bool { said.map { now - $0 >= PipelineLimits.complaintMilliseconds } ?? true }
    }
}

extension EventLogError {
    /// Whether the same call may succeed later.
    fileprivate var mayPass: Bool {
        switch self {
        case .unreachable, .unknownTopic, .storageFull, .readOnly, .failed: true
        case .recordTooLarge, .fenced, .closed, .damaged: false
        }
    }
}

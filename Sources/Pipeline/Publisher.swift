public import Contracts
public import EventLog
internal import Foundation

/// Publishes records to the public topics, as the commands and the portal do. It returns when the log has acknowledged.
public struct Publisher: Sendable {
    private let log: any EventLog
    private let source: String
    private let clock: PlatformClock

    /// A publisher to a log.
    /// - parameter source: Names the publisher in `ce_source`, such as `/linkage/cli`.
    public init(log: any EventLog, source: String, clock: PlatformClock = .system) {
        self.log = log
        self.source = source
        self.clock = clock
    }

    /// Publishes messages, in order. Each must have a well-formed key.
    /// - parameter eventId: The `ce_id` of all of them; nil gives each its own. A record with an id that its key has
    ///   had lately is a repeat.
    /// - returns: The position of each.
    public func publish(
        _ messages: [PublishedMessage], eventId: String? = nil
    ) async throws(EventLogError) -> [Position] {
        try await log.publish(
            messages.map { message in
                guard let key = try? message.key.get() else { preconditionFailure("the message has no key") }
                return record(message.subject, key, value: message.encodeProtobuf(), eventId: eventId)
            })
    }

    /// Withdraws keys, in order.
    /// - returns: The position of each withdrawal.
    public func withdraw(
        _ keys: [BusinessKey], of subject: Subject, eventId: String? = nil
    ) async throws(EventLogError) -> [Position] {
        try await log.publish(keys.map { record(subject, $0, value: nil, eventId: eventId) })
    }

    private func record(_ subject: Subject, _ key: BusinessKey, value: [UInt8]?, eventId: String?) -> Message {
        let event = CloudEventHeaders(
            id: eventId ?? UUID().uuidString.lowercased(), source: source, subject: subject, key: key, time: clock.now,
            isWithdrawal: value == nil)
        return Message(
            to: subject.topic, key: Array(key.description.utf8), value: value,
            headers: event.headers.map { Header($0.name, $0.value) }
                + [Header("content-type", ContentType.protobuf.rawValue)])
    }
}

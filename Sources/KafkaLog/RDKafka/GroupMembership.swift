import CRdkafka

/// The owner of one `rd_kafka_consumer_group_metadata_t`: the group's generation that a member was given its partitions
/// in. The broker refuses positions of an earlier generation.
final class GroupMembership: @unchecked Sendable {
    private let native: OpaquePointer

    /// The generation that a consumer is in by now; nil when it is in no group.
    init?(of client: Client) {
        guard let native = rd_kafka_consumer_group_metadata(client.handle) else { return nil }
        self.native = native
    }

    /// Calls `body` with librdkafka's object, which nobody changes and which lives until `body` returns.
    func withNative<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(native) }
    }

    deinit { rd_kafka_consumer_group_metadata_destroy(native) }
}

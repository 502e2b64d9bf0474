/// What a client of the cluster is for; it decides which properties the client is given.
package enum ClientRole: Sendable, Hashable {
    /// Asks about topics, offsets and groups, and administers.
    case cluster
    /// Publishes.
    case publisher
    /// Reads given partitions.
    case reader
    /// Reads as a member of a group.
    case member(group: String)
    /// Commits transactions under a writer's name.
    case writer(name: String)

    /// Whether librdkafka is to make a producer of it.
    var isProducer: Bool {
        switch self {
        case .publisher, .writer: true
        case .cluster, .reader, .member: false
        }
    }
}

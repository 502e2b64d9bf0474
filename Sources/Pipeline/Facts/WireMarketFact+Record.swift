internal import Contracts
internal import EventLog
internal import SwiftProtobuf

extension WireMarketFact {
    /// The fact in a record of the market; nil where it can't be read.
    init?(_ record: Record) {
        guard let value = record.value, let fact = try? WireMarketFact(serializedBytes: value) else { return nil }
        self = fact
    }
}

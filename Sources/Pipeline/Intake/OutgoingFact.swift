internal import Contracts
internal import EventLog
internal import SwiftProtobuf

/// A fact on its way to `linkage-market`.
///
/// The published message in it was encoded when its record was read. Those bytes are copied into the fact's: a message
/// inside another is encoded as its length and its bytes, and to encode it again costs as much as all the rest.
struct OutgoingFact: Sendable {
    let partition: Int32
    private var fact: WireMarketFact
    /// The message in the fact as Protobuf; nil where it has none.
    private let published: [UInt8]?

    /// - parameter published: The message in the fact as Protobuf; nil where the fact has none.
    init(_ fact: WireMarketFact, publishing published: [UInt8]?, in partition: Int32) {
        self.fact = fact
        self.published = published
        self.partition = partition
    }

    mutating func endBatch() { fact.endOfBatch = true }

    /// What goes to the log.
    var message: LogMessage {
        LogMessage(
            to: .market, partition: partition, key: Array(fact.key.utf8), value: protobuf,
            headers: [Header("content-type", ContentType.protobuf.rawValue)])
    }

    /// The fact as Protobuf, the same bytes as if it had been encoded as a whole.
    var protobuf: [UInt8] {
        var fact = fact
        guard let published, let accepted = fact.takeAccepted() else { return bytes(of: fact) }
        var buffer = bytes(of: fact)
        var beginning: [UInt8] = []
        Self.append(field: 1, length: published.count, to: &beginning)
        let count = beginning.count + published.count + accepted.resolved.count
        buffer.reserveCapacity(buffer.count + 6 + count)
        Self.append(field: accepted.field, length: count, to: &buffer)
        buffer += beginning
        buffer += published
        buffer += accepted.resolved
        return buffer
    }

    /// The tag of a field with a length (below 32, so two bytes at most), and the length as a varint (Protocol Buffers,
    /// "Encoding").
    private static func append(field: UInt8, length: Int, to buffer: inout [UInt8]) {
        for var number in [Int(field) << 3 | 2, length] {
            while number >= 0x80 {
                buffer.append(UInt8(truncatingIfNeeded: number) | 0x80)
                number >>= 7
            }
            buffer.append(UInt8(number))
        }
    }
}

extension WireMarketFact {
    /// Takes what was accepted out of the fact.
    /// - returns: The number of its field, and what it says besides the published message; nil of other facts.
    fileprivate mutating func takeAccepted() -> (field: UInt8, resolved: [UInt8])? {
        let taken = fact
        fact = nil
        switch consume taken {
        case .profile(let accepted): return (10, accepted.resolved { $0.clearPublished() })
        case .requirement(let accepted): return (11, accepted.resolved { $0.clearPublished() })
        case .product(let accepted): return (12, accepted.resolved { $0.clearPublished() })
        case .award(let accepted): return (13, accepted.resolved { $0.clearPublished() })
        case .capability(let accepted): return (14, accepted.resolved { $0.clearPublished() })
        case .quote(let accepted): return (15, accepted.resolved { $0.clearPublished() })
        case .subscription(let accepted): return (16, accepted.resolved { $0.clearPublished() })
        case .verification(let accepted): return (17, accepted.resolved { $0.clearPublished() })
        case .exchangeRate(let accepted): return (18, accepted.resolved { $0.clearPublished() })
        case let other:
            fact = other
            return nil
        }
    }
}

extension SwiftProtobuf.Message {
    /// Its bytes without the published message, which `clear` takes out.
    fileprivate consuming func resolved(_ clear: (inout Self) -> Void) -> [UInt8] {
        var accepted = self
        clear(&accepted)
        return bytes(of: accepted)
    }
}

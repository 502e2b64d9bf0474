internal import SwiftProtobuf

extension WirePlace {
    /// The ward alone: what may be told of the place of somebody who is anonymous. A point or a park would name them.
    public var wardOnly: WirePlace { .with { $0.wardCode = wardCode } }
}

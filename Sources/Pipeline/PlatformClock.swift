internal import Foundation

/// Where intake and the commands read the time; tests turn it by hand.
public struct PlatformClock: Sendable {
    private let read: @Sendable () -> Int64

    /// A clock that reads what a function gives, in milliseconds since 1970-01-01T00:00:00Z.
    public init(_ read: @escaping @Sendable () -> Int64) { self.read = read }

    /// The machine's clock.
    public static let system = PlatformClock { Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)) }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var now: Int64 { read() }
}

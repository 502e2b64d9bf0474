internal import Foundation

/// Where services and commands read the time, and wait; tests turn it by hand.
public struct PlatformClock: Sendable {
    private let read: @Sendable () -> Int64
    private let pause: @Sendable (Duration) async throws -> Void

    /// A clock that reads what a function gives, in milliseconds since 1970-01-01T00:00:00Z.
    /// - parameter pause: Waits for so long; ends early, with `CancellationError`, when the task is cancelled.
    public init(
        _ read: @escaping @Sendable () -> Int64,
        pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.read = read
        self.pause = pause
    }

    /// The machine's clock.
    public static let system = PlatformClock({ Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)) })

    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var now: Int64 { read() }

    /// Waits.
    /// - throws: `CancellationError` when the task is cancelled meanwhile.
    public func wait(_ time: Duration) async throws { try await pause(time) }
}

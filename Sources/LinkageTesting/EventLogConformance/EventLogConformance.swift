public import EventLog
public import Testing

/// What every log promises, checked on one backend.
///
/// A backend's tests are one line a promise:
///
/// ```swift
/// @Test(arguments: EventLogConformance.promises)
/// func keeps(_ promise: EventLogConformance.Promise) async throws {
///     try await promise.check(on: EventLogConformance { topics, partitions in … })
/// }
/// ```
///
/// The suite names its topics, groups and writers anew in each check, so that checks can share a broker and run side
/// by side. It does not assume how many partitions a topic has, nor that offsets have no gaps.
public struct EventLogConformance: Sendable {
    /// Where a check's records are kept: a directory, or topics of a broker.
    public struct Place: Sendable {
        /// Opens the log; called again, it opens the same records.
        public let open: @Sendable () async throws -> any EventLog
        /// Removes the records.
        public let remove: @Sendable () async -> Void

        /// A place that is opened and removed so.
        public init(
            open: @escaping @Sendable () async throws -> any EventLog,
            remove: @escaping @Sendable () async -> Void = {}
        ) {
            self.open = open
            self.remove = remove
        }
    }

    /// One statement about every log, and how it is checked.
    public struct Promise: Sendable, CustomTestStringConvertible {
        /// The statement.
        public let name: String
        let body: @Sendable (EventLogConformance) async throws -> Void

        init(_ name: String, _ body: @escaping @Sendable (EventLogConformance) async throws -> Void) {
            self.name = name
            self.body = body
        }

        public var testDescription: String { name }

        /// Checks the promise on a backend; records an issue of Swift Testing when it is broken.
        public func check(on suite: EventLogConformance) async throws { try await body(suite) }
    }

    /// Every promise.
    public static let promises: [Promise] =
        publishing + reading + grouping + committing + closing

    /// Makes a place with these topics, empty, of so many partitions each; a backend that has fewer gives what it
    /// has.
    public let makePlace: @Sendable (_ topics: [Topic], _ partitions: Int32) async throws -> Place

    /// How long the suite waits for what must happen.
    public let patience: Duration

    /// A suite for a backend.
    public init(
        patience: Duration = .seconds(30),
        makePlace: @escaping @Sendable (_ topics: [Topic], _ partitions: Int32) async throws -> Place
    ) {
        self.makePlace = makePlace
        self.patience = patience
    }

    /// Calls `body` with a fresh log of two topics, and removes it afterwards.
    func withLog(_ body: (Bench) async throws -> Void) async throws {
        let name = String(UInt64.random(in: .min ... .max), radix: 36)
        let topics = [Topic("conformance-\(name)-in"), Topic("conformance-\(name)-out")]
        let place = try await makePlace(topics, 3)
        let bench = Bench(
            log: try await place.open(), place: place, input: topics[0], output: topics[1], name: name,
            patience: patience)
        let result: Result<Void, any Error>
        do { result = .success(try await body(bench)) } catch { result = .failure(error) }
        await bench.log.close()
        await place.remove()
        try result.get()
    }
}

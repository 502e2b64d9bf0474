/// What a simulation found.
public struct SimulationOutcome: Sendable {
    /// Something that must not be.
    public struct Finding: Sendable, CustomStringConvertible {
        /// The promise that was broken.
        public let promise: String
        /// What shows it.
        public let detail: String

        init(_ promise: String, _ detail: String) {
            self.promise = promise
            self.detail = detail
        }

        public var description: String { "\(promise): \(detail)" }
    }

    /// How much a simulation did.
    public struct Counts: Sendable, Hashable {
        /// Calls that processes made until they came to rest.
        public var calls = 0
        /// Processes that crashed.
        public var crashes = 0
        /// Calls that failed, though some of them were done.
        public var failures = 0
        /// Records of the public topics.
        public var records = 0
        /// Facts of the market.
        public var facts = 0
        /// Match sets.
        public var matchSets = 0
        /// Dead letters.
        public var deadLetters = 0
        /// Opportunities and their ends.
        public var opportunities = 0

        /// Nothing was done yet.
        public init() {}
    }

    /// The seed.
    public let seed: UInt64
    /// The steps in which things went wrong.
    public let steps: Int
    /// Empty when every promise was kept.
    public let findings: [Finding]
    /// The last decisions, when something was found.
    public let trace: [String]
    /// Of every byte of the platform's topics: equal in every run of the same seed, in any process.
    public let hash: UInt64
    /// What was done.
    public let counts: Counts
}

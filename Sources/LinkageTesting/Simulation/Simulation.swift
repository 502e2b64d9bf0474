internal import EventLog
internal import Foundation

/// Runs the real services on a faulty log, decided by one seed, and audits what they leave behind.
///
///     let outcome = try await Simulation(seed: 7, steps: 400).run()
///     print(outcome.findings)
///
/// Every process is held at each of its calls, so that one runs at a time: equal seeds give equal bytes. When the steps
/// are over, nothing goes wrong any more, and the platform must come to rest by itself.
public struct Simulation: Sendable {
    /// What decides everything.
    public let seed: UInt64
    /// How many decisions are made while things go wrong.
    public let steps: Int
    /// A fault that the auditor must catch; nil for a log that keeps its promises.
    public let canary: Canary?

    /// The steps that a simulation takes unless told otherwise.
    public static let standardSteps = 1_200

    /// Whether the outcome tells every decision, and not only the last ones of a broken promise.
    public let isTraced: Bool

    /// A simulation.
    public init(
        seed: UInt64, steps: Int = Simulation.standardSteps, canary: Canary? = nil, isTraced: Bool = false
    ) {
        self.isTraced = isTraced
        self.seed = seed
        self.steps = steps
        self.canary = canary
    }

    /// Where the caches are kept: in memory where the system offers it, for no disk is tested here.
    private static var scratch: URL {
        let memory = "/dev/shm"
        return FileManager.default.isWritableFile(atPath: memory)
            ? URL(fileURLWithPath: memory) : FileManager.default.temporaryDirectory
    }

    /// Runs and audits it.
    /// - throws: What the machine's own disk does not do: the cache is a real file.
    public func run() async throws -> SimulationOutcome {
        let directory = Self.scratch.appendingPathComponent("linkage-simulation-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let platform = try SimulatedPlatform(
            seed: seed, steps: steps, canary: canary, isTraced: isTraced, directory: directory.path)
        await platform.run()
        try await platform.comeToRest()
        await platform.end()
        var findings = platform.findings
        if findings.isEmpty { findings = try await platform.audit() }
        try platform.close()
        return SimulationOutcome(
            seed: seed, steps: steps, findings: findings,
            trace: findings.isEmpty && !isTraced ? [] : platform.trace.all,
            hash: platform.hash, counts: platform.counts)
    }
}

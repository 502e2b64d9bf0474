import ArgumentParser
import Foundation
import LinkageTesting

/// `linkage simulate`: the real services on a faulty log, and an auditor that looks for broken promises.
struct Simulate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the real services on a faulty log, decided by a seed, and audits what they leave behind.",
        discussion: """
            Processes crash between any two steps, calls fail although they were done, members lose their seats, records
            come late and in small batches, the log loses its undecided tail, midnights pass. Then the auditor looks for
            lost or repeated match sets, facts and opportunities, for reservations above capacity, for a cache that is
            not the fold of the log, and for outcomes that depend on what went wrong or on the number of partitions.
            Equal seeds and steps give equal bytes, which the hash tells. Exit code 1: a promise was broken.
            """)

    @Option(help: "The first seed.")
    var seed: UInt64 = 1

    @Option(help: "How many seeds, from the first on.")
    var seeds = 1

    @Option(help: "How many decisions are made while things go wrong.")
    var steps = Simulation.standardSteps

    @Option(help: "A fault that the auditor must catch: \(Canary.allCases.map(\.rawValue).joined(separator: ", ")).")
    var canary: Canary?

    @Flag(help: "Tell every decision on stderr.")
    var trace = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...10_000_000).contains(seeds), (1...1_000_000).contains(steps) else {
            throw ValidationError("seeds are 1 to 10,000,000, steps 1 to 1,000,000")
        }
    }

    func run() async throws {
        try await reporting {
            let started = ContinuousClock.now
            let outcomes = try await simulateAll()
            let failed = outcomes.filter { !$0.findings.isEmpty }
            if trace { for line in outcomes.flatMap(\.trace) { standardError(line) } }
            for outcome in failed { tell(outcome) }
            if output.format != .table || seeds <= 20 {
                print(try listing(outcomes).formatted(output.format), terminator: "")
            }
            standardError(summary(outcomes, seconds: (ContinuousClock.now - started) / .seconds(1)))
            if !failed.isEmpty { throw ExitCode.refused }
        }
    }

    /// Simulates each seed, as many at a time as there are processors; the outcomes are in the order of the seeds.
    private func simulateAll() async throws -> [SimulationOutcome] {
        let progress = ProgressLine(what: "seeds")
        defer { progress.end() }
        var outcomes: [SimulationOutcome] = []
        try await withThrowingTaskGroup(of: SimulationOutcome.self) { group in
            var next = 0
            func add() {
                guard next < seeds else { return }
                let simulation = Simulation(seed: seed &+ UInt64(next), steps: steps, canary: canary, isTraced: trace)
                group.addTask { try await simulation.run() }
                next += 1
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            while let outcome = try await group.next() {
                outcomes.append(outcome)
                progress.show(Int64(outcomes.count), of: Int64(seeds))
                add()
            }
        }
        return outcomes.sorted { $0.seed &- seed < $1.seed &- seed }
    }

    private func tell(_ outcome: SimulationOutcome) {
        let canary = canary.map { " --canary \($0.rawValue)" } ?? ""
        standardError("seed \(outcome.seed): linkage simulate --seed \(outcome.seed) --steps \(outcome.steps)\(canary)")
        for finding in outcome.findings.prefix(5) { standardError("  \(finding)") }
        guard seeds == 1, !trace else { return }
        standardError("  the last decisions, step first:")
        for line in outcome.trace { standardError("    \(line)") }
    }

    private func summary(_ outcomes: [SimulationOutcome], seconds: Double) -> String {
        let broken = outcomes.filter { !$0.findings.isEmpty }.count
        func sum(_ count: (SimulationOutcome.Counts) -> Int) -> Int { outcomes.reduce(0) { $0 + count($1.counts) } }
        return "\(outcomes.count) seeds, \(broken) with broken promises: \(sum(\.calls)) calls, "
            + "\(sum(\.crashes)) crashes, \(sum(\.failures)) failed calls, \(sum(\.matchSets)) match sets "
            + "in \(String(format: "%.1f", seconds)) s"
    }

    private func listing(_ outcomes: [SimulationOutcome]) -> Listing {
        var listing = Listing(columns: [
            .init(name: "seed", heading: "SEED", isNumber: true),
            .init(name: "findings", heading: "BROKEN PROMISES", isNumber: true),
            .init(name: "calls", heading: "CALLS", isNumber: true),
            .init(name: "crashes", heading: "CRASHES", isNumber: true),
            .init(name: "failedCalls", heading: "FAILED CALLS", isNumber: true),
            .init(name: "records", heading: "RECORDS", isNumber: true),
            .init(name: "facts", heading: "FACTS", isNumber: true),
            .init(name: "deadLetters", heading: "DEAD LETTERS", isNumber: true),
            .init(name: "matchSets", heading: "MATCH SETS", isNumber: true),
            .init(name: "opportunities", heading: "OPPORTUNITIES", isNumber: true),
            .init(name: "hash", heading: "HASH"),
        ])
        for outcome in outcomes {
            let counts = outcome.counts
            let numbers = [
                outcome.findings.count, counts.calls, counts.crashes, counts.failures, counts.records, counts.facts,
                counts.deadLetters, counts.matchSets, counts.opportunities,
            ]
            listing.rows.append(
                [.text(String(outcome.seed))] + numbers.map { .number(Int64($0)) }
                    + [.text(String(outcome.hash, radix: 16))])
        }
        return listing
    }
}

import LinkageTesting
import Testing

/// The real services on a faulty log.
@Suite struct SimulationTests {
    @Test(arguments: UInt64(1)...10) func everyPromiseIsKept(seed: UInt64) async throws {
        let outcome = try await Simulation(seed: seed).run()
        #expect(outcome.findings.isEmpty, "linkage simulate --seed \(seed) --steps \(outcome.steps)")
    }

    @Test func equalSeedsGiveEqualBytes() async throws {
        let first = try await Simulation(seed: 5).run()
        let again = try await Simulation(seed: 5).run()
        let other = try await Simulation(seed: 6).run()
        #expect(first.hash == again.hash)
        #expect(first.counts == again.counts)
        #expect(first.hash != other.hash)
    }

    @Test func aSimulationIsNotIdle() async throws {
        var all = SimulationOutcome.Counts()
        for seed in UInt64(1)...10 {
            let counts = try await Simulation(seed: seed).run().counts
            all.crashes += counts.crashes
            all.failures += counts.failures
            all.matchSets += counts.matchSets
            all.deadLetters += counts.deadLetters
            all.opportunities += counts.opportunities
        }
        #expect(all.crashes > 50)
        #expect(all.failures > 50)
        #expect(all.matchSets > 300)
        #expect(all.deadLetters > 50)
        #expect(all.opportunities > 5)
    }

    /// A fault that no log may have is found within a few seeds, each by the promise that it breaks.
    @Test(arguments: Canary.allCases) func theAuditorCatches(_ canary: Canary) async throws {
        for seed in UInt64(1)...60 {
            let outcome = try await Simulation(seed: seed, canary: canary).run()
            guard outcome.findings.isEmpty else {
                #expect(!outcome.trace.isEmpty)
                return
            }
        }
        Issue.record("nobody noticed \(canary)")
    }
}

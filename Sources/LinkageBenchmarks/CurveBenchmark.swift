import Foundation
import Matching

/// How the time of a requirement grows where codes are equally frequent: with the candidates of its code, and not with
/// the whole.
struct CurveBenchmark {
    let options: Options

    private static let requirements = 2_000
    /// Candidates of a code where the whole grows with the codes.
    private static let candidates = 200

    /// What was measured of one market.
    private struct Point: Encodable {
        let offers: Int
        let codes: Int
        let candidates: Int
        let scanNanoseconds: Double
        let rankingNanoseconds: Double
        let everythingNanoseconds: Double
    }

    private struct Curve: Encodable {
        let seed: UInt64
        /// As many codes, more capabilities.
        let moreCandidates: [Point]
        /// As many candidates, more codes and capabilities.
        let moreCodes: [Point]
    }

    init(_ options: Options) { self.options = options }

    func run() throws -> Data {
        try Curve(
            seed: options.seed,
            moreCandidates: [20, 50, 100, 200, 500, 1_000, 2_000].map {
                measure(candidates: $0, codes: Workload.codes)
            },
            moreCodes: [60, 150, 300, 600, 1_500, 3_000, 5_400].map {
                measure(candidates: Self.candidates, codes: $0)
            }
        ).indentedJSON()
    }

    private func measure(candidates: Int, codes: Int) -> Point {
        let workload = Workload(
            offers: candidates * codes, requirements: Self.requirements, codes: .uniform, seed: options.seed,
            codeCount: codes)
        progress("\(codes) codes of \(candidates)")
        let scan = PlainScan(workload.offers, codes: codes)
        var best = BestTen()
        let scanTime = Stopwatch.fastest(of: options.passes) {
            for asked in workload.requirements { scan.rank(asked, into: &best) }
        }
        var engine = ColumnarEngine()
        for (index, offer) in workload.offers.enumerated() {
            engine.take(BenchmarkFacts.fact(.capabilityPublished(BenchmarkFacts.capability(index, offer)))) { _ in }
        }
        let facts = workload.requirements.enumerated().map {
            BenchmarkFacts.fact(.requirementPublished(BenchmarkFacts.requirement($0, $1)))
        }
        for fact in facts { engine.take(fact) { _ in } }
        let everything = Stopwatch.fastest(of: options.passes) { for fact in facts { engine.take(fact) { _ in } } }
        var ranking = Ranking()
        let keys = workload.requirements.indices.map(BenchmarkFacts.requirementKey)
        let rankingTime = Stopwatch.fastest(of: options.passes) {
            for key in keys { _ = engine.rank(key, into: &ranking) }
        }
        let count = Double(Self.requirements)
        return Point(
            offers: workload.offers.count, codes: codes, candidates: candidates,
            scanNanoseconds: scanTime.nanoseconds / count, rankingNanoseconds: rankingTime.nanoseconds / count,
            everythingNanoseconds: everything.nanoseconds / count)
    }
}

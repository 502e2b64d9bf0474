import Localization
import Matching

/// The figures of the engine beside its baselines, all in one run, on one thread, over the same data.
struct EngineBenchmark {
    let options: Options
    private let workload: Workload
    private var report: Report
    /// How long it takes to evaluate every requirement once.
    private var single: Duration?

    init(_ options: Options) {
        self.options = options
        progress("drawing \(options.size.offers) capabilities and \(options.size.requirements) requirements")
        workload = Workload(
            offers: options.size.offers, requirements: options.size.requirements, codes: options.codes,
            seed: options.seed)
        report = Report(options)
    }

    mutating func run() -> Report {
        let scan = PlainScan(workload.offers)
        let candidates = workload.requirements.reduce(0) { $0 + scan.count(of: $1.code) }
        report.note("candidates a requirement", candidates / workload.requirements.count)
        if options.has(.scan) { measureScan(scan) }
        if options.has(.sqlite) { measureSQLite() }
        var engine = load()
        if !options.lines.isSubset(of: [.scan, .sqlite, .load]) || options.lines.isEmpty { firstPass(&engine) }
        if options.has(.ranking) { measureRanking(&engine) }
        if options.has(.everything) { measureEverything(&engine) }
        if options.has(.rate) { measureRate(&engine) }
        if options.has(.tick) { measureTick(&engine) }
        if options.has(.stream) { measureStream(&engine) }
        return report
    }

    private mutating func measureScan(_ scan: PlainScan) {
        var best = BestTen()
        var (hash, qualifying) = (AnswerHash(), 0)
        let time = Stopwatch.fastest(of: options.passes) {
            hash = AnswerHash()
            qualifying = 0
            for asked in workload.requirements {
                scan.rank(asked, into: &best)
                qualifying += best.qualifying
                for entry in best.entries {
                    hash.add(entry.index, entry.priceTerm, entry.coverageTerm, entry.localizationTerm)
                }
            }
        }
        report.note("qualifying a requirement", qualifying / workload.requirements.count)
        report.note("qualifying in all", qualifying)
        report.add(.scan, "plain scan", time, count: workload.requirements.count, hash: hash)
    }

    private mutating func measureSQLite() {
        progress("filling SQLite")
        let baseline = SQLiteBaseline(workload.offers)
        let sample = workload.requirements.prefix(options.sqliteSample)
        var hash = AnswerHash()
        let time = Stopwatch.measure { for asked in sample { baseline.rank(asked, into: &hash) } }
        report.add(.sqlite, "SQLite", time, count: sample.count, hash: hash)
        guard sample.count < workload.requirements.count else { return }
        // The same requirements by the scan, so that the answers can be compared.
        let scan = PlainScan(workload.offers)
        var (best, expected) = (BestTen(), AnswerHash())
        for asked in sample {
            scan.rank(asked, into: &best)
            for entry in best.entries {
                expected.add(entry.index, entry.priceTerm, entry.coverageTerm, entry.localizationTerm)
            }
        }
        report.check("SQLite's sample equals the scan's", hash == expected)
    }

    private mutating func load() -> ColumnarEngine {
        progress("loading the engine")
        var engine = ColumnarEngine()
        var time = Duration.zero
        let before = ResidentMemory.bytes
        let portion = 10_000
        for start in stride(from: 0, to: workload.offers.count, by: portion) {
            let end = min(start + portion, workload.offers.count)
            let facts = (start..<end).map {
                BenchmarkFacts.fact(.capabilityPublished(BenchmarkFacts.capability($0, workload.offers[$0])))
            }
            time += Stopwatch.measure { for fact in facts { engine.take(fact) { _ in } } }
        }
        report.add(.load, "load a capability", time, count: workload.offers.count, hash: nil)
        report.note("resident bytes a capability, all in all", (ResidentMemory.bytes - before) / workload.offers.count)
        return engine
    }

    /// Publishes every requirement once; the first of each code arranges its capabilities.
    private mutating func firstPass(_ engine: inout ColumnarEngine) {
        var uncovered = 0
        let time = Stopwatch.measure {
            for (index, asked) in workload.requirements.enumerated() {
                engine.take(BenchmarkFacts.fact(.requirementPublished(BenchmarkFacts.requirement(index, asked)))) {
                    if $0.nearMisses != nil { uncovered += 1 }
                }
            }
        }
        report.add(.first, "first pass, arranging", time, count: workload.requirements.count, hash: nil)
        report.note("uncovered in a hundred requirements", 100 * uncovered / workload.requirements.count)
        report.note("bytes a capability, but for identifiers", engine.capabilityByteCount / workload.offers.count)
    }

    private mutating func measureRanking(_ engine: inout ColumnarEngine) {
        let keys = workload.requirements.indices.map(BenchmarkFacts.requirementKey)
        var ranking = Ranking()
        var (hash, qualifying) = (AnswerHash(), 0)
        let time = Stopwatch.fastest(of: options.passes) {
            hash = AnswerHash()
            qualifying = 0
            for key in keys {
                _ = engine.rank(key, into: &ranking)
                qualifying += ranking.qualifyingSuppliers
                for entry in ranking.entries {
                    hash.add(entry.number, entry.terms.price, entry.terms.coverage, entry.terms.localization)
                }
            }
        }
        report.add(.ranking, "columnar, ranking", time, count: keys.count, hash: hash)
        report.check("as many qualify", qualifying == report.notes["qualifying in all"] ?? qualifying)
    }

    private mutating func measureEverything(_ engine: inout ColumnarEngine) {
        let facts = workload.requirements.enumerated().map {
            BenchmarkFacts.fact(.requirementPublished(BenchmarkFacts.requirement($0, $1)), version: 2)
        }
        var hash = AnswerHash()
        let time = Stopwatch.fastest(of: options.passes) {
            hash = AnswerHash()
            for fact in facts {
                engine.take(fact) { matchSet in
                    for match in matchSet.outcome.matches {
                        hash.add(
                            BenchmarkFacts.index(of: match.capability), match.terms.price, match.terms.coverage,
                            match.terms.localization)
                    }
                }
            }
        }
        report.add(.everything, "columnar, everything", time, count: facts.count, hash: hash)
        single = time
    }

    // MARK: - Changes

    /// A rate touches every requirement.
    private mutating func measureRate(_ engine: inout ColumnarEngine) {
        guard let dollar = try? Currency(code: "USD") else { return }
        let fact = BenchmarkFacts.fact(.ratePublished(dollar, dongPerUnit: 25_000_000_000))
        let time = Stopwatch.measure { engine.take(fact) { _ in } }
        report.add(.rate, "a rate, a requirement", time, count: workload.requirements.count, hash: nil)
        if let single { report.compare("a rate / single evaluations", time / single) }
    }

    /// A new day touches every requirement.
    private mutating func measureTick(_ engine: inout ColumnarEngine) {
        let fact = BenchmarkFacts.fact(.none, day: Day(BenchmarkFacts.today.number + 1))
        let time = Stopwatch.measure { engine.take(fact) { _ in } }
        report.add(.tick, "a tick, a requirement", time, count: workload.requirements.count, hash: nil)
        if let single { report.compare("a tick / single evaluations", time / single) }
    }

    private mutating func measureStream(_ engine: inout ColumnarEngine) {
        var stream = EventStream(workload, seed: options.seed, day: Day(BenchmarkFacts.today.number + 1))
        let facts = (0..<workload.requirements.count).map { _ in stream.next() }
        var sets = 0
        var times: [Duration] = []
        times.reserveCapacity(facts.count)
        let time = Stopwatch.measure {
            var last = Stopwatch.now
            for fact in facts {
                engine.take(fact) { _ in sets += 1 }
                let now = Stopwatch.now
                times.append(now - last)
                last = now
            }
        }
        times.sort()
        let median = times[times.count / 2]
        let worst = times[times.count * 999 / 1_000]
        report.add(.stream, "mixed stream, an event", time, count: facts.count, hash: nil)
        report.note("match sets of the stream", sets)
        report.note("median of an event, ns", Int(median.nanoseconds))
        report.note("p99.9 of an event, ns", Int(worst.nanoseconds))
        report.compare("p99.9 / median of an event", worst / median)
    }
}

extension MatchingEngine {
    /// Takes a fact that is well formed.
    mutating func take(_ fact: Fact, emit: (MatchSet) -> Void) {
        do {
            try apply(fact, emit: emit)
        } catch {
            preconditionFailure("the workload is well formed: \(error)")
        }
    }
}

extension BenchmarkFacts {
    static func fact(_ event: Fact.Event, version: UInt64 = 1, day: Day = today) -> Fact {
        Fact(
            position: MarketPosition(partition: 0, offset: 0),
            acceptedAt: (Int64(day.number) * 24 - 7) * 3_600_000, version: version, event: event)
    }
}

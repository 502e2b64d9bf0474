/// What goes wrong in a simulation, and how often, drawn from its seed: some runs have many crashes, some none, some
/// tiny batches.
struct Faults {
    /// In a thousand calls or steps.
    let crashes: Int
    let failures: Int
    let evictions: Int
    let logRestarts: Int
    let stops: Int
    let stalls: Int
    let repeatedPublishes: Int
    /// In a hundred reads: nothing is given though something is there.
    let delays: Int
    /// The most records of a read, one of which is drawn each time.
    let batches: [Int]
    /// Whether the cache is lost when the recorder crashes, in a hundred crashes.
    let lostCaches: Int

    init(_ random: inout SplitMix64) {
        crashes = random.pick([0, 5, 20, 60])
        failures = random.pick([0, 10, 50, 150])
        evictions = random.pick([0, 5, 20])
        logRestarts = random.pick([0, 3, 15])
        stops = random.pick([0, 3, 10])
        stalls = random.pick([0, 5, 15])
        repeatedPublishes = random.pick([0, 100])
        delays = random.pick([0, 10, 50])
        batches = random.pick([[1], [1, 2, 3, 7], [5, 50, 1_000], [1_000]])
        lostCaches = random.pick([0, 30])
    }

    /// How a call goes on.
    func turn(for call: LogCall, _ random: inout SplitMix64) -> Turn {
        var turn = Turn(records: random.pick(batches), first: Int(random.number(0...8)))
        if random.chance(delays) { turn.records = 0 }
        let dice = Int(random.number(0...999))
        if dice < crashes {
            turn.fate = random.chance(50) ? .diesBefore : .diesAfter
        } else if dice < crashes + failures {
            turn.fate = fate(of: call, &random)
        }
        return turn
    }

    private func fate(of call: LogCall, _ random: inout SplitMix64) -> Turn.Fate {
        switch call {
        // What a reader knows of itself, or gives up, can't fail.
        case .readerPositions, .readerClose, .leave, .wait: .succeeds
        case .commit, .decide, .publish: random.chance(50) ? .failsBefore : .failsAfter
        default: .failsBefore
        }
    }
}

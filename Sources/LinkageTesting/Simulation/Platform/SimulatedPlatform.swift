internal import Contracts
internal import EventLog
internal import History
internal import Pipeline
internal import SwiftProtobuf
internal import Synchronization

/// The services of one simulation, their log, their clock and their cache.
final class SimulatedPlatform {
    let log: SimulatedLog
    private(set) var findings: [SimulationOutcome.Finding] = []
    private(set) var trace: Trace
    private(set) var counts = SimulationOutcome.Counts()

    private let steps: Int
    private let isTraced: Bool
    private let marketPartitions: Int32
    private let directory: String
    private let clock = SimulatedClock(MarketScript.start)
    private let scheduler = Scheduler()
    private let faults: Faults
    private let roles: [Role]
    private var random: SplitMix64
    private var script: ArraySlice<LogMessage>
    private var processes: [Role: SimulatedProcess] = [:]
    private var lives = 0
    private var caches: [HistoryCache] = []
    private var step = 0
    private var isFaulty = true
    private var stalledUntil: [Role: Int] = [:]

    /// More releases than this are not needed to come to rest.
    private static let patience = 20_000

    init(seed: UInt64, steps: Int, canary: Canary?, isTraced: Bool, directory: String) throws {
        self.isTraced = isTraced
        trace = Trace(isWhole: isTraced)
        self.steps = steps
        self.directory = directory
        random = SplitMix64(seed: seed)
        faults = Faults(&random)
        roles = Role.cast(&random)
        marketPartitions = random.pick([1, 3, 6, 6])
        var script = MarketScript(seed: seed)
        self.script = script.records(40 + steps / 8)[...]
        log = SimulatedLog(
            topics: Services.topics(marketPartitions: marketPartitions), leavesMarks: random.chance(50),
            tellsWhenCertain: random.chance(50)
        ) { [clock] in clock.now }
        log.storage.withLock { $0.canary = canary.map { CanaryBird($0) } }
        counts.records = self.script.count
        try openCache()
    }

    // MARK: - While things go wrong

    /// Makes the decisions in which things go wrong.
    func run() async {
        for role in roles { await start(role) }
        while step < steps, findings.isEmpty {
            step += 1
            clock.advance(by: random.number(0...500))
            if random.chance(12) { publish() }
            if isDrawn(max(1, 20_000 / steps)) { turnClock() }
            await happen()
        }
    }

    private func happen() async {
        if random.chance(10) { await startOne() }
        if random.chance(10) { noticeOneDead() }
        if isDrawn(faults.evictions) { evictOne() }
        if isDrawn(faults.logRestarts) { restartLog() }
        if isDrawn(faults.stalls) { stall(random.pick(roles)) }
        guard let (role, call) = drawWaiting() else { return }
        if call == .commit, isDrawn(10 * faults.stalls) { return stall(role) }
        if isDrawn(faults.stops) {
            note("\(role.name) is asked to end")
            processes[role]?.cancel()
        }
        await goOn(role, call, faults.turn(for: call, &random))
    }

    private func isDrawn(_ inThousand: Int) -> Bool { random.number(0...999) < inThousand }

    /// Publishers say it again when they do not know whether they were heard.
    private func publish() {
        let count = min(script.count, Int(random.number(1...3)))
        let messages = Array(script.prefix(count))
        script = script.dropFirst(count)
        let times = isDrawn(faults.repeatedPublishes) ? 2 : 1
        for _ in 0..<times { append(messages) }
        counts.records += messages.count * (times - 1)
        if !messages.isEmpty { note("\(messages.count) records are published, \(times) times") }
    }

    private func append(_ messages: [LogMessage]) {
        do {
            _ = try log.change { storage, time throws(EventLogError) in try storage.publish(messages, at: time) }
        } catch { preconditionFailure("a script's records fit: \(error)") }
    }

    private func turnClock() {
        let minutes: Int64 = random.pick([10, 60, 400, 1_500])
        clock.advance(by: minutes * 60_000)
        note("\(minutes) minutes pass")
    }

    private func startOne() async {
        let down = roles.filter { processes[$0] == nil }
        if !down.isEmpty { await start(random.pick(down)) }
    }

    /// A coordinator takes a dead member's seat, and undoes what a dead writer left open.
    private func noticeOneDead() {
        let dead = log.storage.withLock { $0.seated(alive: false) }
        if !dead.isEmpty { evict(random.pick(dead)) }
        let open = log.storage.withLock { $0.openTransactions }
        guard !open.isEmpty else { return }
        let transaction = random.pick(open)
        note("transaction \(transaction) has taken too long")
        log.storage.withLock { $0.undo(transaction) }
    }

    /// A coordinator has not heard for long of a member that is alive.
    private func evictOne() {
        let alive = log.storage.withLock { $0.seated(alive: true) }
        if !alive.isEmpty { evict(random.pick(alive)) }
    }

    /// A process stands still for long, and the others may go on without it.
    private func stall(_ role: Role) {
        let duration = Int(random.number(30...400))
        note("\(role.name) stands still for \(duration) steps")
        stalledUntil[role] = step + duration
        guard random.chance(80), let members = processes[role]?.members else { return }
        for member in members { evict(member) }
    }

    private func evict(_ member: Int) {
        note("member \(member) loses its seat")
        log.storage.withLock { $0.evict(member) }
    }

    private func restartLog() {
        note("the log starts again without its undecided tail")
        log.storage.withLock { $0.undoOpen() }
    }

    // MARK: - Processes

    private func start(_ role: Role) async {
        lives += 1
        let process = SimulatedProcess(role.name, number: lives, on: log, scheduler)
        note("\(role.name) starts as process \(lives)")
        processes[role] = process
        let cache = cache
        await process.start(clock) { Services.make(role, on: $0, $1, cache) }
        noteEnding(of: role)
    }

    private func drawWaiting() -> (Role, LogCall)? {
        let waiting = waiting.filter { role, _ in !isFaulty || stalledUntil[role] ?? 0 <= step }
        return waiting.isEmpty ? nil : random.pick(waiting)
    }

    private var waiting: [(Role, LogCall)] {
        let calls = Dictionary(uniqueKeysWithValues: scheduler.waiting.map { ($0.process, $0.call) })
        return roles.compactMap { role in processes[role].flatMap { calls[$0.number] }.map { (role, $0) } }
    }

    private func goOn(_ role: Role, _ call: LogCall, _ turn: Turn) async {
        if isFaulty { note("\(role.name) \(call.rawValue) \(turn.fate.rawValue)") }
        counts.calls += 1
        switch turn.fate {
        case .succeeds: break
        case .failsBefore, .failsAfter: counts.failures += 1
        case .diesBefore, .diesAfter: counts.crashes += 1
        }
        await processes[role]?.goOn(turn)
        noteEnding(of: role)
    }

    private func noteEnding(of role: Role) {
        guard let ending = processes[role]?.ending else { return }
        processes[role] = nil
        if case .gaveUp(let why) = ending { find("a service gave up", "\(role.name): \(why)") }
        if isFaulty, role == .recorder, random.chance(faults.lostCaches) { loseCache() }
    }

    private func find(_ promise: String, _ detail: String) {
        findings.append(SimulationOutcome.Finding(promise, "at step \(step), \(detail)"))
    }

    private func note(_ line: String) { trace.note("\(step): \(line)") }

    // MARK: - The cache

    private var cache: HistoryCache {
        guard let cache = caches.last else { preconditionFailure("a platform has a cache") }
        return cache
    }

    private func openCache() throws {
        caches.append(try HistoryCache(path: "\(directory)/cache-\(caches.count).sqlite"))
    }

    private func loseCache() {
        note("the cache is lost")
        do { try openCache() } catch { find("the machine keeps files", "\(error)") }
    }

    // MARK: - When nothing goes wrong any more

    /// Lets the platform finish its work.
    func comeToRest() async throws {
        note("nothing goes wrong any more")
        isFaulty = false
        append(Array(script))
        script = []
        for release in 0..<Self.patience where findings.isEmpty {
            await tidy()
            if let (role, call) = drawWaiting() { await goOn(role, call, Turn()) }
            if release % 50 == 0, try await isAtRest() { return }
        }
        if findings.isEmpty { find("the platform comes to rest", "it has not in \(Self.patience) calls") }
    }

    private func tidy() async {
        for role in roles where processes[role] == nil { await start(role) }
        log.storage.withLock { storage in for member in storage.seated(alive: false) { storage.evict(member) } }
        if !waiting.contains(where: { $0.1 == .decide }) { log.storage.withLock { $0.undoOpen() } }
    }

    /// Whether everything is done, and no service finds more to do when it is given the time.
    private func isAtRest() async throws -> Bool {
        guard try isDone() else { return false }
        let before = log.storage.withLock { $0.journal.count }
        for _ in 0..<8 { for (role, call) in waiting { await goOn(role, call, Turn()) } }
        return try log.storage.withLock { $0.journal.count } == before && isDone()
    }

    private func isDone() throws -> Bool {
        let recorded = try cache.read { try $0.positions() }
        return log.storage.withLock { storage in
            let isFolded = Set(Role.groups.map { storage.isDone($0.group, $0.topics) }) == [true]
            return isFolded && storage.isRecorded(recorded)
        }
    }

    /// Ends every process.
    func end() async {
        while let (role, call) = waiting.first { await goOn(role, call, Turn(fate: .diesBefore)) }
    }

    // MARK: - Afterwards

    /// What the auditor finds.
    func audit() async throws -> [SimulationOutcome.Finding] {
        counts.facts = log.records(of: .market).count
        counts.matchSets = log.records(of: .matches).count
        counts.deadLetters = log.records(of: .deadLetters).count
        counts.opportunities = log.records(of: .opportunities).count
        if isTraced { noteRecords() }
        var auditor = Auditor(log, cache, directory: directory)
        return try await auditor.audit()
    }

    /// Tells what the platform made of the records, for whoever looks for the cause of a finding.
    private func noteRecords() {
        for record in log.records(of: .market) {
            guard let fact = try? WireMarketFact(serializedBytes: record.value ?? []) else { continue }
            let kind = fact.fact.map { String(String(describing: $0).prefix { $0 != "(" }) } ?? "nothing"
            note("\(record.position) \(kind) \(fact.key) v\(fact.version) of \(fact.origin.position)")
        }
        for record in log.records(of: .deadLetters) {
            guard let letter = try? WireDeadLetter(serializedBytes: record.value ?? []) else { continue }
            note("\(record.position) refuses \(letter.origin.position): \(letter.refusals.map(\.reason))")
        }
    }

    /// Of every byte of the platform's topics.
    var hash: UInt64 {
        var hash = ByteHash()
        for topic in Topic.ofPlatform {
            for record in log.records(of: topic) {
                hash.add(record.position.offset)
                hash.add(record.timestamp)
                for bytes in [record.key, record.value] {
                    hash.add(Int64(bytes?.count ?? -1))
                    hash.add(bytes ?? [])
                }
            }
        }
        return hash.value
    }

    func close() throws { for cache in caches { try cache.close() } }
}

extension Role {
    /// The groups of the services, and what they read.
    fileprivate static let groups: [(group: String, topics: [Topic])] = [
        ("intake", Subject.allCases.map(\.topic)),
        ("matcher", [.market]), ("notifier", [.market]),
    ]
}

extension LogStorage {
    /// Whether a group has nothing left to read.
    fileprivate func isDone(_ group: String, _ topics: [Topic]) -> Bool {
        openTransactions.isEmpty
            && topics.flatMap { (try? partitions(of: $0)) ?? [] }.allSatisfy { name in
                let offset = groups[group]?.offsets[name] ?? 0
                return partitions[name]?.read(from: offset, BatchLimit(records: 1)).records.isEmpty == true
            }
    }

    /// Whether the cache has come to the end of everything that is recorded.
    fileprivate func isRecorded(_ positions: [(topic: String, partition: Int32, nextOffset: Int64)]) -> Bool {
        var recorded: [TopicPartition: Int64] = [:]
        for (topic, partition, next) in positions { recorded[TopicPartition(Topic(topic), partition)] = next }
        return Topic.ofPlatform.allSatisfy { topic in
            ((try? partitions(of: topic)) ?? []).allSatisfy { name in
                recorded[name] ?? 0 == partitions[name]?.readableEnd
            }
        }
    }
}

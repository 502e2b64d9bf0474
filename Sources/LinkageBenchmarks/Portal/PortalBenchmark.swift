import Contracts
import EmbeddedLog
import EventLog
import Foundation
import History
import Pipeline
import Portal
import SwiftProtobuf

/// A running `linkage up` over a market of a province: how long pages take while many read, how soon an opportunity is at
/// an open page while requirements are published, and what open streams take in memory.
struct PortalBenchmark {
    let options: PortalCommand
    let directory: String

    init(_ options: PortalCommand, directory: String) {
        self.options = options
        self.directory = directory
    }

    /// What was found. Times are of a clock on the wall, in milliseconds.
    struct Figures: Encodable {
        /// Where each reader opens one page after the other, as fast as they come.
        var pagesWithoutPause = Pages()
        /// Where each looks at a page before it opens the next.
        var pagesWithPause = Pages()
        var publishedPerSecond = 0.0
        var opportunity = Times()
        var opportunitiesMissed = 0
        /// The longest time of an opportunity by the second in which it was published, in milliseconds.
        var slowestBySecond: [Int: Double] = [:]
        var streams = 0
        var megabytesBeforeStreams = 0.0
        var megabytesWithStreams = 0.0
    }

    /// How long pages took.
    struct Pages: Encodable {
        var all = Times()
        var byName: [String: Times] = [:]
        var perSecond = 0.0
    }

    /// How long something took, over many times.
    struct Times: Encodable {
        var count = 0
        var median = 0.0
        var p95 = 0.0
        var p99 = 0.0
        var most = 0.0

        init() {}

        init(_ times: [Double]) {
            let sorted = times.sorted()
            guard let last = sorted.last else { return }
            func at(_ share: Double) -> Double { sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
            (count, median, p95, p99, most) = (sorted.count, at(0.5), at(0.95), at(0.99), last)
        }
    }

    private static let day = 86_400

    func run() async throws -> Figures {
        let data = directory + "/data"
        let portal = try await start(data)
        defer {
            portal.terminate()
            portal.waitUntilExit()
        }
        let cache = try HistoryCache(path: data + "/cache.sqlite")
        let port = try await port(of: data)
        let log = try await EmbeddedLog(directory: data, topics: Topic.allOfLinkage)
        try await settle(log, cache)
        guard let secret = FileManager.default.contents(atPath: data + "/sign-in.secret") else {
            throw Visitor.Failure(description: "there is no secret in \(data)")
        }
        let authority = try await TokenAuthority(secret: Array(secret))
        var figures = Figures()
        let visits = try await visits(cache, authority)
        figures.pagesWithoutPause = try await read(port, visits, pause: 0)
        figures.pagesWithPause = try await read(port, visits, pause: options.pause)
        try await hear(port, log, cache, authority, into: &figures)
        try await watch(port, portal.processIdentifier, authority, into: &figures)
        await log.close()
        return figures
    }

    // MARK: - The program

    private func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: options.linkage)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Visitor.Failure(description: "linkage \(arguments) ended with \(process.terminationStatus)")
        }
    }

    private func start(_ data: String) async throws -> Process {
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let market = directory + "/market"
        try run(
            "sample", "--out", market, "--suppliers", "\(options.suppliers)", "--requirements",
            "\(options.requirements)", "--seed", "\(options.seed)")
        try Data().write(to: URL(filePath: data + "/up.log"))
        let process = Process()
        process.executableURL = URL(filePath: options.linkage)
        process.arguments = ["up", "--data-dir", data, "--port", "0"]
        process.standardError = FileHandle(forWritingAtPath: data + "/up.log")
        try process.run()
        let order = [
            "profiles", "rates", "products", "capabilities", "requirements", "subscriptions", "awards", "quotes",
            "verifications",
        ]
        for subject in order {
            try run("publish", subject, "\(market)/\(subject).jsonl", "--data-dir", data)
            progress("published \(subject)")
        }
        return process
    }

    private func port(of data: String) async throws -> UInt16 {
        while true {
            let log = try String(contentsOfFile: data + "/up.log", encoding: .utf8)
            if let match = log.firstMatch(of: /Linkage is at http:\/\/127\.0\.0\.1:(\d+)/), let port = UInt16(match.1) {
                return port
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Waits until the cache has everything, and nothing has come for ten seconds: a service may be busy with a large batch.
    private func settle(_ log: EmbeddedLog, _ cache: HistoryCache) async throws {
        let topics = [PlatformTopicName.market, PlatformTopicName.matches, PlatformTopicName.opportunities]
        var (quiet, last) = (0, -1 as Int64)
        while quiet < 100 {
            try await Task.sleep(for: .milliseconds(100))
            var (total, isEqual) = (0 as Int64, true)
            let positions = try await cache.read { try $0.positions() }
            for topic in Topic.allOfLinkage where topics.contains(topic.name) {
                let end = try await log.offsets(of: TopicPartition(topic, 0)).upperBound
                total += end
                isEqual = isEqual && positions.first { $0.topic == topic.name }?.nextOffset ?? 0 == end
            }
            quiet = isEqual && total == last ? quiet + 1 : 0
            last = total
        }
        progress("settled")
    }

    private func token(_ authority: TokenAuthority, _ role: Role, _ organisation: String) async throws -> String {
        try await authority.issue(.access, role: role, organisation: organisation, lasting: Self.day).text
    }

    // MARK: - Pages

    /// Each reader is somebody else.
    private func visits(_ cache: HistoryCache, _ authority: TokenAuthority) async throws -> [Visit] {
        let (buyers, suppliers) = try await cache.read { reader in
            var filter = HistoryReader.SubjectFilter()
            filter.limit = 2_000
            return (
                try reader.subjects(.requirements, filter).map(\.key),
                try reader.subjects(.capabilities, filter).map(\.key)
            )
        }
        func owner(_ key: String) -> String { String(key.prefix { $0 != "/" }) }
        var visits: [Visit] = []
        for reader in 0..<options.readers {
            let requirement = buyers[reader * 37 % buyers.count]
            let capability = suppliers[reader * 37 % suppliers.count]
            switch reader % 5 {
            case 0, 1:
                visits.append(
                    Visit(
                        token: try await token(authority, .fdi, owner(requirement)),
                        pages: [
                            ("buyer's home", "/"), ("requirement", "/requirements/\(requirement)"),
                            ("requirement form", "/publish/requirements"), ("products", "/products"),
                        ]))
            case 2, 3:
                visits.append(
                    Visit(
                        token: try await token(authority, .supplier, owner(capability)),
                        pages: [
                            ("supplier's home", "/"), ("opportunities", "/opportunities"),
                            ("capability", "/capabilities/\(capability)"),
                            ("capability form", "/publish/capabilities"),
                        ]))
            default:
                visits.append(
                    Visit(
                        token: try await token(authority, .official, "99900000\(10 + reader)"),
                        pages: [
                            ("overview", "/?refresh=off"), ("localization by month", "/localization"),
                            ("localization by heading", "/localization?by=heading"), ("gaps", "/gaps"),
                            ("verify", "/verify"), ("suppliers", "/suppliers"),
                        ]))
            }
        }
        return visits
    }

    private func read(_ port: UInt16, _ visits: [Visit], pause: Int) async throws -> Pages {
        let times = Shared<[String: [Double]]>([:])
        let began = ContinuousClock.now
        let until = began.advanced(by: .seconds(options.seconds))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (number, visit) in visits.enumerated() {
                group.addTask {
                    try await Self.onThread {
                        let visitor = try Visitor(port: port, token: visit.token)
                        // They do not all begin in the same moment.
                        Thread.sleep(forTimeInterval: Double(pause * number / visits.count) / 1_000)
                        while ContinuousClock.now < until {
                            for page in visit.pages {
                                let start = ContinuousClock.now
                                let answer = try visitor.get(page.path)
                                let time = (ContinuousClock.now - start).nanoseconds / 1e6
                                guard answer.status == 200 else {
                                    throw Visitor.Failure(description: "\(page.path) answers \(answer.status)")
                                }
                                times.withLock { $0[page.name, default: []].append(time) }
                                Thread.sleep(forTimeInterval: Double(pause) / 1_000)
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let taken = (ContinuousClock.now - began).nanoseconds / 1e9
        let all = times.withLock { $0 }
        progress("read")
        return Pages(
            all: Times(all.values.flatMap { $0 }), byName: all.mapValues { Times($0) },
            perSecond: Double(all.values.reduce(0) { $0 + $1.count }) / taken)
    }

    /// Runs a blocking body on a thread of its own.
    private static func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            Thread { continuation.resume(with: Result(catching: body)) }.start()
        }
    }

    // MARK: - Opportunities

    private static let turnsPerSecond = 20

    /// Requirements as another sample has them; every tenth is one that the one who watches can supply.
    private func hear(
        _ port: UInt16, _ log: EmbeddedLog, _ cache: HistoryCache, _ authority: TokenAuthority,
        into figures: inout Figures
    ) async throws {
        // Of a code that is neither offered by most nor by hardly anybody.
        let mine = try await cache.read { reader in
            var filter = HistoryReader.SubjectFilter()
            filter.limit = 4_000
            let offered = try reader.subjects(.capabilities, filter).map {
                try $0.decoded(as: WireCapabilityAccepted.self).published
            }.filter { $0.hsCode.utf8.count == 6 }
            let byCode = Dictionary(grouping: offered, by: \.hsCode).sorted {
                ($0.value.count, $0.key) < ($1.value.count, $1.key)
            }
            return byCode.isEmpty ? nil : byCode[byCode.count / 2].value.first
        }
        guard let mine else { throw Visitor.Failure(description: "nobody offers anything") }
        let others = try sampledRequirements()
        let publisher = Publisher(log: log, source: "/linkage/benchmarks")
        let interest = WireSubscription.with {
            ($0.owner, $0.id, $0.hsPrefixes) = (mine.owner, "BENCHMARK", [mine.hsCode])
        }
        _ = try await publisher.publish([.subscription(interest)])
        try await settle(log, cache)
        let token = try await token(authority, .supplier, mine.owner)
        let visitor = try Visitor(port: port, token: token)
        try visitor.open("/api/v1/opportunities/stream")
        let turns = options.hearing * Self.turnsPerSecond
        let perTurn = max(1, options.rate / Self.turnsPerSecond)
        let wanted = (turns * perTurn + 9) / 10
        let heard = Shared<[String: ContinuousClock.Instant]>([:])
        let sent = Shared<[String: ContinuousClock.Instant]>([:])
        let box = Unchecked(visitor)
        let listening = Task {
            try await Self.onThread {
                while heard.withLock({ $0.count }) < wanted {
                    let message = try WireOpportunity(jsonString: try box.value.next("data: "))
                    let now = ContinuousClock.now
                    if message.requirement.contains("/HEARD-") {
                        heard.withLock { if $0[message.requirement] == nil { $0[message.requirement] = now } }
                    }
                }
            }
        }
        let day = CalendarDay(ofMilliseconds: PlatformClock.system.now).number
        let began = ContinuousClock.now
        for turn in 0..<turns {
            let messages = (0..<perTurn).map { index -> PublishedMessage in
                let number = turn * perTurn + index
                guard number % 10 == 0 else {
                    var other = others[number % others.count]
                    other.id = "OTHER-\(number)"
                    return .requirement(other)
                }
                return .requirement(
                    .with {
                        ($0.owner, $0.id) = ("2300000001", "HEARD-\(number)")
                        ($0.hsCode, $0.unitCode) = (mine.hsCode, mine.unitCode)
                        $0.quantity = mine.minimumOrder.isEmpty ? "1" : mine.minimumOrder
                        $0.delivery = .with {
                            $0.firstDay = "\(CalendarDay(number: day + 20))"
                            $0.lastDay = "\(CalendarDay(number: day + 49))"
                        }
                    })
            }
            let start = ContinuousClock.now
            sent.withLock { sent in for message in messages { sent["\(message.owner)/\(message.id)"] = start } }
            _ = try await publisher.publish(messages)
            try await Task.sleep(
                until: began.advanced(by: .milliseconds(1_000 * (turn + 1) / Self.turnsPerSecond)), clock: .continuous)
        }
        figures.publishedPerSecond =
            Double(turns * perTurn) / ((ContinuousClock.now - began).nanoseconds / 1e9)
        let deadline = ContinuousClock.now.advanced(by: .seconds(60))
        while heard.withLock({ $0.count }) < wanted, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(50))
        }
        listening.cancel()
        let (starts, ends) = (sent.withLock { $0 }, heard.withLock { $0 })
        let times = ends.compactMap { key, end in
            starts[key].map { (second: Int(($0 - began).nanoseconds / 1e9), time: (end - $0).nanoseconds / 1e6) }
        }
        figures.opportunity = Times(times.map(\.time))
        figures.opportunitiesMissed = wanted - ends.count
        figures.slowestBySecond = Dictionary(times, uniquingKeysWith: max)
        progress("heard")
    }

    /// What is asked for in a market of the next seed.
    private func sampledRequirements() throws -> [WireRequirement] {
        let market = directory + "/next"
        try run(
            "sample", "--out", market, "--suppliers", "\(options.suppliers)", "--requirements",
            "\(options.requirements)", "--seed", "\(options.seed + 1)")
        let text = try String(contentsOfFile: market + "/requirements.jsonl", encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            let message = try RecordCodec.decode(
                subject: .requirements, contentType: ContentType.json.rawValue, value: Array(line.utf8)
            ).get()
            guard case .requirement(let requirement) = message else {
                throw Visitor.Failure(description: "\(line) is no requirement")
            }
            return requirement
        }
    }

    // MARK: - Streams

    private func watch(
        _ port: UInt16, _ process: Int32, _ authority: TokenAuthority, into figures: inout Figures
    ) async throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        figures.megabytesBeforeStreams = Self.megabytes(of: process)
        var visitors: [Visitor] = []
        for number in 0..<options.streams {
            let organisation = "99\(String(number + 100_000_000).dropFirst(1))"
            let visitor = try Visitor(port: port, token: try await token(authority, .supplier, organisation))
            try visitor.open("/api/v1/opportunities/stream")
            visitors.append(visitor)
        }
        figures.streams = visitors.count
        figures.megabytesWithStreams = Self.megabytes(of: process)
        progress("watched")
        withExtendedLifetime(visitors) {}
    }

    private static func megabytes(of process: Int32) -> Double {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return (line?.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0) / 1_024
    }
}

/// Somebody who opens one page after the other.
private struct Visit: Sendable {
    let token: String
    let pages: [(name: String, path: String)]
}

/// A value that several threads change.
private final class Shared<Value>: @unchecked Sendable {
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) { self.value = value }

    func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try body(&value)
    }
}

/// A value that one thread at a time uses.
private struct Unchecked<Value>: @unchecked Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
}

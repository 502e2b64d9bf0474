import ArgumentParser
import EventLog
import Foundation
import History
import Pipeline

/// `linkage replay`: rebuilds the cache from the log and compares.
struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Rebuilds the cache from the log, computing every match set anew, and compares it with the cache.",
        discussion: "With --replace the rebuilt cache takes the place of the old one; stop `linkage up` first.")

    @Flag(help: "Put the rebuilt cache in the place of the old one.")
    var replace = false

    @OptionGroup var log: LogOptions

    func run() async throws {
        try await reporting {
            let rebuilt = log.data.cachePath + ".replay"
            removeDatabase(rebuilt)
            defer { removeDatabase(rebuilt) }
            func run() async throws { try await log.withLog { try await rebuildAndCompare($0, rebuilt) } }
            if replace { try await log.data.whileLocked(run) } else { try await run() }
        }
    }

    private func rebuildAndCompare(_ eventLog: any EventLog, _ rebuilt: String) async throws {
        let positions = try await recordedPositions(eventLog)
        let cache = try HistoryCache(path: rebuilt)
        let progress = ProgressLine(what: "records replayed")
        try await Replay(log: eventLog).rebuild(cache, upTo: positions) { progress.show($0, of: $1) }
        progress.end()
        try cache.close()
        guard FileManager.default.fileExists(atPath: log.data.cachePath) else {
            try move(rebuilt)
            return print("the cache was missing and has been rebuilt")
        }
        let comparison = try CacheComparison(log.data.cachePath, rebuilt)
        for difference in comparison.differences {
            standardError("\(difference)")
            for example in difference.examples { standardError("  \(example)") }
        }
        print(
            comparison.differences.isEmpty
                ? "equal: \(comparison.rows) rows"
                : "different: \(comparison.differences.count) tables of \(comparison.rows) rows")
        if replace {
            try move(rebuilt)
            print("the rebuilt cache has taken its place")
        } else if !comparison.differences.isEmpty {
            throw ExitCode.refused
        }
    }

    /// How far the cache has recorded the log; without a cache, where the log ends.
    private func recordedPositions(_ eventLog: any EventLog) async throws -> [TopicPartition: Int64] {
        guard FileManager.default.fileExists(atPath: log.data.cachePath) else {
            return try await Replay(log: eventLog).ends()
        }
        let cache = try HistoryCache(path: log.data.cachePath)
        defer { try? cache.close() }
        return try await Replay(log: eventLog).settledPositions(of: cache)
    }

    private func move(_ rebuilt: String) throws {
        removeDatabase(log.data.cachePath)
        try FileManager.default.moveItem(atPath: rebuilt, toPath: log.data.cachePath)
    }

    private func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}

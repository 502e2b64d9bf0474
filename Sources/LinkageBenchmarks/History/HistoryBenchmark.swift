import Contracts
import EventLog
import Foundation
import History
import Localization
import Pipeline
import SwiftProtobuf

/// The recorder beside a bare loop of prepared statements that writes the same rows, with and without the three
/// numbers; and how long questions of the cache take.
struct HistoryBenchmark {
    let requirements: Int
    let seed: UInt64
    /// A folder of its own, on the disk that is measured.
    let directory: String

    /// What was found. Rates are by the time on processors, so that others on the machine count less.
    struct Figures: Encodable {
        var requirements = 0
        var candidates = 0
        var rows = 0
        var recorderRowsPerSecond = 0.0
        var recorderWithoutNumbersRowsPerSecond = 0.0
        var bareLoopRowsPerSecond = 0.0
        /// Of what the bare loop writes in the same time.
        var recorderPerBareLoop = 0.0
        /// Of the recorder's time.
        var numbersShare = 0.0
        var questionsMilliseconds: [String: Double] = [:]
    }

    /// A requirement, its match set and a tenth of an award each: what a recorder that has fallen behind takes at once.
    private static let batchRequirements = PipelineLimits.batch.records * 10 / 21

    func run() async throws -> Figures {
        var figures = Figures()
        figures.requirements = requirements
        figures.candidates = requirements * ProvinceWorkload.candidates
        let full = try HistoryCache(path: directory + "/with.sqlite")
        let plain = try HistoryCache(path: directory + "/without.sqlite")
        let (time, plainTime) = try await record(full, without: plain)
        let (rows, bareTime) = try BareTableLoop(from: full.path, to: directory + "/bare.sqlite")
            .run(batches: 1 + (requirements - 1) / Self.batchRequirements)
        let plainRows = try BareTableLoop.count(plain.path)
        figures.rows = rows
        figures.recorderRowsPerSecond = Double(rows) / time
        figures.recorderWithoutNumbersRowsPerSecond = Double(plainRows) / plainTime
        figures.bareLoopRowsPerSecond = Double(rows) / bareTime
        figures.recorderPerBareLoop = bareTime / time
        figures.numbersShare = 1 - plainTime / time
        try plain.close()
        figures.questionsMilliseconds = try ask(full)
        try full.close()
        return figures
    }

    // MARK: - Recording

    /// Records the same in both, batch by batch, so that a machine that is slower for a while is slower for both.
    /// - returns: The seconds with and without the three numbers.
    private func record(_ full: HistoryCache, without plain: HistoryCache) async throws -> (Double, Double) {
        var workload = ProvinceWorkload(requirements: requirements, seed: seed)
        var (seconds, plainSeconds) = (0.0, 0.0)
        func record(_ batch: ProvinceWorkload.Batch) async throws {
            seconds += try await self.record(batch, full, true)
            plainSeconds += try await self.record(batch, plain, false)
        }
        try await record(workload.beginning())
        let order = workload.order()
        for first in stride(from: 0, to: requirements, by: Self.batchRequirements) {
            let places = first..<min(first + Self.batchRequirements, requirements)
            try await record(workload.batch(places, of: order))
        }
        try await record(workload.gaps())
        progress(
            "\(requirements) requirements in \(String(format: "%.1f", seconds)) s,"
                + " \(String(format: "%.1f", plainSeconds)) s without the numbers")
        return (seconds, plainSeconds)
    }

    /// - returns: Seconds.
    private func record(
        _ batch: ProvinceWorkload.Batch, _ cache: HistoryCache, _ keepsNumbers: Bool
    ) async throws -> Double {
        let began = Stopwatch.ofProcess
        try await cache.record(keepingNumbers: keepsNumbers) { writer in
            for (bytes, offset) in batch.facts {
                try writer.record(try WireMarketFact(serializedBytes: bytes), partition: 0, offset: offset)
            }
            for bytes in batch.matchSets { try writer.record(try WireMatchSet(serializedBytes: bytes)) }
            for bytes in batch.gaps { try writer.record(try WireGapReport(serializedBytes: bytes)) }
        }
        return (Stopwatch.ofProcess - began).nanoseconds / 1e9
    }

    // MARK: - Questions

    /// The median of nine times of each.
    private func ask(_ cache: HistoryCache) throws -> [String: Double] {
        let dong = try Currency(code: "VND")
        let day = CalendarDay("2026-07-01")
        var times: [String: Double] = [:]
        func ask(_ name: String, _ question: @escaping @Sendable (HistoryReader) throws -> Int) throws {
            var asked: [Double] = []
            for _ in 0..<9 {
                let began = ContinuousClock.now
                guard try cache.read(question) > 0 else { throw HistoryBenchmarkError.nothingFound(name) }
                asked.append((ContinuousClock.now - began).nanoseconds / 1e6)
            }
            times[name] = asked.sorted()[4]
            progress("\(name): \(String(format: "%.1f", times[name] ?? 0)) ms")
        }
        for grouping in [nil] + MetricGrouping.allCases.map(Optional.some) {
            let name = "metrics by \(grouping?.rawValue ?? "nothing")"
            try ask(name) { try $0.metrics(by: grouping, in: dong).count }
            try ask("\(name) as of a day") { try $0.metrics(by: grouping, in: dong, asOf: day).count }
        }
        try ask("published metrics by heading") { try $0.publishedMetrics(by: .heading, in: dong).count }
        try ask("gaps") { try $0.gaps().count }
        return times
    }
}

/// Why the history benchmark has no figures.
enum HistoryBenchmarkError: Error {
    /// A question had no answer, so that its time says nothing.
    case nothingFound(String)
}

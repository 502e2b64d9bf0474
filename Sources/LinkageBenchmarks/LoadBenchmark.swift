import Contracts
import EmbeddedLog
import EventLog
import Foundation
import Localization
import Matching
import Pipeline
import SwiftProtobuf

/// How long a matcher takes to load capabilities from the log, beside reading and decoding them alone.
struct LoadBenchmark {
    let options: Options
    /// For the log; it is made anew.
    let directory: String

    /// Nanoseconds a capability, of processors' time.
    struct Figures: Encodable {
        let capabilities: Int
        let bytesOfRecord: Int
        let reading: Double
        let loading: Double
        let loadingToReading: Double
        let failures: [String]
    }

    private static let market = TopicPartition(.market, 0)
    private static let portion = 1_000

    func run() async throws -> Figures {
        progress("drawing \(options.size.offers) capabilities")
        let workload = Workload(
            offers: options.size.offers, requirements: 0, codes: options.codes, seed: options.seed)
        let log = try await EmbeddedLog(directory: directory, topics: [.market])
        progress("writing the log")
        let bytes = try await write(workload.offers, to: log)
        var (reading, loading) = (Duration.seconds(3_600), Duration.seconds(3_600))
        var failures: [String] = []
        for pass in 1...options.passes {
            progress("pass \(pass)")
            var count = 0
            reading = min(reading, try await time(log) { _ in count += 1 })
            if count != workload.offers.count { failures.append("read \(count)") }
            var engine = ColumnarEngine()
            loading = min(loading, try await time(log) { engine.take($0()) { _ in } })
            let known = workload.offers.indices.count {
                engine.capability(UInt32($0)) == BenchmarkFacts.capabilityKey($0)
            }
            if known != workload.offers.count { failures.append("loaded \(known)") }
        }
        await log.close()
        let count = Double(workload.offers.count)
        return Figures(
            capabilities: workload.offers.count, bytesOfRecord: bytes / workload.offers.count,
            reading: reading.nanoseconds / count, loading: loading.nanoseconds / count,
            loadingToReading: loading / reading, failures: failures)
    }

    /// - returns: How many bytes were written.
    private func write(_ offers: [BenchmarkOffer], to log: EmbeddedLog) async throws -> Int {
        var bytes = 0
        for start in stride(from: 0, to: offers.count, by: Self.portion) {
            let messages = try (start..<min(start + Self.portion, offers.count)).map { index in
                let fact = WireMarketFact(BenchmarkFacts.capability(index, offers[index]))
                let value: [UInt8] = try fact.serializedBytes()
                bytes += value.count
                return Message(to: .market, key: Array(fact.key.utf8), value: value)
            }
            try await log.publish(messages)
        }
        return bytes
    }

    /// Reads and decodes every record.
    /// - parameter visit: Is given what makes a fact of it.
    private func time(_ log: EmbeddedLog, _ visit: (() -> Fact) -> Void) async throws -> Duration {
        let end = try await log.offsets(of: Self.market).upperBound
        let reader = try await log.read(from: [Self.market: 0])
        let start = Stopwatch.ofProcess
        while try await reader.positions()[Self.market] ?? 0 < end {
            for record in try await reader.next(BatchLimit(), within: .seconds(5)) {
                let wire = try WireMarketFact(serializedBytes: record.value ?? [])
                visit { Fact(wire, at: record.position) }
            }
        }
        let time = Stopwatch.ofProcess - start
        await reader.close()
        return time
    }
}

extension WireMarketFact {
    /// As intake writes it.
    fileprivate init(_ capability: Capability) {
        self.init()
        key = capability.key.text
        version = 1
        acceptedAt = BenchmarkFacts.fact(.none).acceptedAt
        endOfBatch = true
        self.capability = .with { accepted in
            accepted.published.hsCode = capability.hsCode.description
            accepted.published.leadTimeDays = capability.leadTimeDays
            accepted.unitCode = capability.unitCode
            accepted.capacityPerMonth = capability.capacityPerMonth
            accepted.minimumOrder = capability.minimumOrder
            accepted.currencyCode = capability.currency.code
            accepted.tiers = capability.tiers.map { tier in
                .with { ($0.minimumQuantity, $0.unitPrice) = (tier.quantityMin, tier.unitPrice) }
            }
            accepted.certifications = capability.certificates.map { held in
                .with {
                    ($0.scheme, $0.number, $0.expiresOn) = (held.scheme, held.number, Int32(held.expiresOn.number))
                }
            }
            accepted.vietnameseOwnership = capability.ownership
            if let point = capability.point {
                accepted.point = .with { ($0.x, $0.y, $0.z) = (Int64(point.x), Int64(point.y), Int64(point.z)) }
            }
            if let stated = capability.localContent {
                accepted.localContent = .with {
                    ($0.numerator, $0.denominator) = (stated.numerator, stated.denominator)
                }
            }
        }
    }
}

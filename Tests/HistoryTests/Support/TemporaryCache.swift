import Contracts
import Foundation
import History
import Localization

/// A real cache in a temporary folder.
final class TemporaryCache: Sendable {
    let cache: HistoryCache
    private let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        cache = try HistoryCache(path: directory.appendingPathComponent("cache.sqlite").path)
    }

    /// A cache that has recorded facts.
    static func holding(_ publish: (inout Facts) -> Void) async throws -> TemporaryCache {
        var facts = Facts(from: "2026-01-05")
        publish(&facts)
        let cache = try TemporaryCache()
        try await cache.record(facts.events)
        return cache
    }

    deinit {
        try? cache.close()
        try? FileManager.default.removeItem(at: directory)
    }

    /// Records a batch in one transaction.
    func record(_ batch: [Event]) async throws {
        try await cache.record { writer in
            for event in batch {
                switch event {
                case .fact(let fact, let offset): try writer.record(fact, partition: 0, offset: offset)
                case .matchSet(let set): try writer.record(set)
                }
            }
        }
    }

    /// The three numbers, as they are kept.
    func metrics(
        by grouping: MetricGrouping? = nil, in currency: Currency = .dong, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        try cache.read { try $0.metrics(by: grouping, in: currency, asOf: day) }
    }

    /// The three numbers of a table to publish.
    func published(by grouping: MetricGrouping?) throws -> [PublishedMetrics] {
        try cache.read { try $0.publishedMetrics(by: grouping, in: .dong) }
    }

    /// Records gap reports in one transaction.
    func record(_ reports: [WireGapReport]) async throws {
        try await cache.record { writer in for report in reports { try writer.record(report) } }
    }

    /// What the cache answers.
    func ask<Answer: Sendable>(_ question: @Sendable (HistoryReader) throws -> Answer) throws -> Answer {
        try cache.read(question)
    }

    /// What of a product originates.
    func product(_ key: String, limits: AgreementLimits = .usual) throws -> ProductReport? {
        try cache.read { try $0.product(key, limits: limits) }
    }

    /// How a capability's statement stands.
    func standing(of capability: String) throws -> VerificationStanding {
        try cache.read { try $0.statementStanding(of: capability) }
    }

    /// The three numbers, added up anew.
    func recomputed(
        by grouping: MetricGrouping? = nil, in currency: Currency = .dong, asOf day: CalendarDay? = nil
    ) throws -> [LocalizationMetrics] {
        try cache.read { try $0.recomputedMetrics(by: grouping, in: currency, asOf: day) }
    }
}

/// A record of the market or of the match sets.
enum Event: Sendable {
    case fact(WireMarketFact, offset: Int64)
    case matchSet(WireMatchSet)
}

extension Currency {
    static let dong = Currency.named("VND")
    static let dollar = Currency.named("USD")

    private static func named(_ code: String) -> Currency {
        guard let currency = try? Currency(code: code) else { preconditionFailure("\(code) is a currency") }
        return currency
    }
}

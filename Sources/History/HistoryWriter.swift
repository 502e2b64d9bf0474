public import Contracts
internal import GRDB
internal import SwiftProtobuf

/// Projects facts, match sets, gap reports, dead letters and opportunities into rows.
///
/// Rows are keyed by business key and market position and replaced only by a higher version, so that the order in which
/// topics are read leaves no trace.
public struct HistoryWriter {
    private let database: Database
    private let metrics: MetricsWriter?
    private let batch = Batch()

    /// What a batch has recorded so far.
    private final class Batch {
        struct Version: Hashable {
            let requirement: String
            let number: UInt64
        }

        var told: [OpportunityNews.Item] = []
        /// The versions of requirements of which it tells.
        var versions: Set<Version> = []
    }

    init(_ database: Database, keepingNumbers: Bool) {
        self.database = database
        metrics = keepingNumbers ? MetricsWriter(database) : nil
    }

    /// Writes what is kept of the whole batch.
    func finish() throws { try metrics?.finish() }

    /// What the batch tells suppliers, in order.
    var told: [OpportunityNews.Item] { batch.told }

    // MARK: - Positions

    /// Notes that everything before an offset is recorded.
    public func advance(topic: String, partition: Int32, to nextOffset: Int64) throws {
        try database.write(
            """
            INSERT INTO position (topic, partition, next_offset) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET next_offset = excluded.next_offset
            """,
            topic, partition, nextOffset)
    }

    // MARK: - Market

    /// Records a fact of the market.
    public func record(_ fact: WireMarketFact, partition: Int32, offset: Int64) throws {
        try recordSubmission(of: fact)
        guard let row = try SubjectRow(fact) else { return }
        try database.write(
            """
            INSERT INTO subject (kind, key, version, market_partition, market_offset, accepted_at, owner, is_withdrawn,
                hs_code, ward_code, refers_to, counterpart, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET version = excluded.version, market_partition = excluded.market_partition,
                market_offset = excluded.market_offset, accepted_at = excluded.accepted_at, owner = excluded.owner,
                is_withdrawn = excluded.is_withdrawn,
                hs_code = iif(excluded.is_withdrawn, hs_code, excluded.hs_code),
                ward_code = iif(excluded.is_withdrawn, ward_code, excluded.ward_code),
                refers_to = iif(excluded.is_withdrawn, refers_to, excluded.refers_to),
                counterpart = iif(excluded.is_withdrawn, counterpart, excluded.counterpart),
                message = iif(excluded.is_withdrawn, message, excluded.message)
            WHERE excluded.version > version
            """,
            row.subject.rawValue, fact.key, Int64(fact.version), partition, offset, fact.acceptedAt, row.owner,
            row.isWithdrawn, row.hsCode, row.wardCode, row.refersTo, row.counterpart, row.message)
        if database.changesCount > 0 { try metrics?.count(fact, offset: offset) }
    }

    private func recordSubmission(of fact: WireMarketFact) throws {
        if case .repeatsCounted(let repeats) = fact.fact {
            for origin in repeats.records {
                try recordSubmission(origin, .repeated, key: "", version: 0)
            }
        } else if case .pending = fact.fact {
            try recordSubmission(fact.origin, .pending, key: fact.key, version: fact.version)
        } else if case .expired = fact.fact {
            return
        } else if fact.hasOrigin {
            try recordSubmission(fact.origin, .accepted, key: fact.key, version: fact.version)
        }
    }

    /// What became of a record: a pending one may still be accepted or refused, never the other way round.
    private func recordSubmission(
        _ origin: WireOrigin, _ outcome: Submission.Outcome, key: String, version: UInt64
    ) throws {
        try database.write(
            """
            INSERT INTO submission (topic, partition, offset, outcome, key, version) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET outcome = excluded.outcome, key = excluded.key, version = excluded.version
            WHERE outcome = 'pending' AND excluded.outcome <> 'pending'
            """,
            origin.topic, origin.partition, origin.offset, outcome.rawValue, key, Int64(version))
    }

    /// Notes how far the market's time has come, and the policy that holds, if it was set.
    public func advanceTime(partition: Int32, to acceptedAt: Int64, policy: WirePolicySet?) throws {
        try database.write(
            """
            INSERT INTO market_time (partition, accepted_at, policy) VALUES (?, ?, ?)
            ON CONFLICT DO UPDATE SET accepted_at = max(accepted_at, excluded.accepted_at),
                policy = ifnull(excluded.policy, policy)
            """,
            partition, acceptedAt, try policy.map { try $0.serializedBytes() as [UInt8] })
    }

    // MARK: - Match sets

    /// Records a match set: in the history, and as the current one if none is newer.
    public func record(_ matchSet: WireMatchSet) throws {
        let ratio = matchSet.localization.hasRatio ? Int64(matchSet.localization.ratio) : nil
        let message: [UInt8] = try matchSet.serializedBytes()
        try database.write(
            """
            INSERT INTO match_set (requirement, market_partition, market_offset, as_of, status, ratio, message)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            matchSet.requirement, matchSet.marketPartition, matchSet.marketOffset, matchSet.asOf,
            matchSet.status.rawValue, ratio, message)
        // Most requirements are matched once: then there is nothing to take away.
        var isFirst = true
        try database.read("SELECT 1 FROM current_match_set WHERE requirement = ?", matchSet.requirement) { _ in
            isFirst = false
        }
        guard try replaceCurrent(with: matchSet, ratio: ratio) else { return }
        try metrics?.count(matchSet)
        if !isFirst {
            try database.write("DELETE FROM current_match WHERE requirement = ?", matchSet.requirement)
        }
        for (index, match) in matchSet.matches.enumerated() {
            try database.write(
                """
                INSERT INTO current_match (requirement, rank, capability, supplier, score, unit_price, available, lvc)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                matchSet.requirement, index + 1, match.capability, owner(of: match.capability),
                Int64(match.score), match.unitPrice, match.available, Int64(match.lvc))
        }
    }

    /// Whether the match set is now the current one of its requirement.
    private func replaceCurrent(with matchSet: WireMatchSet, ratio: Int64?) throws -> Bool {
        try database.write(
            """
            INSERT INTO current_match_set (requirement, market_partition, market_offset, as_of, status, open_quantity,
                currency, qualifying_suppliers, candidates, ratio, absent_reason, planned_amount, uncovered_quantity,
                uncovered_amount)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET market_partition = excluded.market_partition,
                market_offset = excluded.market_offset, as_of = excluded.as_of, status = excluded.status,
                open_quantity = excluded.open_quantity, currency = excluded.currency,
                qualifying_suppliers = excluded.qualifying_suppliers, candidates = excluded.candidates,
                ratio = excluded.ratio, absent_reason = excluded.absent_reason,
                planned_amount = excluded.planned_amount, uncovered_quantity = excluded.uncovered_quantity,
                uncovered_amount = excluded.uncovered_amount
            WHERE excluded.market_offset > market_offset
            """,
            matchSet.requirement, matchSet.marketPartition, matchSet.marketOffset, matchSet.asOf,
            matchSet.status.rawValue, matchSet.openQuantity, matchSet.currencyCode,
            Int64(matchSet.qualifyingSuppliers), Int64(matchSet.candidates), ratio,
            matchSet.localization.absentReason, matchSet.localization.plannedAmount,
            matchSet.localization.uncoveredQuantity, matchSet.localization.uncoveredAmount)
        return database.changesCount > 0
    }

    // MARK: - Gaps

    /// Records what keeps a heading's demand from being met, if no newer report is there.
    public func record(_ report: WireGapReport) throws {
        let message: [UInt8] = try report.serializedBytes()
        try database.write(
            """
            INSERT INTO gap_report (heading, market_partition, market_offset, unmet_amount, message)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET market_partition = excluded.market_partition,
                market_offset = excluded.market_offset, unmet_amount = excluded.unmet_amount,
                message = excluded.message
            WHERE excluded.market_offset > market_offset
            """,
            report.heading, report.marketPartition, report.marketOffset, report.unmet.amount, message)
    }

    // MARK: - Refusals and opportunities

    /// Records a dead letter.
    public func record(_ letter: WireDeadLetter) throws {
        let message: [UInt8] = try letter.serializedBytes()
        try database.write(
            """
            INSERT INTO dead_letter (topic, partition, offset, refused_at, key, owner, reason, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            letter.origin.topic, letter.origin.partition, letter.origin.offset, letter.refusedAt, letter.key,
            owner(of: letter.key), letter.refusals.first?.reason ?? "", message)
        try recordSubmission(letter.origin, .refused, key: letter.key, version: 0)
    }

    /// Records what a supplier was told.
    public func record(_ opportunity: WireOpportunity) throws {
        guard let asOf = CalendarDay.milliseconds(timestamp: opportunity.asOf) else { return }
        try recordTold(opportunity)
        try database.write(
            """
            INSERT INTO opportunity (requirement, supplier, as_of, status, version, subscription, capability)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET as_of = excluded.as_of, status = excluded.status, version = excluded.version,
                subscription = excluded.subscription, capability = excluded.capability
            WHERE excluded.as_of >= as_of
            """,
            opportunity.requirement, opportunity.supplier, asOf, opportunity.status.rawValue,
            Int64(opportunity.requirementVersion), opportunity.subscription, opportunity.capability)
        guard database.changesCount > 0 else { return }
        batch.told.append(OpportunityNews.Item(opportunity))
    }

    /// Records what everybody is told of a version of a requirement, once.
    private func recordTold(_ opportunity: WireOpportunity) throws {
        let version = Batch.Version(requirement: opportunity.requirement, number: opportunity.requirementVersion)
        guard batch.versions.insert(version).inserted else { return }
        var common = opportunity
        common.supplier = ""
        common.subscription = ""
        common.capability = ""
        common.status = .unspecified
        common.asOf = ""
        let message: [UInt8] = try common.serializedBytes()
        try database.write(
            """
            INSERT INTO told_requirement (requirement, version, message) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
            """, version.requirement, Int64(version.number), message)
    }
}

/// The enterprise code of a key: what stands before the first slash.
func owner(of key: String) -> String {
    String(decoding: key.utf8.prefix { $0 != UInt8(ascii: "/") }, as: UTF8.self)
}

public import Contracts
internal import GRDB
internal import SwiftProtobuf

/// What a supplier was told last of a requirement.
public struct OpportunityEntry: Sendable, Hashable {
    /// Where it stands in the listing.
    public let place: Place
    /// The message.
    public let message: WireOpportunity

    init(_ message: WireOpportunity) {
        place = Place(asOf: message.asOf, requirement: message.requirement)
        self.message = message
    }

    /// The message as the JSON it was told in.
    public var json: String { get throws { try message.jsonString() } }

    /// A place in the order of the listing: newest first, then by requirement.
    public struct Place: Sendable, Hashable, CustomStringConvertible {
        /// When it was told, RFC 3339.
        public let asOf: String
        /// The requirement, or its public id.
        public let requirement: String

        public init(asOf: String, requirement: String) {
            self.asOf = asOf
            self.requirement = requirement
        }

        /// When it was told, since 1970-01-01T00:00:00Z; 0 where the time is no time.
        var milliseconds: Int64 { CalendarDay.milliseconds(timestamp: asOf) ?? 0 }

        /// Reads what `description` wrote; nil for any other text.
        public init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            self.init(asOf: String(parts[0]), requirement: String(parts[1]))
        }

        public var description: String { "\(asOf) \(requirement)" }
    }
}

extension OpportunityEntry {
    /// Puts together what is of the requirement and what is of the supplier.
    fileprivate init(_ row: Row) throws {
        let common: Blob = row[0]
        var message = try WireOpportunity(serializedBytes: common)
        message.supplier = row[1]
        message.subscription = row[2]
        message.capability = row[3]
        message.status = WireOpportunity.Status(rawValue: row[4]) ?? .unspecified
        message.asOf = CalendarDay.timestamp(milliseconds: row[5])
        self.init(message)
    }
}

extension HistoryReader {
    /// What a supplier was told last of each requirement, newest first.
    /// - parameter after: The place after which the listing goes on.
    public func opportunities(
        of supplier: String, after: OpportunityEntry.Place?, limit: Int
    ) throws -> [OpportunityEntry] {
        try opportunities(
            """
            o.supplier = :supplier
                AND (:asOf IS NULL OR o.as_of < :asOf OR (o.as_of = :asOf AND o.requirement > :requirement))
            ORDER BY o.as_of DESC, o.requirement LIMIT :limit
            """,
            ["supplier": supplier, "asOf": after?.milliseconds, "requirement": after?.requirement, "limit": limit])
    }

    /// What a supplier was told since a time, oldest first.
    /// - parameter place: What was told at its time is among it, where the requirement comes after the place's.
    public func opportunities(
        of supplier: String, since place: OpportunityEntry.Place, limit: Int
    ) throws -> [OpportunityEntry] {
        try opportunities(
            """
            o.supplier = ? AND (o.as_of, o.requirement) > (?, ?) ORDER BY o.as_of, o.requirement LIMIT ?
            """, [supplier, place.milliseconds, place.requirement, limit])
    }

    /// What a supplier was told last of a requirement, under its key or its public id; nil where it was told nothing.
    public func opportunity(of supplier: String, requirement: String) throws -> OpportunityEntry? {
        try opportunities("o.supplier = ? AND o.requirement = ?", [supplier, requirement]).first
    }

    private func opportunities(_ condition: String, _ arguments: StatementArguments) throws -> [OpportunityEntry] {
        try Row.fetchAll(
            statement(
                """
                SELECT t.message, o.supplier, o.subscription, o.capability, o.status, o.as_of
                FROM opportunity o JOIN told_requirement t ON t.requirement = o.requirement AND t.version = o.version
                WHERE \(condition)
                """), arguments: arguments
        ).map(OpportunityEntry.init)
    }
}

internal import GRDB

/// What a supplier was told last of a requirement.
public struct OpportunityEntry: Sendable, Hashable {
    /// Where it stands in the listing.
    public let place: Place
    /// The message, as the JSON it was told in.
    public let json: String

    /// A place in the order of the listing: newest first, then by requirement.
    public struct Place: Sendable, Hashable, CustomStringConvertible {
        /// When it was told, RFC 3339.
        public let asOf: String
        /// The requirement, or its public id.
        public let requirement: String

        init(asOf: String, requirement: String) {
            self.asOf = asOf
            self.requirement = requirement
        }

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
    fileprivate init(_ row: Row) { self.init(place: Place(asOf: row[0], requirement: row[1]), json: row[2]) }
}

extension HistoryReader {
    /// What a supplier was told last of each requirement, newest first.
    /// - parameter after: The place after which the listing goes on.
    public func opportunities(
        of supplier: String, after: OpportunityEntry.Place?, limit: Int
    ) throws -> [OpportunityEntry] {
        try Row.fetchAll(
            statement(
                """
                SELECT as_of, requirement, message FROM opportunity
                WHERE supplier = :supplier
                    AND (:asOf IS NULL OR as_of < :asOf OR (as_of = :asOf AND requirement > :requirement))
                ORDER BY as_of DESC, requirement LIMIT :limit
                """),
            arguments: [
                "supplier": supplier, "asOf": after?.asOf, "requirement": after?.requirement, "limit": limit,
            ]
        ).map(OpportunityEntry.init)
    }

    /// What a supplier was told since a time, oldest first.
    /// - parameter asOf: RFC 3339; what was told at that very time is among it.
    /// - parameter requirement: Of what was told at that time, only requirements after this one.
    public func opportunities(
        of supplier: String, since asOf: String, beyond requirement: String = "", limit: Int
    ) throws -> [OpportunityEntry] {
        try Row.fetchAll(
            statement(
                """
                SELECT as_of, requirement, message FROM opportunity
                WHERE supplier = ? AND (as_of, requirement) > (?, ?) ORDER BY as_of, requirement LIMIT ?
                """), arguments: [supplier, asOf, requirement, limit]
        ).map(OpportunityEntry.init)
    }

    /// What a supplier was told last of a requirement, under its key or its public id; nil where it was told nothing.
    public func opportunity(of supplier: String, requirement: String) throws -> OpportunityEntry? {
        try Row.fetchOne(
            statement("SELECT as_of, requirement, message FROM opportunity WHERE supplier = ? AND requirement = ?"),
            arguments: [supplier, requirement]
        ).map(OpportunityEntry.init)
    }
}

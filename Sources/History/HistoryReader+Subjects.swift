public import Contracts
internal import Foundation
internal import GRDB
public import SwiftProtobuf

/// What a key of a public topic last said.
public struct SubjectEntry: Sendable {
    /// What it is about.
    public let subject: Subject
    /// `owner/id`.
    public let key: String
    /// How often the key has been accepted.
    public let version: UInt64
    /// Where the fact stands in the market.
    public let marketPartition: Int32
    /// Where the fact stands in its partition.
    public let marketOffset: Int64
    /// When it was accepted, in milliseconds since 1970-01-01T00:00:00Z.
    public let acceptedAt: Int64
    /// Whether it was withdrawn; the message is then what it said before.
    public let isWithdrawn: Bool
    /// Enterprise code of the other side: the supplier of an award, the buyer of a quote, whom a verification examines;
    /// empty where there is none.
    public let counterpart: String
    private let message: Data

    fileprivate init?(_ row: Row) {
        guard let subject = Subject(rawValue: row["kind"]) else { return nil }
        self.subject = subject
        key = row["key"]
        version = UInt64(row["version"] as Int64)
        marketPartition = row["market_partition"]
        marketOffset = row["market_offset"]
        acceptedAt = row["accepted_at"]
        isWithdrawn = row["is_withdrawn"]
        counterpart = row["counterpart"]
        message = row["message"]
    }

    /// The fact's message, such as `WireRequirementAccepted`.
    public func decoded<Message: SwiftProtobuf.Message>(as type: Message.Type) throws -> Message {
        try Message(serializedBytes: message)
    }
}

extension HistoryReader {
    /// What a key last said; nil where it never was accepted.
    public func subject(_ subject: Subject, _ key: String) throws -> SubjectEntry? {
        try Row.fetchOne(
            statement("SELECT * FROM subject WHERE kind = ? AND key = ?"), arguments: [subject.rawValue, key]
        ).flatMap(SubjectEntry.init)
    }

    /// Which keys are wanted.
    public struct SubjectFilter: Sendable {
        /// Only of this enterprise.
        public var owner: String?
        /// Only codes that begin so.
        public var hsPrefix: String?
        /// Only what has this enterprise on its other side: awards to a supplier, quotes to a buyer, verifications of
        /// either.
        public var counterpart: String?
        /// Only what refers to this requirement, capability or product.
        public var refersTo: String?
        /// Those that were withdrawn, too, with what they said before.
        public var includesWithdrawn = false
        /// Only keys after this one.
        public var after: String?
        /// At most so many.
        public var limit = HistoryLimits.pageRows

        /// Everything, a page at a time.
        public init() {}
    }

    /// What the keys of a subject last said, without those withdrawn, in the order of the keys.
    public func subjects(_ subject: Subject, _ filter: SubjectFilter = SubjectFilter()) throws -> [SubjectEntry] {
        var conditions = ["kind = ?"] + (filter.includesWithdrawn ? [] : ["NOT is_withdrawn"])
        var arguments: [(any DatabaseValueConvertible)?] = [subject.rawValue]
        func add(_ condition: String, _ value: String?) {
            guard let value else { return }
            conditions.append(condition)
            arguments.append(value)
        }
        add("owner = ?", filter.owner)
        add("hs_code >= ?", filter.hsPrefix)
        add("hs_code < ?", filter.hsPrefix.map { $0 + ":" })
        // What is bound could be empty, so SQLite takes a partial index only where it is told.
        add("counterpart <> '' AND counterpart = ?", filter.counterpart)
        add("refers_to <> '' AND refers_to = ?", filter.refersTo)
        add("key > ?", filter.after)
        arguments.append(filter.limit)
        return try Row.fetchAll(
            statement("SELECT * FROM subject WHERE \(conditions.joined(separator: " AND ")) ORDER BY key LIMIT ?"),
            arguments: StatementArguments(arguments)
        ).compactMap(SubjectEntry.init)
    }

    /// What a supplier offers, in the order of the keys.
    public func capabilities(of supplier: String) throws -> [(key: String, accepted: WireCapabilityAccepted)] {
        var filter = SubjectFilter()
        filter.owner = supplier
        filter.limit = .max
        return try subjects(.capabilities, filter).map { ($0.key, try $0.decoded(as: WireCapabilityAccepted.self)) }
    }

    /// How many keys of a subject each enterprise has that are not withdrawn.
    public func counts(of subject: Subject) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        let rows = try Row.fetchCursor(
            statement("SELECT owner, count(*) FROM subject WHERE kind = ? AND NOT is_withdrawn GROUP BY owner"),
            arguments: [subject.rawValue])
        while let row = try rows.next() { counts[row[0]] = row[1] }
        return counts
    }

    /// Calls a function with every key of a subject that is not withdrawn, in the order of the keys.
    /// - parameter referringTo: Only with those that refer to this requirement, capability or product.
    public func forEach(
        _ subject: Subject, referringTo key: String? = nil, _ body: (SubjectEntry) throws -> Void
    ) throws {
        guard let key else {
            return try scan(subject) { entry in
                try body(entry)
                return true
            }
        }
        var filter = SubjectFilter()
        filter.refersTo = key
        filter.limit = .max
        try subjects(subject, filter).forEach(body)
    }

    /// Calls a function with every key of a subject that is not withdrawn, in their order, as long as it says to go on.
    public func scan(_ subject: Subject, _ goesOn: (SubjectEntry) throws -> Bool) throws {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT * FROM subject WHERE kind = ? AND NOT is_withdrawn ORDER BY key",
            arguments: [subject.rawValue])
        while let row = try rows.next() {
            if let entry = SubjectEntry(row), try !goesOn(entry) { return }
        }
    }
}

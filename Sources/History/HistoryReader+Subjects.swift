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
        guard let subject = Subject(rawValue: row[0]) else { return nil }
        self.subject = subject
        key = row[1]
        version = UInt64(row[2] as Int64)
        marketPartition = row[3]
        marketOffset = row[4]
        acceptedAt = row[5]
        isWithdrawn = row[6]
        counterpart = row[7]
        message = row[8]
    }

    /// A question for rows of entries.
    fileprivate static let selection = """
        SELECT kind, key, version, market_partition, market_offset, accepted_at, is_withdrawn, counterpart, message
        FROM subject
        """

    /// The fact's message, such as `WireRequirementAccepted`.
    public func decoded<Message: SwiftProtobuf.Message>(as type: Message.Type) throws -> Message {
        try Message(serializedBytes: message)
    }
}

extension HistoryReader {
    /// What a key last said; nil where it never was accepted.
    public func subject(_ subject: Subject, _ key: String) throws -> SubjectEntry? {
        try Row.fetchOne(
            statement("\(SubjectEntry.selection) WHERE kind = ? AND key = ?"), arguments: [subject.rawValue, key]
        ).flatMap(SubjectEntry.init)
    }

    /// What a requirement last said; nil where it is not known.
    public func requirement(_ key: String) throws -> WireRequirementAccepted? {
        try subject(.requirements, key).map { try $0.decoded(as: WireRequirementAccepted.self) }
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
        /// Only requirements that have no match set.
        public var isUnmatched = false
        /// Only keys after this one.
        public var after: String?
        /// At most so many.
        public var limit = HistoryLimits.pageRows

        /// Everything, a page at a time.
        public init() {}

        /// Everything at once.
        public static var all: SubjectFilter {
            var all = SubjectFilter()
            all.limit = .max
            return all
        }
    }

    /// What the keys of a subject last said, without those withdrawn, in the order of the keys.
    public func subjects(_ subject: Subject, _ filter: SubjectFilter = SubjectFilter()) throws -> [SubjectEntry] {
        let (sql, arguments) = question(for: subject, filter)
        return try Row.fetchAll(statement(sql), arguments: arguments).compactMap(SubjectEntry.init)
    }

    /// Calls a function with what the keys of a subject last said, without those withdrawn, in the order of the keys, as long
    /// as it says to go on. It may ask the cache meanwhile.
    public func scan(
        _ subject: Subject, _ filter: SubjectFilter = .all, _ goesOn: (SubjectEntry) throws -> Bool
    ) throws {
        let (sql, arguments) = question(for: subject, filter)
        let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
        while let row = try rows.next() {
            if let entry = SubjectEntry(row), try !goesOn(entry) { return }
        }
    }

    private func question(for subject: Subject, _ filter: SubjectFilter) -> (String, StatementArguments) {
        var conditions = ["kind = ?"] + (filter.includesWithdrawn ? [] : ["NOT is_withdrawn"])
        if filter.isUnmatched { conditions.append("key NOT IN (SELECT requirement FROM current_match_set)") }
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
        let sql = "\(SubjectEntry.selection) WHERE \(conditions.joined(separator: " AND ")) ORDER BY key LIMIT ?"
        return (sql, StatementArguments(arguments))
    }

    /// What a supplier offers, in the order of the keys.
    public func capabilities(of supplier: String) throws -> [(key: String, accepted: WireCapabilityAccepted)] {
        var filter = SubjectFilter.all
        filter.owner = supplier
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
        var filter = SubjectFilter.all
        filter.refersTo = key
        try scan(subject, filter) { entry in
            try body(entry)
            return true
        }
    }
}

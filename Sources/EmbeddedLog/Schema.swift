import EventLog
import GRDB

/// What the file holds: a table of records for each topic, and where each group is.
enum Schema {
    /// `LKLG` in SQLite's header: the file is a log of Linkage's.
    static let applicationID: Int32 = 0x4C4B_4C47

    /// The version of the tables below.
    static let version: Int32 = 1

    /// The table of a topic's records. A table a topic keeps every append at the end of a tree.
    static func recordTable(_ topicNumber: Int64) -> String { "record_\(topicNumber)" }

    fileprivate static let tables = """
        CREATE TABLE topic (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE consumer_group (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            generation INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE position (
            group_number INTEGER NOT NULL,
            topic_number INTEGER NOT NULL,
            next_offset INTEGER NOT NULL,
            PRIMARY KEY (group_number, topic_number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE writer (
            name TEXT PRIMARY KEY,
            owner INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    fileprivate static func createRecordTable(_ topicNumber: Int64) -> String {
        """
        CREATE TABLE \(recordTable(topicNumber)) (
            record_offset INTEGER PRIMARY KEY,
            timestamp INTEGER NOT NULL,
            key BLOB,
            value BLOB,
            headers BLOB
        ) STRICT
        """
    }
}

extension Database {
    /// Throws `EventLogError.damaged` unless the file is empty or a log of this version.
    func requireLog(path: String) throws {
        let application = try Int32.fetchOne(self, sql: "PRAGMA application_id") ?? 0
        let version = try Int32.fetchOne(self, sql: "PRAGMA user_version") ?? 0
        if application == 0, version == 0, try !hasTables() { return }
        guard application == Schema.applicationID else {
            throw EventLogError.damaged(
                "\(path) was made by something else (application_id \(application)); choose another directory")
        }
        guard version == Schema.version else {
            throw EventLogError.damaged(
                "\(path) has version \(version) of the log's tables, this program reads \(Schema.version); "
                    + "use the program that wrote it")
        }
    }

    private func hasTables() throws -> Bool {
        try Bool.fetchOne(self, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master)") ?? true
    }

    /// Creates the tables and topics that are missing.
    func createLog(topics: [Topic]) throws {
        try inTransaction(.immediate) {
            if try !hasTables() {
                try execute(sql: Schema.tables)
                try execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
                try execute(sql: "PRAGMA user_version = \(Schema.version)")
            }
            let existing = try topicNumbers()
            for topic in topics where existing[topic] == nil {
                try execute(sql: "INSERT OR IGNORE INTO topic (name) VALUES (?)", arguments: [topic.name])
                guard changesCount > 0 else { continue }
                try execute(sql: Schema.createRecordTable(lastInsertedRowID))
            }
            return .commit
        }
    }

    /// The topics of the file.
    func topicNumbers() throws -> [Topic: Int64] {
        let rows = try Row.fetchAll(self, sql: "SELECT number, name FROM topic")
        return Dictionary(try rows.map { (Topic(try $0.text("name")), try $0.integer("number")) }) { first, _ in first }
    }

    /// The offset that the next record of a topic gets.
    func endOffset(topicNumber: Int64) throws -> Int64 {
        let sql = "SELECT max(record_offset) FROM \(Schema.recordTable(topicNumber))"
        let last = try Int64.fetchOne(cachedStatement(sql: sql))
        guard let last else { return 0 }
        guard (0..<EmbeddedLogLimits.offsetMax).contains(last) else {
            throw FileDamage(what: "offset \(last) in the table \(Schema.recordTable(topicNumber))")
        }
        return last + 1
    }

    /// Reads back what the connection promises.
    func durability() throws -> Durability {
        Durability(
            journalMode: try String.fetchOne(self, sql: "PRAGMA journal_mode") ?? "",
            synchronous: try Int.fetchOne(self, sql: "PRAGMA synchronous") ?? -1)
    }
}

extension Row {
    /// An integer of the file; a file that was tampered with throws instead of trapping.
    func integer(_ column: String) throws -> Int64 {
        let stored: DatabaseValue = self[column]
        guard let value = Int64.fromDatabaseValue(stored) else {
            throw FileDamage(what: "the column \(column) holds no integer")
        }
        return value
    }

    /// A text of the file.
    func text(_ column: String) throws -> String {
        let stored: DatabaseValue = self[column]
        guard let value = String.fromDatabaseValue(stored) else {
            throw FileDamage(what: "the column \(column) holds no text")
        }
        return value
    }
}

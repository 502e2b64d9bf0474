import EventLog
import GRDB

/// What a member claims when it commits: that it is still the active one of its group and the latest of its
/// writer's name. Both are checked in the transaction that holds its outputs and positions.
struct Claim: Sendable {
    /// The group.
    let group: Group
    /// The generation the member was made active in.
    let generation: Int64
    /// The writer's name.
    let writer: String
    /// Names this member's time as the active one.
    let owner: Int64
    /// Whether the member has committed under this writer's name before.
    let ownsWriter: Bool
    /// Where each partition goes on.
    let positions: [TopicPartition: Int64]

    /// Throws `EventLogError.fenced` unless the claim holds, `.unknownTopic` for a partition that is none.
    func check(in db: Database, topics: Topics) throws {
        for partition in positions.keys {
            _ = try topics.table(of: partition.topic, partition: partition.partition, in: db)
        }
        guard try group.generation(in: db) == generation else {
            throw EventLogError.fenced("another member of the group \(group.name) is active by now")
        }
        guard ownsWriter else { return try takeWriter(in: db) }
        let row = try Row.fetchOne(db, sql: "SELECT owner FROM writer WHERE name = ?", arguments: [writer])
        guard try row?.integer("owner") == owner else {
            throw EventLogError.fenced("a newer writer has the name \(writer)")
        }
    }

    private func takeWriter(in db: Database) throws {
        let sql =
            "INSERT INTO writer (name, owner) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET owner = excluded.owner"
        try db.cachedStatement(sql: sql).execute(arguments: [writer, owner])
    }

    /// Moves the group's positions.
    func advance(in db: Database, topics: Topics) throws {
        let sql = """
            INSERT INTO position (group_number, topic_number, next_offset) VALUES (?, ?, ?)
            ON CONFLICT (group_number, topic_number) DO UPDATE SET next_offset = excluded.next_offset
            """
        let statement = try db.cachedStatement(sql: sql)
        for (partition, next) in positions {
            let number = try topics.table(of: partition.topic, in: db).topicNumber
            try statement.execute(arguments: [group.number, number, next])
        }
    }
}

/// A group as the file knows it.
struct Group: Sendable {
    /// Its number in the file.
    let number: Int64
    /// Its name.
    let name: String

    /// Finds a group, or creates it.
    static func named(_ name: String, in db: Database) throws -> Group {
        if let group = try find(name, in: db) { return group }
        try db.inTransaction(.immediate) {
            try db.execute(
                sql: "INSERT OR IGNORE INTO consumer_group (name, generation) VALUES (?, 0)", arguments: [name])
            return .commit
        }
        guard let group = try find(name, in: db) else { throw FileDamage(what: "the group \(name) can't be kept") }
        return group
    }

    private static func find(_ name: String, in db: Database) throws -> Group? {
        let row = try Row.fetchOne(db, sql: "SELECT number FROM consumer_group WHERE name = ?", arguments: [name])
        return try row.map { Group(number: try $0.integer("number"), name: name) }
    }

    /// How often a member has become active.
    func generation(in db: Database) throws -> Int64 {
        let statement = try db.cachedStatement(sql: "SELECT generation FROM consumer_group WHERE number = ?")
        guard let row = try Row.fetchOne(statement, arguments: [number]) else {
            throw FileDamage(what: "the group \(name) has vanished")
        }
        return try row.integer("generation")
    }

    /// Begins the next generation, in which every earlier member is fenced.
    func beginGeneration(in db: Database) throws -> Int64 {
        let sql = "UPDATE consumer_group SET generation = generation + 1 WHERE number = ?"
        try db.execute(sql: sql, arguments: [number])
        return try generation(in: db)
    }

    /// Where the group goes on in a topic: the committed offset, else the first.
    func nextOffset(topicNumber: Int64, in db: Database) throws -> Int64 {
        let sql = "SELECT next_offset FROM position WHERE group_number = ? AND topic_number = ?"
        let row = try Row.fetchOne(db, sql: sql, arguments: [number, topicNumber])
        return try row?.integer("next_offset") ?? 0
    }
}

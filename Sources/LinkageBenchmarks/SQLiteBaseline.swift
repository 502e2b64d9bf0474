import GRDBSQLite

/// The baseline in SQL: a table in memory, an index that holds every column, one prepared query a requirement.
final class SQLiteBaseline {
    private var database: OpaquePointer?
    private var query: OpaquePointer?

    init(_ offers: [BenchmarkOffer]) {
        check(sqlite3_open(":memory:", &database))
        run(
            """
            CREATE TABLE offers (id INTEGER PRIMARY KEY, code INT, price INT, lead INT, schemes INT, local INT,
                owned INT, x INT, y INT, z INT, minimum INT, capacity INT)
            """)
        run("BEGIN")
        var insert: OpaquePointer?
        check(sqlite3_prepare_v2(database, "INSERT INTO offers VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", -1, &insert, nil))
        for (index, offer) in offers.enumerated() {
            let values = [
                Int32(index), Int32(offer.code), offer.price, offer.leadTimeDays, offer.schemes, offer.localContent,
                offer.ownership, offer.place.x, offer.place.y, offer.place.z, offer.minimumOrder, offer.capacity,
            ]
            for (column, value) in values.enumerated() { sqlite3_bind_int(insert, Int32(column + 1), value) }
            sqlite3_step(insert)
            sqlite3_reset(insert)
        }
        sqlite3_finalize(insert)
        run("COMMIT")
        run(
            """
            CREATE INDEX best ON offers (code, price, lead, schemes, local, owned, minimum, capacity, x, y, z)
            """)
        run("ANALYZE")
        check(
            sqlite3_prepare_v2(
                database,
                """
                SELECT id, 4000 * (?2 - price) / ?2 AS p, 3000 * min(?7, capacity * ?8) / ?7 AS c,
                    3000 * local / 10000 AS l
                FROM offers INDEXED BY best
                WHERE code = ?1 AND price <= ?2 AND lead <= ?3 AND schemes & ?4 = ?4 AND local >= ?5 AND owned >= ?6
                    AND capacity * ?8 >= ?9 AND minimum <= min(?7, capacity * ?8)
                    AND (x - ?10) * (x - ?10) + (y - ?11) * (y - ?11) + (z - ?12) * (z - ?12) <= ?13
                ORDER BY p + c + l DESC, price, id LIMIT 10
                """, -1, &query, nil))
    }

    deinit {
        sqlite3_finalize(query)
        sqlite3_close(database)
    }

    private func run(_ sql: String) { check(sqlite3_exec(database, sql, nil, nil, nil)) }

    private func check(_ code: Int32) {
        precondition(code == SQLITE_OK, "SQLite: \(code) \(String(cString: sqlite3_errmsg(database)))")
    }

    /// Adds the best ten to a hash.
    func rank(_ asked: BenchmarkRequirement, into hash: inout AnswerHash) {
        let distance = Int64(asked.distanceMax ?? 1_000_000_000)
        let values = [
            Int64(asked.code), Int64(asked.priceMax), Int64(asked.leadTimeDaysMax ?? .max), Int64(asked.schemes),
            Int64(asked.localContentMin), Int64(asked.ownershipMin), Int64(asked.quantity), Int64(asked.months),
            asked.allowsPartialSupply ? 1 : Int64(asked.quantity), Int64(asked.place.x), Int64(asked.place.y),
            Int64(asked.place.z), distance * distance,
        ]
        for (column, value) in values.enumerated() { sqlite3_bind_int64(query, Int32(column + 1), value) }
        while sqlite3_step(query) == SQLITE_ROW {
            hash.add(
                UInt32(sqlite3_column_int(query, 0)), UInt32(sqlite3_column_int(query, 1)),
                UInt32(sqlite3_column_int(query, 2)), UInt32(sqlite3_column_int(query, 3)))
        }
        sqlite3_reset(query)
    }
}

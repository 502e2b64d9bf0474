internal import GRDB

/// The tables of the cache. Everything in them derives from the log: a cache that is lost or outgrown is rebuilt.
enum Schema {
    /// Brings an older cache to the newest form.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 subjects, match sets, submissions") { database in
            try database.execute(sql: version1)
        }
        return migrator
    }

    /// The tables that a replay must find equal, in the order in which differences are told.
    static let derivedTables = [
        "market_time", "subject", "match_set", "current_match_set", "current_match", "current_allocation", "submission",
        "dead_letter", "opportunity",
    ]

    private static let version1 = """
        -- How far each partition of the log has been recorded; commits together with the rows.
        CREATE TABLE position (
            topic TEXT NOT NULL, partition INTEGER NOT NULL, next_offset INTEGER NOT NULL,
            PRIMARY KEY (topic, partition)
        ) WITHOUT ROWID;

        -- The time and the policy of each partition of the market.
        CREATE TABLE market_time (
            partition INTEGER NOT NULL PRIMARY KEY, accepted_at INTEGER NOT NULL, policy BLOB
        );

        -- What each key of a public topic last said.
        CREATE TABLE subject (
            kind TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
            market_partition INTEGER NOT NULL, market_offset INTEGER NOT NULL, accepted_at INTEGER NOT NULL,
            owner TEXT NOT NULL, is_withdrawn INTEGER NOT NULL,
            hs_code TEXT NOT NULL, ward_code TEXT NOT NULL, refers_to TEXT NOT NULL,
            message BLOB NOT NULL,
            PRIMARY KEY (kind, key)
        ) WITHOUT ROWID;
        CREATE INDEX subject_by_code ON subject (kind, hs_code);
        CREATE INDEX subject_by_owner ON subject (owner, kind);
        CREATE INDEX subject_by_reference ON subject (refers_to, kind) WHERE refers_to <> '';

        -- Every match set of every requirement.
        CREATE TABLE match_set (
            requirement TEXT NOT NULL, market_partition INTEGER NOT NULL, market_offset INTEGER NOT NULL,
            as_of INTEGER NOT NULL, status INTEGER NOT NULL, ratio INTEGER, message BLOB NOT NULL,
            PRIMARY KEY (requirement, market_partition, market_offset)
        ) WITHOUT ROWID;
        CREATE INDEX match_set_by_time ON match_set (as_of);

        -- The newest match set of each requirement, with its ranking and its plan.
        CREATE TABLE current_match_set (
            requirement TEXT NOT NULL PRIMARY KEY,
            market_partition INTEGER NOT NULL, market_offset INTEGER NOT NULL, as_of INTEGER NOT NULL,
            status INTEGER NOT NULL, open_quantity INTEGER NOT NULL, currency TEXT NOT NULL,
            qualifying_suppliers INTEGER NOT NULL, candidates INTEGER NOT NULL,
            ratio INTEGER, absent_reason TEXT NOT NULL,
            planned_amount INTEGER NOT NULL, uncovered_quantity INTEGER NOT NULL, uncovered_amount INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE current_match (
            requirement TEXT NOT NULL, rank INTEGER NOT NULL, capability TEXT NOT NULL, supplier TEXT NOT NULL,
            score INTEGER NOT NULL, unit_price INTEGER NOT NULL, available INTEGER NOT NULL, lvc INTEGER NOT NULL,
            PRIMARY KEY (requirement, rank)
        ) WITHOUT ROWID;
        CREATE INDEX current_match_by_supplier ON current_match (supplier, score);
        CREATE TABLE current_allocation (
            requirement TEXT NOT NULL, sequence INTEGER NOT NULL, capability TEXT NOT NULL, supplier TEXT NOT NULL,
            quantity INTEGER NOT NULL, unit_price INTEGER NOT NULL, amount INTEGER NOT NULL, lvc INTEGER NOT NULL,
            PRIMARY KEY (requirement, sequence)
        ) WITHOUT ROWID;

        -- What became of each public record.
        CREATE TABLE submission (
            topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
            outcome TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
            PRIMARY KEY (topic, partition, offset)
        ) WITHOUT ROWID;

        -- What was refused, and why.
        CREATE TABLE dead_letter (
            topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
            refused_at INTEGER NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL, reason TEXT NOT NULL,
            message BLOB NOT NULL,
            PRIMARY KEY (topic, partition, offset)
        ) WITHOUT ROWID;
        CREATE INDEX dead_letter_by_time ON dead_letter (refused_at);
        CREATE INDEX dead_letter_by_owner ON dead_letter (owner, refused_at);

        -- What each supplier was told last of each requirement.
        CREATE TABLE opportunity (
            supplier TEXT NOT NULL, requirement TEXT NOT NULL, as_of TEXT NOT NULL, status INTEGER NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (supplier, requirement)
        ) WITHOUT ROWID;
        """
}

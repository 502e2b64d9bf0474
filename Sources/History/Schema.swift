internal import GRDB

/// The tables of the cache. Everything in them derives from the log: a cache that is lost or outgrown is rebuilt.
enum Schema {
    /// Makes the tables. Whatever changes them changes the name, too.
    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("7 the rate in force") { database in
            for part in [market, numbers, selectivity] { try database.execute(sql: part) }
        }
        return migrator
    }

    /// Makes the tables where there are none. A cache of another version is emptied first, so that it is read again from
    /// the log.
    /// - returns: Whether the tables are there; not where they are of another version and may not be erased.
    static func prepare(_ pool: DatabasePool, mayErase: Bool) throws -> Bool {
        let (applied, known) = (try pool.read(migrator.appliedIdentifiers), Set(migrator.migrations))
        if !applied.isEmpty, applied != known {
            guard mayErase else { return false }
            try pool.erase()
        }
        try migrator.migrate(pool)
        return true
    }

    /// The tables that a replay must find equal, in the order in which differences are told.
    static let derivedTables = [
        "market_time", "subject", "match_set", "current_match_set", "current_match", "submission", "dead_letter",
        "opportunity", "told_requirement", "metric_requirement", "capacity_use", "metric_capability",
        "metric_statement", "metric_rate", "rate_in_force", "metric_sum", "gap_report",
    ]

    /// What happened, and what came of it.
    private static let market = """
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
            -- The enterprise on the other side: the supplier of an award, the buyer of a quote, whom a verification examines.
            counterpart TEXT NOT NULL,
            message BLOB NOT NULL,
            PRIMARY KEY (kind, key)
        ) WITHOUT ROWID;
        CREATE INDEX subject_by_code ON subject (kind, hs_code);
        CREATE INDEX subject_by_owner ON subject (kind, owner, is_withdrawn);
        CREATE INDEX subject_by_counterpart ON subject (counterpart, kind) WHERE counterpart <> '';
        CREATE INDEX subject_by_reference ON subject (refers_to, kind) WHERE refers_to <> '';

        -- Every match set of every requirement.
        CREATE TABLE match_set (
            requirement TEXT NOT NULL, market_partition INTEGER NOT NULL, market_offset INTEGER NOT NULL,
            as_of INTEGER NOT NULL, status INTEGER NOT NULL, ratio INTEGER, message BLOB NOT NULL,
            PRIMARY KEY (requirement, market_partition, market_offset)
        ) WITHOUT ROWID;
        CREATE INDEX match_set_by_time ON match_set (as_of);

        -- The newest match set of each requirement, with its ranking.
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

        -- What became of each public record.
        CREATE TABLE submission (
            topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
            outcome TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL,
            PRIMARY KEY (topic, partition, offset)
        ) WITHOUT ROWID;
        CREATE INDEX submission_pending ON submission (outcome) WHERE outcome = 'pending';

        -- What was refused, and why.
        CREATE TABLE dead_letter (
            topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
            refused_at INTEGER NOT NULL, key TEXT NOT NULL, owner TEXT NOT NULL, reason TEXT NOT NULL,
            message BLOB NOT NULL,
            PRIMARY KEY (topic, partition, offset)
        ) WITHOUT ROWID;
        CREATE INDEX dead_letter_by_time ON dead_letter (refused_at);
        CREATE INDEX dead_letter_by_owner ON dead_letter (owner, refused_at);

        -- What each supplier was told last of each requirement; what is the same for all who were told is apart, so that the
        -- rows are short. Those who are told of one requirement at once are beside each other.
        CREATE TABLE opportunity (
            requirement TEXT NOT NULL, supplier TEXT NOT NULL, as_of INTEGER NOT NULL, status INTEGER NOT NULL,
            version INTEGER NOT NULL, subscription TEXT NOT NULL, capability TEXT NOT NULL,
            PRIMARY KEY (requirement, supplier)
        ) WITHOUT ROWID;
        CREATE INDEX opportunity_by_time ON opportunity (supplier, as_of);
        CREATE TABLE told_requirement (
            requirement TEXT NOT NULL, version INTEGER NOT NULL, message BLOB NOT NULL, PRIMARY KEY (requirement, version)
        ) WITHOUT ROWID;

        -- The last report of each heading.
        CREATE TABLE gap_report (
            heading TEXT NOT NULL PRIMARY KEY, market_partition INTEGER NOT NULL, market_offset INTEGER NOT NULL,
            unmet_amount INTEGER NOT NULL, message BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX gap_report_by_amount ON gap_report (unmet_amount DESC, heading);
        """

    /// The three numbers, kept.
    private static let numbers = """
        -- Where each requirement stands in every grouping, as it was last published, and what is counted of it, from one day to
        -- another: what is wanted, parts of plans, awards. Days are counted from 1970-01-01.
        CREATE TABLE metric_requirement (
            requirement TEXT NOT NULL PRIMARY KEY,
            heading TEXT NOT NULL, ward TEXT NOT NULL, park TEXT NOT NULL, month TEXT NOT NULL,
            first_day INTEGER NOT NULL, last_day INTEGER NOT NULL,
            -- The first and the last day at whose rates something is valued; null where nothing is.
            first_valued_day INTEGER, last_valued_day INTEGER,
            entries BLOB NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX metric_requirement_by_rate ON metric_requirement (last_valued_day, first_valued_day)
            WHERE last_valued_day IS NOT NULL;

        -- What plans (without award) and awards take of each capability, and what of a plan it can't make beside the others.
        -- What counts no longer takes nothing.
        CREATE TABLE capacity_use (
            capability TEXT NOT NULL, requirement TEXT NOT NULL, award TEXT NOT NULL,
            quantity INTEGER NOT NULL, first_day INTEGER NOT NULL, last_day INTEGER NOT NULL, cut INTEGER NOT NULL,
            PRIMARY KEY (capability, requirement, award)
        ) WITHOUT ROWID;
        CREATE INDEX capacity_use_by_award ON capacity_use (award) WHERE award <> '';

        -- What each version of a capability says that counts.
        CREATE TABLE metric_capability (
            capability TEXT NOT NULL, version INTEGER NOT NULL, day INTEGER NOT NULL,
            ownership INTEGER NOT NULL, capacity_per_month INTEGER NOT NULL,
            PRIMARY KEY (capability, version)
        ) WITHOUT ROWID;

        -- The local content that each capability states now, and whether an official accepted or refused the statement;
        -- null where none has examined it.
        CREATE TABLE metric_statement (
            capability TEXT NOT NULL PRIMARY KEY, numerator INTEGER NOT NULL, denominator INTEGER NOT NULL,
            lvc INTEGER NOT NULL, is_accepted INTEGER
        ) WITHOUT ROWID;

        -- The rate that stands from each day on; 0 where it was withdrawn.
        CREATE TABLE metric_rate (
            currency TEXT NOT NULL, day INTEGER NOT NULL, market_offset INTEGER NOT NULL, dong_per_unit INTEGER NOT NULL,
            PRIMARY KEY (currency, day)
        ) WITHOUT ROWID;

        -- The rate of each currency by which prices are compared; 0 where there is none.
        CREATE TABLE rate_in_force (
            currency TEXT NOT NULL PRIMARY KEY, dong_per_unit INTEGER NOT NULL
        ) WITHOUT ROWID;

        -- The sums of each group as they stand now, in dong. The amounts are 16 bytes each, lowest first.
        CREATE TABLE metric_sum (
            grouping INTEGER NOT NULL, name TEXT NOT NULL, stage INTEGER NOT NULL,
            entries INTEGER NOT NULL, without_price INTEGER NOT NULL, without_rate INTEGER NOT NULL,
            out_of_range INTEGER NOT NULL, amounts BLOB NOT NULL,
            PRIMARY KEY (grouping, name, stage)
        ) WITHOUT ROWID;
        """

    private static let selectivity = """
        -- How selective the indexes are in a province: rows, and rows that are alike in the first, the first two … columns.
        -- Without it SQLite takes the primary key for every question of a kind, and reads all of the kind.
        ANALYZE sqlite_schema;
        INSERT INTO sqlite_stat1 VALUES
            ('subject', 'subject', '100000 12000 1'), ('subject', 'subject_by_owner', '100000 12000 3 3 1'),
            ('subject', 'subject_by_code', '100000 12000 50 1'), ('subject', 'subject_by_reference', '20000 2 2 1'),
            ('subject', 'subject_by_counterpart', '20000 4 4 1');
        ANALYZE sqlite_schema;
        """
}

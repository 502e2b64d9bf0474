internal import Contracts
internal import Foundation
internal import GRDB

/// What of signing in has to be remembered: revoked tokens, used invitations, and registrations. A SQLite file beside the
/// cache; several processes on one machine may open it.
///
/// It is the portal's own: the log says nothing of people.
public struct SignInStore: Sendable {
    private let queue: DatabaseQueue

    /// Opens or makes the file.
    public init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        queue = try DatabaseQueue(path: path, configuration: configuration)
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { database in
            try database.execute(
                sql: """
                    CREATE TABLE revoked (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
                    CREATE TABLE registration (
                        code TEXT NOT NULL PRIMARY KEY, at INTEGER NOT NULL, role TEXT NOT NULL, organisation TEXT NOT NULL,
                        name TEXT NOT NULL, contact TEXT NOT NULL, state TEXT NOT NULL, decided_by TEXT NOT NULL
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2") { database in
            try database.execute(sql: "CREATE TABLE used (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID")
        }
        try migrator.migrate(queue)
    }

    // MARK: - Tokens

    /// Whether a token was revoked, or the link by which its session began.
    public func isRevoked(_ id: String, link: String? = nil) async throws -> Bool {
        try await has([id, link], in: "revoked")
    }

    /// Ends a token, and the sessions that began by it. False where it was ended before.
    @discardableResult public func revoke(_ id: String) async throws -> Bool { try await add(id, to: "revoked") }

    /// Whether somebody signed in by an invitation.
    func isUsed(_ id: String) async throws -> Bool { try await has([id, nil], in: "used") }

    /// Uses an invitation. False where somebody came first.
    func use(_ id: String) async throws -> Bool { try await add(id, to: "used") }

    private func has(_ ids: [String?], in table: String) async throws -> Bool {
        try await queue.read { database in
            try Bool.fetchOne(
                database, sql: "SELECT 1 FROM \(table) WHERE id IN (?, ?)", arguments: StatementArguments(ids)) ?? false
        }
    }

    private func add(_ id: String, to table: String) async throws -> Bool {
        try await queue.write { database in
            try database.execute(sql: "INSERT INTO \(table) VALUES (?) ON CONFLICT DO NOTHING", arguments: [id])
            return database.changesCount > 0
        }
    }

    // MARK: - Registrations

    /// Somebody who asked to take part.
    struct Registration: Sendable, Hashable {
        /// Known to whoever registered, and to nobody else.
        let code: String
        /// Milliseconds since 1970-01-01T00:00:00Z.
        let at: Int64
        let role: Role
        let organisation: String
        let name: String
        let contact: String
        var state = State.waiting

        /// What an official made of it.
        enum State: String, Sendable { case waiting, confirmed, refused }
    }

    /// Remembers a registration. False where too many wait already.
    func add(_ registration: Registration) async throws -> Bool {
        try await queue.write { database in
            try database.execute(
                sql: "DELETE FROM registration WHERE state = 'waiting' AND at < ?",
                arguments: [registration.at - PortalLimits.registrationMilliseconds])
            let waiting = try Int.fetchOne(
                database, sql: "SELECT count(*) FROM registration WHERE state = 'waiting' AND organisation = ?",
                arguments: [registration.organisation])
            let all = try Int.fetchOne(database, sql: "SELECT count(*) FROM registration WHERE state = 'waiting'")
            guard waiting ?? 0 < PortalLimits.waitingOfOne, all ?? 0 < PortalLimits.waitingRegistrations else {
                return false
            }
            try database.execute(
                sql: "INSERT INTO registration VALUES (?, ?, ?, ?, ?, ?, ?, '')",
                arguments: [
                    registration.code, registration.at, registration.role.rawValue, registration.organisation,
                    registration.name, registration.contact, registration.state.rawValue,
                ])
            return true
        }
    }

    /// A registration by its code.
    func registration(_ code: String) async throws -> Registration? {
        try await queue.read { database in
            try Row.fetchOne(database, sql: "SELECT * FROM registration WHERE code = ?", arguments: [code])
                .flatMap(Registration.init)
        }
    }

    /// Those that wait, oldest first.
    func waitingRegistrations() async throws -> [Registration] {
        try await queue.read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM registration WHERE state = 'waiting' ORDER BY at, code")
                .compactMap(Registration.init)
        }
    }

    /// Decides one that waits. False where none does.
    func decide(_ code: String, _ state: Registration.State, by principal: Principal) async throws -> Bool {
        try await queue.write { database in
            try database.execute(
                sql: "UPDATE registration SET state = ?, decided_by = ? WHERE code = ? AND state = 'waiting'",
                arguments: [state.rawValue, "\(principal.organisation) \(principal.tokenId)", code])
            return database.changesCount > 0
        }
    }
}

extension SignInStore.Registration {
    fileprivate init?(_ row: Row) {
        guard let role = Role(rawValue: row["role"]), let state = State(rawValue: row["state"]) else { return nil }
        self.init(
            code: row["code"], at: row["at"], role: role, organisation: row["organisation"], name: row["name"],
            contact: row["contact"], state: state)
    }
}

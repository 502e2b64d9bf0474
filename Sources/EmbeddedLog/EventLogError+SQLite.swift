import EventLog
import Foundation
import GRDB
import GRDBSQLite

extension EventLogError {
    /// Says in the log's own words what went wrong with the file at `path`.
    ///
    /// - parameter errorNumber: The operating system's number for the last failed call, 0 when there is none.
    init(_ error: any Error, path: String, errorNumber: Int32 = 0) {
        switch error {
        case let error as EventLogError: self = error
        case let error as FileDamage: self = .damaged("\(path): restore a copy: \(error.what)")
        case let error as DatabaseError: self.init(error, path: path, errorNumber: errorNumber)
        default: self = .failed("\(path): \(error)")
        }
    }

    private init(_ error: DatabaseError, path: String, errorNumber: Int32) {
        let why = "\(error.message ?? "no reason given") (SQLite \(error.extendedResultCode.rawValue))"
        switch error.resultCode {
        case .SQLITE_FULL:
            self = .storageFull("\(path): free some space and try again")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH:
            self = .readOnly("\(path): allow this user to write the file and its directory: \(why)")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT, .SQLITE_ERROR:
            self = .damaged("\(path): restore a copy, or move it away to start an empty log: \(why)")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self = .unreachable("\(path): another process has been writing for long; try again: \(why)")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR:
            self = .init(errorNumber: errorNumber, path: path, otherwise: why, opening: error.resultCode)
        default:
            self = .failed("\(path): \(why)")
        }
    }

    private init(errorNumber: Int32, path: String, otherwise why: String, opening code: ResultCode) {
        let why = errorNumber == 0 ? why : "\(why): \(String(cString: strerror(errorNumber)))"
        switch errorNumber {
        case ENOSPC, EDQUOT, EFBIG:
            self = .storageFull("\(path): free some space or raise the limit, and try again: \(why)")
        case EACCES, EPERM, EROFS:
            self = .readOnly("\(path): allow this user to write the file and its directory: \(why)")
        default:
            self =
                code == .SQLITE_CANTOPEN
                ? .unreachable("\(path): give a directory that exists and can be written: \(why)")
                : .failed("\(path): the disk could not be read or written: \(why)")
        }
    }

    /// Says what the operating system answered for `path`.
    init(errorNumber: Int32, doing what: String, path: String) {
        let why = "\(what): \(String(cString: strerror(errorNumber)))"
        switch errorNumber {
        case ENOSPC, EDQUOT, EFBIG: self = .storageFull("\(path): free some space and try again: \(why)")
        case EACCES, EPERM, EROFS: self = .readOnly("\(path): allow this user to write there: \(why)")
        default: self = .unreachable("\(path): give a directory that exists and can be written: \(why)")
        }
    }
}

/// What was read from the file is nothing that this module wrote.
struct FileDamage: Error {
    /// What was read, and where.
    let what: String
}

extension Database {
    /// The operating system's number for this connection's last failed call, 0 when there is none.
    var lastErrorNumber: Int32 {
        let writeAheadLog = lastErrorNumberOfWriteAheadLog
        return writeAheadLog != 0 ? writeAheadLog : sqlite3_system_errno(sqliteConnection)
    }

    /// A commit that fails leaves its number with the file only, not with the connection.
    private var lastErrorNumberOfWriteAheadLog: Int32 {
        var file: UnsafeMutablePointer<sqlite3_file>?
        var number: Int32 = 0
        guard sqlite3_file_control(sqliteConnection, nil, SQLITE_FCNTL_JOURNAL_POINTER, &file) == SQLITE_OK,
            let file, let methods = file.pointee.pMethods,
            methods.pointee.xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number) == SQLITE_OK
        else { return 0 }
        return number
    }

    /// Whether the file could be opened for reading only.
    var isFileReadOnly: Bool { sqlite3_db_readonly(sqliteConnection, nil) == 1 }
}

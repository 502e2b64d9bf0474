import ArgumentParser
import EventLog

/// A failure told in one line, with the exit code that goes with it.
struct Failure: Error, CustomStringConvertible {
    let description: String
    let exitCode: ExitCode

    init(_ description: String, exitCode: ExitCode = .refused) {
        self.description = description
        self.exitCode = exitCode
    }
}

extension ExitCode {
    /// Input was refused.
    static let refused = ExitCode(1)
    /// The command was called wrongly. ArgumentParser's own is 64.
    static let wrongUsage = ExitCode(2)
    /// The log is unreachable (`EX_UNAVAILABLE` of sysexits).
    static let unavailable = ExitCode(69)
}

/// Runs a command's body and turns what it throws into one line on stderr and an exit code.
func reporting(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch let failure as Failure {
        standardError(failure.description)
        throw failure.exitCode
    } catch let error as EventLogError {
        standardError("\(error)")
        throw ExitCode.unavailable
    } catch let error as ExitCode {
        throw error
    } catch let error as CancellationError {
        throw error
    } catch {
        standardError("\(error)")
        throw ExitCode.refused
    }
}

public import EventLog
import Foundation

extension KafkaConfiguration {
    /// What the names of environment variables start with that set properties.
    public static let environmentPrefix = "LINKAGE_KAFKA_"

    /// Sets properties from a file of lines `name=value`; empty lines and those that start with `#` or `!` are
    /// skipped, as in Kafka's own files.
    /// - throws: `EventLogError.unreachable` when the file can't be read, `.failed` with the line's number.
    public mutating func read(propertiesFile path: String) throws(EventLogError) {
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw .unreachable("\(path): give a file of lines name=value that this user can read, in UTF-8")
        }
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces.union(.newlines))
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("!") { continue }
            // The line itself is not shown: it may hold a password.
            guard let equals = line.firstIndex(of: "="), equals > line.startIndex else {
                throw .failed("\(path), line \(index + 1): expected name=value")
            }
            let name = line[..<equals].trimmingCharacters(in: .whitespaces)
            let value = line[line.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            do { try set(name, to: value) } catch { throw .failed("\(path), line \(index + 1): \(error.reason)") }
        }
    }

    /// Sets properties from environment variables: `LINKAGE_KAFKA_SASL_PASSWORD` is `sasl.password`. Empty ones are
    /// skipped.
    /// - throws: `EventLogError.failed` for a property that the log sets itself.
    public mutating func read(environment: [String: String]) throws(EventLogError) {
        for (variable, value) in environment.sorted(by: { $0.key < $1.key })
        where variable.hasPrefix(Self.environmentPrefix) && !value.isEmpty {
            let name = variable.dropFirst(Self.environmentPrefix.count).lowercased().replacing("_", with: ".")
            do { try set(name, to: value) } catch { throw .failed("\(variable): \(error.reason)") }
        }
    }
}

extension EventLogError {
    /// What a failure says, without the log's introduction.
    fileprivate var reason: String {
        guard case .failed(let reason) = self else { return description }
        return reason
    }
}

internal import Contracts
internal import History

extension HistoryReader {
    /// The name in an enterprise's profile; its code where it has none.
    func name(ofEnterprise code: String) throws -> String {
        guard let entry = try subject(.profiles, "\(code)/profile") else { return code }
        let name = try entry.decoded(as: WireProfileAccepted.self).published.name
        return name.isEmpty ? code : name
    }
}

/// The enterprise code of a key: what stands before the first slash.
func enterprise(of key: String) -> String { String(key.prefix { $0 != "/" }) }

internal import Contracts

/// What a person or program may be at the portal.
public enum Role: String, CaseIterable, Sendable, Codable {
    /// A foreign-invested manufacturer, which buys.
    case fdi
    /// A domestic supplier.
    case supplier
    /// The provincial department.
    case official
    /// Who runs Linkage.
    case `operator`
}

extension Role {
    /// What the role publishes, of its own organisation. An operator publishes anything in anyone's name, as the commands
    /// on its machine do.
    func publishes(_ subject: Subject) -> Bool {
        switch self {
        case .fdi: [.profiles, .requirements, .products, .awards].contains(subject)
        case .supplier: [.profiles, .capabilities, .quotes, .subscriptions].contains(subject)
        case .official: [.profiles, .verifications, .rates].contains(subject)
        case .operator: true
        }
    }
}

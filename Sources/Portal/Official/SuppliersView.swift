internal import Contracts
internal import History

/// Suppliers by readiness: profile, cost statement and certificates, each published and accepted by an official or not.
struct SuppliersView: PageView {
    let frame: Frame
    let t: Catalogue
    let rows: [Row]
    let hasRows: Bool
    let counts: [Count]

    /// A supplier.
    struct Row: Sendable {
        let code, name, profile, statements, certificates, steps: String
    }

    /// How many have taken so many of the three steps.
    struct Count: Sendable {
        let steps, suppliers: String
    }

    init(_ reader: HistoryReader, _ frame: Frame) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        let capabilities = try reader.counts(of: .capabilities)
        let steps = try reader.readinessSteps()
        let ranked = steps.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let others = capabilities.keys.filter { steps[$0] == nil }.sorted()
        rows = try (ranked + others).prefix(PortalLimits.supplierRows).map { try Row($0, reader, t) }
        hasRows = !rows.isEmpty
        let taken = Dictionary(steps.values.map { ($0, 1) }, uniquingKeysWith: +)
        counts = (0...3).reversed().map { number in
            let suppliers = number > 0 ? taken[number] ?? 0 : capabilities.count - steps.count
            return Count(steps: "\(number) / 3", suppliers: figures.count(suppliers))
        }
    }
}

extension SuppliersView.Row {
    fileprivate init(_ code: String, _ reader: HistoryReader, _ t: Catalogue) throws {
        let readiness = try reader.readiness(of: code)
        self.code = code
        name = try reader.name(ofEnterprise: code)
        profile = t.wording("standing", readiness.profile.rawValue)
        statements = "\(readiness.verifiedStatements) / \(readiness.statements) / \(readiness.capabilities)"
        certificates = "\(readiness.verifiedCertificates) / \(readiness.certificates)"
        steps = "\(readiness.steps) / 3"
    }
}

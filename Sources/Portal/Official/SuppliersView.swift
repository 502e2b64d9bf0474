internal import Contracts
internal import History

/// Suppliers by readiness: profile, cost statement and certificates, each published and accepted by an official or not.
struct SuppliersView: Sendable {
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

    private struct Supplier {
        var capabilities = 0, statements = 0, verifiedStatements = 0, certificates = 0, verifiedCertificates = 0
    }

    init(_ reader: HistoryReader, _ frame: Frame) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        var suppliers: [String: Supplier] = [:]
        try reader.forEach(.capabilities) { entry in
            let published = try entry.decoded(as: WireCapabilityAccepted.self).published
            var supplier = suppliers[enterprise(of: entry.key)] ?? Supplier()
            supplier.capabilities += 1
            let statement = try reader.statementStanding(of: entry.key)
            if statement != .unstated { supplier.statements += 1 }
            if statement == .verified { supplier.verifiedStatements += 1 }
            for certificate in published.certifications {
                supplier.certificates += 1
                if try reader.certificateStanding(
                    of: entry.key, scheme: certificate.scheme, number: certificate.number) == .verified
                {
                    supplier.verifiedCertificates += 1
                }
            }
            suppliers[enterprise(of: entry.key)] = supplier
        }
        var steps: [Int: Int] = [:]
        let ranked = try suppliers.map { code, supplier in
            let profile = try reader.profileStanding(of: code)
            let taken =
                (profile == .verified ? 1 : 0)
                + (supplier.verifiedStatements == supplier.capabilities ? 1 : 0)
                + (supplier.certificates > 0 && supplier.verifiedCertificates == supplier.certificates ? 1 : 0)
            steps[taken, default: 0] += 1
            return (code: code, supplier: supplier, profile: profile, taken: taken)
        }.sorted { ($1.taken, $0.code) < ($0.taken, $1.code) }
        rows = try ranked.prefix(PortalLimits.supplierRows).map { code, supplier, profile, taken in
            Row(
                code: code, name: try reader.name(ofEnterprise: code), profile: t.wording("standing", profile.rawValue),
                statements: "\(supplier.verifiedStatements) / \(supplier.statements) / \(supplier.capabilities)",
                certificates: "\(supplier.verifiedCertificates) / \(supplier.certificates)", steps: "\(taken) / 3")
        }
        hasRows = !rows.isEmpty
        counts = (0...3).reversed().map { Count(steps: "\($0) / 3", suppliers: figures.count(steps[$0] ?? 0)) }
    }
}

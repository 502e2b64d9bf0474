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

    init(_ reader: HistoryReader, _ frame: Frame) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        // Whom no official has decided anything of has taken no step; there are many of them.
        let capabilities = try reader.counts(of: .capabilities)
        var examined: Set<String> = []
        try reader.forEach(.verifications) { entry in
            examined.insert(entry.counterpart)
        }
        var ranked = try examined.filter { capabilities[$0] != nil }.map { try Readiness($0, reader) }
        let left = PortalLimits.supplierRows - ranked.count
        if left > 0 {
            let others = capabilities.keys.filter { !examined.contains($0) }.sorted().prefix(left)
            ranked += try others.map { try Readiness($0, reader) }
        }
        ranked.sort { ($1.steps, $0.code) < ($0.steps, $1.code) }
        rows = try ranked.prefix(PortalLimits.supplierRows).map { try Row($0, reader, t) }
        hasRows = !rows.isEmpty
        let taken = Dictionary(ranked.filter { $0.steps > 0 }.map { ($0.steps, 1) }, uniquingKeysWith: +)
        counts = (0...3).reversed().map { steps in
            let suppliers = steps > 0 ? taken[steps] ?? 0 : capabilities.count - taken.values.reduce(0, +)
            return Count(steps: "\(steps) / 3", suppliers: figures.count(suppliers))
        }
    }
}

extension SuppliersView.Row {
    fileprivate init(_ readiness: Readiness, _ reader: HistoryReader, _ t: Catalogue) throws {
        code = readiness.code
        name = try reader.name(ofEnterprise: readiness.code)
        profile = t.wording("standing", readiness.profile.rawValue)
        statements = "\(readiness.verifiedStatements) / \(readiness.statements) / \(readiness.capabilities)"
        certificates = "\(readiness.verifiedCertificates) / \(readiness.certificates)"
        steps = "\(readiness.steps) / 3"
    }
}

/// How far a supplier is: what it has published, and what of it officials have accepted.
private struct Readiness {
    let code: String
    let profile: VerificationStanding
    private(set) var capabilities = 0, statements = 0, verifiedStatements = 0
    private(set) var certificates = 0, verifiedCertificates = 0

    init(_ code: String, _ reader: HistoryReader) throws {
        self.code = code
        profile = try reader.profileStanding(of: code)
        var own = HistoryReader.SubjectFilter()
        own.owner = code
        own.limit = .max
        for entry in try reader.subjects(.capabilities, own) {
            capabilities += 1
            let statement = try reader.statementStanding(of: entry.key)
            if statement != .unstated { statements += 1 }
            if statement == .verified { verifiedStatements += 1 }
            for certificate in try entry.decoded(as: WireCapabilityAccepted.self).published.certifications {
                certificates += 1
                let standing = try reader.certificateStanding(
                    of: entry.key, scheme: certificate.scheme, number: certificate.number)
                if standing == .verified { verifiedCertificates += 1 }
            }
        }
    }

    /// Of the three: the profile, every cost statement, every certificate.
    var steps: Int {
        (profile == .verified ? 1 : 0) + (verifiedStatements == capabilities ? 1 : 0)
            + (certificates > 0 && verifiedCertificates == certificates ? 1 : 0)
    }
}

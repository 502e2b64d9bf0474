internal import Contracts
internal import History
internal import Localization

/// What no official has examined yet: profiles, cost statements and certificates, each with the form that decides.
struct VerifyView: PageView {
    let frame: Frame
    let t: Catalogue
    let profiles, statements, certificates: [Row]
    let hasProfiles, hasStatements, hasCertificates: Bool

    /// Something to examine.
    struct Row: Sendable {
        let owner, what, details, href, decideHref: String
    }

    init(_ reader: HistoryReader, _ frame: Frame) throws {
        let t = frame.catalogue
        self.frame = frame
        self.t = t
        var (profiles, statements, certificates): ([Row], [Row], [Row]) = ([], [], [])
        try reader.scan(.profiles) { entry in
            let owner = enterprise(of: entry.key)
            guard try reader.profileStanding(of: owner) == .unverified else { return true }
            let profile = try entry.decoded(as: WireProfileAccepted.self).published
            profiles.append(
                Row(
                    owner: profile.name, what: owner,
                    details: profile.vietnameseOwnershipPercent.isEmpty
                        ? "" : "\(t[.vietnameseOwnership]): \(profile.vietnameseOwnershipPercent)%",
                    href: "", decideHref: "/publish/verifications?profile=\(owner)"))
            return profiles.count < PortalLimits.verifyRows
        }
        try reader.scan(.capabilities) { entry in
            let accepted = try entry.decoded(as: WireCapabilityAccepted.self)
            let name = try reader.name(ofEnterprise: enterprise(of: entry.key))
            let key = entry.key.queryEncoded
            if accepted.published.hasCostStatement, statements.count < PortalLimits.verifyRows,
                try reader.statementStanding(of: entry.key) == .unverified
            {
                let lvc = Figures(language: t.language).percent(accepted.localContent.ratio?.millionths)
                statements.append(
                    Row(
                        owner: name, what: entry.key, details: "LVC \(lvc)", href: "/capabilities/\(entry.key)",
                        decideHref: "/publish/verifications?statement=\(key)"))
            }
            for certificate in accepted.published.certifications where certificates.count < PortalLimits.verifyRows {
                guard
                    try reader.certificateStanding(
                        of: entry.key, scheme: certificate.scheme, number: certificate.number) == .unverified
                else { continue }
                let values = [
                    ("capability", entry.key), ("scheme", certificate.scheme), ("number", certificate.number),
                ]
                let query = values.map {
                    "certificate.\($0)=\($1.queryEncoded)"
                }.joined(separator: "&")
                certificates.append(
                    Row(
                        owner: name, what: "\(certificate.scheme) \(certificate.number)",
                        details: "\(certificate.body) \(certificate.expiresOn)", href: "/capabilities/\(entry.key)",
                        decideHref: "/publish/verifications?\(query)"))
            }
            return min(statements.count, certificates.count) < PortalLimits.verifyRows
        }
        (self.profiles, self.statements, self.certificates) = (profiles, statements, certificates)
        hasProfiles = !profiles.isEmpty
        hasStatements = !statements.isEmpty
        hasCertificates = !certificates.isEmpty
    }
}

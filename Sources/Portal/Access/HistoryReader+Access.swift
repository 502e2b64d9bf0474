internal import Contracts
internal import History
internal import SwiftProtobuf

extension WireCapabilityAccepted {
    /// Whether it is of a requirement's code, or of its heading, in its unit.
    func isCandidate(of requirement: WireRequirementAccepted) -> Bool {
        let (offered, asked) = (published.hsCode, requirement.published.hsCode)
        return offered == (offered.utf8.count == 4 ? String(asked.prefix(4)) : asked)
            && unitCode == requirement.unitCode
    }
}

extension HistoryReader {
    /// A quote without the name of a buyer that is anonymous; any other message as it is.
    func withPublicNames(_ message: PublishedMessage) throws -> PublishedMessage {
        guard case .quote(var quote) = message else { return message }
        quote.requirement = try publicName(ofRequirement: quote.requirement)
        return .quote(quote)
    }

    /// Whether a product's values tell a maximum price: one of its lines is valued at it.
    func tellsMaximum(_ report: ProductReport) throws -> Bool {
        try report.lines.contains { try requirement($0.requirement)?.published.ratioTellsMaximum ?? false }
    }

    /// The ratio of a requirement's current match set as officials see it: nil where it would tell a maximum.
    func sealedRatio(of set: CurrentMatchSet) throws -> Int? {
        guard let requirement = try requirement(set.requirement)?.published, !requirement.ratioTellsMaximum else {
            return nil
        }
        return set.ratio
    }

    /// Whether a supplier makes something of a requirement's code, or of its heading, in its unit.
    func isCandidate(_ supplier: String, of requirement: SubjectEntry) throws -> Bool {
        let asked = try requirement.decoded(as: WireRequirementAccepted.self)
        var filter = SubjectFilter.all
        filter.owner = supplier
        filter.hsPrefix = String(asked.published.hsCode.prefix(4))
        return try subjects(.capabilities, filter).contains { entry in
            try entry.decoded(as: WireCapabilityAccepted.self).isCandidate(of: asked)
        }
    }

    /// The open requirements that a supplier's capabilities are candidates of and of which it was not told, each under its
    /// key, or under the public id where its buyer is anonymous; in the order of codes and keys.
    func requirements(
        alike supplier: String, limit: Int
    ) throws -> [(name: String, accepted: WireRequirementAccepted)] {
        var found: [(name: String, accepted: WireRequirementAccepted)] = []
        try scanRequirements(alike: supplier) { entry, accepted in
            let name = accepted.published.anonymous ? accepted.publicID : entry.key
            if try !entry.isWithdrawn && currentStatus(of: entry.key) == .open
                && opportunity(of: supplier, requirement: name) == nil
            {
                found.append((name, accepted))
            }
            return found.count < limit
        }
        return found
    }

    /// The key of the requirement that a public id stands for, if a supplier's capabilities are candidates of it.
    func requirement(ofPublicId publicId: String, alikeThoseOf supplier: String) throws -> String? {
        var key: String?
        try scanRequirements(alike: supplier) { entry, accepted in
            if accepted.published.anonymous, accepted.publicID == publicId { key = entry.key }
            return key == nil
        }
        return key
    }

    /// Calls a function with the requirements that a supplier's capabilities are candidates of, those withdrawn, too, as
    /// long as it says to go on.
    private func scanRequirements(
        alike supplier: String, _ goesOn: (SubjectEntry, WireRequirementAccepted) throws -> Bool
    ) throws {
        let offered = try capabilities(of: supplier).map(\.accepted)
        let codes = Set(offered.map(\.published.hsCode))
        // A heading covers its codes.
        for code in codes.filter({ $0.utf8.count == 4 || !codes.contains(String($0.prefix(4))) }).sorted() {
            var asked = SubjectFilter.all
            asked.hsPrefix = code
            asked.includesWithdrawn = true
            var isWanted = true
            try scan(.requirements, asked) { entry in
                guard enterprise(of: entry.key) != supplier else { return true }
                let accepted = try entry.decoded(as: WireRequirementAccepted.self)
                if offered.contains(where: { $0.isCandidate(of: accepted) }) { isWanted = try goesOn(entry, accepted) }
                return isWanted
            }
            guard isWanted else { return }
        }
    }

    /// A requirement's key, or the public id that stands for it where its buyer is anonymous.
    func publicName(ofRequirement key: String) throws -> String {
        guard let accepted = try requirement(key), accepted.published.anonymous else { return key }
        return accepted.publicID
    }
}

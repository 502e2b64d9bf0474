internal import Foundation
internal import SwiftProtobuf

/// Reads the tenders of an Open Contracting release or release package (OCDS 1.1) as drafts of requirements.
///
/// Nothing is guessed: an item without a Harmonized System code, or with a unit that is not of UN/ECE Recommendation 20,
/// keeps that field empty and says so. A unit's value becomes the maximum unit price, which suppliers never see.
public struct TenderImport: Sendable {
    /// The items, in the order of the file.
    public let drafts: [Draft]

    /// One item of a tender as a requirement.
    public struct Draft: Sendable {
        /// Where the item is in the file, such as `releases.0.tender.items.0`.
        public let source: String
        /// What could be taken over.
        public let requirement: WireRequirement
        /// How the item is classified: `CPV 45233130: Construction work for highways`.
        public let classification: String
        /// Fields of the requirement that a person has to fill in; empty for one that can be published.
        public let missing: [String]
    }

    /// Reads a file's bytes.
    /// - parameter owner: The enterprise code of the buyer: OCDS names buyers by other schemes.
    /// - throws: `Refusal` where the bytes are no JSON, or no release.
    public init(_ bytes: [UInt8], owner: String) throws(Refusal) {
        let package: ReleasePackage
        do {
            package = try JSONDecoder().decode(ReleasePackage.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw Self.refusal(of: error)
        } catch {
            throw Refusal(.malformedJSON, "\(error)")
        }
        drafts = package.releases.enumerated().flatMap { number, release in
            (release.tender?.items ?? []).enumerated().map { index, item in
                Self.draft(of: item, in: release, owner: owner, source: "releases.\(number).tender.items.\(index)")
            }
        }
    }

    private static func draft(of item: Item, in release: Release, owner: String, source: String) -> Draft {
        let code = ([item.classification].compactMap { $0 } + (item.additionalClassifications ?? []))
            .lazy.compactMap(\.hsCode).first
        let unitCode = item.unit.flatMap { $0.scheme == "UNCEFACT" ? $0.id?.text : nil }
        let requirement = WireRequirement.with {
            $0.owner = owner
            $0.id = businessId("\(release.ocid)-\(item.id?.text ?? source)")
            $0.hsCode = code ?? ""
            $0.description_p = [item.description, release.tender?.title].compactMap { $0 }.joined(separator: " – ")
            $0.quantity = item.quantity.map { "\($0)" } ?? ""
            $0.unitCode = unitCode ?? ""
            if let value = item.unit?.value, let amount = value.amount, let currency = value.currency {
                $0.maximumUnitPrice = .with {
                    $0.value = "\(amount)"
                    $0.currencyCode = currency
                }
            }
            if let first = day(release.tender?.contractPeriod?.startDate),
                let last = day(release.tender?.contractPeriod?.endDate)
            {
                $0.delivery = .with {
                    $0.firstDay = first
                    $0.lastDay = last
                }
            }
            $0.closingDay = day(release.tender?.tenderPeriod?.endDate) ?? ""
        }
        let isMissing: [(String, Bool)] = [
            ("hsCode", requirement.hsCode.isEmpty), ("description", requirement.description_p.isEmpty),
            ("quantity", requirement.quantity.isEmpty), ("unitCode", requirement.unitCode.isEmpty),
            ("delivery", !requirement.hasDelivery),
        ]
        let status = release.tender?.status ?? ""
        let over = Self.overStatuses.contains(status) ? ["an open tender (it is \(status))"] : []
        return Draft(
            source: source, requirement: requirement, classification: item.classification?.text ?? "none",
            missing: over + isMissing.filter(\.1).map(\.0))
    }

    /// Of a tender to which nobody can bid any more (OCDS 1.1, codelist tenderStatus).
    private static let overStatuses: Set<String> = ["cancelled", "unsuccessful", "complete", "withdrawn"]

    /// Puts a hyphen for each character that an id may not have, and keeps the end where it is too long.
    private static func businessId(_ text: String) -> String {
        let bytes = text.utf8.map { BusinessKey.isId(String(decoding: [$0], as: UTF8.self)) ? $0 : UInt8(ascii: "-") }
        return String(decoding: bytes.suffix(64), as: UTF8.self)
    }

    /// The day in an RFC 3339 time, in its own offset; nil where there is none.
    private static func day(_ time: String?) -> String? {
        time.flatMap { CalendarDay(String($0.prefix(10)))?.description }
    }

    private static func refusal(of error: DecodingError) -> Refusal {
        switch error {
        case .dataCorrupted(let context):
            Refusal(.malformedJSON, field: path(context), context.debugDescription)
        case .keyNotFound(let key, let context):
            Refusal(.missing, field: path(context, key), "an OCDS release has it")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            Refusal(.wrongType, field: path(context), context.debugDescription)
        @unknown default: Refusal(.malformedJSON, "\(error)")
        }
    }

    private static func path(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> String {
        (context.codingPath + [key].compactMap { $0 })
            .map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    }
}

internal import Foundation
internal import Localization
internal import SwiftProtobuf

/// Awards as an OCDS 1.1 release package: a requirement is a contracting process, each award a release of it.
///
/// Amounts are JSON numbers, as OCDS has them, written from exact decimals.
public struct AwardPackage: Sendable {
    private var releases: [AwardRelease] = []
    private let prefix: String
    private let publisher: String
    private let uri: String
    private let publishedDate: String

    /// An empty package.
    ///
    /// - Parameters:
    ///   - prefix: the publisher's registered OCID prefix, such as `ocds-213czf`.
    ///   - publisher: the publisher's name.
    ///   - uri: where the package is published.
    ///   - publishedAt: milliseconds since 1970-01-01T00:00:00Z.
    public init(prefix: String, publisher: String, uri: String, publishedAt: Int64) {
        self.prefix = prefix
        self.publisher = publisher
        self.uri = uri
        self.publishedDate = CalendarDay.timestamp(milliseconds: publishedAt)
    }

    /// How many awards it holds.
    public var count: Int { releases.count }

    /// Adds an award. The buyer of an anonymous requirement stays so: the public id stands for it.
    ///
    /// - Parameters:
    ///   - version: how often the award has been accepted.
    ///   - acceptedAt: milliseconds since 1970-01-01T00:00:00Z.
    ///   - requirement: what was awarded; nil where it is not known.
    ///   - name: the registered name of an enterprise code; nil where it has no profile.
    public mutating func add(
        _ award: WireAwardAccepted, version: UInt64, acceptedAt: Int64,
        requirement: WireRequirementAccepted?, name: (_ enterpriseCode: String) -> String?
    ) {
        let published = award.published
        let supplier = String(published.capability.prefix { $0 != "/" })
        let hidden = requirement.flatMap { $0.published.anonymous ? $0.publicID : nil }
        let seller = AwardRelease.Party(id: supplier, name: name(supplier), role: "supplier")
        let buyer = AwardRelease.Party(
            id: hidden ?? published.owner, name: hidden == nil ? name(published.owner) : nil, role: "buyer")
        let process = hidden ?? published.requirement.replacing("/", with: "-")
        let awardId = buyer.id + "-" + published.id
        let date = CalendarDay.timestamp(milliseconds: acceptedAt)
        releases.append(
            AwardRelease(
                ocid: prefix + "-" + process, id: "\(awardId)-\(version)", date: date,
                tag: [published.status.tag(version: version)], initiationType: "tender", language: "en",
                parties: [buyer, seller], buyer: AwardRelease.Reference(buyer),
                tender: AwardRelease.Tender(
                    id: process, title: requirement?.published.description_p,
                    items: requirement.map { [AwardRelease.Item(tendered: $0, id: process)] } ?? []),
                awards: [
                    AwardRelease.Award(
                        id: awardId, description: published.reason.isEmpty ? nil : published.reason,
                        status: published.status == .cancelled ? "cancelled" : "active", date: date,
                        value: AwardRelease.Money(award), suppliers: [AwardRelease.Reference(seller)],
                        items: [AwardRelease.Item(award, of: requirement, id: process)],
                        contractPeriod: AwardRelease.Period(award.window))
                ]))
    }

    /// The package as JSON.
    public func encodeJSON() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let file = File(
            uri: uri, version: "1.1", publishedDate: publishedDate, publisher: .init(name: publisher),
            releases: releases)
        return Array(try encoder.encode(file)) + [UInt8(ascii: "\n")]
    }

    private struct File: Encodable {
        let uri: String
        let version: String
        let publishedDate: String
        let publisher: Publisher
        let releases: [AwardRelease]

        struct Publisher: Encodable {
            let name: String
        }
    }
}

extension WireAward.Status {
    /// The release tag of OCDS.
    fileprivate func tag(version: UInt64) -> String {
        if self == .cancelled { return "awardCancellation" }
        return version == 1 ? "award" : "awardUpdate"
    }
}

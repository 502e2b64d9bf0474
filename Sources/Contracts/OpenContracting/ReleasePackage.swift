internal import Foundation

/// What is read of an OCDS 1.1 release package; a release alone is a package of one.
struct ReleasePackage: Decodable {
    let releases: [Release]

    private enum Keys: String, CodingKey { case releases, ocid }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        releases =
            container.contains(.ocid)
            ? [try Release(from: decoder)] : try container.decode([Release].self, forKey: .releases)
    }
}

struct Release: Decodable {
    let ocid: String
    let tender: Tender?
}

struct Tender: Decodable {
    let status: String?
    let title: String?
    let items: [Item]?
    let tenderPeriod: Period?
    let contractPeriod: Period?
}

struct Period: Decodable {
    let startDate: String?
    let endDate: String?
}

struct Item: Decodable {
    let id: Identifier?
    let description: String?
    let classification: Classification?
    let additionalClassifications: [Classification]?
    let quantity: Decimal?
    let unit: Unit?
}

struct Unit: Decodable {
    let scheme: String?
    let id: Identifier?
    let value: Value?
}

struct Value: Decodable {
    let amount: Decimal?
    let currency: String?
}

struct Classification: Decodable {
    let scheme: String?
    let id: Identifier?
    let description: String?

    /// `CPV 45233130: Construction work for highways`.
    var text: String {
        let code = [scheme, id?.text].compactMap { $0 }.joined(separator: " ")
        return description.map { "\(code): \($0)" } ?? code
    }

    /// The first six digits of a code of the Harmonized System or of a national tariff built on it; nil for other
    /// schemes.
    var hsCode: String? {
        guard scheme == "HS", let digits = id?.text.filter({ $0 != "." && $0 != " " }), digits.count >= 6,
            digits.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
        else { return nil }
        return String(digits.prefix(6))
    }
}

/// An id that publishers write as text or as a number.
struct Identifier: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text =
            if let text = try? container.decode(String.self) { text } else { "\(try container.decode(Decimal.self))" }
    }
}

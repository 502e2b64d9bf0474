import SwiftProtobuf

/// The certificates that are held and asked for in a sample market.
enum SampleCertificates {
    /// Schemes, and how many suppliers in a hundred hold them.
    private static let schemes: [(name: String, percent: Int)] = [
        ("ISO 9001", 65), ("RoHS", 40), ("ISO 14001", 35), ("REACH", 20), ("IATF 16949", 15), ("ISO 45001", 15),
        ("IECQ QC 080000", 15), ("ISO 13485", 4), ("ISO/IEC 27001", 4), ("ISO 50001", 4),
    ]

    /// Certificates of a supplier; some have expired, some will soon.
    static func held(_ random: inout SampleRandom, asOf day: CalendarDay) -> [WireCertification] {
        schemes.filter { random.chance($0.percent) }.map { scheme in
            let expiry = day.advanced(by: random.within(-60...900))
            return .with {
                $0.scheme = scheme.name
                $0.number = "MAU-" + SampleAmount.padded(random.below(1_000_000), 6)
                $0.body = "Tổ chức chứng nhận Mẫu \(random.within(1...9))"
                $0.issuedOn = expiry.advanced(by: -1095).description
                $0.expiresOn = expiry.description
            }
        }
    }

    /// Schemes that a buyer asks for: often none, and the frequent ones more often.
    static func required(_ random: inout SampleRandom) -> [String] {
        guard random.chance(55) else { return [] }
        return schemes.filter { random.chance($0.percent / 2) }.prefix(2).map(\.name)
    }
}

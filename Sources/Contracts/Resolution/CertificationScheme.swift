/// The names of certification schemes, made equal where they mean the same.
///
///     CertificationScheme.normalised("iso  9001:2015")   // "ISO 9001"
public enum CertificationScheme {
    /// The schemes of the sector, as they are shown (DOMAIN.md §3).
    public static let known = [
        "ISO 9001", "IATF 16949", "ISO 14001", "ISO 45001", "ISO 13485", "ISO/IEC 27001", "ISO 50001",
        "IECQ QC 080000", "SA8000", "RBA VAP", "RoHS", "REACH",
    ]

    /// Other ways in which a known scheme is written, without blanks and signs.
    private static let aliases = [
        "ISO27001": "ISO/IEC 27001", "QC080000": "IECQ QC 080000",
        "TCVNISO9001": "ISO 9001", "TCVNISO14001": "ISO 14001", "TCVNISO45001": "ISO 45001",
        "TCVNISO50001": "ISO 50001", "TCVNISO13485": "ISO 13485", "TCVNISOIEC27001": "ISO/IEC 27001",
    ]

    private static let shown = Set(known)

    private static let byLetters: [String: String] = {
        var byLetters = aliases
        for scheme in known { byLetters[letters(of: scheme)] = scheme }
        return byLetters
    }()

    /// A scheme's name without blanks at the ends, repeated blanks, and the year of its edition. A known scheme is
    /// written as in ``known``, another in capitals.
    public static func normalised(_ scheme: String) -> String {
        if shown.contains(scheme) { return scheme }
        let letters = letters(of: scheme)
        if let known = byLetters[letters] { return known }
        if let edition = editionYear(letters), let known = byLetters[String(letters.dropLast(edition))] { return known }
        return scheme.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased()
    }

    /// How many letters at the end are a year from 1980 to 2099, or nil.
    private static func editionYear(_ letters: String) -> Int? {
        guard letters.utf8.count > 4, let year = Int(letters.suffix(4)), (1980...2099).contains(year) else {
            return nil
        }
        return 4
    }

    /// Letters and digits alone, in capitals.
    private static func letters(of scheme: String) -> String {
        String(scheme.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
    }
}

/// How the numbers of a form are written. `1.500` and `1,5` mean different numbers in Viet Nam and in England: without a
/// format stated, such a number is refused and never guessed.
enum NumberFormat: String, CaseIterable, Sendable {
    /// Not stated.
    case unstated = ""
    /// `1.234,5`
    case vietnamese = "vi"
    /// `1,234.5`
    case english = "en"

    /// How a language writes numbers.
    init(_ language: Language) { self = language == .vietnamese ? .vietnamese : .english }

    /// A number with a decimal point and without separators, as the format writes it.
    func written(_ plain: String) -> String { self == .vietnamese ? plain.replacing(".", with: ",") : plain }

    /// The number with a decimal point and without separators; nil where it is ambiguous, or not of the format.
    func plain(_ text: String) -> String? {
        guard text.contains(where: { $0 == "," || $0 == "." }) else { return text }
        return switch self {
        case .unstated: Self.isPlain(text) ? text : nil
        case .vietnamese: Self.plain(text, separator: ".", point: ",")
        case .english: Self.plain(text, separator: ",", point: ".")
        }
    }

    /// One point, and not with three digits behind it, which could be thousands.
    private static func isPlain(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return !text.contains(",") && parts.count == 2 && parts[1].count != 3
    }

    private static func plain(_ text: String, separator: Character, point: Character) -> String? {
        let parts = text.split(separator: point, omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false)
        let isGrouped =
            groups.count == 1
            || (groups[0].count <= 3 && groups[0] != "0" && groups.dropFirst().allSatisfy { $0.count == 3 })
        guard isGrouped, parts.count == 1 || !parts[1].contains(separator) else { return nil }
        return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    }
}

/// What is wrong with a file of a code list.
public struct ReferenceFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's path.
    public let file: String
    /// At least one, in the order of the lines; not more than `ReferenceLimits.refusals`.
    public let refusals: [LineRefusal]

    /// Refusals of lines of a file.
    public init(file: String, refusals: [LineRefusal]) {
        self.file = file
        self.refusals = refusals
    }

    public var description: String {
        refusals.map { "\(file):\($0.description)" }.joined(separator: "\n")
    }
}

/// A refusal, and the line of the file it is about.
public struct LineRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    public let line: Int
    /// Why.
    public let refusal: Refusal

    /// A refusal of a line.
    public init(line: Int, _ refusal: Refusal) {
        self.line = line
        self.refusal = refusal
    }

    public var description: String { "\(line): \(refusal)" }
}

/// The limits of code lists.
public enum ReferenceLimits {
    /// The size of a file, in bytes.
    public static let fileBytes = 64_000_000
    /// The entries of a list.
    public static let entries = 200_000
    /// How many refusals of a file are reported.
    public static let refusals = 100
    /// The bytes of the words of an entry.
    public static let wordBytes = 2_000
}

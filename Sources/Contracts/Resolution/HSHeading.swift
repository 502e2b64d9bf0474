/// The heading of a code of the Harmonized System, by which the market is partitioned.
public enum HSHeading {
    /// The first four digits as a number: 8534 of "853400". Nil where the text is not four or six digits.
    public static func heading(of code: some StringProtocol) -> UInt16? {
        guard code.utf8.count == 4 || code.utf8.count == 6 else { return nil }
        guard code.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        return UInt16(code.prefix(4))
    }
}

/// The heading of a code of the Harmonized System, by which the market is partitioned.
public enum HSHeading {
    /// The first four digits as a number: 8534 of "853400". Nil where the text is not four or six digits.
    public static func heading(of code: some StringProtocol) -> UInt16? {
        var heading: UInt16 = 0
        var count = 0
        for byte in code.utf8 {
            guard count < 6, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            if count < 4 { heading = heading * 10 + UInt16(byte - UInt8(ascii: "0")) }
            count += 1
        }
        return count == 4 || count == 6 ? heading : nil
    }
}

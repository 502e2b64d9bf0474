public import Localization

/// What each agreement asks of a product, by HS code: a table, of which the row with the longest matching prefix counts.
///
/// Its rows are the agreements' usual limits. Many products have a rule of their own in an agreement's annex, which then
/// decides; add a row with its code.
public struct AgreementLimits: Sendable {
    /// A row: a limit for the codes that begin so.
    public struct Row: Sendable, Hashable {
        /// HS digits; empty for all products.
        public let hsPrefix: String
        /// The limit.
        public let threshold: Threshold

        /// A limit for some codes.
        public init(hsPrefix: String, _ threshold: Threshold) {
            self.hsPrefix = hsPrefix
            self.threshold = threshold
        }
    }

    /// The rows, in the order in which agreements are shown.
    public let rows: [Row]

    /// A table of one's own.
    public init(_ rows: [Row]) { self.rows = rows }

    /// The limits that a product of a code must keep, one an agreement.
    public func thresholds(forHSCode code: String) -> [Threshold] {
        var agreements: [String] = []
        var best: [String: Row] = [:]
        for row in rows where code.hasPrefix(row.hsPrefix) {
            let agreement = row.threshold.agreement
            guard let known = best[agreement] else {
                agreements.append(agreement)
                best[agreement] = row
                continue
            }
            if row.hsPrefix.utf8.count > known.hsPrefix.utf8.count { best[agreement] = row }
        }
        return agreements.compactMap { best[$0]?.threshold }
    }
}

extension AgreementLimits {
    /// Agreement; HS prefix; formula; per cent.
    private static let table = """
        Viet Nam LVC;;lvcDirect;30
        ATIGA;;rvcDirect;40
        RCEP;;rvcDirect;40
        CPTPP;;transactionValue;45
        EVFTA;;maxNOM;50
        """

    /// The usual limits: Circular 05/2018/TT-BCT, ATIGA article 28, RCEP article 3.2.
    ///
    /// CPTPP (annex 3-D, build-down) and EVFTA (protocol 1, annex II) set a limit for each product; the two figures here
    /// stand for them and have been held against neither annex.
    public static let usual = AgreementLimits(
        table.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 4, let method = OriginMethod(rawValue: cells[2]),
                let percent = try? Millionths(cells[3])
            else { return nil }
            return Row(
                hsPrefix: cells[1], Threshold(agreement: cells[0], method: method, percent: percent))
        })
}

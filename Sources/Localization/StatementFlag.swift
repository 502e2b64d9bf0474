/// Something a reader of a ratio should know; the ratio stands nonetheless.
public enum StatementFlag: String, CaseIterable, Hashable, Sendable {
    /// The parts do not add up to FOB within 0.5 %, so the lower of direct and indirect counts.
    case statementNotClosed
    /// Only FOB and non-originating materials are stated: a build-down that no build-up can confirm.
    case buildUpNotStated
}

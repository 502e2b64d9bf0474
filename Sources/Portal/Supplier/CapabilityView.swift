internal import Contracts
internal import History
internal import SwiftProtobuf

/// A capability: what is offered, what its cost statement comes to, and how it stands with officials.
struct CapabilityView: PageView {
    let frame: Frame
    let t: Catalogue
    let row: CapabilityRow
    let supplier: String
    /// Every field that was published, by its path.
    let facts: [RequirementView.Fact]
    /// The form that amends it; nil for others than its owner.
    let editHref: String?

    init(_ entry: SubjectEntry, _ reader: HistoryReader, _ frame: Frame, isOwn: Bool) throws {
        let t = frame.catalogue
        self.frame = frame
        self.t = t
        row = try CapabilityRow(entry, reader, t, Figures(language: t.language))
        supplier = try reader.name(ofEnterprise: enterprise(of: entry.key))
        let labels = Dictionary(
            (Form.of(.capabilities)?.fields ?? []).flatMap { field in field.inputs.map { ($0, t.words(field.label)) } },
            uniquingKeysWith: { first, _ in first })
        let cells = (try? TabularJSON.cells(try entry.published().encodeJSON())) ?? []
        facts = cells.filter { !["owner", "id"].contains($0.column) }
            .map { .init(label: labels[$0.column] ?? $0.column, value: $0.text) }
        editHref = isOwn ? "/publish/capabilities?key=\(entry.key)" : nil
    }
}

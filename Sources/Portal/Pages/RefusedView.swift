internal import Contracts
internal import History

/// The newest refused records, each with all its reasons.
struct RefusedView: PageView {
    let frame: Frame
    let t: Catalogue
    let letters: [Letter]
    let hasLetters: Bool
    let shown: String
    let total: String

    /// A refused record.
    struct Letter: Sendable {
        let time: String
        let position: String
        let recordKey: String
        let refusals: [Line]
        /// The form by which it can be published anew; nil for an operator, who has none.
        let again: String?
    }

    /// One reason.
    struct Line: Sendable {
        let why: String
        let path: String
        let words: String
    }

    /// - parameter owner: Only records of this enterprise.
    init(_ reader: HistoryReader, _ frame: Frame, owner: String?) throws {
        let catalogue = frame.catalogue
        let figures = Figures(language: catalogue.language)
        self.frame = frame
        t = catalogue
        letters = try reader.deadLetters(owner: owner, limit: PortalLimits.refusedRecords).map { letter in
            Letter(
                time: figures.instant(letter.refusedAt),
                position: "\(letter.origin.topic)/\(letter.origin.partition)/\(letter.origin.offset)",
                recordKey: letter.key.isEmpty ? Figures.nothing : letter.key,
                refusals: letter.refusals.map {
                    Line(
                        why: $0.reason, path: $0.field.isEmpty ? Figures.nothing : $0.field,
                        words: catalogue.words(ofReason: $0.reason, $0.message))
                },
                again: Form.of(topic: letter.origin.topic).flatMap { form in
                    owner == nil ? nil : form.entrance
                })
        }
        hasLetters = !letters.isEmpty
        shown = figures.count(letters.count)
        total = figures.count(try reader.deadLetterCount(owner: owner))
    }
}

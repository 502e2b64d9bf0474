internal import HTTPTypes

/// A problem, as a page for people.
struct ProblemView: PageView {
    let frame: Frame
    let t: Catalogue
    let code: String
    let detail: String
    /// What it means and what to do, in the reader's language; nil where the detail says all.
    let words: String?

    init(_ problem: ProblemDetails, _ frame: Frame) {
        self.frame = frame
        t = frame.catalogue
        code = String(problem.status.code)
        detail = problem.detail
        let wording = frame.catalogue.wording("problem", code)
        words = wording == code ? nil : wording
    }
}

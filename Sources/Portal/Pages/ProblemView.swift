internal import HTTPTypes

/// A problem, as a page for people.
struct ProblemView: Sendable {
    let frame: Frame
    let t: Catalogue
    let code: String
    let detail: String

    init(_ problem: ProblemDetails, _ frame: Frame) {
        self.frame = frame
        t = frame.catalogue
        code = String(problem.status.code)
        detail = problem.detail
    }
}

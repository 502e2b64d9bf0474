/// What every candidate of one requirement is examined against. Engine, notifier and explanations all use it.
struct PairCheck {
    let requirement: Requirement
    /// The requirement's quantity less what is awarded.
    let open: Int64
    /// The day on which it is examined.
    let day: Day
    let pricing: Pricing
    let examined: Examinations

    /// Examines a capability of which so much is available over the delivery window.
    func assess(_ capability: Capability, available: Int64) -> Assessment {
        Assessment(
            capability, for: requirement, open: open, available: available, on: day, pricing: pricing,
            examined: examined)
    }
}

/// A capability that could supply a requirement by its code, unit and owner, and what was found of it.
struct Candidate {
    let published: Published<Capability>
    let assessment: Assessment

    init(_ published: Published<Capability>, assessment: Assessment) {
        self.published = published
        self.assessment = assessment
    }

    var capability: Capability { published.value }
}

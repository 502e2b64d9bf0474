internal import Contracts

/// Where a requirement stands in every grouping, as it was last published.
struct MetricPlace: Equatable {
    var heading = ""
    /// Empty where the requirement names none.
    var ward = ""
    var park = ""
    var month = ""
    /// The days of delivery.
    var firstDay: Int32 = 0
    var lastDay: Int32 = -1

    /// A requirement of which only a match set is known yet.
    init() {}

    init(_ requirement: WireRequirementAccepted) {
        heading = String(requirement.published.hsCode.prefix(4))
        ward = requirement.published.place.wardCode
        park = requirement.published.place.industrialPark
        month = String(requirement.published.delivery.firstDay.prefix(7))
        firstDay = requirement.delivery.first
        lastDay = requirement.delivery.last
    }
}

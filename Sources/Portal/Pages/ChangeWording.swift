internal import Contracts

/// The smallest change that would make a near miss fit, in words.
struct ChangeWording {
    let text: String

    init(_ miss: WireNearMiss, currency: String, _ catalogue: Catalogue, _ figures: Figures) {
        let subjects = miss.subjects.joined(separator: ", ")
        text =
            switch miss.reason {
            case "capacity": "\(figures.decimal(miss.change)) \(catalogue[.changeCapacity])"
            case "minimumOrder": "\(figures.decimal(miss.change)) \(catalogue[.changeMinimumOrder])"
            case "price" where miss.subjects.isEmpty:
                "\(figures.decimal(miss.change)) \(currency) \(catalogue[.changePrice])"
            case "price": "\(catalogue[.changeRate]) \(subjects)"
            case "leadTime": "\(figures.count(Int(miss.change))) \(catalogue[.changeLeadTime])"
            case "certification": "\(catalogue[.changeCertification]) \(subjects)"
            case "localContent": "\(figures.percent(miss.change)) \(catalogue[.changeLocalContent])"
            case "ownership": "\(figures.percent(miss.change * 100)) \(catalogue[.changeOwnership])"
            case "distance" where miss.change > 0:
                "\(figures.count(Int(miss.change))) \(catalogue[.changeDistance])"
            case "distance": catalogue[.changePlace]
            case "attribute": "\(catalogue[.changeAttribute]) \(subjects)"
            case "validity":
                "\(catalogue[.changeValidity]) \(miss.subjects.map(figures.day).joined(separator: " – "))"
            default: miss.reason
            }
    }
}

internal import Contracts

/// The smallest change that would make a near miss fit, in words.
struct ChangeWording {
    let text: String

    /// - parameter unit: The unit of quantities.
    init(_ miss: WireNearMiss, currency: String, unit: String, _ catalogue: Catalogue, _ figures: Figures) {
        let subjects = miss.subjects.joined(separator: ", ")
        text =
            switch miss.reason {
            case "capacity": catalogue.words(.changeCapacity, "\(figures.decimal(miss.change)) \(unit)")
            case "minimumOrder": catalogue.words(.changeMinimumOrder, "\(figures.decimal(miss.change)) \(unit)")
            case "price" where miss.subjects.isEmpty:
                catalogue.words(.changePrice, "\(figures.decimal(miss.change)) \(currency)")
            case "price": catalogue.words(.changeRate, subjects)
            case "leadTime": catalogue.words(.changeLeadTime, figures.count(Int(miss.change)))
            case "certification": catalogue.words(.changeCertification, subjects)
            case "localContent": catalogue.words(.changeLocalContent, figures.percent(miss.change))
            case "ownership": catalogue.words(.changeOwnership, figures.percent(miss.change * 100))
            case "distance" where miss.change > 0:
                catalogue.words(.changeDistance, figures.count(Int(miss.change)))
            case "distance": catalogue[.changePlace]
            case "attribute": catalogue.words(.changeAttribute, subjects)
            case "validity":
                catalogue.words(.changeValidity, miss.subjects.map(figures.day).joined(separator: " – "))
            default: miss.reason
            }
    }
}

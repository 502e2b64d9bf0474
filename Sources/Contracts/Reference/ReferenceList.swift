/// A code list that can be imported.
public enum ReferenceList: String, CaseIterable, Sendable {
    /// The Harmonized System 2022, as CSV with the columns `hscode` and `description`.
    case commodities
    /// UN/ECE Recommendation 20, as CSV with the columns `Status`, `CommonCode` and `Name`.
    case units
    /// Wards and communes, as GeoJSON with the properties `code`, `name`, `nameEn`, `latitude` and `longitude`.
    case wards

    /// The name of its file in the folder of reference lists.
    public var fileName: String {
        switch self {
        case .commodities: "hs.csv"
        case .units: "units.csv"
        case .wards: "wards.geojson"
        }
    }
}

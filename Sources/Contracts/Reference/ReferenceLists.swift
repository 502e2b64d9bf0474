/// The code lists that records are resolved with: commodities, units of measure, wards.
///
/// Each list is either imported or built in. What a built-in list cannot tell is `unchecked`.
///
/// ```swift
/// let lists = try ReferenceLists(directory: "linkage-data/reference")
/// guard case .known(let commodity) = lists.commodity("853400") else { … }
/// ```
public struct ReferenceLists: Sendable {
    private let commodities: CommodityList
    private let units: UnitList
    private let wards: WardList

    /// The sector's headings and thirty units; no wards.
    public static let builtIn = ReferenceLists(commodities: .builtIn, units: .builtIn, wards: .none)

    /// Reads the lists that `ReferenceImport` put into a folder; the built-in ones stand in for what is not there.
    ///
    /// - Throws: `ReferenceFileError` where a file is not a list, `FileAccessError` where it cannot be read.
    public init(directory: String) throws {
        commodities = try Self.read(.commodities, in: directory).map(CommodityList.init(file:)) ?? .builtIn
        units = try Self.read(.units, in: directory).map(UnitList.init(file:)) ?? .builtIn
        wards = try Self.read(.wards, in: directory).map(WardList.init(file:)) ?? .none
    }

    private init(commodities: CommodityList, units: UnitList, wards: WardList) {
        self.commodities = commodities
        self.units = units
        self.wards = wards
    }

    /// What a code of two, four or six digits of the Harmonized System means.
    public func commodity(_ code: String) -> Finding<Commodity> { commodities.find(code) }

    /// What a code of UN/ECE Recommendation 20 means. Codes of status X and D are withdrawn.
    public func unit(_ code: String) -> Finding<UnitOfMeasure> { units.find(code) }

    /// What a five-digit code of a ward or commune means.
    public func ward(_ code: String) -> Finding<Ward> { wards.find(code) }

    /// The units there are, by code. An imported list has thousands of which people use few, so these are the built-in
    /// ones.
    public var allUnits: [UnitOfMeasure] { BuiltInUnits.all.sorted { $0.code < $1.code } }

    /// The wards that were imported, by code.
    public var allWards: [Ward] { wards.all }

    /// Commodities that fit every word of a query: their code, or one of their words, starts with it. Letters match without
    /// their marks and case. Those that have the whole query in their words come first, then in the order of their codes.
    public func commodities(matching query: String, limit: Int = 20) -> [Commodity] {
        commodities.search(query, limit: limit)
    }

    /// Whether a list was imported.
    public func isImported(_ list: ReferenceList) -> Bool {
        switch list {
        case .commodities: commodities.isImported
        case .units: units.isImported
        case .wards: wards.isImported
        }
    }

    private static func read(_ list: ReferenceList, in directory: String) throws -> ReferenceFile? {
        try ReferenceFile(path: directory + "/" + list.fileName, absentIfMissing: true)
    }
}

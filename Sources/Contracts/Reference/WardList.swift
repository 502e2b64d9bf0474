/// Wards and communes, if they were imported.
struct WardList: Sendable {
    let isImported: Bool
    /// The features of the file it was read from.
    let rowsRead: Int
    private let entries: [String: Ward]

    static let none = WardList(isImported: false, rowsRead: 0, entries: [:])

    /// Reads a GeoJSON feature collection, of which each feature has the properties `code`, `name`, `nameEn`, `latitude` and
    /// `longitude`.
    init(file: ReferenceFile) throws {
        let features = try Self.features(of: file)
        var entries: [String: Ward] = [:]
        var refusals: [LineRefusal] = []
        for (index, feature) in features.enumerated() where refusals.count < ReferenceLimits.refusals {
            do throws(Refusal) {
                let ward = try Self.ward(feature, path: "features.\(index).properties")
                guard entries.updateValue(ward, forKey: ward.code) == nil else {
                    throw Refusal(
                        .duplicate, field: "features.\(index).properties.code", "\(ward.code) is there twice")
                }
            } catch {
                refusals.append(LineRefusal(line: 1, error))
            }
        }
        guard refusals.isEmpty else { throw ReferenceFileError(file: file.path, refusals: refusals) }
        self.init(isImported: true, rowsRead: features.count, entries: entries)
    }

    private init(isImported: Bool, rowsRead: Int, entries: [String: Ward]) {
        self.isImported = isImported
        self.rowsRead = rowsRead
        self.entries = entries
    }

    var count: Int { entries.count }

    /// In the order of their codes.
    var all: [Ward] { entries.values.sorted { $0.code < $1.code } }

    func find(_ code: String) -> Finding<Ward> {
        guard Ward.isWellFormed(code) else { return .malformed }
        if let ward = entries[code] { return .known(ward) }
        return isImported ? .unknown : .unchecked
    }

    private static func features(of file: ReferenceFile) throws -> [JSONTree] {
        let refusal: Refusal
        do throws(Refusal) {
            let root = try JSONTree(file.bytes)
            if case .array(let features) = root["features"] {
                if !features.isEmpty, features.count <= ReferenceLimits.entries { return features }
                refusal = Refusal(.emptyFile, field: "features", "there must be 1 to \(ReferenceLimits.entries) wards")
            } else {
                refusal = Refusal(
                    .missing, field: "features", "the file must be a GeoJSON feature collection of wards")
            }
        } catch {
            refusal = error
        }
        throw ReferenceFileError(file: file.path, refusals: [LineRefusal(line: 1, refusal)])
    }

    private static func ward(_ feature: JSONTree, path: String) throws(Refusal) -> Ward {
        guard let properties = feature["properties"] else {
            throw Refusal(.missing, field: path, "it has no properties")
        }
        let code = try text(properties, "code", path)
        guard Ward.isWellFormed(code) else {
            throw Refusal(.malformed, field: path + ".code", "\"\(code.prefix(20))\" is not five digits")
        }
        return Ward(
            code: code, vietnamese: try text(properties, "name", path), english: try text(properties, "nameEn", path),
            latitude: try degrees(properties, "latitude", path, within: 90),
            longitude: try degrees(properties, "longitude", path, within: 180))
    }

    private static func text(_ properties: JSONTree, _ name: String, _ path: String) throws(Refusal) -> String {
        guard case .text(let text) = properties[name], !text.isEmpty else {
            throw Refusal(.missing, field: path + "." + name, "a text is expected")
        }
        guard text.utf8.count <= ReferenceLimits.wordBytes else {
            throw Refusal(.tooLong, field: path + "." + name, "it is longer than \(ReferenceLimits.wordBytes) bytes")
        }
        return text
    }

    private static func degrees(
        _ properties: JSONTree, _ name: String, _ path: String, within limit: Double
    ) throws(Refusal) -> Double {
        guard case .number(let text) = properties[name], let degrees = Double(text) else {
            throw Refusal(.wrongType, field: path + "." + name, "a number of degrees is expected")
        }
        guard abs(degrees) <= limit else {
            throw Refusal(.outOfRange, field: path + "." + name, "\(text) is not within \(Int(limit)) degrees")
        }
        return degrees
    }
}

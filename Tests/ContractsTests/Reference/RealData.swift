import Foundation

/// The real code lists beside the checkout, if they are there: they do not go into the repository.
enum RealData {
    /// The nearest `shared/data` beside a folder that holds this file.
    static let folder: String? = {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let candidate = folder.appending(path: "shared/data").path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        return nil
    }()

    /// Why tests that need them are skipped.
    static let absence = "needs ../shared/data beside the checkout"

    static var harmonizedSystem: String { (folder ?? "") + "/harmonized-system.csv" }
    static var units: String { (folder ?? "") + "/units-of-measure.csv" }
    static var wards: String { (folder ?? "") + "/bac-ninh-wards.geojson" }
}

/// A folder of a test's own, which goes when the test ends.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.appending(path: "linkage-\(UUID().uuidString)").path

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, as name: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path + "/" + name))) }
}

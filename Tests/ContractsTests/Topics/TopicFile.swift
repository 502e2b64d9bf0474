import Contracts
import Foundation
import Yams

/// The page of a topic under `topics/`.
struct TopicFile: Decodable {
    let name: String
    let description: String
    let key: String
    let partitions: Int32
    let otherPartitionCounts: Bool
    let cleanup: String
    let retention: String
    let contentTypes: [String]
    let message: String
    let schema: String
    let writer: String
    let readers: [String]
    let examples: [String]
    let refused: [Refused]?

    /// An example of a mistake, and what it is refused for.
    struct Refused: Decodable {
        let file: String
        let reason: String
        let field: String
    }

    /// Every page, by the names of the registry.
    static func read(_ topic: TopicDescription) throws -> TopicFile {
        let text = try String(contentsOf: Checkout.topics.appending(path: topic.name + ".yaml"), encoding: .utf8)
        return try YAMLDecoder().decode(TopicFile.self, from: text)
    }
}

/// Where the tests find the files of the checkout.
enum Checkout {
    static let root: URL = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder
    }()

    static let topics = root.appending(path: "topics")

    /// The bytes of a file under `topics/`.
    static func bytes(_ file: String) throws -> [UInt8] { Array(try Data(contentsOf: topics.appending(path: file))) }

    /// The names of the files in a folder under `topics/`.
    static func files(_ folder: String, ext: String) throws -> [String] {
        let path = topics.appending(path: folder).path
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix("." + ext) }.sorted()
    }
}

import SwiftProtobuf
import Testing

@testable import Contracts

@Suite struct SchemaWordsTests {
    @Test(arguments: Subject.allCases) func everyEnumerationHasItsWords(subject: Subject) throws {
        let words = SchemaWords(subject)
        for leaf in leaves(.of(subject), JSONPath(), wrap: { $0 }) {
            let isText = isAccepted(leaf.wrap("\"no such word\""), subject)
            #expect((words.allowed(at: leaf.path) == nil) == isText, "\(subject) \(leaf.path.text)")
            for word in words.allowed(at: leaf.path) ?? [] {
                #expect(isAccepted(leaf.wrap("\"\(word)\""), subject), "\(leaf.path.text) \(word)")
            }
        }
    }

    private struct Leaf {
        let path: JSONPath
        let wrap: (String) -> String
    }

    private func leaves(_ shape: RecordShape, _ path: JSONPath, wrap: @escaping (String) -> String) -> [Leaf] {
        switch shape {
        case .text, .decimal: [Leaf(path: path, wrap: wrap)]
        case .whole, .real, .truth: []
        case .object(let fields):
            fields.flatMap { field in
                leaves(field.shape, path.appending(field.name)) { wrap("{\"\(field.name)\":\($0)}") }
            }
        case .list(let element): leaves(element, path.appending(0)) { wrap("[\($0)]") }
        }
    }

    private func isAccepted(_ json: String, _ subject: Subject) -> Bool {
        RecordCodec.decode(subject: subject, contentType: nil, value: Array(json.utf8)).codes.isEmpty
    }
}

import SwiftProtobuf

extension SampleMarket {
    /// How files of a sample are written.
    public enum FileFormat: String, CaseIterable, Sendable {
        /// One JSON object a line.
        case jsonLines = "jsonl"
        /// A table whose columns are JSON paths.
        case csv
    }

    /// The order in which the files of a sample are to be published, so that what a record names is there before it.
    public static let publishingOrder: [Subject] = [
        .profiles, .rates, .products, .capabilities, .requirements, .subscriptions, .awards, .quotes, .verifications,
    ]

    /// Writes a file for each subject into a folder, which is made if it is not there: `profiles.jsonl` and so on.
    ///
    /// - Throws: `FileAccessError` where a file cannot be written.
    public func writeFiles(
        to directory: String, format: FileFormat = .jsonLines, subjects: [Subject] = publishingOrder
    ) throws {
        try OutputFolder.make(directory)
        for subject in subjects {
            let file = try OutputFile(path: "\(directory)/\(subject.rawValue).\(format.rawValue)")
            switch format {
            case .jsonLines: try forEachObject(of: subject) { try file.append($0 + [UInt8(ascii: "\n")]) }
            case .csv: try writeTable(of: subject, to: file)
            }
            try file.finish()
        }
    }

    /// Hands over each record of a subject, as a JSON object in UTF-8.
    public func forEachObject(of subject: Subject, _ body: ([UInt8]) throws -> Void) throws {
        switch subject {
        case .profiles: try encode(profiles, body)
        case .requirements: try encode(requirements, body)
        case .products: try encode(products, body)
        case .awards: try encode(awards, body)
        case .capabilities: try encode(capabilities, body)
        case .quotes: try encode(quotes, body)
        case .subscriptions: try encode(subscriptions, body)
        case .verifications: try encode(verifications, body)
        case .rates: try encode(rates, body)
        }
    }

    private func encode(_ messages: some Sequence<some Message>, _ body: ([UInt8]) throws -> Void) throws {
        for message in messages { try body(try message.jsonUTF8Bytes()) }
    }

    /// Makes the records twice: the columns are known only after the last.
    private func writeTable(of subject: Subject, to file: OutputFile) throws {
        var columns = TabularColumns(subject: subject)
        try forEachObject(of: subject) { columns.add(try TabularJSON.cells($0)) }
        var table = CSVWriter(columns: columns.all)
        try forEachObject(of: subject) { object in
            table.append(try TabularJSON.cells(object))
            if table.count >= TabularLimits.chunkBytes { try file.append(table.take()) }
        }
        try file.append(table.take())
    }
}

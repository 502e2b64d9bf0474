import ArgumentParser
import Contracts
import Foundation
import Localization

/// Writes a line to stderr: progress, refusals, hints.
func standardError(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

/// How a listing is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// Columns for people.
    case table
    /// An array of objects.
    case json
    /// RFC 4180.
    case csv
}

/// The option that every command has that prints data.
struct OutputOptions: ParsableArguments {
    @Option(name: .long, help: "How to print: table, json or csv.")
    var format = OutputFormat.table

    /// A sum in minor units: in whole major units, thousands apart, for people; exact for programs.
    func amount(_ minorUnits: Int128, _ currency: Currency) -> Listing.Cell {
        if format == .table { return .text(Numbers.grouped(minorUnits / Int128(currency.minorUnitsPerMajor))) }
        return .text(
            Int64(exactly: minorUnits).map { Amount(minorUnits: $0, currency: currency).majorText } ?? "\(minorUnits)")
    }
}

/// Rows under named columns, printed as a table, JSON or CSV.
struct Listing {
    /// A column's name for programs and its heading for people.
    struct Column {
        let name: String
        let heading: String
        var isNumber = false
    }

    /// A cell: a text, a number, or nothing.
    enum Cell {
        case text(String)
        case number(Int64)
        case nothing

        init(_ text: String?) { self = text.map { .text($0) } ?? .nothing }

        fileprivate var text: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .nothing: ""
            }
        }
    }

    let columns: [Column]
    var rows: [[Cell]] = []

    /// The whole listing in a format, ending with a line feed.
    func formatted(_ format: OutputFormat) throws -> String {
        switch format {
        case .table: table
        case .json: try json
        case .csv: csv
        }
    }

    private var table: String {
        let cells = [columns.map(\.heading)] + rows.map { $0.map(\.text) }
        let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let line = columns.indices.map { column in
                let padding = String(repeating: " ", count: widths[column] - row[column].count)
                return columns[column].isNumber ? padding + row[column] : row[column] + padding
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }

    private var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let objects = rows.map { row in
                Dictionary(uniqueKeysWithValues: zip(columns.map(\.name), row.map(JSONCell.init)))
            }
            return String(decoding: try encoder.encode(objects), as: UTF8.self) + "\n"
        }
    }

    private var csv: String {
        var writer = CSVWriter(columns: columns.map(\.name))
        for row in rows { writer.append(row: row.map(\.text)) }
        return String(decoding: writer.take(), as: UTF8.self)
    }

    private struct JSONCell: Encodable {
        let cell: Cell
        init(_ cell: Cell) { self.cell = cell }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch cell {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            case .nothing: try container.encodeNil()
            }
        }
    }
}

import Foundation
import SwiftProtobuf
import Testing

@testable import Contracts

@Suite struct TabularJSONTests {
    private func records(_ text: String, _ subject: Subject = .capabilities) throws -> [String] {
        var file = RecordFile(ByteSource(Array(text.utf8)), subject: subject, format: .csv)
        var records: [String] = []
        while let record = try file.next() {
            switch record.content {
            case .success(let json): records.append("\(record.line) " + String(decoding: json, as: UTF8.self))
            case .failure(let refusal):
                records.append("\(record.line) \(refusal.reason.rawValue) \(refusal.field)")
            }
        }
        return records
    }

    private let mandatory = "owner,id,hsCode,unitCode,capacityPerMonth"

    @Test func aRowBecomesAnObjectOfItsColumnsPaths() throws {
        let header =
            mandatory + ",leadTimeDays,place.latitude,unitPriceTiers.0.unitPrice.value,unitPriceTiers.1.unitPrice.value"
        let rows = "9900000001,A,0101,H87,5.5,30,21.18,2,3\n"
        #expect(
            try records(header + "\n" + rows) == [
                #"2 {"owner":"9900000001","id":"A","hsCode":"0101","unitCode":"H87","capacityPerMonth":"5.5","#
                    + #""leadTimeDays":30,"place":{"latitude":21.18},"#
                    + #""unitPriceTiers":[{"unitPrice":{"value":"2"}},{"unitPrice":{"value":"3"}}]}"#
            ])
    }

    @Test func emptyCellsAreFieldsThatAreNotThere() throws {
        let header = mandatory + ",place.latitude,certifications.1.scheme,certifications.0.scheme,description"
        #expect(
            try records(header + "\n9900000001,A,,,,,,,\n9900000001,B,,,,,ISO 9001,, x \n") == [
                #"2 {"owner":"9900000001","id":"A"}"#,
                #"3 {"owner":"9900000001","id":"B","certifications":[{"scheme":"ISO 9001"}],"description":" x "}"#,
            ])
    }

    @Test func textIsEscapedForJSON() throws {
        let rows = "\u{FEFF}\(mandatory),description\n9900000001,A,,,,\"a\"\"b\\\nc\td\u{1}ệ\"\n"
        let json = try #require(try records(rows).first).dropFirst(2)
        let capability = try WireCapability(jsonString: String(json))
        #expect(capability.description_p == "a\"b\\\nc\td\u{1}ệ")
    }

    @Test func columnsThatNoRecordHasThatAreTwiceOrLackAreNamed() throws {
        #expect(
            try records("owner,id,id,colour,place,unitPriceTiers.x.minimumQuantity,certifications.01.scheme\n1\n") == [
                "1 duplicate id", "1 unknownColumn colour", "1 unknownColumn place",
                "1 unknownColumn unitPriceTiers.x.minimumQuantity", "1 unknownColumn certifications.01.scheme",
                "1 missingColumn hsCode", "1 missingColumn unitCode", "1 missingColumn capacityPerMonth",
            ])
        #expect(
            try records("owner,id,certifications.99999999999999999999.scheme,owner.x,.,a..b\n", .subscriptions).map {
                $0.split(separator: " ")[1]
            } == ["unknownColumn", "unknownColumn", "unknownColumn", "unknownColumn"])
    }

    @Test func columnsWithoutANameMustBeEmpty() throws {
        #expect(
            try records("owner;id;;\n9900000001;A;;\n9900000001;B;x;\n9900000001;C;;\n", .subscriptions) == [
                #"2 {"owner":"9900000001","id":"A"}"#, "3 unknownColumn ", #"4 {"owner":"9900000001","id":"C"}"#,
            ])
    }

    @Test(arguments: [
        ("capacityPerMonth", "1,5", "ambiguousNumber"), ("capacityPerMonth", "1.500,25", "ambiguousNumber"),
        ("leadTimeDays", "1,5", "ambiguousNumber"), ("place.latitude", "21,18", "ambiguousNumber"),
        ("leadTimeDays", "1.5", "wrongType"), ("leadTimeDays", "soon", "wrongType"),
        ("leadTimeDays", "007", "wrongType"),
        ("place.latitude", "1e5", "wrongType"), ("place.latitude", "NaN", "wrongType"),
        ("place.latitude", "21.", "wrongType"),
    ])
    func cellsThatAreNoValueOfTheirFieldAreRefused(column: String, cell: String, reason: String) throws {
        let columns = column == "capacityPerMonth" ? mandatory : mandatory + "," + column
        let cells = column == "capacityPerMonth" ? "\"\(cell)\"" : "5,\"\(cell)\""
        #expect(try records("\(columns)\n9900000001,A,0101,H87,\(cells)\n") == ["2 \(reason) \(column)"])
    }

    @Test(arguments: [("TRUE", "true"), ("false", "false"), (" True ", "true")])
    func truthIsReadAsSpreadsheetsWriteIt(cell: String, value: String) throws {
        let header = "owner,id,hsCode,quantity,unitCode,delivery.firstDay,delivery.lastDay,anonymous\n"
        let json = try records(header + "9900000001,A,,,,,,\(cell)\n", .requirements)
        #expect(json == [#"2 {"owner":"9900000001","id":"A","anonymous":\#(value)}"#])
        #expect(try records(header + "9900000001,A,,,,,,yes\n", .requirements) == ["2 wrongType anonymous"])
    }

    @Test func cellsOfAnObjectAreItsPathsAndTexts() throws {
        let json = #"{"a":{"b":[1.50,{"c":true}]},"d":null,"e":"x\u00e9\ud83d\ude00\n","f":[],"g":-0.1e+3}"#
        #expect(
            try TabularJSON.cells(Array(json.utf8)).map { $0.column + "=" + $0.text } == [
                "a.b.0=1.50", "a.b.1.c=true", "e=xé😀\n", "g=-0.1e+3",
            ])
    }

    @Test(arguments: [
        "", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":1}x", "{\"a\":tru}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"x\ny\"}", "{\"a\":1.}", "{\"a\":-}", "{a:1}",
        "{\"a\":\"\\ud83d\\u0041\"}",
    ])
    func whatIsNoJSONObjectIsRefused(text: String) {
        #expect(throws: Refusal.self) { try TabularJSON.cells(Array(text.utf8)) }
    }

    @Test(arguments: Subject.allCases)
    func everyFieldOfTheSchemaHasAShapeAndTheOtherWayRound(subject: Subject) throws {
        let schema = try #require(ProtoSchema.load())
        let message = [
            Subject.profiles: "EnterpriseProfile", .requirements: "Requirement", .products: "Product",
            .awards: "Award", .capabilities: "Capability", .quotes: "Quote", .subscriptions: "Subscription",
            .verifications: "Verification", .rates: "ExchangeRate",
        ]
        #expect(
            RecordShape.of(subject).paths(from: "").sorted()
                == schema.paths(of: try #require(message[subject]), from: "").sorted())
    }
}

extension RecordShape {
    /// Each leaf as its path and kind; decimal strings are text to a schema.
    fileprivate func paths(from path: String) -> [String] {
        switch self {
        case .text, .decimal: [path + " string"]
        case .whole: [path + " uint32"]
        case .real: [path + " double"]
        case .truth: [path + " bool"]
        case .object(let fields): fields.flatMap { $0.shape.paths(from: path + "." + $0.name) }
        case .list(let element): element.paths(from: path + ".*")
        }
    }
}

/// The fields of the messages under `topics/proto`, read simply.
private struct ProtoSchema {
    private var messages: [String: [(name: String, type: String, isList: Bool)]] = [:]
    private var enums: Set<String> = []

    static func load() -> ProtoSchema? {
        var folder = URL(filePath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let protos = folder.appending(path: "topics/proto/linkage/v1").path
            guard let files = try? FileManager.default.contentsOfDirectory(atPath: protos) else { continue }
            var schema = ProtoSchema()
            for file in files where file.hasSuffix(".proto") {
                schema.read((try? String(contentsOfFile: protos + "/" + file, encoding: .utf8)) ?? "")
            }
            return schema
        }
        return nil
    }

    private mutating func read(_ text: String) {
        var open: [String] = []
        for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
            let words = line.split(separator: " ").map(String.init)
            if line.hasPrefix("//") || words.isEmpty { continue }
            if words.last == "{" {
                if words[0] == "enum" { enums.insert(words[1]) }
                open.append(words[0] == "message" ? words[1] : words[0] == "oneof" ? open.last ?? "" : "")
            } else if words[0] == "}" {
                open.removeLast()
            } else if let message = open.last, !message.isEmpty, let equals = words.firstIndex(of: "="), equals >= 2 {
                messages[message, default: []].append(
                    (name: camelCase(words[equals - 1]), type: words[equals - 2], isList: words[0] == "repeated"))
            }
        }
    }

    func paths(of message: String, from path: String) -> [String] {
        (messages[message] ?? []).flatMap { field -> [String] in
            let place = path + "." + field.name + (field.isList ? ".*" : "")
            if enums.contains(field.type) { return [place + " string"] }
            return messages[field.type] == nil ? [place + " " + field.type] : paths(of: field.type, from: place)
        }
    }

    private func camelCase(_ name: String) -> String {
        let parts = name.split(separator: "_")
        return parts[0] + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

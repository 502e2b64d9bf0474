import Foundation
import Testing

@testable import Contracts

@Suite struct ReferenceImportTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func refusals(_ list: ReferenceList, _ text: String) throws -> [String] {
        let file = try folder.write(text, as: "given")
        let error = #expect(throws: ReferenceFileError.self) { try ReferenceImport.check(list, file: file) }
        #expect(error?.file == file)
        return (error?.refusals ?? []).map { "\($0.line) \($0.refusal.field) \($0.refusal.reason.rawValue)" }
    }

    @Test func eachBadRowOfTheHarmonizedSystemIsNamed() throws {
        let text = "hscode,description\n8534,Circuits\n85x4,What\n8534,Twice\n8535,\n8536,a,b\n8537,\"open\n"
        #expect(
            try refusals(.commodities, text) == [
                "3 hscode malformed", "4 hscode duplicate", "5 description missing", "6  malformedCSV",
                "7  malformedCSV",
            ])
    }

    @Test func missingColumnsAndEmptyFilesAreRefused() throws {
        #expect(
            try refusals(.commodities, "code;text\n1;2\n") == ["1 hscode missingColumn", "1 description missingColumn"])
        #expect(try refusals(.commodities, "") == ["1  emptyFile"])
        #expect(try refusals(.units, "Status,CommonCode,Name\n") == ["1  emptyFile"])
    }

    @Test func eachBadRowOfTheUnitsIsNamed() throws {
        let text = "Status,CommonCode,Name\n,H87,piece\nXX,KGM,kilogram\n,h,x\n,MTR,\nD,H87,again\n"
        #expect(
            try refusals(.units, text) == [
                "3 Status malformed", "4 CommonCode malformed", "5 Name missing", "6 CommonCode duplicate",
            ])
    }

    @Test func eachBadFeatureOfTheWardsIsNamed() throws {
        let good = #"{"properties":{"code":"07210","name":"A","nameEn":"B","latitude":21,"longitude":106}}"#
        let bad = #"{"properties":{"code":"07211","name":"A","nameEn":"B","latitude":91,"longitude":106}}"#
        #expect(
            try refusals(.wards, #"{"features":[\#(good),\#(bad),\#(good),{}]}"#) == [
                "1 features.1.properties.latitude outOfRange", "1 features.2.properties.code duplicate",
                "1 features.3.properties missing",
            ])
        #expect(try refusals(.wards, "{\"features\":\n[}") == ["1  malformedJSON"])
        #expect(try refusals(.wards, "{}") == ["1 features missing"])
        #expect(try refusals(.wards, #"{"features":[]}"#) == ["1 features emptyFile"])
        #expect(try refusals(.wards, String(repeating: "[", count: 100_000)) == ["1  malformedJSON"])
    }

    @Test(arguments: ReferenceList.allCases) func garbageIsRefusedAndNothingBreaks(list: ReferenceList) throws {
        var random = SampleRandom(seed: 7, stream: 7, index: 7)
        for length in [1, 2, 3, 100, 5000] {
            let bytes = (0..<length).map { _ in UInt8(random.below(256)) }
            let file = folder.path + "/garbage"
            try Data(bytes).write(to: URL(filePath: file))
            #expect(throws: ReferenceFileError.self) { try ReferenceImport.check(list, file: file) }
        }
    }

    @Test func whatIsReportedIsLimited() throws {
        let rows = (0..<500).map { "bad\($0),x\n" }.joined()
        #expect(try refusals(.commodities, "hscode,description\n" + rows).count == ReferenceLimits.refusals)
    }

    @Test func aRefusedFileLeavesTheListThatWasThere() throws {
        let good = try folder.write("hscode,description\n0101,Horses\n", as: "good.csv")
        let bad = try folder.write("hscode,description\n01x1,Horses\n", as: "bad.csv")
        let summary = try ReferenceImport.install(.commodities, from: good, into: folder.path + "/lists")
        #expect(summary == .init(list: .commodities, read: 1, kept: 1, withdrawn: 0))
        #expect(throws: ReferenceFileError.self) {
            try ReferenceImport.install(.commodities, from: bad, into: folder.path + "/lists")
        }
        let lists = try ReferenceLists(directory: folder.path + "/lists")
        #expect(lists.commodity("0101").value?.english == "Horses")
        #expect(!lists.isImported(.units))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/lists") == ["hs.csv"])
    }

    @Test func filesThatAreNotThereAreToldApartFromBadOnes() throws {
        #expect(throws: FileAccessError.self) { try ReferenceImport.check(.units, file: folder.path + "/none.csv") }
        #expect(try ReferenceLists(directory: folder.path + "/none").unit("H87").name == "known")
        let file = try folder.write("x", as: "file")
        #expect(throws: FileAccessError.self) { try ReferenceLists(directory: file) }
        let good = try folder.write("hscode,description\n0101,Horses\n", as: "good.csv")
        #expect(throws: FileAccessError.self) {
            try ReferenceImport.install(.commodities, from: good, into: file + "/below")
        }
    }
}

import Foundation
import Testing

/// The rules of the folders, as tests: who may import whom, and what pure modules keep away from.
@Suite("The folders show the architecture")
struct ArchitectureTests {
    private static let sources = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// Of our own modules, those that each may import.
    private static let allowed: [String: Set<String>] = [
        "Localization": [], "Matching": ["Localization"], "Contracts": ["Localization"], "EventLog": [],
        "EmbeddedLog": ["EventLog"], "KafkaLog": ["EventLog", "CRdkafka"], "History": ["Contracts", "Localization"],
        "Pipeline": ["EventLog", "Contracts", "Matching", "Localization", "History"],
        "Portal": ["Pipeline", "History", "Contracts", "EventLog", "Matching", "Localization"],
        "LinkageTesting": ["Pipeline", "History", "Contracts", "EventLog", "Matching", "Localization"],
    ]

    @Test(arguments: allowed.keys.sorted()) func aModuleImportsOnlyWhatStandsBelowIt(module: String) throws {
        let ours = Set(Self.allowed.keys).union(["CRdkafka", "LogConformance"])
        for (file, line) in try Self.lines(of: module) {
            guard let imported = Self.importedModule(line), ours.contains(imported) else { continue }
            #expect(Self.allowed[module]?.contains(imported) == true, "\(file) imports \(imported)")
        }
    }

    @Test(arguments: ["Localization", "Matching"]) func aPureModuleHasNoClockNoChanceAndNoFloatingPoint(module: String)
        throws
    {
        let forbidden = ["Double", "Float", "Date()", "random(", "Foundation", "async ", "await ", "hashValue"]
        for (file, line) in try Self.lines(of: module) where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
        {
            for word in forbidden where line.contains(word) { Issue.record("\(file) has \(word): \(line)") }
        }
    }

    @Test func onlyTheModuleThatOwnsACLibraryImportsIt() throws {
        for module in Self.allowed.keys.sorted() where module != "KafkaLog" {
            for (file, line) in try Self.lines(of: module) where Self.importedModule(line) == "CRdkafka" {
                Issue.record("\(file) imports CRdkafka")
            }
        }
    }

    /// A function that a mutex holds by itself is wrapped once more at every access, and each call then takes longer.
    @Test(arguments: allowed.keys.sorted()) func noMutexHoldsAFunctionByItself(module: String) throws {
        for (file, line) in try Self.lines(of: module) where line.contains(/Mutex<[^>]*->/) {
            Issue.record("\(file): put the function into a structure: \(line)")
        }
    }

    private static func importedModule(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count, !line.hasPrefix("//")
        else {
            return nil
        }
        return words[index + 1]
    }

    private static func lines(of module: String) throws -> [(file: String, line: String)] {
        let folder = sources.appending(path: module)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        try #require(!files.isEmpty)
        return try files.sorted().flatMap { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                .split(separator: "\n").map { ("\(module)/\(file)", String($0)) }
        }
    }
}

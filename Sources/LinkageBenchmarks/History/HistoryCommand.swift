import ArgumentParser
import Foundation

/// `LinkageBenchmarks history`.
struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "The recorder beside a bare SQLite loop that writes the same rows, and how long questions take.")

    @Option(help: "How many requirements; each has ten candidates.")
    var requirements = 100_000

    @Option(help: "What the workload is drawn from.")
    var seed: UInt64 = 1

    @Option(name: .customLong("json"), help: "A file for the figures.")
    var jsonPath: String?

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "linkage-history-\(getpid())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let figures = try await HistoryBenchmark(requirements: requirements, seed: seed, directory: directory.path)
            .run()
        let json = try figures.indentedJSON()
        if let jsonPath { try json.write(to: URL(fileURLWithPath: jsonPath)) }
        print(String(decoding: json, as: UTF8.self))
    }
}

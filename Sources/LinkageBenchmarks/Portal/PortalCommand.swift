import ArgumentParser
import Foundation

/// `LinkageBenchmarks portal`.
struct PortalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "A running portal: pages under many readers, opportunities as they arrive, many open streams.")

    @Option(help: "The program, built for release.")
    var linkage = ".build/release/linkage"

    @Option(help: "How many suppliers the market has.")
    var suppliers = 20_000

    @Option(help: "How many requirements it has.")
    var requirements = 5_000

    @Option(help: "What the market is drawn from.")
    var seed: UInt64 = 1

    @Option(help: "How many read at once.")
    var readers = 50

    @Option(help: "For how long they read, in seconds: once without a pause, once with one.")
    var seconds = 20

    @Option(help: "How long a reader looks at a page, in milliseconds.")
    var pause = 1_000

    @Option(help: "Requirements that are published in a second while a stream is watched.")
    var rate = 500

    @Option(help: "For how long they are, in seconds. Headings' gaps are told once a minute.")
    var hearing = 10

    @Option(help: "How many streams are opened.")
    var streams = 2_000

    @Option(name: .customLong("json"), help: "A file for the figures.")
    var jsonPath: String?

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "linkage-portal-\(getpid())")
        defer { try? FileManager.default.removeItem(at: directory) }
        let figures = try await PortalBenchmark(self, directory: directory.path).run()
        let json = try figures.indentedJSON()
        if let jsonPath { try json.write(to: URL(fileURLWithPath: jsonPath)) }
        print(String(decoding: json, as: UTF8.self))
    }
}

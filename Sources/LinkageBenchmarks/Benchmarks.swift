import ArgumentParser
import Foundation

/// Measures what the platform promises of its speed.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "LinkageBenchmarks", abstract: "Measures what the platform promises of its speed.",
        subcommands: [
            EngineCommand.self, LoadCommand.self, CurveCommand.self, KafkaCommand.self, HistoryCommand.self,
            PortalCommand.self,
        ])
}

/// `LinkageBenchmarks engine`.
struct EngineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "engine", abstract: "The engine beside SQLite and a plain scan, over the same market.")

    @OptionGroup var options: Options

    func run() throws {
        var benchmark = EngineBenchmark(options)
        let report = benchmark.run()
        print(report.text)
        try options.save(report.json())
        if !report.failures.isEmpty { throw ExitCode.failure }
    }
}

/// `LinkageBenchmarks load`.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Loading capabilities from the log beside reading and decoding them alone.")

    @OptionGroup var options: Options

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.appending(path: "linkage-load-\(getpid())")
        defer { try? FileManager.default.removeItem(at: directory) }
        let figures = try await LoadBenchmark(options: options, directory: directory.path).run()
        let json = try figures.indentedJSON()
        try options.save(json)
        print(String(decoding: json, as: UTF8.self))
        if !figures.failures.isEmpty { throw ExitCode.failure }
    }
}

/// `LinkageBenchmarks curve`.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve", abstract: "The time of a requirement where codes are equally frequent.")

    @OptionGroup var options: Options

    func run() throws {
        let json = try CurveBenchmark(options).run()
        try options.save(json)
        print(String(decoding: json, as: UTF8.self))
    }
}

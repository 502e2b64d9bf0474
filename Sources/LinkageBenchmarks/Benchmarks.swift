import ArgumentParser
import Foundation

/// Measures what the platform promises of its speed.
@main
enum Benchmarks {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "kafka" { return await KafkaCommand.main(Array(arguments.dropFirst())) }
        guard let options = Options(arguments.dropFirst()) else { return fail() }
        switch arguments.first {
        case "engine":
            var benchmark = EngineBenchmark(options)
            let report = benchmark.run()
            print(report.text)
            if let path = options.jsonPath { try report.json().write(to: URL(fileURLWithPath: path)) }
            if !report.failures.isEmpty { exit(1) }
        case "curve":
            let json = try CurveBenchmark(options).run()
            if let path = options.jsonPath { try json.write(to: URL(fileURLWithPath: path)) }
            print(String(decoding: json, as: UTF8.self))
        default: fail()
        }
    }

    private static func fail() {
        progress(Options.usage)
        exit(2)
    }
}

import ArgumentParser
import Contracts
import Foundation

/// `linkage sample --out DIR`: a fictional market to try things with.
struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a fictional market, equal for equal seeds and days.")

    @Option(help: "The folder to write to.")
    var out: String

    @Option(help: "How many suppliers; each has one to three capabilities.")
    var suppliers = 400

    @Option(help: "How many requirements.")
    var requirements = 120

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(name: .customLong("as-of"), help: "The day on which the market stands, YYYY-MM-DD (today).")
    var day: CalendarDay?

    @Option(help: "jsonl or csv.")
    var format = SampleMarket.FileFormat.jsonLines

    func run() async throws {
        try await reporting {
            let market = try SampleMarket(
                SampleMarket.Options(
                    suppliers: suppliers, requirements: requirements, seed: seed, asOf: (day ?? .today).description))
            try market.writeFiles(to: out, format: format)
            print("wrote \(SampleMarket.publishingOrder.count) files to \(out); publish them in this order:")
            for subject in SampleMarket.publishingOrder {
                print("  linkage publish \(subject.rawValue) \(out)/\(subject.rawValue).\(format.rawValue)")
            }
        }
    }
}

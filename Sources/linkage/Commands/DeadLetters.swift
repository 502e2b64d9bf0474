import ArgumentParser
import Contracts
import Foundation
import History

/// `linkage dead-letters`: what was refused, and why.
struct DeadLetters: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the records that were refused, newest first, with reason and origin.")

    @Option(help: "Only records of this enterprise code.")
    var owner: String?

    @Option(help: "At most so many records.")
    var limit = 100

    @OptionGroup var output: OutputOptions
    @OptionGroup var data: DataDirectory

    func run() async throws {
        try await reporting {
            let letters = try data.openCache().read { [owner, limit] in try $0.deadLetters(owner: owner, limit: limit) }
            var listing = Listing(columns: [
                .init(name: "refusedAt", heading: "REFUSED AT"), .init(name: "origin", heading: "ORIGIN"),
                .init(name: "key", heading: "KEY"), .init(name: "field", heading: "FIELD"),
                .init(name: "reason", heading: "REASON"), .init(name: "message", heading: "MESSAGE"),
            ])
            for letter in letters {
                for refusal in letter.refusals {
                    listing.rows.append([
                        .text(CalendarDay.timestamp(milliseconds: letter.refusedAt)),
                        .text("\(letter.origin.topic)/\(letter.origin.partition)/\(letter.origin.offset)"),
                        .text(letter.key), .text(refusal.field), .text(refusal.reason), .text(refusal.message),
                    ])
                }
            }
            if letters.isEmpty, output.format == .table { return standardError("nothing was refused") }
            print(try listing.formatted(output.format), terminator: "")
        }
    }
}

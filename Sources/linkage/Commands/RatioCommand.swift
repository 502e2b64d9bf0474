import ArgumentParser
import Contracts
import Foundation
import Localization

/// `linkage ratio STATEMENT.json`: every ratio of a cost statement, offline.
struct RatioCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ratio",
        abstract: "Computes LVC, RVC, MaxNOM, transaction value and net cost of a cost statement, offline.",
        discussion: """
            STATEMENT.json is the costStatement of a capability. A ratio is exact; the declared figure is a whole per cent,
            rounded down (MaxNOM up). A method whose inputs the statement does not have is shown with the reason.
            """)

    @Argument(help: "The statement, JSON; - is the standard input.")
    var file: String

    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await reporting {
            let bytes: [UInt8]
            if file == "-" {
                bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
            } else if let contents = FileManager.default.contents(atPath: file) {
                bytes = Array(contents)
            } else {
                throw Failure("\(file) can't be read")
            }
            switch StatementFile.read(bytes) {
            case .failure(let refusals):
                for refusal in refusals.all { standardError("\(file): \(refusal)") }
                throw ExitCode.refused
            case .success(let statement):
                print(try listing(statement).formatted(output.format), terminator: "")
                if output.format == .table { tellDeclared(statement) }
            }
        }
    }

    private func listing(_ statement: CostStatement) -> Listing {
        var listing = Listing(columns: [
            .init(name: "method", heading: "METHOD"), .init(name: "ratio", heading: "RATIO", isNumber: true),
            .init(name: "declaredPercent", heading: "DECLARED %", isNumber: true),
            .init(name: "inputs", heading: "INPUTS"), .init(name: "flags", heading: "FLAGS"),
            .init(name: "source", heading: "SOURCE"),
        ])
        for method in OriginMethod.allCases {
            do {
                let result = try statement.result(of: method)
                listing.rows.append([
                    .text(method.rawValue), share(result.ratio), .number(result.declaredPercent),
                    .text(result.inputs.map { "\($0.part.rawValue) \($0.amount)" }.joined(separator: ", ")),
                    .text(result.flags.map(\.rawValue).joined(separator: ", ")), .text(result.source),
                ])
            } catch {
                listing.rows.append([
                    .text(method.rawValue), .nothing, .nothing, .text("\(error)"), .text(error.code),
                    .text(method.source),
                ])
            }
        }
        return listing
    }

    private func share(_ ratio: Ratio) -> Listing.Cell {
        output.format == .table
            ? .text("\(ratio) = \(Numbers.percent(ratio))") : .text(Numbers.decimal(ratio.millionths))
    }

    /// The figure that counts on the platform: by the declared method, the lower of both where the parts do not add up.
    private func tellDeclared(_ statement: CostStatement) {
        guard let lvc = try? statement.lvc() else { return }
        print(
            "counts as LVC \(lvc.ratio) = \(Numbers.percent(lvc.ratio)) (\(statement.declaredMethod.rawValue) declared)"
        )
    }
}

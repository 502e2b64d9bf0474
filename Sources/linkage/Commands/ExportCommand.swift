import ArgumentParser
import Contracts
import Foundation
import History

/// `linkage export ocds`: awards as an Open Contracting release package.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Exports to other formats.", subcommands: [OCDS.self])

    struct OCDS: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ocds", abstract: "Prints the awards as an OCDS 1.1 release package, JSON.",
            discussion: """
                A requirement is a contracting process, each award a release of it. OCID prefixes are registered with the
                Open Contracting Partnership.
                """)

        @Option(help: "The registered OCID prefix.")
        var prefix = "ocds-000000"

        @Option(help: "The publisher's name.")
        var publisher = "Linkage"

        @Option(help: "Where the package will be published.")
        var uri = "urn:linkage:awards"

        @Option(help: "Only awards of this buyer.")
        var owner: String?

        @OptionGroup var data: DataDirectory

        func run() async throws {
            try await reporting {
                let now = Int64(Date().timeIntervalSince1970 * 1_000)
                let empty = AwardPackage(prefix: prefix, publisher: publisher, uri: uri, publishedAt: now)
                let package = try data.openCache().read { [owner] reader in
                    try reader.awardPackage(empty, owner: owner)
                }
                FileHandle.standardOutput.write(Data(try package.encodeJSON()))
                standardError("\(package.count) awards")
            }
        }
    }
}

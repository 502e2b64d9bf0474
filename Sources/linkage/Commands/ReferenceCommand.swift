import ArgumentParser
import Contracts

/// `linkage reference import`: code lists that a user has fetched.
struct ReferenceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference", abstract: "Code lists: commodities, units of measure, wards.",
        subcommands: [ImportLists.self])

    struct ImportLists: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import", abstract: "Imports code lists; codes are then checked against them.",
            discussion: """
                --hs takes datasets/harmonized-system's CSV, --units datasets/unece-units-of-measure's CSV, --wards a
                GeoJSON of wards with code, name, nameEn, longitude and latitude. A running `linkage up` uses them from
                its next start.
                """)

        @Option(help: "Harmonized System 2022, CSV.")
        var hs: String?

        @Option(help: "UN/ECE Recommendation 20, CSV.")
        var units: String?

        @Option(help: "Wards, GeoJSON.")
        var wards: String?

        @OptionGroup var data: DataDirectory

        func validate() throws {
            guard hs != nil || units != nil || wards != nil else {
                throw ValidationError("Name at least one list: --hs FILE, --units FILE or --wards FILE.")
            }
        }

        func run() async throws {
            try await reporting {
                try data.make()
                let files: [(ReferenceList, String?)] = [(.commodities, hs), (.units, units), (.wards, wards)]
                for case (let list, let file?) in files {
                    let summary = try ReferenceImport.install(list, from: file, into: data.referencePath)
                    print(
                        "\(list.rawValue): \(summary.read) rows read, \(summary.kept) codes in force, "
                            + "\(summary.withdrawn) withdrawn")
                }
            }
        }
    }
}

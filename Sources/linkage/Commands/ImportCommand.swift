import ArgumentParser
import Contracts
import Foundation
import Pipeline

/// `linkage import ocds FILE`: tenders of an Open Contracting release as requirements.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports from other formats.", subcommands: [OCDS.self])

    struct OCDS: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ocds", abstract: "Publishes the items of OCDS 1.1 tenders as requirements.",
            discussion: """
                An item without a Harmonized System code, or without something else that a requirement needs, is not
                guessed: it is listed, and written as a draft to the file of --drafts. Fill in what is missing there and
                publish it with `linkage publish requirements`.
                """)

        @Argument(help: "A release or a release package, JSON.")
        var file: String

        @Option(help: "The buyer's enterprise code.")
        var owner: String

        @Option(help: "Where drafts are written (else <data-dir>/ocds-drafts.jsonl).")
        var drafts: String?

        @OptionGroup var output: OutputOptions
        @OptionGroup var log: LogOptions

        func validate() throws {
            guard BusinessKey.isEnterpriseCode(owner) else {
                throw ValidationError("--owner is an enterprise code: 10 digits, or 10 digits, a hyphen and 3 digits.")
            }
        }

        func run() async throws {
            try await reporting {
                guard let bytes = FileManager.default.contents(atPath: file) else {
                    throw Failure("\(file) can't be read")
                }
                let items: TenderImport
                do {
                    items = try TenderImport(Array(bytes), owner: owner)
                } catch {
                    throw Failure("\(file): \(error)")
                }
                let check = RecordCheck(reference: try log.data.referenceLists())
                var publishable: [PublishedMessage] = []
                var waiting: [(draft: TenderImport.Draft, reasons: [String])] = []
                for draft in items.drafts {
                    let message = PublishedMessage.requirement(draft.requirement)
                    if !draft.missing.isEmpty {
                        waiting.append((draft, draft.missing.map { "\($0) is missing" }))
                    } else if case .failure(let refusals) = check.check(message) {
                        waiting.append((draft, refusals.all.map(\.description)))
                    } else {
                        publishable.append(message)
                    }
                }
                try await publish(publishable)
                try tell(waiting)
            }
        }

        private func publish(_ messages: [PublishedMessage]) async throws {
            guard !messages.isEmpty else { return }
            _ = try await log.withLog {
                try await Publisher(log: $0, source: "/linkage/import/ocds").publish(messages)
            }
            standardError("\(messages.count) requirements published")
        }

        private func tell(_ waiting: [(draft: TenderImport.Draft, reasons: [String])]) throws {
            guard !waiting.isEmpty else { return }
            try log.data.make()
            let path = drafts ?? log.data.path + "/ocds-drafts.jsonl"
            let lines = waiting.map {
                String(decoding: PublishedMessage.requirement($0.draft.requirement).encodeJSON(), as: UTF8.self) + "\n"
            }
            do {
                try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw Failure("the drafts can't be written to \(path): \(error.localizedDescription)")
            }
            var listing = Listing(columns: [
                .init(name: "source", heading: "ITEM"), .init(name: "id", heading: "ID"),
                .init(name: "description", heading: "DESCRIPTION"),
                .init(name: "classification", heading: "CLASSIFIED AS"), .init(name: "toDo", heading: "TO DO"),
            ])
            listing.rows = waiting.map { draft, reasons in
                [
                    .text(draft.source), .text(draft.requirement.id), .text(draft.requirement.description_p),
                    .text(draft.classification), .text(reasons.joined(separator: "; ")),
                ]
            }
            print(try listing.formatted(output.format), terminator: "")
            standardError("\(waiting.count) drafts for a person to classify are in \(path)")
        }
    }
}

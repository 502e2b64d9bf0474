import ArgumentParser
import Contracts
import EventLog
import Foundation
import Pipeline
import SwiftProtobuf

/// `linkage subscribe --supplier CODE`: opportunities as they are told.
struct Subscribe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Subscribes a supplier and prints its opportunities, one JSON a line, as they are told.")

    @Option(help: "The supplier's enterprise code.")
    var supplier: String

    @Option(help: "Only HS codes that begin so; may be repeated.")
    var hs: [String] = []

    @Option(help: "Only deliveries to this ward; may be repeated.")
    var ward: [String] = []

    @Option(help: "End after so many; 0 follows until interrupted.")
    var count = 0

    @Flag(name: .customLong("no-follow"), help: "End after what has been told so far.")
    var noFollow = false

    @OptionGroup var log: LogOptions

    func validate() throws {
        guard BusinessKey.isEnterpriseCode(supplier) else {
            throw ValidationError("--supplier is an enterprise code: 10 digits, or 10 digits, a hyphen and 3 digits.")
        }
    }

    func run() async throws {
        try await reporting {
            try await log.withLog { log in
                if !noFollow { try await subscribe(in: log) }
                try await follow(log)
            }
        }
    }

    private func subscribe(in log: any EventLog) async throws {
        let subscription = WireSubscription.with {
            $0.owner = supplier
            $0.id = "cli"
            $0.hsPrefixes = hs
            $0.wardCodes = ward
        }
        _ = try await Publisher(log: log, source: "/linkage/cli").publish([.subscription(subscription)])
    }

    private func follow(_ log: any EventLog) async throws {
        var offsets: [TopicPartition: Int64] = [:]
        var ends: [TopicPartition: Int64] = [:]
        for number in 0..<(try await log.partitionCount(of: .opportunities)) {
            let partition = TopicPartition(.opportunities, number)
            let range = try await log.offsets(of: partition)
            offsets[partition] = range.lowerBound
            if !range.isEmpty { ends[partition] = range.upperBound }
        }
        let reader = try await log.read(from: offsets)
        var printed = 0
        while !noFollow || !ends.isEmpty {
            for record in try await reader.next(PipelineLimits.batch, within: PipelineLimits.idle) {
                guard let line = line(of: record) else { continue }
                FileHandle.standardOutput.write(Data((line + "\n").utf8))
                printed += 1
                if printed == count { return await reader.close() }
            }
            let positions = try await reader.positions()
            ends = ends.filter { positions[$0.key] ?? 0 < $0.value }
        }
        await reader.close()
    }

    /// The opportunity in a record, if it is this supplier's and asked for.
    private func line(of record: Record) -> String? {
        guard record.key.map({ String(decoding: $0, as: UTF8.self) }) == supplier, let value = record.value else {
            return nil
        }
        let text = String(decoding: value, as: UTF8.self)
        guard let opportunity = try? WireOpportunity(jsonString: text),
            hs.isEmpty || hs.contains(where: opportunity.hsCode.hasPrefix),
            ward.isEmpty || ward.contains(opportunity.place.wardCode)
        else { return nil }
        return text
    }
}

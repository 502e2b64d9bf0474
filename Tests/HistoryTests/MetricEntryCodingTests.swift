import LinkageTesting
import Testing

@testable import History

/// Entries are read as they were written, whatever they hold.
@Suite struct MetricEntryCodingTests {
    private static func entry(_ random: inout SplitMix64) -> MetricEntry {
        func number() -> Int64 {
            [0, 1, -1, .max, .min, Int64.random(in: 0...100_000, using: &random)].randomElement(using: &random) ?? 0
        }
        func day() -> Int32 { [0, -1, .max, .min, 20_454].randomElement(using: &random) ?? 0 }
        func text() -> String {
            ["", "VND", "2400000000/C", "Bo mạch/Đ", "\u{0}"].randomElement(using: &random) ?? ""
        }
        func flag() -> Bool { Bool.random(using: &random) }
        func fault() -> MetricEntry.Fault {
            [.none, .noPrice, .outOfRange, .noRate].randomElement(using: &random) ?? .none
        }
        let stage: MetricStage = [.demand, .potential, .realised].randomElement(using: &random) ?? .demand
        var entry = MetricEntry(stage: stage, position: number(), day: day())
        entry.part = text()
        entry.untilDay = day()
        if flag() { entry.valuedDay = day() }
        entry.capability = flag() ? entry.part : text()
        entry.capabilityVersion = number()
        entry.currency = text()
        (entry.amount, entry.quantity, entry.lvc) = (number(), number(), number())
        (entry.firstDay, entry.lastDay, entry.frozenRate) = (day(), day(), number())
        (entry.ownership, entry.cut, entry.fault) = (number(), number(), fault())
        (entry.isInCountry, entry.isStated) = (flag(), flag())
        entry.worth = MetricWorth(
            amount: flag() ? entry.amount : number(), cutAmount: number(), fault: fault(),
            isDomesticallyOwned: flag(), isVerified: flag())
        return entry
    }

    private static func read(_ bytes: some Collection<UInt8>) -> [MetricEntry] {
        Array(bytes).withUnsafeBytes {
            var reader = MetricEntryReader($0)
            return reader.all()
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `What is written is read`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for count in 0...8 {
            let entries = (0..<count).map { _ in Self.entry(&random) }
            #expect(Self.read(MetricEntryWriter(entries).bytes) == entries, "seed \(seed)")
        }
    }

    @Test func `Bytes that are cut off or are none of its own are read without a trap`() {
        var random = SplitMix64(seed: 1)
        let entries = (0..<3).map { _ in Self.entry(&random) }
        let bytes = MetricEntryWriter(entries).bytes
        for count in bytes.indices {
            // What stands before the cut is whole.
            let whole = entries.prefix { entry in
                let end = entries.firstIndex(of: entry).map { MetricEntryWriter(Array(entries[...$0])).bytes.count }
                return (end ?? .max) <= count
            }
            #expect(Self.read(bytes.prefix(count)).starts(with: whole))
        }
        for _ in 0..<500 {
            let noise = (0..<40).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Self.read(noise).count <= noise.count)
        }
    }
}

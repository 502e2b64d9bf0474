// How the entries of a requirement are stored: one after the other in one column. Numbers are varints in ZigZag, texts
// have their length before them, as in Protobuf's encoding; what few entries have is left out, as flags tell. A question
// that adds everything up reads some hundred thousand entries: as rows of their own, or as messages, they take several
// times as long to read.

/// Which parts of an entry there are, and its yes and no.
private struct EntryFlags: OptionSet {
    let rawValue: UInt16

    static let isInCountry = EntryFlags(rawValue: 1 << 0)
    static let isStated = EntryFlags(rawValue: 1 << 1)
    static let isDomesticallyOwned = EntryFlags(rawValue: 1 << 2)
    static let isVerified = EntryFlags(rawValue: 1 << 3)
    /// Its part is the capability, which is not written twice.
    static let isPartCapability = EntryFlags(rawValue: 1 << 4)
    /// It has ended.
    static let hasEnd = EntryFlags(rawValue: 1 << 5)
    /// It is valued at the rates of another day than its first.
    static let hasValuedDay = EntryFlags(rawValue: 1 << 6)
    /// It has days of its own, or a rate.
    static let isReserved = EntryFlags(rawValue: 1 << 7)
    static let hasOwnership = EntryFlags(rawValue: 1 << 8)
    static let hasCut = EntryFlags(rawValue: 1 << 9)
    static let hasFault = EntryFlags(rawValue: 1 << 10)
    /// It counts for another amount than its own, as in another currency than dong.
    static let hasWorth = EntryFlags(rawValue: 1 << 11)

    /// It is in another currency than dong.
    static let hasCurrency = EntryFlags(rawValue: 1 << 12)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ entry: MetricEntry) {
        self = []
        let flags: [(EntryFlags, Bool)] = [
            (.isInCountry, entry.isInCountry), (.isStated, entry.isStated),
            (.isDomesticallyOwned, entry.worth.isDomesticallyOwned), (.isVerified, entry.worth.isVerified),
            (.isPartCapability, entry.part == entry.capability), (.hasEnd, !entry.isCurrent),
            (.hasValuedDay, entry.valuedDay != entry.fromDay),
            (.isReserved, entry.firstDay != 0 || entry.lastDay != 0 || entry.frozenRate != 0),
            (.hasOwnership, entry.ownership != 0), (.hasCut, entry.cut != 0 || entry.worth.cutAmount != 0),
            (.hasFault, entry.fault != .none || entry.worth.fault != .none),
            (.hasWorth, entry.worth.amount != entry.amount), (.hasCurrency, entry.currency != dong),
        ]
        for (flag, isSet) in flags where isSet { insert(flag) }
    }
}

private let dong = "VND"

/// Writes entries.
struct MetricEntryWriter {
    private(set) var bytes: [UInt8] = []

    init(_ entries: [MetricEntry]) {
        bytes.reserveCapacity(entries.count * 80)
        for entry in entries { append(entry) }
    }

    private mutating func append(_ entry: MetricEntry) {
        let flags = EntryFlags(entry)
        append(Int64(entry.stage.rawValue))
        append(Int64(flags.rawValue))
        append(Int64(entry.fromDay))
        if flags.contains(.hasEnd) { append(Int64(entry.untilDay)) }
        if flags.contains(.hasValuedDay) { append(Int64(entry.valuedDay)) }
        append(entry.part)
        if !flags.contains(.isPartCapability) { append(entry.capability) }
        append(entry.position)
        append(entry.capabilityVersion)
        if flags.contains(.hasCurrency) { append(entry.currency) }
        append(entry.amount)
        append(entry.quantity)
        append(entry.lvc)
        if flags.contains(.isReserved) {
            append(Int64(entry.firstDay))
            append(Int64(entry.lastDay))
            append(entry.frozenRate)
        }
        if flags.contains(.hasOwnership) { append(entry.ownership) }
        if flags.contains(.hasCut) {
            append(entry.cut)
            append(entry.worth.cutAmount)
        }
        if flags.contains(.hasFault) {
            append(entry.fault.rawValue)
            append(entry.worth.fault.rawValue)
        }
        if flags.contains(.hasWorth) { append(entry.worth.amount) }
    }

    private mutating func append(_ text: String) {
        append(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func append(_ number: Int64) {
        var rest = UInt64(bitPattern: (number << 1) ^ (number >> 63))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads entries. What is cut off reads as zero.
struct MetricEntryReader {
    private let bytes: UnsafeRawBufferPointer
    private var place = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// All that are left.
    mutating func all() -> [MetricEntry] {
        var entries: [MetricEntry] = []
        var entry = MetricEntry(stage: .demand, position: 0, day: 0)
        while read(to: &entry) { entries.append(entry) }
        return entries
    }

    /// Reads the next.
    /// - returns: Whether there is one.
    mutating func read(to entry: inout MetricEntry) -> Bool {
        guard place < bytes.count, let stage = MetricStage(rawValue: Int(number())) else { return false }
        let flags = EntryFlags(rawValue: UInt16(truncatingIfNeeded: number()))
        entry.stage = stage
        entry.isInCountry = flags.contains(.isInCountry)
        entry.isStated = flags.contains(.isStated)
        entry.fromDay = day()
        entry.untilDay = flags.contains(.hasEnd) ? day() : MetricEntry.noEnd
        entry.valuedDay = flags.contains(.hasValuedDay) ? day() : entry.fromDay
        entry.part = text()
        entry.capability = flags.contains(.isPartCapability) ? entry.part : text()
        entry.position = number()
        entry.capabilityVersion = number()
        entry.currency = flags.contains(.hasCurrency) ? text() : dong
        entry.amount = number()
        entry.quantity = number()
        entry.lvc = number()
        let isReserved = flags.contains(.isReserved)
        entry.firstDay = isReserved ? day() : 0
        entry.lastDay = isReserved ? day() : 0
        entry.frozenRate = isReserved ? number() : 0
        entry.ownership = flags.contains(.hasOwnership) ? number() : 0
        let isCut = flags.contains(.hasCut)
        entry.cut = isCut ? number() : 0
        entry.worth.cutAmount = isCut ? number() : 0
        let isFaulty = flags.contains(.hasFault)
        entry.fault = isFaulty ? fault() : .none
        entry.worth.fault = isFaulty ? fault() : .none
        entry.worth.amount = flags.contains(.hasWorth) ? number() : entry.amount
        entry.worth.isDomesticallyOwned = flags.contains(.isDomesticallyOwned)
        entry.worth.isVerified = flags.contains(.isVerified)
        return true
    }

    private mutating func day() -> Int32 { Int32(truncatingIfNeeded: number()) }

    private mutating func fault() -> MetricEntry.Fault { MetricEntry.Fault(rawValue: number()) ?? .none }

    private mutating func text() -> String {
        let count = Int(clamping: max(number(), 0))
        let end = place + min(count, bytes.count - place)
        defer { place = end }
        return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place..<end]), as: UTF8.self)
    }

    /// Most are of one byte.
    @inline(__always)
    private mutating func number() -> Int64 {
        guard place < bytes.count, bytes[place] < 0x80 else { return longNumber() }
        let value = Int64(bytes[place])
        place += 1
        return value >> 1 ^ -(value & 1)
    }

    private mutating func longNumber() -> Int64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while place < bytes.count {
            let next = bytes[place]
            place += 1
            value |= UInt64(next & 0x7f) << shift
            shift += 7
            if next < 0x80 || shift > 63 { break }
        }
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }
}

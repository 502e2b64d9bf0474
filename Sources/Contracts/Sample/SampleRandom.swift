/// Numbers that look random and are the same for the same seed, on every machine: SplitMix64 (Steele, Lea, Flood 2014).
struct SampleRandom {
    private var state: UInt64

    /// A stream of its own for each kind of record and index, so that any record can be made alone.
    init(seed: UInt64, stream: UInt64, index: Int) {
        state = seed
        state = next() ^ (stream &* 0xD1B5_4A32_D192_ED03)
        state = next() ^ (UInt64(index) &* 0xABC9_8388_FB8F_AC03)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than the limit.
    mutating func below(_ limit: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(1, limit))).high)
    }

    /// A number of a range, both ends included.
    mutating func within(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// True so many times in a hundred.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of the elements; there must be one.
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A value around another, spread as by many small causes that multiply.
    mutating func spread(_ value: Int64) -> Int64 {
        var value = value
        for _ in 0..<8 { value = value / 1000 * Int64(within(880...1130)) + value % 1000 }
        return max(1, value)
    }
}

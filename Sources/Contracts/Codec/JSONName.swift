/// Names of fields in JSON.
enum JSONName {
    /// `unit_code` as `unitCode`: the proto3 mapping reads both.
    static func lowerCamelCase(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: "_")) else { return name }
        var camel = ""
        var isRaised = false
        for character in name {
            if character == "_" {
                isRaised = true
            } else {
                camel += isRaised ? character.uppercased() : String(character)
                isRaised = false
            }
        }
        return camel
    }

    /// The known name that a misspelt one most likely means: equal but for case, or at most two changes away.
    static func closest(to name: String, among names: [String]) -> String? {
        guard name.utf8.count <= 64 else { return nil }
        let lowercased = lowerCamelCase(name).lowercased()
        let distances = names.map { (name: $0, distance: changes(from: lowercased, to: $0.lowercased())) }
        guard let best = distances.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= min(2, lowercased.utf8.count / 3) ? best.name : nil
    }

    /// How many letters are added, taken away or exchanged (Levenshtein).
    private static func changes(from: String, to: String) -> Int {
        let (from, to) = (Array(from.utf8), Array(to.utf8))
        var previous = Array(0...to.count)
        for (row, byte) in from.enumerated() {
            var current = [row + 1]
            for (column, other) in to.enumerated() {
                let exchanged = previous[column] + (byte == other ? 0 : 1)
                current.append(min(exchanged, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[to.count]
    }
}

/// A service in a simulation: each has its own process, and starts anew after it ended.
enum Role: Hashable, Comparable {
    case intake(Int)
    case matcher(Int)
    case notifier(Int)
    case recorder

    var name: String {
        switch self {
        case .intake(let number): "intake-\(number)"
        case .matcher(let number): "matcher-\(number)"
        case .notifier(let number): "notifier-\(number)"
        case .recorder: "recorder"
        }
    }

    /// Two matchers always; sometimes an intake that stands by, and a second notifier.
    static func cast(_ random: inout SplitMix64) -> [Role] {
        var roles: [Role] = [.intake(0), .matcher(0), .matcher(1), .notifier(0), .recorder]
        if random.chance(50) { roles.append(.intake(1)) }
        if random.chance(30) { roles.append(.notifier(1)) }
        return roles.sorted()
    }
}

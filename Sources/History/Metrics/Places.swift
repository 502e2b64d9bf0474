/// Names with a number each, in the order in which they came.
final class Places {
    private var numbers: [String: Int] = [:]
    private(set) var names: [String] = []

    /// The number of a name, which is given one if it has none.
    func callAsFunction(_ name: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}

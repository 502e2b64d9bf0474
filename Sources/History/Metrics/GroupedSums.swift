/// Sums by the names of groups. There may be as many as suppliers.
struct GroupedSums {
    private let places: Places
    private var sums: [StageSums] = []

    /// No sums.
    /// - parameter places: The numbers of groups' names.
    init(_ places: Places = Places()) { self.places = places }

    /// The sums of a group.
    subscript(name: String) -> StageSums {
        mutating get { self[places(name)] }
        _modify { yield &self[places(name)] }
    }

    /// The sums of a group by the number of its name.
    subscript(place: Int) -> StageSums {
        mutating get {
            reach(place)
            return sums[place]
        }
        _modify {
            reach(place)
            yield &sums[place]
        }
    }

    private mutating func reach(_ place: Int) {
        while sums.count <= place { sums.append(.zero) }
    }

    /// The metrics of each group that is not all zero, in the order of their names.
    /// - parameter name: What a group is called. Those called the same are one.
    func metrics(named name: (String) -> String = { $0 }) -> [LocalizationMetrics] {
        let names = zip(sums.indices, places.names).map { (place: $0, name: name($1)) }
        var metrics: [LocalizationMetrics] = []
        var whole = StageSums.zero
        let groups = names.sorted { $0.name < $1.name }
        for (index, group) in groups.enumerated() {
            whole.add(sums[group.place])
            if index + 1 < groups.count, groups[index + 1].name == group.name { continue }
            if whole != .zero { metrics.append(LocalizationMetrics(group: group.name, whole)) }
            whole = .zero
        }
        return metrics
    }
}

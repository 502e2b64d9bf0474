/// Sums by the names of groups. There may be as many as suppliers.
struct GroupedSums {
    private var places: [String: Int] = [:]
    private var groups: [(name: String, sums: StageSums)] = []

    /// The sums of a group, which is made if there is none.
    subscript(name: String) -> StageSums {
        get { places[name].map { groups[$0].sums } ?? .zero }
        _modify {
            let place = places[name] ?? groups.count
            if place == groups.count {
                places[name] = place
                groups.append((name, .zero))
            }
            yield &groups[place].sums
        }
    }

    /// The groups under other names, those of the same name together.
    func named(_ name: (String) -> String) -> GroupedSums {
        var named = GroupedSums()
        for group in groups { named[name(group.name)].add(group.sums) }
        return named
    }

    /// The groups that are not all zero, in the order of their names.
    var sorted: [(name: String, sums: StageSums)] {
        groups.filter { $0.sums != .zero }.sorted { $0.name < $1.name }
    }
}

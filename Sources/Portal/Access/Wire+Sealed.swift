internal import Contracts

extension WireRequirement {
    /// Whether the ratio values the uncovered quantity at the maximum, as nothing is paid today.
    var ratioTellsMaximum: Bool { hasMaximumUnitPrice && !currentSourcing.hasUnitPrice }

    /// Without the maximum price, which only its owner sees.
    var withoutMaximum: WireRequirement {
        var requirement = self
        requirement.clearMaximumUnitPrice()
        return requirement
    }
}

extension WireMatchSet {
    /// A buyer learns what is available up to what it asked.
    var upToAsked: WireMatchSet {
        var set = self
        for index in set.matches.indices { set.matches[index].available = min(matches[index].available, openQuantity) }
        return set
    }

    /// Without what tells a maximum price: score and price term, which are reckoned from it; by how much a price is too
    /// high; and, where the uncovered quantity may be valued at it, that value and the ratio.
    /// - parameter requirement: As it was when the set was made; nil where that is not known any more.
    func sealed(for requirement: WireRequirement?) -> WireMatchSet {
        var set = self
        for index in set.matches.indices {
            set.matches[index].score = 0
            set.matches[index].priceTerm = 0
        }
        for index in set.nearMisses.best.indices {
            set.nearMisses.best[index].score = 0
            if set.nearMisses.best[index].reason == "price" { set.nearMisses.best[index].change = 0 }
        }
        if requirement?.ratioTellsMaximum ?? true {
            set.localization.uncoveredAmount = 0
            set.localization.clearRatio()
        }
        return set
    }
}

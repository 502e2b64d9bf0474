import Localization

/// What one change would do for an offer that fails for one reason.
extension Question {
    /// The score it would have; nil where no change of that one thing suffices.
    func nearScore(_ slot: UInt32, lacking reason: Reason, _ scorer: Scorer, in table: OfferTable) -> UInt32? {
        let available = available(slot, in: table)
        let hasCapacity = requirement.allowsPartialSupply ? available > 0 : available >= open
        var supply = hasCapacity ? min(open, available) : open
        var price = unitPrice(slot, at: supply, in: table)
        var lvcBasisPoints = table.offers[slot].localContent?.basisPoints ?? 0
        switch reason {
        case .capacity:
            guard let fitting = fittingCapacity(slot, in: table) else { return nil }
            supply = fitting.supply
            price = fitting.unitPrice
        case .price:
            if price == nil || pricing.maximum == nil {
                guard missingRates(of: slot, in: table).count == 1 else { return nil }
            } else {
                price = pricing.maximum
            }
        case .localContent: lvcBasisPoints = Int64(requirement.lvcMin) / 100
        default: break
        }
        return scorer.terms(price: price ?? 0, supply: supply, lvcBasisPoints: lvcBasisPoints).score
    }

    /// The smallest change that would make it fit.
    func nearMiss(_ entry: NearList.Entry, in table: OfferTable) -> NearMiss? {
        change(entry.slot, entry.reason, in: table).map {
            NearMiss(capability: table.keys[Int(entry.slot)], reason: entry.reason, change: $0, score: entry.score)
        }
    }

    private func change(_ slot: UInt32, _ reason: Reason, in table: OfferTable) -> NearMiss.Change? {
        let offer = table.offers[slot]
        let found = check(slot, in: table)
        switch reason {
        case .capacity:
            return fittingCapacity(slot, in: table).map {
                .moreCapacity(Int64(clamping: Int128($0.available) - Int128(found.available)))
            }
        case .minimumOrder: return .lowerMinimumOrder(offer.minimumOrder - found.supply)
        case .price:
            if let offered = found.unitPrice, let maximum = pricing.maximum { return .lowerPrice(offered - maximum) }
            return missingRates(of: slot, in: table).first.map { .rate(of: $0.code) }
        case .leadTime:
            return .shorterLeadTime(days: Int64(offer.leadTimeDays) - Int64(requirement.leadTimeDaysMax ?? 0))
        case .certification: return .certificates(schemes(.missing, of: slot, in: table))
        case .localContent:
            return .moreLocalContent(Int64(requirement.lvcMin) - Int64(offer.localContent?.millionths ?? 0))
        case .ownership: return .moreOwnership(Int64(requirement.ownershipMin) - Int64(offer.ownership))
        case .distance: return .nearer(metres: excessMetres(offer))
        case .attribute: return .attributes(failedAttributes(of: slot, in: table))
        case .validity:
            let last = requirement.delivery.last
            return .validity(from: min(day, last), to: max(day, last))
        }
    }

    private func excessMetres(_ offer: Offer) -> Int64? {
        guard let from = offer.point, let to = requirement.point else { return nil }
        return from.distanceMetres(to: to) - Int64(requirement.distanceMetresMax ?? 0)
    }

    /// The currencies that lack a rate by which its prices could be compared.
    private func missingRates(of slot: UInt32, in table: OfferTable) -> [Currency] {
        let currency = table.group(of: slot).name.currency
        guard currency != pricing.currency else { return [] }
        return [currency, pricing.currency].filter { rates.dongPerUnit(of: $0) == nil }
    }

    /// The least that would have to be available: the minimum order, or the beginning of a cheaper tier; all of the open
    /// quantity where the whole is asked of one supplier.
    private func fittingCapacity(_ slot: UInt32, in table: OfferTable) -> Finding? {
        guard requirement.allowsPartialSupply else { return fitting(slot, available: open, in: table) }
        let least = max(table.offers[slot].minimumOrder, 1)
        let most = max(least, open)
        let quantities = [least] + table.tiers(of: slot).map(\.quantityMin).filter { (least...most).contains($0) }
        for quantity in quantities.sorted() {
            if let found = fitting(slot, available: quantity, in: table) { return found }
        }
        return nil
    }

    private func fitting(_ slot: UInt32, available: Int64, in table: OfferTable) -> Finding? {
        let found = check(slot, available: available, in: table)
        return found.qualifies ? found : nil
    }
}

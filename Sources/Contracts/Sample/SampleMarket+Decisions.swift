import SwiftProtobuf

extension SampleMarket {
    func requirementKey(_ index: Int, _ demand: SampleDemand) -> String {
        Self.firmCode(demand.firm) + "/" + Self.requirementId(index)
    }

    func award(_ requirement: Int) -> WireAward? {
        var random = random(.award, requirement)
        guard random.chance(10) else { return nil }
        let demand = demand(requirement)
        guard let capability = candidate(demand, &random) else { return nil }
        let offer = offer(capability)
        return .with {
            $0.owner = Self.firmCode(demand.firm)
            $0.id = "TT-" + SampleAmount.padded(requirement + 1, 6)
            $0.requirement = requirementKey(requirement, demand)
            $0.capability = capabilityKey(capability)
            $0.quantity = quantity(demand, of: offer, percent: random.within(10...60))
            $0.unitPrice = SampleAmount.money(offer.currency, offer.price * demand.factor)
            if random.chance(50) {
                $0.window.firstDay = demand.firstDay.description
                $0.window.lastDay = demand.lastDay.description
            }
            $0.status = random.pick([.awarded, .awarded, .awarded, .confirmed, .confirmed, .cancelled])
            $0.reason = random.pick(["Giá tốt nhất", "Giao hàng sớm nhất", "Chất lượng mẫu thử đạt"])
        }
    }

    func quote(_ requirement: Int) -> WireQuote? {
        var random = random(.quote, requirement)
        guard random.chance(12) else { return nil }
        let demand = demand(requirement)
        guard let capability = candidate(demand, &random) else { return nil }
        let offer = offer(capability)
        return .with {
            $0.owner = Self.supplierCode(supplierOfCapability[capability])
            $0.id = "BG-" + SampleAmount.padded(requirement + 1, 6)
            $0.requirement = requirementKey(requirement, demand)
            $0.capability = capabilityKey(capability)
            $0.quantity = quantity(demand, of: offer, percent: random.within(20...100))
            $0.unitPrice = SampleAmount.money(offer.currency, offer.price * demand.factor)
            $0.leadTimeDays = UInt32(random.within(5...55))
            $0.validUntil = demand.closingDay.advanced(by: random.within(15...60)).description
            $0.note = "Báo giá mẫu"
        }
    }

    func subscription(_ supplier: Int) -> WireSubscription? {
        var random = random(.subscription, supplier)
        guard random.chance(80) else { return nil }
        var first = supplierOfCapability.partitioningIndex(atLeast: supplier)
        var prefixes: [String] = []
        while first < supplierOfCapability.count, supplierOfCapability[first] == supplier {
            let prefix = String(offer(first).item.code.prefix(random.chance(70) ? 4 : 6))
            if !prefixes.contains(prefix) { prefixes.append(prefix) }
            first += 1
        }
        return .with {
            $0.owner = Self.supplierCode(supplier)
            $0.id = "DK-1"
            $0.hsPrefixes = prefixes
            if random.chance(5) { $0.wardCodes = [random.pick(SamplePlaces.wardCodes)] }
        }
    }

    /// Of every fifth capability: its first certificate, else its cost statement, else its owner's profile.
    func verification(_ index: Int) -> WireVerification? {
        var random = random(.verification, index)
        guard random.chance(20) else { return nil }
        let capability = capability(index)
        return .with {
            $0.owner = Self.officeCode
            $0.id = "XM-" + SampleAmount.padded(index + 1, 6)
            if let certificate = capability.certifications.first, random.chance(70) {
                $0.certificate.capability = capabilityKey(index)
                $0.certificate.scheme = certificate.scheme
                $0.certificate.number = certificate.number
            } else if capability.hasCostStatement {
                $0.statement = capabilityKey(index)
            } else {
                $0.profile = capability.owner
            }
            $0.decision = random.chance(88) ? .accepted : .refused
            $0.evidence = "Hồ sơ mẫu " + SampleAmount.padded(random.below(10_000), 4)
            $0.official = "Cán bộ Mẫu \(random.within(1...9))"
        }
    }

    /// A part of what is wanted, but not more than is made in a month.
    private func quantity(_ demand: SampleDemand, of offer: SampleOffer, percent: Int) -> String {
        let base = min(demand.quantity / 100 * Int64(percent), offer.capacity)
        return "\(max(1, base / demand.factor))"
    }
}

extension [Int] {
    /// The first index of a number that is not less, in rising numbers.
    func partitioningIndex(atLeast number: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

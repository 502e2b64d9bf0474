import SwiftProtobuf

extension SampleMarket {
    static func requirementId(_ requirement: Int) -> String { "YC-" + SampleAmount.padded(requirement + 1, 6) }

    func requirement(_ index: Int) -> WireRequirement {
        var random = random(.requirement, index)
        let demand = demand(index)
        return .with {
            $0.owner = Self.firmCode(demand.firm)
            $0.id = Self.requirementId(index)
            $0.hsCode = demand.item.code
            $0.description_p = "\(demand.item.vietnamese), mẫu \(random.within(1...99))"
            $0.quantity = "\(demand.quantity / demand.factor)"
            $0.unitCode = demand.unit
            $0.delivery.firstDay = demand.firstDay.description
            $0.delivery.lastDay = demand.lastDay.description
            $0.place = firmPlace(demand.firm)
            $0.closingDay = demand.closingDay.description
            $0.currentSourcing = sourcing(demand, &random)
            bound(&$0, demand, &random)
            if random.chance(60), let line = billOfMaterialsLine(demand, &random) { $0.product = line }
            $0.anonymous = random.chance(10)
        }
    }

    /// What a supplier must meet: some buyers ask for little, some for much.
    private func bound(_ requirement: inout WireRequirement, _ demand: SampleDemand, _ random: inout SampleRandom) {
        if random.chance(80) {
            requirement.maximumUnitPrice = price(demand, percent: random.within(84...116), &random)
        }
        if random.chance(60) { requirement.maximumLeadTimeDays = UInt32(random.within(15...60)) }
        requirement.requiredCertifications = SampleCertificates.required(&random)
        if random.chance(35) { requirement.minimumLvcPercent = random.pick(["20", "25", "30", "40"]) }
        if random.chance(15) { requirement.minimumVietnameseOwnershipPercent = "51" }
        if random.chance(35) { requirement.maximumDistanceMetres = UInt32(random.within(8...40) * 1000) }
        if random.chance(20) {
            requirement.attributeBounds = [
                .with {
                    $0.name = "toleranceMillimetres"
                    $0.maximum = random.pick(["0.02", "0.05", "0.1"])
                }
            ]
        }
        if random.chance(15) { requirement.partialSupplyAllowed = false }
    }

    /// A place in the bill of materials of the firm's product, where a few per cent of its price buy at least one piece.
    private func billOfMaterialsLine(_ demand: SampleDemand, _ random: inout SampleRandom) -> WireBillOfMaterialsLine? {
        let dong = productPrice(demand.firm).price / 1000 * 26_105 / 1000 * Int64(random.within(5...60)) / 1000
        let isWhole = demand.item.unit == "H87" || demand.item.unit == "SET"
        let step = isWhole ? SampleAmount.one : SampleAmount.one / 1000
        let quantity = dong * SampleAmount.one / demand.item.price / step * step
        guard quantity > 0 else { return nil }
        return .with {
            $0.id = Self.productId
            $0.quantityPerUnit = SampleAmount.text(quantity / demand.factor)
        }
    }

    /// Mostly imported today.
    private func sourcing(_ demand: SampleDemand, _ random: inout SampleRandom) -> WireSourcing {
        let kind: WireSourcing.Kind =
            switch random.below(100) {
            case ..<70: .imported
            case ..<88: .fdiInVietnam
            default: .domestic
            }
        return .with {
            $0.kind = kind
            if random.chance(90) { $0.unitPrice = price(demand, percent: random.within(95...140), &random) }
            if kind != .imported, random.chance(60) { $0.lvcPercent = "\(random.within(10...60))" }
        }
    }

    private func price(_ demand: SampleDemand, percent: Int, _ random: inout SampleRandom) -> WireMoney {
        let dong = demand.item.price * SampleAmount.one / 100 * Int64(percent)
        let (currency, price) = Self.quoted(dong, inDollars: random.chance(40))
        return SampleAmount.money(currency, price * demand.factor)
    }
}

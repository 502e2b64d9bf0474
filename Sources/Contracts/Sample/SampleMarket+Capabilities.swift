import SwiftProtobuf

extension SampleMarket {
    static func capabilityId(_ capability: Int) -> String { "NL-" + SampleAmount.padded(capability + 1, 6) }

    func capabilityKey(_ capability: Int) -> String {
        Self.supplierCode(supplierOfCapability[capability]) + "/" + Self.capabilityId(capability)
    }

    func capability(_ index: Int) -> WireCapability {
        var random = random(.capability, index)
        let offer = offer(index)
        let supplier = supplierOfCapability[index]
        return .with {
            $0.owner = Self.supplierCode(supplier)
            $0.id = Self.capabilityId(index)
            $0.hsCode = random.chance(12) ? String(offer.item.code.prefix(4)) : offer.item.code
            $0.description_p = "\(offer.item.vietnamese), mẫu \(random.within(1...99))"
            $0.attributes = attributes(&random)
            $0.unitCode = offer.unit
            $0.capacityPerMonth = "\(offer.capacity / offer.factor)"
            if random.chance(60) {
                $0.minimumOrder = "\(max(1, offer.capacity / offer.factor * Int64(random.within(1...15)) / 100))"
            }
            $0.unitPriceTiers = tiers(offer, &random)
            $0.leadTimeDays = UInt32(random.within(5...55))
            $0.certifications = SampleCertificates.held(&random, asOf: day)
            $0.vietnameseOwnershipPercent = "\(vietnameseOwnership(supplier))"
            $0.place = supplierPlace(supplier)
            if random.chance(80) { $0.costStatement = costStatement(offer, of: supplier, &random) }
            if random.chance(50) {
                $0.valid.firstDay = day.advanced(by: random.within(-60...0)).description
                $0.valid.lastDay = day.advanced(by: random.within(120...720)).description
            }
        }
    }

    private func attributes(_ random: inout SampleRandom) -> [WireAttribute] {
        let tolerance = WireAttribute.with {
            $0.name = "toleranceMillimetres"
            $0.number = random.pick(["0.005", "0.01", "0.02", "0.05", "0.1"])
        }
        let surface = WireAttribute.with {
            $0.name = "surface"
            $0.text = random.pick(["plain", "plated", "painted", "anodised"])
        }
        return random.chance(50) ? [tolerance, surface] : [tolerance]
    }

    /// One to three prices, each a little lower than the one before.
    private func tiers(_ offer: SampleOffer, _ random: inout SampleRandom) -> [WirePriceTier] {
        let capacity = offer.capacity / offer.factor
        let quantities = [0, capacity / 10, capacity / 2].prefix(random.within(1...3))
        var price = offer.price
        var tiers: [WirePriceTier] = []
        var last: Int64 = -1
        for quantity in quantities where quantity > last {
            tiers.append(
                .with {
                    if quantity > 0 { $0.minimumQuantity = "\(quantity)" }
                    $0.unitPrice = SampleAmount.money(offer.currency, price * offer.factor)
                })
            last = quantity
            price = lower(price, byPercent: random.within(2...6), in: offer.currency)
        }
        return tiers
    }

    private func lower(_ price: Int64, byPercent percent: Int, in currency: String) -> Int64 {
        let step = Self.step(of: price, in: currency)
        return max(step, price / 100 * Int64(100 - percent) / step * step)
    }

    /// A statement of which the parts add up to FOB exactly; between a tenth and nine tenths are added in Viet Nam.
    private func costStatement(_ offer: SampleOffer, of supplier: Int, _ random: inout SampleRandom)
        -> WireCostStatement
    {
        let fob = offer.price * offer.factor
        let step: Int64 = offer.currency == "USD" ? 100 : 10_000
        let units = fob / step
        let foreign = units * Int64(1000 - random.within(100...900)) / 1000
        var rest = units - foreign
        func take(_ thousandths: ClosedRange<Int>) -> Int64 {
            let part = (units - foreign) * Int64(random.within(thousandths)) / 1000
            rest -= part
            return part
        }
        let (labour, overhead, other, profit) = (take(120...260), take(60...160), take(0...50), take(40...140))
        return .with {
            $0.method = declaredMethod(supplier)
            $0.fiscalYear = UInt32(day.year)
            $0.currencyCode = offer.currency
            $0.materials = foreignLines(foreign, step, &random) + [local(rest * step, &random)]
            $0.labour = SampleAmount.text(labour * step)
            $0.overhead = SampleAmount.text(overhead * step)
            $0.otherCost = SampleAmount.text(other * step)
            $0.profit = SampleAmount.text(profit * step)
            $0.fob = SampleAmount.text(fob)
            $0.exw = SampleAmount.text(fob / 100 * 97 / step * step)
        }
    }

    private func local(_ value: Int64, _ random: inout SampleRandom) -> WireMaterialLine {
        .with {
            $0.name = "Vật tư trong nước"
            $0.value = SampleAmount.text(value)
            $0.origin = .originating
            $0.countryCode = "VN"
            $0.evidenceNumber = "HD-" + SampleAmount.padded(random.below(1_000_000), 6)
            $0.evidenceDay = day.advanced(by: -random.within(10...200)).description
        }
    }

    private func foreignLines(_ units: Int64, _ step: Int64, _ random: inout SampleRandom) -> [WireMaterialLine] {
        let first = random.chance(40) ? units * Int64(random.within(400...800)) / 1000 : units
        return [first, units - first].filter { $0 > 0 }.map { part in
            let isOriginKnown = random.chance(85)
            return .with {
                $0.name = isOriginKnown ? "Vật tư nhập khẩu" : "Vật tư chưa rõ xuất xứ"
                $0.value = SampleAmount.text(part * step)
                $0.origin = isOriginKnown ? .nonOriginating : .unspecified
                if isOriginKnown { $0.countryCode = random.pick(["CN", "CN", "KR", "JP", "TW"]) }
                $0.evidenceNumber = "TK-" + SampleAmount.padded(random.below(1_000_000), 6)
                $0.evidenceDay = day.advanced(by: -random.within(10...200)).description
            }
        }
    }
}

internal import Contracts
internal import Localization

/// Makes a product's report of what is known of the requirements in its bill of materials.
struct ProductAssembly {
    let product: WireProductAccepted
    let currency: Currency
    let context: MetricContext
    private var lines: [ProductReport.Line] = []
    private var candidates: [FirstAwards.Candidate] = []

    init(_ product: WireProductAccepted, _ currency: Currency, _ context: MetricContext) {
        self.product = product
        self.currency = currency
        self.context = context
    }

    /// A part of a requirement's quantity, bought somewhere.
    struct Part {
        /// The capability; empty for what is bought as today.
        var capability = ""
        let quantity: Int64
        let price: WirePrice
        /// Millionths.
        let lvc: Int64
    }

    /// Adds a line.
    /// - parameter awarded: What has been awarded.
    /// - parameter planned: What the plan takes from whom.
    mutating func add(_ requirement: WireRequirementAccepted, key: String, awarded: [Part], planned: [Part]) {
        var line = ProductReport.Line(
            requirement: key, quantityPerUnit: Millionths(count: requirement.quantityPerProduct))
        do throws(ProductReport.LeftOut) {
            try fill(&line, requirement, awarded, planned)
        } catch {
            line.leftOut = error
        }
        lines.append(line)
    }

    private mutating func fill(
        _ line: inout ProductReport.Line, _ requirement: WireRequirementAccepted, _ awarded: [Part], _ planned: [Part]
    ) throws(ProductReport.LeftOut) {
        guard requirement.quantityPerProduct > 0, requirement.quantity > 0 else { throw .noQuantity }
        let price: WirePrice
        if requirement.hasCurrentUnitPrice {
            price = requirement.currentUnitPrice
        } else if requirement.hasMaximumUnitPrice {
            price = requirement.maximumUnitPrice
        } else {
            throw .noPrice
        }
        func asToday(_ quantity: Int64) -> Part {
            Part(quantity: quantity, price: price, lvc: Int64(requirement.currentLvc))
        }
        let given = fit(awarded, into: requirement.quantity)
        let open = requirement.quantity - given.reduce(0) { $0 + $1.quantity }
        let proposed = fit(planned, into: open)
        let rest = open - proposed.reduce(0) { $0 + $1.quantity }
        line.today = try purchase([asToday(requirement.quantity)], of: requirement)
        line.realised = try purchase(given + [asToday(open)], of: requirement)
        line.potential = try purchase(given + proposed + [asToday(rest)], of: requirement)
        for part in proposed {
            let then = try purchase([part], of: requirement)
            let now = try purchase([asToday(part.quantity)], of: requirement)
            candidates.append(
                FirstAwards.Candidate(
                    requirement: line.requirement, capability: part.capability,
                    gain: then.originating - now.originating))
        }
    }

    /// As much of the parts as a quantity holds, in their order.
    private func fit(_ parts: [Part], into quantity: Int64) -> [Part] {
        var left = quantity
        return parts.compactMap { part in
            let taken = min(part.quantity, left)
            left -= taken
            guard taken > 0 else { return nil }
            return Part(capability: part.capability, quantity: taken, price: part.price, lvc: part.lvc)
        }
    }

    /// What the parts of a requirement are worth for one unit of the product, in millionths of the currency. Each is
    /// rounded half-even, its originating part down.
    private func purchase(
        _ parts: [Part], of requirement: WireRequirementAccepted
    ) throws(ProductReport.LeftOut) -> ProductValue.Purchase {
        var purchase = ProductValue.Purchase(value: 0, originating: 0)
        for part in parts where part.quantity > 0 {
            let perUnit = Int128(part.price.millionths) * Int128(requirement.quantityPerProduct)
            guard let price = perUnit.divided(by: Int128(Millionths.perOne), rounding: .halfEven),
                let own = Int64(exactly: price), let source = try? Currency(code: part.price.currencyCode)
            else { throw .outOfRange }
            guard let from = context.latestRate(of: source), let to = context.latestRate(of: currency) else {
                throw .noRate
            }
            let shared = (Int128(own) * Int128(part.quantity))
                .divided(by: Int128(requirement.quantity), rounding: .halfEven)
            guard let shared,
                let converted = source == currency
                    ? shared : (shared * Int128(from)).divided(by: Int128(to), rounding: .halfEven),
                let value = Int64(exactly: converted),
                let total = Int64(exactly: Int128(purchase.value) + Int128(value))
            else { throw .outOfRange }
            purchase.value = total
            purchase.originating += Int64(Int128(value) * Int128(part.lvc) / Int128(Millionths.perOne))
        }
        return purchase
    }

    /// The report.
    func report(key: String, limits: AgreementLimits) -> ProductReport {
        let today = outcome(\.today)
        let realised = outcome(\.realised)
        let potential = outcome(\.potential)
        let agreements = limits.thresholds(forHSCode: product.published.hsCode).map { threshold in
            ProductReport.Agreement(
                threshold: threshold, today: standing(today, threshold), realised: standing(realised, threshold),
                potential: standing(potential, threshold), firstAwards: firstAwards(from: realised, to: threshold))
        }
        return ProductReport(
            key: key, product: product.published, currency: currency, lines: lines, today: today, realised: realised,
            potential: potential, agreements: agreements)
    }

    private func outcome(_ stage: KeyPath<ProductReport.Line, ProductValue.Purchase>) -> ProductReport.Outcome {
        func price(_ price: WirePrice) -> Millionths { Millionths(count: price.millionths) }
        do throws(StatementRefusal) {
            return .success(
                try ProductValue(
                    fob: product.hasFob ? price(product.fob) : nil, exw: product.hasExw ? price(product.exw) : nil,
                    ownDomesticValue: product.hasOwnDomesticValue ? price(product.ownDomesticValue) : .zero,
                    purchases: lines.filter { $0.leftOut == nil }.map { $0[keyPath: stage] }))
        } catch {
            return .failure(error)
        }
    }

    private func standing(_ outcome: ProductReport.Outcome, _ threshold: Threshold) -> ProductReport.Standing {
        do throws(StatementRefusal) {
            let value = try outcome.get()
            return .success((try value.ratio(of: threshold.method), try value.passes(threshold)))
        } catch {
            return .failure(error)
        }
    }

    private func firstAwards(from outcome: ProductReport.Outcome, to threshold: Threshold) -> FirstAwards? {
        guard let value = try? outcome.get(), !value.exceedsFOB, let shortfall = try? value.shortfall(to: threshold)
        else { return nil }
        return FirstAwards(reaching: shortfall, from: candidates)
    }
}

extension MetricContext {
    /// The rate that stands; nil where there is none.
    func latestRate(of currency: Currency) -> Int64? {
        if currency == MetricsWriter.currency { return Millionths.perOne }
        let rate = rates[currency.code]?.last?.dongPerUnit ?? 0
        return rate > 0 ? rate : nil
    }
}

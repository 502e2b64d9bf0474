import Contracts
import Localization
import SwiftProtobuf

/// The three numbers of all facts up to a day, in dong, the plain way: with dictionaries of what each key last said.
struct PlainMetrics {
    /// Sums of one stage.
    struct Figures: Equatable {
        var total: Int128 = 0
        var inCountry: Int128 = 0
        var domesticallyOwned: Int128 = 0
        var valueAdded: Int128 = 0
        var verified: Int128 = 0
    }

    private(set) var demand = Figures()
    private(set) var potential = Figures()
    private(set) var realised = Figures()
    private(set) var withoutRate = 0

    private struct Statement: Equatable {
        let content: WireLocalContent
        var isAccepted = false
    }

    private var rates: [(currency: String, day: Int32, dong: Int64)] = []
    private var ownership: [String: Int] = [:]
    private var statements: [String: Statement] = [:]

    init(_ events: [Event], asOf day: CalendarDay?) {
        // Rates, owners and statements are those known now, whatever the day.
        for case .fact(let fact, _) in events { learn(fact) }
        let past = events.filter { $0.day <= day?.number ?? .max }
        countRequirements(past)
        countPlans(past)
        countAwards(past)
    }

    private mutating func learn(_ fact: WireMarketFact) {
        switch fact.fact {
        case .exchangeRate(let rate): setRate(rate.published.currencyCode, rate.day, rate.dongPerUnit)
        case .withdrawn(let withdrawn) where withdrawn.topic == Subject.rates.topicName:
            setRate(String(fact.key.suffix(3)), Event.fact(fact, offset: 0).day, 0)
        case .withdrawn(let withdrawn) where withdrawn.topic == Subject.capabilities.topicName:
            statements[fact.key] = nil
        case .capability(let capability):
            ownership["\(fact.key) \(fact.version)"] = Int(capability.vietnameseOwnership)
            guard capability.hasLocalContent else { return statements[fact.key] = nil }
            if statements[fact.key]?.content != capability.localContent {
                statements[fact.key] = Statement(content: capability.localContent)
            }
        case .verification(let verification):
            statements[verification.published.statement]?.isAccepted = verification.published.decision == .accepted
        default: break
        }
    }

    private mutating func setRate(_ currency: String, _ day: Int32, _ dong: Int64) {
        rates.removeAll { $0.currency == currency && $0.day == day }
        rates.append((currency, day, dong))
    }

    // MARK: - Stages

    private mutating func countRequirements(_ events: [Event]) {
        var last: [String: WireMarketFact] = [:]
        for case .fact(let fact, _) in events where fact.isAbout(.requirements) { last[fact.key] = fact }
        for fact in last.values {
            guard case .requirement(let requirement) = fact.fact, requirement.hasCurrentUnitPrice else { continue }
            let kind = requirement.published.currentSourcing.kind
            guard
                let amount = dong(
                    requirement.quantity, requirement.currentUnitPrice, Event.fact(fact, offset: 0).day)
            else {
                withoutRate += 1
                continue
            }
            demand.add(
                amount, isInCountry: kind != .imported, ownership: kind == .domestic ? 10_000 : 0,
                lvc: Int64(requirement.currentLvc), isVerified: false)
        }
    }

    private mutating func countPlans(_ events: [Event]) {
        var plans: [String: (set: WireMatchSet, day: Int32)] = [:]
        for case .matchSet(let set) in events {
            // A plan that stays as it was keeps its day.
            if let before = plans[set.requirement], Self.samePlan(before.set, set) { continue }
            plans[set.requirement] = (set, Event.matchSet(set).day)
        }
        for (set, day) in plans.values where set.status == .open {
            let rest = convert(set.localization.uncoveredAmount, set.currencyCode, day)
            guard set.localization.hasRatio, let rest else {
                withoutRate += 1
                continue
            }
            potential.add(rest, isInCountry: false, ownership: 0, lvc: 0, isVerified: false)
            for allocation in set.plan {
                guard let amount = convert(allocation.amount, set.currencyCode, day) else { continue }
                let match = set.matches.first { $0.capability == allocation.capability }
                let owners = ownership["\(allocation.capability) \(match?.capabilityVersion ?? 0)"] ?? 0
                potential.add(
                    amount, isInCountry: true, ownership: owners, lvc: Int64(allocation.lvc),
                    isVerified: match?.lvcUnstated == false && isVerified(allocation.capability, Int64(allocation.lvc)))
            }
        }
    }

    private static func samePlan(_ first: WireMatchSet, _ second: WireMatchSet) -> Bool {
        func key(_ set: WireMatchSet) -> WireMatchSet? {
            guard set.status == .open else { return nil }
            return .with {
                $0.localization.uncoveredAmount = set.localization.uncoveredAmount
                $0.localization.absentReason = set.localization.absentReason
                $0.currencyCode = set.currencyCode
                $0.plan = set.localization.hasRatio ? set.plan.sorted { $0.capability < $1.capability } : []
                $0.matches = set.localization.hasRatio ? set.matches.sorted { $0.capability < $1.capability } : []
            }
        }
        return key(first) == key(second)
    }

    private mutating func countAwards(_ events: [Event]) {
        var last: [String: WireMarketFact] = [:]
        for case .fact(let fact, _) in events where fact.isAbout(.awards) { last[fact.key] = fact }
        for fact in last.values {
            guard case .award(let award) = fact.fact, award.published.status != .cancelled else { continue }
            let amount =
                award.dongPerUnit > 0
                ? award.unitPrice.amount(award.quantity).map { $0 * Int128(award.dongPerUnit) }
                    .flatMap { Self.dong($0, award.unitPrice.currencyCode) }
                : dong(award.quantity, award.unitPrice, Event.fact(fact, offset: 0).day)
            guard let amount else {
                withoutRate += 1
                continue
            }
            let lvc = Int64(
                Ratio(
                    Int128(award.localContent.numerator), over: Int128(award.localContent.denominator))?.millionths ?? 0
            )
            realised.add(
                amount, isInCountry: true, ownership: Int(award.vietnameseOwnership), lvc: lvc,
                isVerified: award.hasLocalContent && isVerified(award.published.capability, lvc))
        }
    }

    private func isVerified(_ capability: String, _ lvc: Int64) -> Bool {
        guard let statement = statements[capability], statement.isAccepted else { return false }
        let content = statement.content
        return Ratio(Int128(content.numerator), over: Int128(content.denominator))?.millionths == lvc
    }

    // MARK: - Currencies

    private func dong(_ quantity: Int64, _ price: WirePrice, _ day: Int32) -> Int128? {
        price.amount(quantity).flatMap { convert(Int64($0), price.currencyCode, day) }
    }

    private func convert(_ minorUnits: Int64, _ currency: String, _ day: Int32) -> Int128? {
        if currency == "VND" || minorUnits == 0 { return Int128(minorUnits) }
        let rate = rates.filter { $0.currency == currency && $0.day <= day }.max { $0.day < $1.day }
        guard let rate, rate.dong > 0 else { return nil }
        return Self.dong(Int128(minorUnits) * Int128(rate.dong), currency)
    }

    /// Millionths of a dong for minor units in dong.
    private static func dong(_ product: Int128, _ currency: String) -> Int128? {
        product.divided(by: currency == "VND" ? 1_000_000 : 100_000_000, rounding: .halfEven)
    }
}

extension PlainMetrics.Figures {
    init(_ shares: LocalizationShares) {
        total = shares.totalAmount
        inCountry = shares.inCountryAmount
        domesticallyOwned = shares.domesticallyOwnedAmount
        valueAdded = shares.valueAddedMillionths
        verified = shares.verifiedAmount
    }

    fileprivate mutating func add(_ amount: Int128, isInCountry: Bool, ownership: Int, lvc: Int64, isVerified: Bool) {
        total += amount
        inCountry += isInCountry ? amount : 0
        domesticallyOwned += isInCountry && ownership >= 5_100 ? amount : 0
        valueAdded += amount * Int128(lvc)
        verified += isVerified ? amount : 0
    }
}

extension WirePrice {
    fileprivate func amount(_ quantity: Int64) -> Int128? {
        let perMinor: Int128 = currencyCode == "VND" ? 1_000_000_000_000 : 10_000_000_000
        return (Int128(quantity) * Int128(millionths)).divided(by: perMinor, rounding: .halfEven)
    }
}

extension WireMarketFact {
    fileprivate func isAbout(_ subject: Subject) -> Bool {
        switch fact {
        case .requirement: subject == .requirements
        case .award: subject == .awards
        case .withdrawn(let withdrawn): withdrawn.topic == subject.topicName
        default: false
        }
    }
}

extension Event {
    /// The day in Asia/Ho_Chi_Minh. The tests' facts are of the morning, when it is the same day in UTC.
    fileprivate var day: Int32 {
        switch self {
        case .fact(let fact, _): Int32(fact.acceptedAt / 86_400_000)
        case .matchSet(let set): Int32(set.asOf / 86_400_000)
        }
    }
}

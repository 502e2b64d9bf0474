import Contracts
import Foundation
import SwiftProtobuf

/// Facts as intake writes them, with the offset they have in the market.
struct Facts {
    private(set) var events: [Event] = []
    private(set) var day: CalendarDay
    private var offset: Int64 = 0
    private var versions: [String: UInt64] = [:]

    init(from day: String) { self.day = CalendarDay(day) ?? CalendarDay(number: 0) }

    /// The time at which things happen on the day: nine in the morning in Asia/Ho_Chi_Minh.
    private var acceptedAt: Int64 { Int64(day.number) * 86_400_000 + 2 * 3_600_000 + offset }

    /// Goes on to another day.
    mutating func advance(to text: String) { day = CalendarDay(text) ?? day }

    /// Goes on by some days.
    mutating func advance(by days: Int32) { day = CalendarDay(number: day.number + days) }

    /// The version that a key has.
    func version(of kind: Subject, _ key: String) -> UInt64 { versions["\(kind)/\(key)"] ?? 0 }

    mutating func add(_ kind: Subject, _ key: String, _ fact: WireMarketFact.OneOf_Fact) {
        versions["\(kind)/\(key)", default: 0] += 1
        let wire = WireMarketFact.with {
            $0.acceptedAt = acceptedAt
            $0.key = key
            $0.version = version(of: kind, key)
            $0.fact = fact
        }
        events.append(.fact(wire, offset: offset))
        offset += 1
    }

    mutating func withdraw(_ kind: Subject, _ key: String) {
        add(kind, key, .withdrawn(.with { $0.topic = kind.topicName }))
    }

    mutating func rate(_ currency: String, _ dong: Int64, of day: CalendarDay? = nil) {
        let day = day ?? self.day
        add(
            .rates, "2300000099/\(currency)",
            .exchangeRate(
                .with {
                    $0.published.currencyCode = currency
                    $0.dongPerUnit = dong * 1_000_000
                    $0.day = day.number
                }))
    }

    mutating func requirement(_ key: String, _ change: (inout WireRequirementAccepted) -> Void) {
        var requirement = WireRequirementAccepted()
        requirement.published.hsCode = "853400"
        requirement.published.delivery.firstDay = "2027-01-01"
        requirement.published.delivery.lastDay = "2027-01-30"
        requirement.delivery = .days("2027-01-01", "2027-01-30")
        requirement.quantity = 1_000_000_000
        change(&requirement)
        add(.requirements, key, .requirement(requirement))
    }

    mutating func capability(_ key: String, _ change: (inout WireCapabilityAccepted) -> Void) {
        var capability = WireCapabilityAccepted()
        capability.published.hsCode = "853400"
        capability.vietnameseOwnership = 10_000
        capability.capacityPerMonth = 1_000_000_000
        change(&capability)
        add(.capabilities, key, .capability(capability))
    }

    mutating func award(_ key: String, _ change: (inout WireAwardAccepted) -> Void) {
        var award = WireAwardAccepted()
        award.published.status = .awarded
        award.window = .days("2027-01-01", "2027-01-30")
        change(&award)
        add(.awards, key, .award(award))
    }

    mutating func verifyStatement(_ capability: String, _ decision: WireVerification.Decision = .accepted) {
        verify(capability, decision) { $0.statement = capability }
    }

    mutating func verify(
        _ id: String, _ decision: WireVerification.Decision, _ subject: (inout WireVerification) -> Void
    ) {
        var accepted = WireVerificationAccepted()
        accepted.published.decision = decision
        subject(&accepted.published)
        accepted.scheme = CertificationScheme.normalised(accepted.published.certificate.scheme)
        add(.verifications, "2300000099/\(id)", .verification(accepted))
    }

    mutating func profile(_ firm: String, vsic: String, ward: String = "", park: String = "") {
        add(
            .profiles, firm + "/profile",
            .profile(
                .with {
                    $0.published.owner = firm
                    $0.published.vsicCode = vsic
                    $0.published.place.wardCode = ward
                    $0.published.place.industrialPark = park
                }))
    }

    /// A match set caused by the newest fact.
    mutating func matchSet(_ requirement: String, _ change: (inout WireMatchSet) -> Void) {
        var set = WireMatchSet.with {
            $0.requirement = requirement
            $0.status = .open
            $0.currencyCode = "VND"
            $0.marketOffset = offset
            $0.asOf = acceptedAt
            $0.localization.ratio = 0
        }
        offset += 1
        change(&set)
        for allocation in set.plan where !set.matches.contains(where: { $0.capability == allocation.capability }) {
            set.matches.append(
                .with {
                    $0.capability = allocation.capability
                    $0.capabilityVersion = version(of: .capabilities, allocation.capability)
                    $0.lvc = allocation.lvc
                    $0.lvcUnstated = allocation.lvc == 0
                })
        }
        events.append(.matchSet(set))
    }
}

extension WireDayRange {
    static func days(_ first: String, _ last: String) -> WireDayRange {
        .with {
            $0.first = CalendarDay(first)?.number ?? 0
            $0.last = CalendarDay(last)?.number ?? -1
        }
    }
}

extension WirePrice {
    /// A price in the currency's major unit, in millionths.
    static func of(_ millionths: Int64, _ currency: String) -> WirePrice {
        .with {
            $0.millionths = millionths
            $0.currencyCode = currency
        }
    }
}

extension WireAllocation {
    static func of(_ capability: String, _ quantity: Int64, _ amount: Int64, lvc: UInt32) -> WireAllocation {
        .with {
            $0.capability = capability
            $0.quantity = quantity * 1_000_000
            $0.amount = amount
            $0.lvc = lvc
        }
    }
}

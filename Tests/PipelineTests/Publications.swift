import Contracts
import EventLog
import SwiftProtobuf

@testable import Pipeline

/// Records as firms publish them, valid until a test changes a field.
enum Publications {
    static let buyer = "2300000001"
    static let supplier = "2400000001"
    static let office = "2300000099"

    static func requirement(_ id: String = "R1", _ change: (inout WireRequirement) -> Void = { _ in })
        -> WireRequirement
    {
        var requirement = WireRequirement.with {
            $0.owner = buyer
            $0.id = id
            $0.hsCode = "853400"
            $0.description_p = "Printed circuit board, four layers"
            $0.quantity = "1000"
            $0.unitCode = "H87"
            $0.delivery = .with {
                $0.firstDay = "2027-01-01"
                $0.lastDay = "2027-01-30"
            }
            $0.maximumUnitPrice = money("100", "VND")
            $0.currentSourcing = .with {
                $0.kind = .imported
                $0.unitPrice = money("80", "VND")
            }
        }
        change(&requirement)
        return requirement
    }

    static func quote(_ change: (inout WireQuote) -> Void = { _ in }) -> WireQuote {
        var quote = WireQuote.with {
            $0.owner = supplier
            $0.id = "Q1"
            $0.requirement = "\(buyer)/R1"
            $0.capability = "\(supplier)/C1"
            $0.quantity = "100"
            $0.unitPrice = money("60", "VND")
            $0.validUntil = "2027-12-31"
        }
        change(&quote)
        return quote
    }

    static func capability(
        _ id: String = "C1", owner: String = supplier, _ change: (inout WireCapability) -> Void = { _ in }
    ) -> WireCapability {
        var capability = WireCapability.with {
            $0.owner = owner
            $0.id = id
            $0.hsCode = "853400"
            $0.description_p = "Printed circuit boards"
            $0.unitCode = "H87"
            $0.capacityPerMonth = "600"
            $0.unitPriceTiers = [.with { $0.unitPrice = money("60", "VND") }]
            $0.leadTimeDays = 20
            $0.vietnameseOwnershipPercent = "100"
            $0.costStatement = .with {
                $0.method = .direct
                $0.fiscalYear = 2026
                $0.currencyCode = "VND"
                $0.materials = [
                    .with {
                        $0.name = "copper laminate"
                        $0.value = "30"
                        $0.origin = .nonOriginating
                    }
                ]
                $0.labour = "20"
                $0.overhead = "5"
                $0.profit = "5"
                $0.fob = "60"
            }
        }
        change(&capability)
        return capability
    }

    static func award(_ id: String = "A1", _ change: (inout WireAward) -> Void = { _ in }) -> WireAward {
        var award = WireAward.with {
            $0.owner = buyer
            $0.id = id
            $0.requirement = "\(buyer)/R1"
            $0.capability = "\(supplier)/C1"
            $0.quantity = "400"
            $0.unitPrice = money("60", "VND")
            $0.reason = "lowest price"
        }
        change(&award)
        return award
    }

    static func subscription(_ change: (inout WireSubscription) -> Void = { _ in }) -> WireSubscription {
        var subscription = WireSubscription.with {
            $0.owner = supplier
            $0.id = "S1"
            $0.hsPrefixes = ["85"]
        }
        change(&subscription)
        return subscription
    }

    static func rate(_ dong: String, on day: String = "2026-11-24", by owner: String = office) -> WireExchangeRate {
        .with {
            $0.owner = owner
            $0.id = "USD"
            $0.currencyCode = "USD"
            $0.dongPerUnit = dong
            $0.day = day
        }
    }

    static func money(_ value: String, _ currency: String) -> WireMoney {
        .with {
            $0.value = value
            $0.currencyCode = currency
        }
    }
}

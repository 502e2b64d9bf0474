import Contracts
import Foundation
import SwiftProtobuf
import Testing

/// Messages to change, and what resolves them.
struct ResolutionBench {
    let resolver = Resolver(reference: .builtIn, publicIdSecret: Array("secret".utf8))

    /// A requirement that is accepted.
    var requirement: WireRequirement {
        WireRequirement.with {
            $0.owner = "2300000012"
            $0.id = "BRACKET-1"
            $0.hsCode = "761699"
            $0.quantity = "1000"
            $0.unitCode = "H87"
            $0.delivery = days("2027-03-01", "2027-03-31")
        }
    }

    /// A capability that is accepted.
    var capability: WireCapability {
        WireCapability.with {
            $0.owner = "2300000045"
            $0.id = "BRACKET-AL"
            $0.hsCode = "761699"
            $0.unitCode = "H87"
            $0.capacityPerMonth = "1000"
            $0.unitPriceTiers = [WirePriceTier.with { $0.unitPrice = money("VND", "10400") }]
        }
    }

    /// A cost statement that is closed at 60 %.
    var statement: WireCostStatement {
        WireCostStatement.with {
            $0.method = .direct
            $0.fiscalYear = 2027
            $0.currencyCode = "VND"
            $0.materials = [
                WireMaterialLine.with {
                    $0.value = "20"
                    $0.origin = .originating
                }, WireMaterialLine.with { $0.value = "40" },
            ]
            $0.labour = "20"
            $0.overhead = "10"
            $0.otherCost = "5"
            $0.profit = "5"
            $0.fob = "100"
        }
    }

    var award: WireAward {
        WireAward.with {
            $0.owner = "2300000012"
            $0.id = "PO-1"
            $0.requirement = "2300000012/BRACKET-1"
            $0.capability = "2300000045/BRACKET-AL"
            $0.quantity = "100"
            $0.unitPrice = money("USD", "0.40")
        }
    }

    var quote: WireQuote {
        WireQuote.with {
            $0.owner = "2300000045"
            $0.id = "Q-1"
            $0.requirement = "2300000012/BRACKET-1"
            $0.capability = "2300000045/BRACKET-AL"
            $0.quantity = "100"
            $0.unitPrice = money("VND", "10000")
            $0.validUntil = "2027-02-28"
        }
    }

    func money(_ currency: String, _ value: String) -> WireMoney {
        WireMoney.with {
            $0.currencyCode = currency
            $0.value = value
        }
    }

    func days(_ first: String, _ last: String) -> WireDays {
        WireDays.with {
            $0.firstDay = first
            $0.lastDay = last
        }
    }

    /// What is refused of a requirement after a change.
    func refused(_ change: (inout WireRequirement) -> Void) -> [String] {
        var message = requirement
        change(&message)
        return resolver.resolve(message).codes
    }

    /// The fact of a requirement after a change.
    func fact(_ change: (inout WireRequirement) -> Void = { _ in }) throws -> WireRequirementAccepted {
        var message = requirement
        change(&message)
        return try resolver.resolve(message).get()
    }

    /// What is refused of a capability after a change.
    func refusedCapability(
        _ lookup: CapabilityLookup = .empty, _ change: (inout WireCapability) -> Void
    ) -> [String] {
        var message = capability
        change(&message)
        return resolver.resolve(message, capabilities: lookup).codes
    }

    /// The fact of a capability after a change.
    func capabilityFact(
        _ lookup: CapabilityLookup = .empty, _ change: (inout WireCapability) -> Void = { _ in }
    ) throws -> WireCapabilityAccepted {
        var message = capability
        change(&message)
        return try resolver.resolve(message, capabilities: lookup).get()
    }
}

extension ReferenceLists {
    /// Lists of a few entries, imported: what they lack is unknown rather than unchecked.
    static func small() throws -> ReferenceLists {
        let folder = try TemporaryFolder()
        _ = try folder.write("hscode,description\n76,Aluminium\n7616,Articles\n761699,Articles n.e.c.\n", as: "hs.csv")
        _ = try folder.write(
            "Status,CommonCode,Name\n,H87,piece\nX,BX,box\nD,NPR,pair\n,MIL,thousand\n", as: "units.csv")
        let ward =
            #"{"properties":{"code":"09205","name":"Xã Yên Trung","nameEn":"Yen Trung","latitude":21.2306,"longitude":105.99445}}"#
        _ = try folder.write("{\"features\":[\(ward)]}", as: "wards.geojson")
        return try ReferenceLists(directory: folder.path)
    }
}

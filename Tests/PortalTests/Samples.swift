import Contracts
import History
import SwiftProtobuf

/// Records as firms publish them, and what came of them.
enum Samples {
    static let buyer = "2300000001"
    static let supplier = "2400000001"
    static let otherSupplier = "2400000002"
    static let office = "2300000099"
    static let resolver = Resolver(reference: .builtIn, publicIdSecret: [1])
    /// 2026-01-01T00:00:00Z.
    static let newYear: Int64 = 1_767_225_600_000

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

    static func capability(_ id: String = "C1", owner: String = supplier) -> WireCapability {
        .with {
            $0.owner = owner
            $0.id = id
            $0.hsCode = "853400"
            $0.description_p = "Printed circuit boards"
            $0.unitCode = "H87"
            $0.capacityPerMonth = "600"
            $0.unitPriceTiers = [.with { $0.unitPrice = money("60", "VND") }]
            $0.leadTimeDays = 20
            $0.vietnameseOwnershipPercent = "100"
        }
    }

    static func profile(_ owner: String, _ name: String) -> WireEnterpriseProfile {
        .with {
            $0.owner = owner
            $0.id = "profile"
            $0.name = name
            $0.kind = .domestic
            $0.vietnameseOwnershipPercent = "100"
        }
    }

    static func money(_ value: String, _ currency: String) -> WireMoney {
        .with {
            $0.value = value
            $0.currencyCode = currency
        }
    }

    /// One of each subject, well formed.
    static let messages: [PublishedMessage] = [
        .profile(profile(supplier, "Bo mạch Kinh Bắc")), .requirement(requirement()), .capability(capability()),
        .product(
            .with {
                $0.owner = buyer
                $0.id = "P1"
                $0.hsCode = "851713"
                $0.name = "Telephone"
                $0.fob = money("200", "USD")
            }),
        .quote(
            .with {
                $0.owner = supplier
                $0.id = "Q1"
                $0.requirement = "\(buyer)/R1"
                $0.capability = "\(supplier)/C1"
                $0.quantity = "500"
                $0.unitPrice = money("60", "VND")
                $0.validUntil = "2026-12-31"
            }),
        .award(
            .with {
                $0.owner = buyer
                $0.id = "A1"
                $0.requirement = "\(buyer)/R1"
                $0.capability = "\(supplier)/C1"
                $0.quantity = "500"
                $0.unitPrice = money("60", "VND")
                $0.status = .awarded
            }),
        .subscription(
            .with {
                $0.owner = supplier
                $0.id = "S1"
                $0.hsPrefixes = ["8534"]
            }),
        .rate(
            .with {
                $0.owner = office
                $0.id = "USD"
                $0.currencyCode = "USD"
                $0.dongPerUnit = "25000"
                $0.day = "2026-01-01"
            }),
        .verification(
            .with {
                $0.owner = office
                $0.id = "V1"
                $0.decision = .accepted
                $0.statement = "\(supplier)/C1"
                $0.evidence = "invoices of 2025"
                $0.official = "An official"
            }),
    ]
}

// MARK: - What came of them

extension Samples {
    /// The fact of a key's first version, from the record at the same offset of its topic.
    static func fact(_ key: String, from subject: Subject, offset: Int64, _ fact: WireMarketFact.OneOf_Fact)
        -> WireMarketFact
    {
        .with {
            $0.key = key
            $0.version = 1
            $0.acceptedAt = newYear
            $0.origin = .with {
                $0.topic = subject.topicName
                $0.offset = offset
            }
            $0.fact = fact
        }
    }

    static func fact(_ requirement: WireRequirement, offset: Int64 = 0) throws -> WireMarketFact {
        fact(
            "\(requirement.owner)/\(requirement.id)", from: .requirements, offset: offset,
            .requirement(try resolver.resolve(requirement).get()))
    }

    static func fact(_ capability: WireCapability, offset: Int64 = 0) throws -> WireMarketFact {
        fact(
            "\(capability.owner)/\(capability.id)", from: .capabilities, offset: offset,
            .capability(try resolver.resolve(capability).get()))
    }

    static func fact(_ profile: WireEnterpriseProfile, offset: Int64 = 0) throws -> WireMarketFact {
        fact("\(profile.owner)/profile", from: .profiles, offset: offset, .profile(try resolver.resolve(profile).get()))
    }

    static func withdrawal(_ key: String, of subject: Subject) -> WireMarketFact {
        var fact = fact(key, from: subject, offset: 9, .withdrawn(.with { $0.topic = subject.topicName }))
        fact.version = 2
        return fact
    }

    /// 600 of 1,000 pieces from one supplier at 60 dong and half local value: 18,000 of 36,000 + 400 × 80 dong.
    static func matchSet(
        _ requirement: String = "\(buyer)/R1", offset: Int64 = 1, _ change: (inout WireMatchSet) -> Void = { _ in }
    ) -> WireMatchSet {
        var set = WireMatchSet.with {
            $0.requirement = requirement
            $0.requirementVersion = 1
            $0.status = .open
            $0.engineVersion = 1
            $0.marketOffset = offset
            $0.asOf = newYear + offset
            $0.openQuantity = 1_000_000_000
            $0.currencyCode = "VND"
            $0.qualifyingSuppliers = 1
            $0.candidates = 2
            $0.matches = [
                .with {
                    $0.capability = "\(supplier)/C1"
                    $0.capabilityVersion = 1
                    $0.score = 4_900
                    $0.priceTerm = 1_600
                    $0.coverageTerm = 1_800
                    $0.localizationTerm = 1_500
                    $0.unitPrice = 60_000_000
                    $0.available = 600_000_000
                    $0.lvc = 500_000
                    $0.unverifiedCertifications = ["ISO 9001"]
                }
            ]
            $0.plan = [
                .with {
                    $0.capability = "\(supplier)/C1"
                    $0.quantity = 600_000_000
                    $0.unitPrice = 60_000_000
                    $0.amount = 36_000
                    $0.lvc = 500_000
                }
            ]
            $0.localization = .with {
                $0.ratio = 264_705
                $0.plannedAmount = 36_000
                $0.uncoveredQuantity = 400_000_000
                $0.uncoveredAmount = 32_000
            }
            $0.nearMisses = .with {
                $0.counts = [
                    .with {
                        $0.reason = "leadTime"
                        $0.candidates = 1
                    }
                ]
                $0.best = [
                    .with {
                        $0.capability = "\(otherSupplier)/C9"
                        $0.reason = "leadTime"
                        $0.change = 5
                        $0.score = 4_200
                    }
                ]
            }
        }
        change(&set)
        return set
    }

    static func deadLetter(offset: Int64 = 7, _ refusal: (reason: String, field: String, message: String))
        -> WireDeadLetter
    {
        .with {
            $0.origin = .with {
                $0.topic = Subject.requirements.topicName
                $0.offset = offset
            }
            $0.key = "\(buyer)/R\(offset)"
            $0.refusedAt = newYear
            $0.refusals = [
                .with {
                    $0.reason = refusal.reason
                    $0.field = refusal.field
                    $0.message = refusal.message
                }
            ]
        }
    }
}

extension Fixture {
    /// Records facts of the market in order, and how far the market has come.
    func record(_ facts: WireMarketFact...) async throws { try await record(facts) }

    /// Records facts of the market in order, and how far the market has come.
    func record(_ facts: [WireMarketFact]) async throws {
        try await cache.record { writer in
            for (offset, fact) in facts.enumerated() {
                try writer.record(fact, partition: 0, offset: Int64(offset))
            }
            try writer.advanceTime(partition: 0, to: Samples.newYear, policy: nil)
            try writer.advance(topic: PlatformTopicName.market, partition: 0, to: Int64(facts.count))
        }
    }

    /// Records match sets.
    func record(_ sets: WireMatchSet...) async throws {
        try await cache.record { writer in for set in sets { try writer.record(set) } }
    }

    /// Records dead letters.
    func record(_ letters: WireDeadLetter...) async throws {
        try await cache.record { writer in for letter in letters { try writer.record(letter) } }
    }
}

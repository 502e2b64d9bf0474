internal import Contracts
internal import EventLog
internal import Pipeline
internal import SwiftProtobuf

/// What firms and officials publish in a simulation, in order: amendments, withdrawals, awards above capacity, repeats,
/// records that name what is not there yet, and records that must be refused.
///
/// Keys and values are few, so that they meet: bounds are met exactly, prices tie, capacities run out.
struct MarketScript {
    private var random: SplitMix64
    private var published: [(subject: Subject, message: LogMessage)] = []
    private var headings: [String: Int] = [:]
    private var events = 0

    /// The first day of every simulation, 2026-11-24, at eight in the morning in Bac Ninh.
    static let start: Int64 = 1_795_482_000_000
    private static let codes = [["853400"], ["392310"], ["731815", "731815", "731815", "731816"]]
    private static let buyers = ["2300000001", "2300000002"]
    private static let suppliers = ["2400000001", "2400000002", "2400000003", "2400000004", "2300000002"]
    private static let office = "2300000099"
    /// Publishes rates, too.
    private static let otherOffice = "2300000098"
    private static let requirements = (1...7).map { "\(buyers[$0 % 2])/R\($0)" }
    private static let capabilities = (1...11).map { "\(suppliers[$0 % 5])/C\($0)" }

    init(seed: UInt64) { random = SplitMix64(seed: seed ^ 0x5C21_97B1_0D0E_66A3) }

    /// So many records.
    mutating func records(_ count: Int) -> [LogMessage] {
        var records = [rate("USD"), rate("EUR")]
        for owner in Self.buyers + Self.suppliers.dropLast() { records.append(profile(owner)) }
        for supplier in Self.suppliers { records.append(subscription(of: supplier)) }
        while records.count < count { records.append(next()) }
        return records
    }

    private mutating func next() -> LogMessage {
        switch random.number(0...99) {
        case ..<24: requirement()
        case ..<50: capability()
        case ..<63: award()
        case ..<67: quote()
        case ..<74: subscription(of: random.pick(Self.suppliers))
        case ..<80: verification()
        case ..<83: rate(random.pick(["USD", "EUR", "JPY"]))
        case ..<89: withdrawal()
        case ..<95: repeated()
        default: bad()
        }
    }

    // MARK: - What is bought and made

    private mutating func requirement() -> LogMessage {
        let key = random.pick(Self.requirements)
        let first = random.number(8...20)
        let message = WireRequirement.with {
            ($0.owner, $0.id) = Self.parts(key)
            $0.hsCode = code(of: key)
            $0.description_p = "what is needed, \(random.number(1...3))"
            $0.quantity = "\(random.pick([400, 600, 1000, 2000]))"
            $0.unitCode = "H87"
            $0.delivery.firstDay = Self.day(first)
            $0.delivery.lastDay = Self.day(first + 29)
            $0.closingDay = Self.day(random.number(0...12))
            if random.chance(70) { $0.maximumUnitPrice = money(random.number(55...70)) }
            if random.chance(60) {
                $0.currentSourcing.kind = .imported
                $0.currentSourcing.unitPrice = money(random.number(60...80))
            }
            if random.chance(30) { $0.maximumLeadTimeDays = UInt32(random.number(18...22)) }
            if random.chance(25) { $0.requiredCertifications = ["ISO 9001"] }
            if random.chance(25) { $0.minimumLvcPercent = random.pick(["20", "50"]) }
            if random.chance(15) { $0.minimumVietnameseOwnershipPercent = "51" }
            if random.chance(20) { $0.partialSupplyAllowed = false }
            $0.anonymous = random.chance(15)
        }
        return publish(.requirement(message))
    }

    private mutating func capability() -> LogMessage {
        let key = random.pick(Self.capabilities)
        let price = random.number(54...66)
        let message = WireCapability.with {
            ($0.owner, $0.id) = Self.parts(key)
            $0.hsCode = random.chance(20) ? String(code(of: key).prefix(4)) : code(of: key)
            $0.description_p = "what is made, \(random.number(1...3))"
            $0.unitCode = "H87"
            $0.capacityPerMonth = "\(random.pick([200, 300, 600, 1000]))"
            if random.chance(30) { $0.minimumOrder = "\(random.pick([100, 300]))" }
            let currency = random.chance(20) ? "USD" : "VND"
            $0.unitPriceTiers = [.with { $0.unitPrice = self.price(price, currency) }]
            if random.chance(40) {
                $0.unitPriceTiers.append(
                    .with {
                        $0.minimumQuantity = "500"
                        $0.unitPrice = self.price(price - 3, currency)
                    })
            }
            $0.leadTimeDays = UInt32(random.number(18...22))
            $0.vietnameseOwnershipPercent = random.pick(["100", "51", "30"])
            if random.chance(60) {
                $0.certifications = [
                    .with {
                        $0.scheme = "ISO 9001"
                        $0.number = "N1"
                        $0.body = "a body"
                        $0.expiresOn = Self.day(random.pick([15, 400]))
                    }
                ]
            }
            if random.chance(60) { $0.costStatement = statement(fob: 60) }
            if random.chance(30) {
                $0.valid.firstDay = Self.day(-10)
                $0.valid.lastDay = Self.day(random.pick([2, 90]))
            }
        }
        return publish(.capability(message))
    }

    private mutating func statement(fob: Int64) -> WireCostStatement {
        let foreign = random.pick([10, 30, 50] as [Int64])
        return .with {
            $0.method = .direct
            $0.fiscalYear = 2026
            $0.currencyCode = "VND"
            $0.materials = [
                .with {
                    $0.name = "material"
                    $0.value = "\(foreign)"
                    $0.origin = .nonOriginating
                }
            ]
            $0.labour = "\(fob - foreign - 5)"
            $0.overhead = "3"
            $0.profit = "2"
            $0.fob = "\(fob)"
        }
    }

    // MARK: - What is decided

    private mutating func award() -> LogMessage {
        let number = random.number(1...6)
        let requirement = Self.requirements[Int(number) % Self.requirements.count]
        let message = WireAward.with {
            ($0.owner, $0.id) = (Self.parts(requirement).owner, "A\(number)")
            $0.requirement = requirement
            $0.capability = random.pick(Self.capabilities)
            $0.quantity = "\(random.pick([100, 400, 900, 3000]))"
            $0.unitPrice = money(60)
            $0.reason = "the lowest price"
            $0.status = random.pick([.awarded, .awarded, .confirmed, .completed, .cancelled])
        }
        return publish(.award(message))
    }

    private mutating func quote() -> LogMessage {
        let capability = random.pick(Self.capabilities)
        let message = WireQuote.with {
            ($0.owner, $0.id) = (Self.parts(capability).owner, "Q\(random.number(1...3))")
            $0.requirement = random.pick(Self.requirements)
            $0.capability = capability
            $0.quantity = "\(random.pick([100, 400]))"
            $0.unitPrice = money(random.number(55...65))
            $0.leadTimeDays = 20
            $0.validUntil = Self.day(30)
        }
        return publish(.quote(message))
    }

    private mutating func verification() -> LogMessage {
        let capability = random.pick(Self.capabilities)
        let isOfCertificate = random.chance(60)
        let message = WireVerification.with {
            // Most ids say what is decided on; the others would be given to something else now and then, which is refused.
            let number = random.number(1...2)
            let named = "\(isOfCertificate ? "C" : "S")\(number)-\(capability.replacing("/", with: "-"))"
            ($0.owner, $0.id) = (Self.office, random.chance(80) ? named : "V\(number)")
            if isOfCertificate {
                $0.certificate.capability = capability
                $0.certificate.scheme = "ISO 9001"
                $0.certificate.number = "N1"
            } else {
                $0.statement = capability
            }
            $0.decision = random.chance(50) ? .accepted : .refused
            $0.evidence = "seen on site"
            $0.official = "an official"
        }
        return publish(.verification(message))
    }

    // MARK: - The rest

    private mutating func subscription(of supplier: String) -> LogMessage {
        let message = WireSubscription.with {
            ($0.owner, $0.id) = (supplier, "S\(random.number(1...2))")
            $0.hsPrefixes = random.pick([["85", "39", "73"], ["85"], ["3923", "73"], ["731815", "85"]])
        }
        return publish(.subscription(message))
    }

    private mutating func profile(_ owner: String) -> LogMessage {
        let message = WireEnterpriseProfile.with {
            ($0.owner, $0.id) = (owner, "profile")
            $0.name = "Enterprise \(owner)"
            $0.kind = Self.buyers.contains(owner) ? .fdi : .domestic
            $0.vietnameseOwnershipPercent = "100"
        }
        return publish(.profile(message))
    }

    private mutating func rate(_ currency: String) -> LogMessage {
        let message = WireExchangeRate.with {
            ($0.owner, $0.id) = (random.pick([Self.office, Self.otherOffice]), currency)
            $0.currencyCode = currency
            $0.dongPerUnit = "\(random.pick([25_000, 26_105, 27_500]))"
            $0.day = Self.day(random.number(-2...1))
        }
        return publish(.rate(message))
    }

    private mutating func withdrawal() -> LogMessage {
        guard !published.isEmpty else { return requirement() }
        var (subject, message) = random.pick(published)
        message.value = nil
        message.headers = headers(of: subject, key: message.key ?? [], isWithdrawal: true)
        return message
    }

    /// Something that was said before, under its own event id or another.
    private mutating func repeated() -> LogMessage {
        guard !published.isEmpty else { return requirement() }
        var (subject, message) = random.pick(published)
        if random.chance(50) {
            let type = message.headers.filter { $0.name == "content-type" }
            message.headers = headers(of: subject, key: message.key ?? [], isWithdrawal: false) + type
        }
        return message
    }

    /// What must be refused, each time for another reason.
    private mutating func bad() -> LogMessage {
        var message = random.chance(50) ? requirement() : capability()
        switch random.number(0...5) {
        case 0: message.value = Array("{\"owner\": ".utf8)
        case 1: message.key = Array("nonsense".utf8)
        case 2: message.key = Array("2300000001/OTHER".utf8)
        case 3: message.headers = message.headers.filter { $0.name != "ce_id" }
        case 4: message.value = [0xFF, 0xFE]
        default: message.headers.append(Header("content-type", "text/plain"))
        }
        return message
    }

    // MARK: - Records

    private mutating func publish(_ message: PublishedMessage) -> LogMessage {
        guard case .success(let key) = message.key else { preconditionFailure("the key is well formed") }
        let isJSON = random.chance(50)
        let type = isJSON ? ContentType.json : .protobuf
        let bytes = Array(key.description.utf8)
        let record = LogMessage(
            to: message.subject.topic, key: bytes, value: isJSON ? message.encodeJSON() : message.encodeProtobuf(),
            headers: headers(of: message.subject, key: bytes, isWithdrawal: false)
                + [Header("content-type", type.rawValue)])
        published.append((message.subject, record))
        return record
    }

    private mutating func headers(of subject: Subject, key: [UInt8], isWithdrawal: Bool) -> [Header] {
        guard random.chance(90), let key = BusinessKey(String(decoding: key, as: UTF8.self)) else { return [] }
        events += 1
        let event = CloudEventHeaders(
            id: "event-\(events)", source: "/simulation", subject: subject, key: key, time: Self.start,
            isWithdrawal: isWithdrawal)
        return event.headers.map { Header($0.name, $0.value) }
    }

    /// A key keeps its heading, but for a few attempts to change it.
    private mutating func code(of key: String) -> String {
        let heading = headings[key] ?? Int(random.number(0...2))
        headings[key] = heading
        return random.pick(Self.codes[random.chance(3) ? (heading + 1) % 3 : heading])
    }

    private func money(_ amount: Int64) -> WireMoney { price(amount, "VND") }

    private func price(_ dong: Int64, _ currency: String) -> WireMoney {
        .with {
            $0.value = currency == "VND" ? "\(dong)" : "0.00\(dong * 10_000 / 26_105)"
            $0.currencyCode = currency
        }
    }

    private static func parts(_ key: String) -> (owner: String, id: String) {
        let parts = key.split(separator: "/").map(String.init)
        return (parts[0], parts[1])
    }

    private static func day(_ days: Int64) -> String {
        CalendarDay(number: CalendarDay(ofMilliseconds: start).number + Int32(days)).description
    }
}

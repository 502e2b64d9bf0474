internal import Localization

/// Reads the cost statement of a capability and computes its local value content.
struct StatementReader {
    /// What lines took from the capabilities that they name, in the order of the lines.
    private(set) var carried: [WireCarriedContent] = []
    private let fields: FieldReader
    private let key: BusinessKey?
    private let capabilities: CapabilityLookup

    /// - Parameter key: the capability that the statement is of; nil where it was refused.
    init(_ fields: FieldReader, of key: BusinessKey?, _ capabilities: CapabilityLookup) {
        self.fields = fields
        self.key = key
        self.capabilities = capabilities
    }

    /// A statement that stands alone, without capabilities that its lines could name.
    static func costStatement(_ statement: WireCostStatement) -> Result<CostStatement, Refusals> {
        let fields = FieldReader()
        var reader = StatementReader(fields, of: nil, .empty)
        guard let resolved = reader.costStatement(statement), reader.localContent(resolved) != nil else {
            return .failure(fields.refusals)
        }
        return fields.result(resolved)
    }

    /// The local value content; nil where something was refused.
    mutating func localContent(_ statement: WireCostStatement) -> WireLocalContent? {
        costStatement(statement).flatMap { localContent($0) }
    }

    /// The statement in exact numbers; nil where something was refused.
    private mutating func costStatement(_ statement: WireCostStatement) -> CostStatement? {
        let method = declaredMethod(statement)
        let currency = fields.currency("currencyCode", statement.currencyCode)
        let materials = materialValues(statement.materials)
        let labour = fields.natural("labour", statement.labour)
        let overhead = fields.natural("overhead", statement.overhead)
        let other = fields.natural("otherCost", statement.otherCost)
        let profit = fields.natural("profit", statement.profit)
        let fob = fob(statement.fob)
        let exw = statement.exw.isEmpty ? nil : fields.positive("exw", statement.exw)
        let exclusions = statement.hasNetCostExclusions ? netCostExclusions(statement.netCostExclusions) : nil
        guard let method, let currency, let materials, let labour, let overhead, let other, let profit, let fob else {
            return nil
        }
        return CostStatement(
            currency: currency, fiscalYear: Int(statement.fiscalYear), declaredMethod: method,
            originatingMaterials: materials.originating, nonOriginatingMaterials: materials.nonOriginating,
            directLabour: Millionths(count: labour), directOverhead: Millionths(count: overhead),
            otherCost: Millionths(count: other), profit: Millionths(count: profit), fob: Millionths(count: fob),
            exw: exw.map(Millionths.init(count:)), netCostExclusions: exclusions)
    }

    private func netCostExclusions(_ exclusions: WireNetCostExclusions) -> NetCostExclusions {
        let fields = fields.object("netCostExclusions")
        func part(_ field: String, _ text: String) -> Millionths {
            Millionths(count: fields.natural(field, text) ?? 0)
        }
        return NetCostExclusions(
            salesPromotion: part("salesPromotion", exclusions.salesPromotion),
            royalties: part("royalties", exclusions.royalties),
            shippingAndPacking: part("shippingAndPacking", exclusions.shippingAndPacking),
            nonAllowableInterest: part("nonAllowableInterest", exclusions.nonAllowableInterest))
    }

    private func localContent(_ statement: CostStatement) -> WireLocalContent? {
        do throws(StatementRefusal) {
            return try WireLocalContent(try statement.lvc())
        } catch {
            refuse(error)
            return nil
        }
    }

    private func refuse(_ refusal: StatementRefusal) {
        let field = refusal.part?.field ?? ""
        switch refusal {
        case .missing(.fob), .zero(.fob): fields.refuse(.missingFOB, "fob", "\(refusal)")
        case .exceeds(_, let whole): fields.refuse(.inconsistentStatement, whole.field, "\(refusal)")
        case .missing: fields.refuse(.missing, field, "\(refusal)")
        case .zero: fields.refuse(.notPositive, field, "\(refusal)")
        case .negative, .outOfRange, .carriedRatioAboveOne: fields.refuse(.outOfRange, field, "\(refusal)")
        case .methodSwitched: fields.refuse(.methodSwitched, "method", "\(refusal)")
        }
    }

    private func fob(_ text: String) -> Int64? {
        guard let fob = fields.natural("fob", text) else { return nil }
        guard fob > 0 else {
            fields.refuse(
                .missingFOB, "fob", "the FOB price must be given and above zero; every ratio is a share of it")
            return nil
        }
        return fob
    }

    /// The method, which an owner keeps for a fiscal year (Circular 05/2018/TT-BCT art. 6.3).
    private func declaredMethod(_ statement: WireCostStatement) -> CostStatement.DeclaredMethod? {
        fields.requiredWord("method", statement.method)
        let hasYear = ContractLimits.fiscalYears.contains(statement.fiscalYear)
        if statement.fiscalYear == 0 {
            fields.refuse(.missing, "fiscalYear", "the year for which the method is declared must be given")
        } else if !hasYear {
            let years = ContractLimits.fiscalYears
            fields.refuse(.outOfRange, "fiscalYear", "years are from \(years.lowerBound) to \(years.upperBound)")
        }
        if let key, hasYear, let declared = capabilities.declaredMethod(key.owner, statement.fiscalYear),
            declared != statement.method
        {
            fields.refuse(
                .methodSwitched, "method", "the owner has declared the other method for \(statement.fiscalYear)")
        }
        switch statement.method {
        case .direct: return .direct
        case .indirect: return .indirect
        case .unspecified, .UNRECOGNIZED: return nil
        }
    }
}

// MARK: - Materials

extension StatementReader {
    private mutating func materialValues(_ published: [WireMaterialLine]) -> MaterialValues? {
        var lines: [MaterialLine] = []
        for (index, line) in fields.list("materials", published, limit: ContractLimits.materials).enumerated() {
            if let resolved = material(line, fields.object("materials", index)) { lines.append(resolved) }
        }
        guard lines.count == published.count else { return nil }
        do throws(StatementRefusal) {
            return try MaterialValues(lines, counting: .passThrough)
        } catch {
            refuse(error)
            return nil
        }
    }

    private mutating func material(_ line: WireMaterialLine, _ fields: FieldReader) -> MaterialLine? {
        fields.text("name", line.name, limit: ContractLimits.name)
        fields.text("evidenceNumber", line.evidenceNumber, limit: ContractLimits.label)
        fields.word("origin", line.origin)
        fields.country("countryCode", line.countryCode)
        _ = fields.optionalDay("evidenceDay", line.evidenceDay)
        if !line.hsCode.isEmpty, !Commodity.isWellFormed(line.hsCode) {
            fields.refuse(.malformed, "hsCode", "the code must have 2, 4 or 6 digits, without dots or spaces")
        }
        let ratio = line.capability.isEmpty ? nil : carriedRatio(line.capability, fields)
        guard let value = fields.natural("value", line.value) else { return nil }
        if line.value.isEmpty { fields.refuse(.missing, "value", "the value must be given") }
        return MaterialLine(value: Millionths(count: value), origin: origin(line.origin), carriedRatio: ratio)
    }

    private func origin(_ origin: WireMaterialLine.OriginStatus) -> MaterialLine.Origin {
        switch origin {
        case .originating: .originating
        case .nonOriginating: .nonOriginating
        case .unspecified, .UNRECOGNIZED: .unknown
        }
    }

    /// The local content of the capability from which a material is bought; nil where it is not known.
    private mutating func carriedRatio(_ text: String, _ fields: FieldReader) -> Ratio? {
        guard let named = fields.reference("capability", text) else { return nil }
        guard !comesBack(from: named) else {
            fields.refuse(.statementCycle, "capability", "\(named) is itself made of this capability, directly or not")
            return nil
        }
        guard let found = capabilities.capability(named), let content = found.localContent,
            let ratio = content.ratio, ratio <= .one
        else { return nil }
        var stamp = WireCarriedContent()
        stamp.capability = named.description
        stamp.version = found.version
        stamp.localContent = content
        carried.append(stamp)
        return ratio
    }

    /// Whether the statements of a capability, and of those it names in turn, lead back to this one.
    private func comesBack(from named: BusinessKey) -> Bool {
        guard let key else { return false }
        var seen: Set<BusinessKey> = [named]
        var open = [named]
        while let next = open.popLast(), seen.count <= ContractLimits.statementChain {
            if next == key { return true }
            for material in capabilities.capability(next)?.materials ?? [] where seen.insert(material).inserted {
                open.append(material)
            }
        }
        return false
    }
}

extension WireLocalContent {
    /// The exact ratio of a statement, which is never above one, so that its terms are amounts.
    fileprivate init(_ result: OriginResult) throws(StatementRefusal) {
        guard let numerator = Int64(exactly: result.ratio.numerator),
            let denominator = Int64(exactly: result.ratio.denominator)
        else { throw .outOfRange(.fob) }
        self.init()
        self.numerator = numerator
        self.denominator = denominator
        self.notClosed = result.flags.contains(.statementNotClosed)
    }
}

extension CostPart {
    /// The field of a cost statement that states the part.
    fileprivate var field: String {
        switch self {
        case .originatingMaterials, .nonOriginatingMaterials, .material: "materials"
        case .directLabour: "labour"
        case .directOverhead: "overhead"
        case .otherCost: "otherCost"
        case .profit: "profit"
        case .fob: "fob"
        case .exw: "exw"
        default: ""
        }
    }
}

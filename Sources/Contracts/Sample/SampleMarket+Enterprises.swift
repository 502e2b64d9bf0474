import SwiftProtobuf

extension SampleMarket {
    /// Currencies, and the thousandths of a dong that one of them costs about.
    static let currencies: [(code: String, rate: Int64)] = [
        ("USD", 26_105_000), ("EUR", 30_420_000), ("JPY", 172_350), ("KRW", 18_420), ("CNY", 3_662_000),
    ]

    func rate(_ index: Int) -> WireExchangeRate {
        let (code, about) = Self.currencies[index]
        var random = random(.rate, index)
        let rate = about / 1000 * Int64(random.within(990...1010)) + about % 1000
        return .with {
            $0.owner = Self.officeCode
            $0.id = code
            $0.currencyCode = code
            $0.dongPerUnit = SampleAmount.text(rate / 10 * 10_000)
            $0.day = day.description
        }
    }

    func profile(_ index: Int) -> WireEnterpriseProfile {
        if index == 0 { return office }
        return index <= firms ? firmProfile(index - 1) : supplierProfile(index - 1 - firms)
    }

    func firmName(_ firm: Int) -> String {
        var random = random(.firm, firm)
        return "Công ty TNHH \(random.pick(["Điện tử", "Cơ khí chính xác", "Linh kiện", "Công nghệ"])) Giả định "
            + SampleAmount.padded(firm + 1, 4)
    }

    func supplierPlace(_ supplier: Int) -> WirePlace {
        var random = random(.supplier, supplier)
        _ = random.next()
        return SamplePlaces.draw(&random, inPark: 50)
    }

    func firmPlace(_ firm: Int) -> WirePlace {
        var random = random(.firm, firm)
        _ = random.next()
        return SamplePlaces.draw(&random, inPark: 95)
    }

    /// In per cent.
    func vietnameseOwnership(_ supplier: Int) -> Int {
        var random = random(.supplier, supplier)
        for _ in 0..<5 { _ = random.next() }
        switch random.below(100) {
        case ..<70: return 100
        case ..<85: return random.within(51...99)
        case ..<95: return random.within(10...50)
        default: return 0
        }
    }

    /// A producer declares one method for a whole fiscal year.
    func declaredMethod(_ supplier: Int) -> WireCostStatement.Method {
        var random = random(.supplier, supplier)
        for _ in 0..<7 { _ = random.next() }
        return random.chance(50) ? .direct : .indirect
    }

    private var office: WireEnterpriseProfile {
        .with {
            $0.owner = Self.officeCode
            $0.id = "profile"
            $0.name = "Văn phòng Mẫu theo dõi nội địa hóa"
            $0.nameEnglish = "Sample localization office"
            $0.kind = .office
        }
    }

    private func firmProfile(_ firm: Int) -> WireEnterpriseProfile {
        var random = random(.firm, firm)
        for _ in 0..<6 { _ = random.next() }
        return .with {
            $0.owner = Self.firmCode(firm)
            $0.id = "profile"
            $0.name = firmName(firm)
            $0.nameEnglish = "Sample Manufacturer " + SampleAmount.padded(firm + 1, 4)
            $0.kind = .fdi
            $0.investorCountryCode = random.pick(["KR", "KR", "KR", "CN", "CN", "JP", "JP", "TW", "SG", "US"])
            $0.vietnameseOwnershipPercent = random.chance(85) ? "0" : "\(random.within(1...30))"
            $0.place = firmPlace(firm)
            $0.vsicCode = "26100"
            $0.contactEmail = "mua-hang@firm\(firm + 1).example"
        }
    }

    private func supplierProfile(_ supplier: Int) -> WireEnterpriseProfile {
        var random = random(.supplier, supplier)
        for _ in 0..<8 { _ = random.next() }
        let trade = random.pick(["Cơ khí", "Nhựa", "Điện tử", "Kim loại", "Bao bì", "Khuôn mẫu", "Linh kiện"])
        return .with {
            $0.owner = Self.supplierCode(supplier)
            $0.id = "profile"
            $0.name = "Công ty TNHH \(trade) Mẫu " + SampleAmount.padded(supplier + 1, 5)
            $0.nameEnglish = "Sample Supplier " + SampleAmount.padded(supplier + 1, 5)
            $0.kind = .domestic
            $0.vietnameseOwnershipPercent = "\(vietnameseOwnership(supplier))"
            $0.place = supplierPlace(supplier)
            $0.vsicCode = random.pick(["22209", "25920", "25999", "26100", "27900", "29300"])
            $0.contactEmail = "ban-hang@mau\(supplier + 1).example"
        }
    }

    /// The free-on-board price of a firm's product, in millionths of a dollar.
    func productPrice(_ firm: Int) -> (code: String, name: String, price: Int64) {
        var random = random(.product, firm)
        let (code, name, dollars) = random.pick([
            ("851713", "Điện thoại thông minh mẫu", 180), ("847130", "Máy tính xách tay mẫu", 420),
            ("844331", "Máy in đa năng mẫu", 95), ("852872", "Tivi màu mẫu", 210), ("851830", "Tai nghe mẫu", 14),
            ("850760", "Pin lithi mẫu", 9), ("852990", "Cụm camera mẫu", 17),
        ])
        return (code, name, Int64(dollars) * 10_000 * Int64(random.within(80...125)))
    }

    func product(_ firm: Int) -> WireProduct {
        var random = random(.product, firm)
        for _ in 0..<3 { _ = random.next() }
        let (code, name, price) = productPrice(firm)
        return .with {
            $0.owner = Self.firmCode(firm)
            $0.id = Self.productId
            $0.name = name
            $0.hsCode = code
            $0.fob = SampleAmount.money("USD", price)
            $0.exw = SampleAmount.money("USD", price / 100 * 97)
            $0.ownDomesticValue = SampleAmount.money("USD", price / 100 * Int64(random.within(6...18)))
        }
    }

    static let productId = "SP-1"
}

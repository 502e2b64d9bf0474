/// A kind of thing that is bought and sold in a sample market.
struct SampleItem: Sendable {
    /// Six digits of the Harmonized System 2022.
    let code: String
    /// The base unit of its family.
    let unit: String
    /// What one unit costs about, in dong.
    let price: Int64
    /// Vietnamese words of its heading.
    let vietnamese: String

    /// From the most frequent to the rarest.
    static let all: [SampleItem] = table.split { $0 == "|" || $0 == "\n" }.compactMap { entry in
        let parts = entry.split(separator: " ")
        guard parts.count == 3, let price = Int64(parts[2]) else { return nil }
        let words = BuiltInCommodities.all.first { $0.code == parts[0].prefix(4) }?.vietnamese ?? ""
        return SampleItem(code: String(parts[0]), unit: String(parts[1]), price: price, vietnamese: words)
    }

    /// The sum of the weights up to each item; weights fall as 1/(rank + 10).
    static let cumulativeWeights: [Int] = all.indices.reduce(into: []) { sums, rank in
        sums.append((sums.last ?? 0) + 1_000_000 / (rank + 10))
    }

    /// The index of one of the first items, the frequent ones more often.
    static func draw(_ random: inout SampleRandom, among count: Int) -> Int {
        let ticket = random.below(cumulativeWeights[count - 1])
        var (low, high) = (0, count - 1)
        while low < high {
            let middle = (low + high) / 2
            if cumulativeWeights[middle] > ticket { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The larger unit in which cheap pieces, and material by weight, are also traded.
    var largeUnit: String? {
        switch unit {
        case "H87": price < 1000 ? "MIL" : nil
        case "KGM": "TNE"
        default: nil
        }
    }

    /// The word for the trade of firms that make it.
    var trade: String {
        switch code.prefix(2) {
        case "39": "Nhựa"
        case "40": "Cao su"
        case "72", "73", "74", "75", "76": "Kim loại"
        case "83": "Phụ kiện"
        case "85": "Điện tử"
        case "87": "Phụ tùng"
        case "90": "Quang học"
        case "94": "Nội thất"
        default: "Cơ khí"
        }
    }

    private static let table = """
        401610 H87 3460|848210 H87 56880|900211 H87 26260|761610 H87 21020|854110 H87 710
        852411 H87 322400|741011 KGM 411400|392310 H87 1350|721911 KGM 51660|851810 H87 42120
        392610 H87 5590|871410 H87 93440|853310 H87 70|851711 H87 84500|730810 KGM 37310
        740811 KGM 233120|741920 H87 18430|850300 H87 23260|820713 H87 667800|852550 H87 222300
        390710 KGM 47840|722511 KGM 26680|850511 H87 5770|853210 H87 170|940110 H87 691200
        400811 KGM 62220|732010 H87 4020|853110 H87 36270|854710 H87 1870|852910 H87 36860
        854411 MTR 6190|940310 H87 1066400|846610 H87 669600|830910 H87 900|853610 H87 4610
        760611 KGM 113160|900110 H87 11620|391710 MTR 9800|730711 H87 42080|391910 MTK 30240
        392111 KGM 78300|850710 H87 114550|721011 KGM 19040|853710 H87 1377500|760410 KGM 103320
        847321 H87 22000|854231 H87 7870|830210 H87 12320|853810 H87 8260|940511 H87 185260
        848310 H87 91250|850410 H87 57540|731811 H87 380|740911 KGM 343220|400911 MTR 35970
        848010 SET 67320000|390210 KGM 53040|848110 H87 123480|850110 H87 113520|392010 KGM 46000
        870810 H87 237300|732611 H87 19000|853400 H87 8260|851210 H87 59200|392112 KGM 79460
        761691 H87 13620|760612 KGM 71760|760421 KGM 123480|400819 KGM 79910|741012 KGM 462400
        848020 SET 98600000|852412 H87 244900|870821 H87 224700|830220 H87 12320|391721 MTR 9900
        730719 H87 36580|740819 KGM 329840|852560 H87 283100|392321 H87 1550|850519 H87 8290
        846620 H87 707400|851821 H87 23490|854419 MTR 10660|854232 H87 8490|853720 H87 1092500
        400912 MTR 31680|851220 H87 102860|853890 H87 3780|731812 H87 290|732020 H87 3630
        850720 H87 208800|847329 H87 16500|871420 H87 65920|848120 H87 87220|848220 H87 30960
        853221 H87 160|391990 MTK 24990|853120 H87 43710|820719 H87 369600|848320 H87 157500
        392020 KGM 52900|850120 H87 124960|740919 KGM 406100|853620 H87 4160|721912 KGM 44100
        852990 H87 47500|850421 H87 62580|721012 KGM 35020|854121 H87 1250|851713 H87 63700
        392620 H87 5500|940320 H87 1075000|853321 H87 60|732619 H87 16750|390220 KGM 40800
        854720 H87 2020|401691 H87 3980|900219 H87 38740|722519 KGM 31320|730820 KGM 57400
        900120 H87 5460|390721 KGM 73320|940519 H87 152220|741980 H87 24320|940120 H87 504000
        740821 KGM 225680|852581 H87 210900|732620 H87 16000|854129 H87 1260|853630 H87 3840
        732090 H87 3780|848330 H87 118750|740921 KGM 390380|846630 H87 604800|871491 H87 90880
        853329 H87 80|760691 KGM 87400|741021 KGM 265200|854790 H87 2270|390729 KGM 74880
        390230 KGM 32980|848230 H87 29880|852419 H87 412300|392030 KGM 42780|392329 H87 2360
        850730 H87 181250|730721 H87 25850|854420 MTR 9460|392113 KGM 89900|848130 H87 71540
        """
}

/// Thirty units of measure with their words, the families they belong to, and codes often met that are withdrawn.
///
/// Factors are those of UN/ECE Recommendation 20. Families are only of units that convert by a whole factor to a base in
/// which prices stay exact: pieces, pairs, kilograms, metres, square metres, litres.
enum BuiltInUnits {
    static let all: [UnitOfMeasure] = [
        UnitOfMeasure(code: "H87", vietnamese: "cái", english: "piece"),
        UnitOfMeasure(code: "EA", vietnamese: "chiếc", english: "each", baseCode: "H87"),
        UnitOfMeasure(code: "C62", vietnamese: "đơn vị", english: "one", baseCode: "H87"),
        UnitOfMeasure(code: "DZN", vietnamese: "tá", english: "dozen", baseCode: "H87", baseFactor: 12),
        UnitOfMeasure(code: "CEN", vietnamese: "trăm cái", english: "hundred", baseCode: "H87", baseFactor: 100),
        UnitOfMeasure(code: "GRO", vietnamese: "gốt (144 cái)", english: "gross", baseCode: "H87", baseFactor: 144),
        UnitOfMeasure(code: "MIL", vietnamese: "nghìn cái", english: "thousand", baseCode: "H87", baseFactor: 1000),
        UnitOfMeasure(code: "PR", vietnamese: "đôi", english: "pair"),
        UnitOfMeasure(code: "DPR", vietnamese: "tá đôi", english: "dozen pair", baseCode: "PR", baseFactor: 12),
        UnitOfMeasure(code: "SET", vietnamese: "bộ", english: "set"),
        UnitOfMeasure(code: "KT", vietnamese: "bộ lắp ráp", english: "kit"),
        UnitOfMeasure(code: "NMP", vietnamese: "gói", english: "number of packs"),
        UnitOfMeasure(code: "KGM", vietnamese: "ki-lô-gam", english: "kilogram"),
        UnitOfMeasure(code: "DTN", vietnamese: "tạ", english: "decitonne", baseCode: "KGM", baseFactor: 100),
        UnitOfMeasure(code: "TNE", vietnamese: "tấn", english: "tonne", baseCode: "KGM", baseFactor: 1000),
        UnitOfMeasure(code: "GRM", vietnamese: "gam", english: "gram"),
        UnitOfMeasure(code: "MTR", vietnamese: "mét", english: "metre"),
        UnitOfMeasure(code: "KMT", vietnamese: "ki-lô-mét", english: "kilometre", baseCode: "MTR", baseFactor: 1000),
        UnitOfMeasure(code: "CMT", vietnamese: "xen-ti-mét", english: "centimetre"),
        UnitOfMeasure(code: "MMT", vietnamese: "mi-li-mét", english: "millimetre"),
        UnitOfMeasure(code: "MTK", vietnamese: "mét vuông", english: "square metre"),
        UnitOfMeasure(code: "CMK", vietnamese: "xen-ti-mét vuông", english: "square centimetre"),
        UnitOfMeasure(code: "LTR", vietnamese: "lít", english: "litre"),
        UnitOfMeasure(code: "DMQ", vietnamese: "đề-xi-mét khối", english: "cubic decimetre", baseCode: "LTR"),
        UnitOfMeasure(code: "HLT", vietnamese: "héc-tô-lít", english: "hectolitre", baseCode: "LTR", baseFactor: 100),
        UnitOfMeasure(code: "MTQ", vietnamese: "mét khối", english: "cubic metre", baseCode: "LTR", baseFactor: 1000),
        UnitOfMeasure(code: "MLT", vietnamese: "mi-li-lít", english: "millilitre"),
        UnitOfMeasure(code: "HUR", vietnamese: "giờ", english: "hour"),
        UnitOfMeasure(code: "DAY", vietnamese: "ngày", english: "day"),
        UnitOfMeasure(code: "KWH", vietnamese: "ki-lô-oát giờ", english: "kilowatt hour"),
    ]

    /// Codes often met that Recommendation 20 has withdrawn, with their status.
    static let withdrawn: [String: String] = [
        "BX": "X", "PA": "X", "RO": "X", "RL": "X", "ST": "X", "HD": "X", "KTM": "X", "NPR": "D",
    ]
}

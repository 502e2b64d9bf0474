import SwiftProtobuf

/// Where the enterprises of a sample market are: the industrial parks of Bac Ninh, about where they lie.
enum SamplePlaces {
    /// A park's name, the ward it is in, and its place in ten-thousandths of a degree.
    private struct Park {
        let name: String
        let ward: String
        let latitude: Int
        let longitude: Int
    }

    /// A place in or near one of the parks.
    static func draw(_ random: inout SampleRandom, inPark percent: Int) -> WirePlace {
        let park = random.pick(parks)
        let isInPark = random.chance(percent)
        let reach = isInPark ? 60 : 900
        return .with {
            $0.latitude = Double(park.latitude + random.within(-reach...reach)) / 10_000
            $0.longitude = Double(park.longitude + random.within(-reach...reach)) / 10_000
            if isInPark {
                $0.wardCode = park.ward
                $0.industrialPark = "KCN " + park.name
            }
        }
    }

    static let wardCodes = parks.map(\.ward)

    private static let parks = [
        Park(name: "Yên Phong", ward: "09205", latitude: 212_050, longitude: 1_059_850),
        Park(name: "Quế Võ", ward: "09286", latitude: 211_500, longitude: 1_061_150),
        Park(name: "VSIP Bắc Ninh", ward: "09367", latitude: 210_980, longitude: 1_059_600),
        Park(name: "Tiên Sơn", ward: "09385", latitude: 211_250, longitude: 1_059_850),
        Park(name: "Thuận Thành", ward: "09427", latitude: 210_500, longitude: 1_060_650),
        Park(name: "Đại Đồng – Hoàn Sơn", ward: "09340", latitude: 211_050, longitude: 1_059_850),
        Park(name: "Nam Sơn – Hạp Lĩnh", ward: "09325", latitude: 211_350, longitude: 1_060_600),
        Park(name: "Hanaka", ward: "09385", latitude: 211_350, longitude: 1_059_450),
        Park(name: "Quang Châu", ward: "07795", latitude: 212_150, longitude: 1_061_000),
        Park(name: "Vân Trung", ward: "07795", latitude: 212_500, longitude: 1_061_400),
        Park(name: "Đình Trám", ward: "07777", latitude: 212_650, longitude: 1_061_250),
        Park(name: "Song Khê – Nội Hoàng", ward: "07696", latitude: 212_550, longitude: 1_061_650),
        Park(name: "Hòa Phú", ward: "07864", latitude: 213_200, longitude: 1_059_000),
        Park(name: "Yên Lư", ward: "07696", latitude: 212_250, longitude: 1_062_000),
    ]
}

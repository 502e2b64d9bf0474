#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#else
private import Darwin
#endif

/// A place as it was read.
struct ResolvedPlace {
    /// What the ward's code means; nil where none is given.
    var ward: WireCodeLabel?
    /// Where distances are measured from: the point, else the ward's; nil where neither is known.
    var point: WirePoint?
}

extension FieldReader {
    /// Reads a place: its point counts, else the point in its ward.
    func place(_ field: String, _ place: WirePlace, in lists: ReferenceLists) -> ResolvedPlace {
        let fields = object(field)
        fields.text("industrialPark", place.industrialPark, limit: ContractLimits.name)
        let found = fields.ward("wardCode", place.wardCode, in: lists)
        let point = fields.point(place) ?? found?.ward.map { WirePoint(latitude: $0.latitude, longitude: $0.longitude) }
        return ResolvedPlace(ward: found?.label, point: point)
    }

    private func point(_ place: WirePlace) -> WirePoint? {
        guard place.hasLatitude || place.hasLongitude else { return nil }
        guard place.hasLatitude else {
            refuse(.missing, "latitude", "a point has latitude and longitude")
            return nil
        }
        guard place.hasLongitude else {
            refuse(.missing, "longitude", "a point has latitude and longitude")
            return nil
        }
        let isNorth = isWithin("latitude", place.latitude, 90)
        let isEast = isWithin("longitude", place.longitude, 180)
        return isNorth && isEast ? WirePoint(latitude: place.latitude, longitude: place.longitude) : nil
    }

    private func isWithin(_ field: String, _ degrees: Double, _ limit: Double) -> Bool {
        guard degrees.isFinite, (-limit...limit).contains(degrees) else {
            refuse(.outOfRange, field, "degrees are from -\(Int(limit)) to \(Int(limit))")
            return false
        }
        return true
    }
}

extension WirePoint {
    /// The mean radius of the Earth in metres (IUGG).
    static let earthRadius = 6_371_009.0

    /// A point on the sphere, in metres rounded to the nearest.
    ///
    /// - Parameters: degrees north and east, within their ranges.
    init(latitude: Double, longitude: Double) {
        self.init()
        let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
        x = Self.metres(cos(north) * cos(east))
        y = Self.metres(cos(north) * sin(east))
        z = Self.metres(sin(north))
    }

    private static func metres(_ share: Double) -> Int64 { Int64(exactly: (share * earthRadius).rounded()) ?? 0 }
}

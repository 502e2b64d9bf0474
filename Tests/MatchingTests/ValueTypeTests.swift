import Matching
import Testing

@Suite struct ValueTypeTests {
    @Test func dayIsThatOfHoChiMinh() {
        #expect(Day(ofMilliseconds: 0) == Day(0))
        #expect(Day(ofMilliseconds: 17 * 3_600_000 - 1) == Day(0))
        #expect(Day(ofMilliseconds: 17 * 3_600_000) == Day(1))
        #expect(Day(ofMilliseconds: -7 * 3_600_000) == Day(0))
        #expect(Day(ofMilliseconds: -7 * 3_600_000 - 1) == Day(-1))
        #expect(Day(ofMilliseconds: .max) == Day(.max) && Day(ofMilliseconds: .min) == Day(.min))
    }

    @Test func daysOfARangeAreInclusive() {
        let range = DayRange(Day(3), Day(5))
        #expect(range.count == 3)
        #expect(range.contains(Day(3)) && range.contains(Day(5)) && !range.contains(Day(2)) && !range.contains(Day(6)))
        #expect(DayRange(Day(5), Day(3)) == DayRange(Day(5), Day(5)))
        #expect(DayRange(Day(.min), Day(.max)).count == 4_294_967_296)
        for (first, last, days) in [(0, 2, 0), (0, 3, 1), (5, 9, 1), (6, 9, 0), (0, 9, 3), (4, 4, 1)]
            as [(Int32, Int32, Int64)]
        {
            #expect(range.overlap(DayRange(Day(first), Day(last))) == days)
            #expect(DayRange(Day(first), Day(last)).overlap(range) == days)
        }
    }

    @Test func codeHasFourOrSixDigits() {
        #expect(HSCode("0901")?.heading == 901 && HSCode("090111")?.heading == 901)
        #expect(HSCode("0901")?.description == "0901" && HSCode("000000")?.description == "000000")
        #expect(HSCode("0901")?.isSubheading == false && HSCode("090111")?.isSubheading == true)
        for text in ["", "85", "85340", "8534000", "85a4", "８５３４", "+853", "8534.0"] { #expect(HSCode(text) == nil) }
        #expect(
            [code("8535"), code("853400"), code("8534"), code("0901")].sorted().map(\.description) == [
                "0901", "8534", "853400", "8535",
            ])
    }

    @Test func headingCoversItsSubheadings() {
        #expect(code("8534").covers(code("853400")) && code("853400").covers(code("853400")))
        #expect(!code("853400").covers(code("853401")) && !code("8535").covers(code("853400")))
    }

    @Test func keyHasItsOwnerAndOrdersAsBytes() {
        #expect(Key("2300000001-001/a/b").owner == "2300000001-001" && Key("alone").owner == "alone")
        #expect(Key("").owner.isEmpty && Key("/x").owner.isEmpty)
        #expect(Key("1/Z") < Key("1/a") && Key("1/a") < Key("1/aa") && Key("10/a") > Key("1/a"))
    }

    @Test(arguments: [
        (Int32(3), Int32(4), Int64(5)), (0, 0, 0), (1, 1, 2), (1_000, 1, 1_001), (.max, 0, 2_147_483_647),
    ])
    func distanceIsRoundedUp(x: Int32, y: Int32, expected: Int64) {
        #expect(Point(x: x, y: y, z: 0).distanceMetres(to: Point(x: 0, y: 0, z: 0)) == expected)
    }

    @Test func farthestPointsDoNotOverflow() {
        let (near, far) = (Point(x: .min, y: .min, z: .min), Point(x: .max, y: .max, z: .max))
        let side: Int128 = 4_294_967_295
        #expect(near.squaredChord(to: far) == 3 * side * side)
        let distance = Int128(near.distanceMetres(to: far))
        #expect(distance * distance >= near.squaredChord(to: far))
        #expect((distance - 1) * (distance - 1) < near.squaredChord(to: far))
    }

    @Test func shareIsFromNothingToAll() {
        #expect(LocalContent(-1, over: 2) == nil && LocalContent(3, over: 2) == nil && LocalContent(0, over: 0) == nil)
        #expect(LocalContent(2, over: 3)?.millionths == 666_666 && LocalContent(2, over: 3)?.basisPoints == 6_666)
        #expect(LocalContent(.max, over: .max)?.millionths == 1_000_000)
        #expect(LocalContent(.max - 1, over: .max)?.basisPoints == 9_999)
    }
}

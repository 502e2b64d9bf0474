import Localization
import Testing

@Suite struct RoundingTests {
    static let pairs = (-60...60).flatMap { number in
        (-8...8).filter { $0 != 0 }.map { (Int128(number), Int128($0)) }
    }

    @Test func downIsTheLastWholeNumberNotAboveTheQuotient() throws {
        for (number, divisor) in Self.pairs {
            let quotient = try #require(number.divided(by: divisor, rounding: .down))
            let beyond = (number - quotient * divisor) * divisor.signum()
            #expect(beyond >= 0 && beyond < Int128(divisor.magnitude), "\(number) / \(divisor)")
        }
    }

    @Test func upIsTheFirstWholeNumberNotBelowTheQuotient() throws {
        for (number, divisor) in Self.pairs {
            let quotient = try #require(number.divided(by: divisor, rounding: .up))
            let missing = (quotient * divisor - number) * divisor.signum()
            #expect(missing >= 0 && missing < Int128(divisor.magnitude), "\(number) / \(divisor)")
        }
    }

    @Test func halfEvenIsNearestAndEvenOnTies() throws {
        for (number, divisor) in Self.pairs {
            let quotient = try #require(number.divided(by: divisor, rounding: .halfEven))
            let twiceTheGap = 2 * (number - quotient * divisor).magnitude
            #expect(twiceTheGap <= divisor.magnitude, "\(number) / \(divisor)")
            if twiceTheGap == divisor.magnitude { #expect(quotient.isMultiple(of: 2), "\(number) / \(divisor)") }
        }
    }

    @Test(arguments: [(5, 0), (15, 2), (25, 2), (35, 4), (-5, 0), (-15, -2), (-25, -2), (-35, -4)])
    func tiesOfTenths(number: Int, expected: Int) {
        #expect(Int128(number).divided(by: 10, rounding: .halfEven) == Int128(expected))
    }

    @Test func whatHasNoQuotientIsNil() {
        for rounding in [Rounding.halfEven, .down, .up] {
            #expect(Int128(1).divided(by: 0, rounding: rounding) == nil)
            #expect(Int128.min.divided(by: -1, rounding: rounding) == nil)
        }
    }

    @Test func extremesDoNotTrap() {
        for rounding in [Rounding.halfEven, .down, .up] {
            for number in [Int128.min, .min + 1, -1, 0, 1, .max - 1, .max] {
                for divisor in [Int128.min, .min + 1, -3, -2, 2, 3, .max - 1, .max] {
                    #expect(number.divided(by: divisor, rounding: rounding) != nil)
                }
            }
        }
        #expect(Int128.min.divided(by: .min, rounding: .halfEven) == 1)
        #expect(Int128.max.divided(by: .min, rounding: .down) == -1)
        #expect(Int128.max.divided(by: .min, rounding: .up) == 0)
        #expect((Int128.max / 2).divided(by: .max, rounding: .halfEven) == 0)
        #expect((Int128.max / 2 + 1).divided(by: .max, rounding: .halfEven) == 1)
    }
}

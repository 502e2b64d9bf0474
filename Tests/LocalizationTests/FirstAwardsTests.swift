import LinkageTesting
import Localization
import Testing

@Suite struct FirstAwardsTests {
    private func candidates(_ gains: [Int64]) -> [FirstAwards.Candidate] {
        gains.enumerated().map {
            FirstAwards.Candidate(requirement: "2300000001/R\($0)", capability: "2400000001/C", gain: $1)
        }
    }

    @Test func `The largest come first until the shortfall is met`() {
        let first = FirstAwards(reaching: 10, from: candidates([3, 8, 0, 4, -5, 2]))
        #expect(first?.awards.map(\.gain) == [8, 4])
    }

    @Test func `Nothing is needed where nothing is short`() {
        #expect(FirstAwards(reaching: 0, from: candidates([3]))?.awards == [])
    }

    @Test func `Where all together do not reach it there is no answer`() {
        #expect(FirstAwards(reaching: 18, from: candidates([3, 8, 4, 2])) == nil)
        #expect(FirstAwards(reaching: 17, from: candidates([3, 8, 4, 2]))?.awards.count == 4)
    }

    @Test func `Equal ones come in the order of their keys`() {
        let first = FirstAwards(reaching: 4, from: candidates([4, 4]).reversed())
        #expect(first?.awards.map(\.requirement) == ["2300000001/R0"])
    }

    @Test func `No smaller set of any kind reaches it`() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<200 {
            let all = candidates((0..<8).map { _ in Int64.random(in: -3...12, using: &random) })
            let shortfall = Int128.random(in: 0...40, using: &random)
            let smallest = (0..<256).filter { subset in
                let sum = all.indices.reduce(0) { subset >> $1 & 1 == 1 ? $0 + all[$1].gain : $0 }
                return Int128(sum) >= shortfall
            }.map(\.nonzeroBitCount).min()
            #expect(FirstAwards(reaching: shortfall, from: all)?.awards.count == smallest)
        }
    }
}

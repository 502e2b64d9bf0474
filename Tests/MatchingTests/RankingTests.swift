import Matching
import Testing

@Suite struct RankingTests {
    private func offer(_ id: String, price: Int64 = 10, capacity: Int64 = 100) -> Capability {
        capability(id) {
            $0.tiers = [PriceTier(from: 0, unitPrice: price)]
            $0.capacityPerMonth = capacity
        }
    }

    @Test func higherScoreComesFirst() throws {
        let trial = try Trial(offer("A", capacity: 50), offer("B", capacity: 60)) { $0.quantity = 100 }
        #expect(try trial.ranking() == ["B", "A"])
        #expect(try trial.explanation(of: offer("A").key).rank == 2)
    }

    /// 4000 × (1 − 10 / 1,000,000) and 4000 × (1 − 11 / 1,000,000) are both 3,999.
    @Test func lowerPriceBreaksATie() throws {
        let trial = try Trial(offer("A", price: 11), offer("B", price: 10)) {
            $0.maximumUnitPrice = Price(1_000_000, dong)
        }
        let matches = try trial.outcome().matches
        #expect(matches[0].terms.score == matches[1].terms.score)
        #expect(try trial.ranking() == ["B", "A"])
    }

    /// Not the order of arrival, not the order of a language: bytes.
    @Test func keyBytesBreakAFullTie() throws {
        let offers = ["b", "B", "a", "_", "-", "10", "9"].map { offer($0) }
        let expected = ["-", "10", "9", "B", "_", "a", "b"].map { Key("supplier-\($0)/1") }
        for order in [offers, offers.reversed()] {
            #expect(try Trial([requirement()], order).outcome().matches.map(\.capability) == expected)
        }
    }

    @Test func supplierAppearsOnceWithItsBest() throws {
        var other = offer("A", price: 8)
        other.key = Key("supplier-A/2")
        let trial = try Trial(offer("A", price: 10), other, offer("B", price: 9))
        #expect(try trial.outcome().matches.map(\.capability) == [other.key, offer("B").key])
        #expect(try trial.matchSet().qualifyingSuppliers == 2)
        #expect(trial.market.qualifying(for: requirement().key).count == 3)
        let second = try trial.explanation(of: offer("A").key)
        #expect(second.rank == nil && second.terms != nil)
    }

    @Test func onlyTheBestAreHeldAndAllAreCounted() throws {
        let offers = (10..<25).map { offer("\($0)", price: Int64($0)) }
        let trial = try Trial([requirement()], offers)
        #expect(try trial.ranking() == (10..<20).map(String.init))
        #expect(try trial.matchSet().qualifyingSuppliers == 15)
        #expect(try trial.explanation(of: offer("24").key).rank == 15)
    }
}

import Localization
import Testing

@Suite struct NetCostTests {
    private func netCost(total: Millionths, nonOriginating: Millionths, royalties: Millionths = .zero) -> NetCost {
        NetCost(
            totalCost: total, nonOriginatingMaterials: nonOriginating,
            exclusions: NetCostExclusions(royalties: royalties))
    }

    @Test func refusesWithTheReason() throws {
        let (one, two, three) = (try decimal("1"), try decimal("2"), try decimal("3"))
        #expect(throws: StatementRefusal.exceeds(.exclusions, .totalCost)) {
            try netCost(total: one, nonOriginating: .zero, royalties: two).result()
        }
        #expect(throws: StatementRefusal.zero(.netCost)) {
            try netCost(total: one, nonOriginating: .zero, royalties: one).result()
        }
        #expect(throws: StatementRefusal.exceeds(.nonOriginatingMaterials, .netCost)) {
            try netCost(total: three, nonOriginating: two, royalties: two).result()
        }
        #expect(throws: StatementRefusal.negative(.totalCost)) {
            try netCost(total: smallest, nonOriginating: .zero).result()
        }
        #expect(throws: StatementRefusal.negative(.nonOriginatingMaterials)) {
            try netCost(total: one, nonOriginating: smallest).result()
        }
        #expect(throws: StatementRefusal.negative(.royalties)) {
            try netCost(total: one, nonOriginating: .zero, royalties: smallest).result()
        }
        #expect(throws: StatementRefusal.negative(.periodCost)) {
            try NetCost(
                originatingMaterials: one, nonOriginatingMaterials: one, otherProductCost: one, periodCost: smallest,
                exclusions: NetCostExclusions())
        }
    }
}

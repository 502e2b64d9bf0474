import LinkageTesting
import Localization
import Testing

@Suite struct ProductValueTests {
    /// FOB 200, of which 30 are the firm's own and 100 are bought, 40 of them originating; 70 is in no line.
    private func telephone(exw: String? = "190") throws -> ProductValue {
        try ProductValue(
            fob: Millionths("200"), exw: try exw.map { try Millionths($0) }, ownDomesticValue: Millionths("30"),
            purchases: [
                .init(value: 60_000_000, originating: 40_000_000), .init(value: 40_000_000, originating: 0),
            ])
    }

    private func limit(_ method: OriginMethod, _ percent: String) throws -> Threshold {
        Threshold(agreement: "A", method: method, percent: try Millionths(percent))
    }

    @Test func `What is in no line is of unknown origin`() throws {
        let value = try telephone()
        #expect(value.originating == 70_000_000)
        #expect(value.unexplained == 70_000_000)
        #expect(value.nonOriginating == 130_000_000)
        #expect(try value.ratio(of: .lvcDirect) == Ratio(70, over: 200))
        #expect(try value.ratio(of: .lvcIndirect) == Ratio(70, over: 200))
        #expect(try value.ratio(of: .maxNOM) == Ratio(130, over: 190))
    }

    @Test func `A limit that is just met is kept`() throws {
        #expect(try telephone().passes(limit(.lvcDirect, "35")))
        #expect(try !telephone().passes(limit(.lvcDirect, "35.000001")))
    }

    @Test func `The shortfall is what must originate besides`() throws {
        // 40 % of 200 is 80, ten more than 70; half of 190 is 95, 35 less than 130.
        #expect(try telephone().shortfall(to: limit(.rvcDirect, "40")) == 10_000_000)
        #expect(try telephone().shortfall(to: limit(.maxNOM, "50")) == 35_000_000)
        #expect(try telephone().shortfall(to: limit(.lvcDirect, "30")) == 0)
    }

    @Test func `With exactly the shortfall the limit is kept, with a millionth less it is not`() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<500 {
            let fob = Int64.random(in: 1...1_000_000_000_000, using: &random)
            let value = Int64.random(in: 0...fob, using: &random)
            let originating = Int64.random(in: 0...value, using: &random)
            func product(adding gain: Int128) throws -> ProductValue {
                try ProductValue(
                    fob: Millionths(count: fob), exw: Millionths(count: max(1, fob / 10 * 9)),
                    purchases: [
                        .init(value: value, originating: originating),
                        .init(value: Int64(gain), originating: Int64(gain)),
                    ])
            }
            let percent = Millionths(count: Int64.random(in: 0...100_000_000, using: &random))
            for method in [OriginMethod.lvcDirect, .transactionValue, .maxNOM] {
                let threshold = Threshold(agreement: "A", method: method, percent: percent)
                let shortfall = try product(adding: 0).shortfall(to: threshold)
                guard shortfall > 0, Int128(value) + shortfall <= Int128(fob) else { continue }
                #expect(try product(adding: shortfall).passes(threshold))
                let almost = try product(adding: shortfall - 1)
                if method != .maxNOM || almost.nonOriginating <= Int128(max(1, fob / 10 * 9)) {
                    #expect(try !almost.passes(threshold))
                }
            }
        }
    }

    @Test func `Parts beyond FOB count by the lower method, and are told`() throws {
        // 30 + 180 of 200: direct (30 + 50) / 200, indirect (200 − 130) / 200.
        let value = try ProductValue(
            fob: Millionths("200"), ownDomesticValue: Millionths("30"),
            purchases: [.init(value: 180_000_000, originating: 50_000_000)])
        #expect(value.exceedsFOB)
        #expect(try value.ratio(of: .lvcDirect) == Ratio(70, over: 200))
    }

    @Test func `What contradicts itself is refused`() throws {
        #expect(throws: StatementRefusal.missing(.fob)) { try ProductValue(fob: nil, purchases: []) }
        #expect(throws: StatementRefusal.zero(.fob)) { try ProductValue(fob: .zero, purchases: []) }
        #expect(throws: StatementRefusal.exceeds(.originatingMaterials, .material)) {
            try ProductValue(fob: Millionths("1"), purchases: [.init(value: 1, originating: 2)])
        }
        #expect(throws: StatementRefusal.missing(.exw)) { try telephone(exw: nil).ratio(of: .maxNOM) }
        let dear = try ProductValue(fob: Millionths("1"), purchases: [.init(value: 2_000_000, originating: 0)])
        #expect(throws: StatementRefusal.exceeds(.nonOriginatingMaterials, .fob)) { try dear.ratio(of: .lvcDirect) }
    }
}

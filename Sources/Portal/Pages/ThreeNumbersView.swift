internal import History
internal import Localization

/// The three numbers of all requirements, each as bought today, as planned and as awarded; they are never mixed.
struct ThreeNumbersView: Sendable {
    let measures: [Measure]
    let totals: [String]
    /// What was left out and why.
    let leftOut: [LeftOut]
    let isAllCounted: Bool

    /// One number in its three stages.
    struct Measure: Sendable {
        let name: String
        let meaning: String
        let stages: [Stage]
    }

    /// A share and the amount behind it.
    struct Stage: Sendable {
        let share: String
        let money: String
    }

    /// How many were left out for one reason.
    struct LeftOut: Sendable {
        let number: String
        let why: String
    }

    init(_ reader: HistoryReader, _ catalogue: Catalogue, _ figures: Figures) throws {
        guard let dong = try? Currency(code: "VND") else { preconditionFailure("the dong is a currency") }
        guard let metrics = try reader.metrics(by: nil, in: dong).first else {
            preconditionFailure("without grouping there is one group")
        }
        let stages = [metrics.demand, metrics.potential, metrics.realised]
        func measure(
            _ name: Text, _ meaning: Text, _ share: (LocalizationShares) -> Ratio?,
            _ amount: (LocalizationShares) -> Int128
        ) -> Measure {
            Measure(
                name: catalogue[name], meaning: catalogue[meaning],
                stages: stages.map {
                    Stage(share: figures.percent(share($0)?.millionths), money: figures.amount(amount($0), dong))
                })
        }
        measures = [
            measure(.inCountryShare, .inCountryMeaning, \.inCountry, \.inCountryAmount),
            measure(
                .domesticallyOwnedShare, .domesticallyOwnedMeaning, \.domesticallyOwned, \.domesticallyOwnedAmount),
            measure(.valueAddedRatio, .valueAddedMeaning, \.valueAdded) {
                $0.valueAddedMillionths / Int128(Millionths.perOne)
            },
        ]
        totals = stages.map { figures.amount($0.totalAmount, dong) }
        let counted: [(Text, Int)] = [
            (.withoutPrice, metrics.withoutPrice), (.withoutRate, metrics.withoutRate),
            (.outOfRange, metrics.outOfRange),
        ]
        leftOut = counted.filter { $0.1 > 0 }.map { LeftOut(number: figures.count($0.1), why: catalogue[$0.0]) }
        isAllCounted = leftOut.isEmpty
    }
}

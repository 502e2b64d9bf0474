public import Localization

/// From what is wanted to what is done.
public enum LocalizationStage: String, Sendable, CaseIterable {
    /// As it is bought today.
    case demand
    /// As the plans propose.
    case potential
    /// As far as the plans are feasible together.
    case jointlyFeasible
    /// As awarded.
    case realised
}

extension LocalizationMetrics {
    /// The figures of a stage.
    public subscript(stage: LocalizationStage) -> LocalizationShares {
        get {
            switch stage {
            case .demand: demand
            case .potential: potential
            case .jointlyFeasible: jointlyFeasible
            case .realised: realised
            }
        }
        set {
            switch stage {
            case .demand: demand = newValue
            case .potential: potential = newValue
            case .jointlyFeasible: jointlyFeasible = newValue
            case .realised: realised = newValue
            }
        }
    }
}

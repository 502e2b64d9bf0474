public import Contracts
internal import EventLog
internal import Localization
public import Matching
internal import SwiftProtobuf

/// What the operator sets for intake.
public struct IntakeRules: Sendable {
    /// Resolves codes, units and places.
    let resolver: Resolver
    /// How matches are scored; told to every matcher as a fact.
    let policy: WirePolicySet
    /// Whether records that carry no principal are accepted.
    let acceptsUnauthenticated: Bool

    /// The rules of an office.
    /// - parameter publicIdSecret: What the public ids of anonymous requirements are made with; kept by the office.
    /// - parameter acceptsUnauthenticated: A record from a shared topic carries no principal. Only where every writer is
    ///   trusted, such as on one machine, may it be accepted.
    public init(
        reference: ReferenceLists, publicIdSecret: [UInt8], policy: Policy = .standard, acceptsUnauthenticated: Bool
    ) {
        self.resolver = Resolver(reference: reference, publicIdSecret: publicIdSecret)
        self.policy = .with {
            $0.priceWeight = policy.priceWeight
            $0.coverageWeight = policy.coverageWeight
            $0.localizationWeight = policy.localizationWeight
            $0.matchLimit = UInt32(policy.matchLimit)
            $0.reportingCurrencyCode = policy.reportingCurrency.code
        }
        self.acceptsUnauthenticated = acceptsUnauthenticated
    }

    /// Why a record is refused before it is looked into.
    func refusal(of record: Record) -> Refusal? {
        guard acceptsUnauthenticated else {
            return Refusal(
                .unauthenticated,
                "records from shared topics carry no principal and are not accepted here: use the HTTP API")
        }
        return nil
    }
}

internal import SwiftProtobuf

/// The words that the enumerations of a subject allow, by the path of their field.
///
/// The words are taken from the generated messages; a test sees that no enumeration is missing.
struct SchemaWords {
    /// The word that stands for a missing one in every enumeration; read, but not offered.
    static let unspecified = "UNSPECIFIED"

    private let byPath: [String: [String]]

    init(_ subject: Subject) {
        byPath =
            switch subject {
            case .profiles: ["kind": Self.profileKinds]
            case .requirements: ["currentSourcing.kind": Self.sourcingKinds]
            case .awards: ["status": Self.awardStatuses]
            case .capabilities:
                ["costStatement.method": Self.statementMethods, "costStatement.materials.origin": Self.materialOrigins]
            case .verifications: ["decision": Self.decisions]
            case .products, .quotes, .subscriptions, .rates: [:]
            }
    }

    /// The words allowed at a path, or nil where any text is.
    func allowed(at path: JSONPath) -> [String]? { byPath[path.schemaText] }

    private static let profileKinds = words(WireEnterpriseProfile.self) { $0.kind = $1 }
    private static let sourcingKinds = words(WireSourcing.self) { $0.kind = $1 }
    private static let awardStatuses = words(WireAward.self) { $0.status = $1 }
    private static let statementMethods = words(WireCostStatement.self) { $0.method = $1 }
    private static let materialOrigins = words(WireMaterialLine.self) { $0.origin = $1 }
    private static let decisions = words(WireVerification.self) { $0.decision = $1 }

    /// The JSON words of an enumeration but the unspecified one, which is never written: read from messages that hold nothing else.
    private static func words<M: SwiftProtobuf.Message, E: SwiftProtobuf.Enum & CaseIterable>(
        _ type: M.Type, set: (inout M, E) -> Void
    ) -> [String] {
        E.allCases.compactMap { value in
            var message = M()
            set(&message, value)
            guard let json = try? message.jsonString() else { return nil }
            let parts = json.split(separator: "\"")
            return parts.count == 5 ? String(parts[3]) : nil
        }
    }
}

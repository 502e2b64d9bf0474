/// Turns published messages into the facts of the record: decimals to millionths, days to counts, places to metres,
/// codes to words, units to the base of their family. So no list is needed to read a fact.
///
/// Each subject has its own file, which reads like the list of its rules. A refused message tells everything that is
/// wrong with it, each with a JSON path.
///
/// ```swift
/// let resolver = Resolver(reference: .builtIn, publicIdSecret: secret)
/// switch resolver.resolve(requirement) {
/// case .success(let accepted): …
/// case .failure(let refusals): …   // malformedDay at delivery.lastDay; unknownCode at unitCode
/// }
/// ```
public struct Resolver: Sendable {
    /// The code lists.
    public let reference: ReferenceLists
    private let publicIds: PublicIds

    /// A resolver with code lists.
    ///
    /// - Parameter publicIdSecret: what anonymous requirements' public ids are made with. Whoever knows it can test
    ///   which buyer an id stands for; another secret gives other ids.
    public init(reference: ReferenceLists, publicIdSecret: [UInt8]) {
        self.reference = reference
        self.publicIds = PublicIds(secret: publicIdSecret)
    }

    /// The public id that stands for an anonymous requirement: 16 hexadecimal digits, always the same for a key.
    public func publicId(of requirement: BusinessKey) -> String { publicIds.id(of: requirement) }
}

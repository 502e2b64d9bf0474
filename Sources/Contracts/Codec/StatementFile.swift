public import Localization

/// A cost statement that stands alone, as `linkage ratio` reads it.
public enum StatementFile {
    /// Reads a statement as JSON, with the rules of a capability's.
    ///
    /// - Returns: refusals with JSON paths inside the statement.
    public static func read(_ json: [UInt8]) -> Result<CostStatement, Refusals> {
        let wrapped = Array(#"{"costStatement":"#.utf8) + json + [UInt8(ascii: "}")]
        return RecordCodec.decode(subject: .capabilities, contentType: nil, value: wrapped)
            .flatMap { message in
                guard case .capability(let capability) = message, capability.hasCostStatement else {
                    return .failure(Refusals(Refusal(.emptyRecord, "the file holds no statement")))
                }
                return StatementReader.costStatement(capability.costStatement)
            }
            .mapError { refusals in
                Refusals(
                    refusals.all.map { refusal in
                        let inner = refusal.field.split(separator: ".").drop { $0 == "costStatement" }
                        return Refusal(refusal.reason, field: inner.joined(separator: "."), refusal.message)
                    })
            }
    }
}

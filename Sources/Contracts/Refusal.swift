/// Why a record, or a line of a file, was refused: a stable reason, where, and what to do.
public struct Refusal: Hashable, Sendable, Error, CustomStringConvertible {
    /// A stable code for programs.
    public let reason: RefusalReason
    /// A JSON path such as `unitPriceTiers.0.unitPrice.value`; empty for the whole record.
    public let field: String
    /// What is wrong and what to do, in English, without a full stop.
    public let message: String

    /// A refusal of a field, or of the whole record when the field is empty.
    public init(_ reason: RefusalReason, field: String = "", _ message: String) {
        self.reason = reason
        self.field = field
        self.message = message
    }

    public var description: String {
        field.isEmpty ? "\(reason.rawValue): \(message)" : "\(field): \(reason.rawValue): \(message)"
    }
}

/// All that is wrong with one record.
public struct Refusals: Error, Hashable, Sendable, CustomStringConvertible {
    /// At least one, in the order of the fields.
    public let all: [Refusal]

    /// Gathers refusals.
    public init(_ all: [Refusal]) { self.all = all }

    /// A single refusal.
    public init(_ one: Refusal) { self.all = [one] }

    public var description: String { all.map(\.description).joined(separator: "; ") }
}

/// The stable codes of refusals. They are part of the contract: none is renamed.
public enum RefusalReason: String, Sendable, CaseIterable {
    // The record as a whole.
    case malformedJSON, malformedProtobuf, invalidUTF8, unknownField, wrongType, unknownContentType
    case structuredCloudEvent, recordTooLarge, emptyRecord, malformedKey, keyMismatch, foreignOwner, unauthenticated
    case headingChanged, sealBroken, quotesOpened, unknownKey, unknownReference, withdrawnReference, superseded
    case malformedReference, decisionStands
    // A field.
    case missing, malformed, outOfRange, notPositive, tooManyDecimals, tooLong, tooMany, duplicate, notSupported
    case unknownCode, withdrawnCode, unknownCurrency, mixedCurrencies, notExactInBaseUnit
    case windowEndsBeforeItStarts, malformedDay, tiersNotIncreasing
    // A cost statement.
    case inconsistentStatement, missingFOB, statementCycle, methodSwitched
    // A file.
    case malformedCSV, missingColumn, unknownColumn, notUTF8, emptyFile, ambiguousNumber
}

/// The limits of what a public record may hold. What is beyond them is refused, never cut.
public enum ContractLimits {
    // MARK: The record

    /// The size of a record's value, in bytes.
    public static let recordBytes = 262_144
    /// How deep a record's JSON or Protobuf may nest.
    public static let depth = 64
    /// How many refusals of one record are told.
    public static let refusals = 100
    /// A CloudEvents id or source, in bytes.
    public static let eventTextBytes = 256

    // MARK: Texts, in characters (Unicode scalars)

    /// Names of enterprises, products, materials, parks and people.
    public static let name = 200
    /// What an item or a capability is.
    public static let description = 2_000
    /// Reasons, notes and evidence.
    public static let note = 2_000
    /// Names and words of attributes.
    public static let attribute = 200
    /// Schemes, numbers, bodies and telephone numbers.
    public static let label = 200
    /// What a certificate covers.
    public static let scope = 1_000

    // MARK: Lists

    /// Attributes of a capability, attribute bounds of a requirement.
    public static let attributes = 100
    /// Words that an attribute bound allows.
    public static let allowedValues = 100
    /// Certificates held, schemes required.
    public static let certifications = 100
    /// Prices by quantity.
    public static let tiers = 20
    /// Lines of a cost statement.
    public static let materials = 500
    /// Prefixes of a subscription.
    public static let prefixes = 200
    /// Wards of a subscription.
    public static let wards = 200
    /// Capabilities that are walked to find a chain of cost statements that comes back to itself.
    public static let statementChain = 10_000

    // MARK: Numbers

    /// Prices, quantities and amounts of a cost statement stay below this many millionths: 10¹² units.
    public static let millionths: Int64 = 1_000_000_000_000_000_000
    /// The longest lead time, in days.
    public static let leadTimeDays: UInt32 = 3_650
    /// The longest window of delivery or of an award, in days.
    public static let windowDays: Int32 = 3_660
    /// The longest distance, in metres: half around the world.
    public static let distanceMetres: UInt32 = 20_100_000
    /// The years of which days are taken.
    public static let years: ClosedRange<Int32> = 1900...2199
    /// The fiscal years of cost statements.
    public static let fiscalYears: ClosedRange<UInt32> = 2000...2199
}

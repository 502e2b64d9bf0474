/// The limits of files of records.
public enum TabularLimits {
    /// The size of one record or line, in bytes.
    public static let recordBytes = ContractLimits.recordBytes
    /// How much of a file is read at once, in bytes.
    public static let chunkBytes = 65_536
    /// The columns of a table.
    public static let columns = 2_000
    /// The highest index of a list in a column's name.
    public static let listIndex = 999
    /// How deep JSON may nest.
    public static let depth = 64
}

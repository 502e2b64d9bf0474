internal import Contracts

/// The limits and names the portal keeps.
enum PortalLimits {
    /// Where the API begins.
    static let apiPath = "/api/v1"
    /// The largest body of a request, in bytes: that of a record's value.
    static let bodyBytes = ContractLimits.recordBytes
    /// The items a page of a listing has unless the caller asks for fewer or more.
    static let pageItems = 100
    /// The most items a caller may ask for.
    static let pageItemsMax = 500
    /// Match sets that the overview shows.
    static let overviewMatchSets = 20
    /// Headings of which the page of gaps tells, those with most unmet.
    static let gapHeadings = 30
    /// Refused records that the page shows.
    static let refusedRecords = 200
    /// Earlier match sets that a requirement's page shows.
    static let historyRows = 50
    /// How often the overview loads itself again, in seconds.
    static let refreshSeconds = 5
    /// How long a caller should wait before it publishes again, in seconds.
    static let retryAfterSeconds = 5
    /// The same where somebody has to free or repair a disk first.
    static let retryAfterRepairSeconds = 60
    /// How long an outcome usually takes, in seconds.
    static let retryOutcomeSeconds = 1
    /// How long a browser keeps style sheet and icon, in seconds.
    static let assetSeconds = 300
}

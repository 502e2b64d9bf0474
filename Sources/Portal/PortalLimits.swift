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
    /// What a reader that was away is told of at once; the rest follows.
    static let missedEvents = 500
    /// How long a page waits for what an open page has just been told to reach the cache.
    static let newsPatience = Duration.seconds(2)
    /// The largest form with a file, in bytes.
    static let uploadBytes = 4_194_304
    /// The most records a file may publish through a page.
    static let uploadRecords = 2_000
    /// Codes that are proposed for words.
    static let foundCodes = 20
    /// Requirements of which a supplier was not told that its page of opportunities shows at once.
    static let otherRequirements = 25
    /// How many of them may have been shown before.
    static let skippedMax = 10_000
    /// Candidates of which the page of a requirement tells why they were left out.
    static let leftOutCandidates = 200
    /// How many days ahead a page warns that a certificate ends.
    static let certificateWarningDays: Int32 = 60
    /// What a page asks an official to verify at once, of each kind.
    static let verifyRows = 50
    /// How much of pages' contents is kept, in bytes.
    static let keptBytes = 16_777_216
    /// Suppliers that the page of readiness shows.
    static let supplierRows = 100
    /// Requests that a caller may make at once.
    static let requestsAtOnce = 2_000
    /// Requests a second that a caller may make after that.
    static let requestsPerSecond = 200
    /// Callers whose requests are counted before those at rest are forgotten.
    static let rememberedCallers = 10_000
    /// The longest token that is looked at, in bytes.
    static let tokenBytes = 8_192
    /// How long a browser stays signed in, in seconds: a working day.
    static let sessionSeconds = 43_200
    /// How long a browser remembers the language, in seconds: a year.
    static let languageSeconds = 31_536_000
    /// How long an invitation stands, in seconds: a week.
    static let invitationSeconds = 604_800
    /// For how long whoever registered may sign in by that, in milliseconds: 30 days.
    static let registrationMilliseconds: Int64 = 2_592_000_000
    /// The most registrations that wait for an official.
    static let waitingRegistrations = 10_000
    /// The most of them that name the same enterprise.
    static let waitingOfOne = 5
    /// Streams that one enterprise may have open.
    static let streamsOfOne = 20
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

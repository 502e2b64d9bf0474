internal import Contracts
internal import History
internal import Hummingbird
internal import Pipeline

/// The content of pages that look the same to everybody of a role, kept as long as nothing more is recorded.
///
/// Such pages sum up the whole market; whoever asks for one while it is made waits for the same.
actor KeptContent {
    /// What a content depends on besides the cache.
    struct Key: Hashable {
        let page: PageLibrary.Name
        let role: Role
        let language: String
        /// Under which address the portal was asked, which some pages show.
        let address: String
        let query: String
        /// Counted from 1970-01-01.
        let day: Int32
    }

    private var recorded: Int64 = 0
    private var contents: [Key: Task<Markup, any Error>] = [:]
    private var byteCount = 0

    /// The content of a key.
    /// - parameter recorded: How many records the cache had recorded when the content was asked for.
    func content(
        _ key: Key, recorded: Int64, _ make: @escaping @Sendable () async throws -> Markup
    ) async throws -> Markup {
        if recorded != self.recorded || byteCount > PortalLimits.keptBytes {
            contents = [:]
            byteCount = 0
            self.recorded = recorded
        }
        if let known = contents[key] { return try await known.value }
        let made = Task(operation: make)
        contents[key] = made
        do {
            let content = try await made.value
            byteCount += content.html.utf8.count
            return content
        } catch {
            if recorded == self.recorded { contents[key] = nil }
            throw error
        }
    }
}

extension PageLibrary {
    /// A page whose content depends on the cache, the day, the reader's role and what was asked, and on nothing else.
    func keptPage<View: PageView>(
        _ name: Name, _ frame: Frame, _ request: Request, _ role: Role, _ portal: Portal,
        _ view: @escaping @Sendable (HistoryReader) throws -> View
    ) async throws -> RenderedPage {
        let key = KeptContent.Key(
            page: name, role: role, language: frame.language, address: frame.address,
            query: request.uri.query ?? "", day: CalendarDay(ofMilliseconds: portal.clock.now).number)
        let recorded = try await portal.cache.read { try $0.recordedCount() }
        let content = try await kept.content(key, recorded: recorded) {
            self.content(name, try await portal.cache.read(view))
        }
        return page(frame, content)
    }
}

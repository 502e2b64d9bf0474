internal import Contracts
internal import Foundation
internal import History
internal import Matching
internal import SwiftProtobuf

/// What a supplier was told, newest first. New ones are put in front as they come.
struct OpportunitiesView: PageView {
    let frame: Frame
    let t: Catalogue
    let rows: [Row]
    let hasRows: Bool
    /// Whether nothing newer was told: news are put before it.
    let isNewest: Bool
    /// Where what was told before goes on; nil at the end.
    let olderHref: String?
    let lacksSubscription: Bool
    /// Requirements of the supplier's headings of which it was not told: those it does not fit, or did not subscribe to.
    let others: [Other]
    let hasOthers: Bool
    /// Where they go on; nil at the end.
    let moreOthersHref: String?
    let quotes: [Quote]
    let hasQuotes: Bool

    struct Row: Sendable {
        let name, href, words, hsCode, quantity, delivery, closing, status, time, place: String
    }

    /// A requirement of which the supplier was not told.
    struct Other: Sendable {
        let href, words, hsCode: String
    }

    /// A quote of the supplier's own.
    struct Quote: Sendable {
        let requirement, quantity, price, time: String
    }

    /// - parameter after: What was told before this.
    /// - parameter skipped: How many other requirements were shown before.
    init(
        _ reader: HistoryReader, _ frame: Frame, _ member: Principal, after: OpportunityEntry.Place?,
        skipping skipped: Int
    ) throws {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        let limit = PortalLimits.pageItems
        let told = try reader.opportunities(of: member.organisation, after: after, limit: limit + 1)
        rows = told.prefix(limit).map { Row($0, t, figures) }
        hasRows = !rows.isEmpty
        isNewest = after == nil
        olderHref =
            told.count > limit
            ? "/opportunities?cursor=\(Cursor(last: told[limit - 1].place.description))" : nil
        let shown = skipped + PortalLimits.otherRequirements
        let alike = try reader.requirements(alike: member.organisation, limit: shown + 1)
        moreOthersHref = alike.count > shown ? "/opportunities?from=\(shown)#others" : nil
        others = alike.prefix(shown).dropFirst(skipped).map { name, accepted in
            let words = accepted.published.description_p
            return Other(
                href: OpportunityView.href(of: name), words: words.isEmpty ? name : words,
                hsCode: accepted.published.hsCode)
        }
        hasOthers = !others.isEmpty
        var own = HistoryReader.SubjectFilter()
        own.owner = member.organisation
        lacksSubscription = try reader.subjects(.subscriptions, own).isEmpty
        quotes = try reader.subjects(.quotes, own).map { entry in
            let quote = try entry.decoded(as: WireQuoteAccepted.self).published
            return Quote(
                requirement: try reader.publicName(ofRequirement: quote.requirement),
                quantity: figures.decimal(quote.quantity), price: figures.money(quote.unitPrice),
                time: figures.instant(entry.acceptedAt))
        }
        hasQuotes = !quotes.isEmpty
    }
}

extension OpportunitiesView.Row {
    fileprivate init(_ entry: OpportunityEntry, _ t: Catalogue, _ figures: Figures) {
        let message = entry.message
        name = message.requirement
        href = OpportunityView.href(of: message.requirement)
        words = message.description_p.isEmpty ? message.requirement : message.description_p
        hsCode = message.hsCode
        quantity = "\(figures.decimal(message.quantity)) \(message.unitCode)"
        delivery = [message.delivery.firstDay, message.delivery.lastDay].map(figures.day).joined(separator: " – ")
        closing = figures.day(message.closingDay)
        status = t[message.status == .ended ? .opportunityEnded : .opportunityOpen]
        time = CalendarDay.milliseconds(timestamp: message.asOf).map(figures.instant) ?? message.asOf
        place = "\(entry.place)"
    }
}

/// One opportunity: what is asked, how each of the supplier's capabilities stands to it, its quotes and awards.
struct OpportunityView: PageView {
    let frame: Frame
    let t: Catalogue
    let name: String
    let heading: String
    let facts: [RequirementView.Fact]
    let explanations: [Own]
    let hasExplanations: Bool
    let isOpen: Bool
    let awards: [AwardRow]
    let hasAwards: Bool

    /// One of the supplier's capabilities.
    struct Own: Sendable {
        let explanation: ExplanationView
        /// The quote form, filled in with what is known; nil where it does not fit.
        let quoteHref: String?
    }

    /// Where an opportunity is shown, by the requirement's key or public id.
    static func href(of name: String) -> String {
        "/opportunities/one?requirement=\(name.queryEncoded)"
    }

    /// Nil where the requirement is not known any more.
    init?(
        _ reader: HistoryReader, _ frame: Frame, _ member: Principal, named: String, key: String,
        _ told: OpportunityEntry?, _ explained: [Explanation]
    ) throws {
        guard let entry = try reader.subject(.requirements, key) else { return nil }
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        var accepted = try entry.decoded(as: WireRequirementAccepted.self)
        accepted.published = accepted.published.withoutMaximum
        if accepted.published.anonymous {
            accepted.published.place = accepted.published.place.wardOnly
            accepted.published.clearProduct()
        }
        self.frame = frame
        self.t = t
        name = named
        heading = accepted.published.description_p.isEmpty ? named : accepted.published.description_p
        var facts = RequirementFacts(accepted, t, figures).all
        if !accepted.published.anonymous {
            facts.insert(.init(label: t[.buyer], value: try reader.name(ofEnterprise: enterprise(of: key))), at: 0)
        }
        self.facts = facts
        let status = told?.message.status
        isOpen = !entry.isWithdrawn && status != .ended
        let own = try reader.name(ofEnterprise: member.organisation)
        explanations = explained.compactMap { explanation in
            guard let sight = member.sight(of: explanation, isNamed: false) else { return nil }
            let view = ExplanationView(
                explanation, sight, of: accepted, supplier: own, hidesPlace: accepted.published.anonymous, t, figures)
            let capability = explanation.capability.text.queryEncoded
            let requirement = named.queryEncoded
            return Own(
                explanation: view,
                quoteHref: view.qualifies
                    ? "/publish/quotes?requirement=\(requirement)&capability=\(capability)"
                        + "&quantity=\(accepted.published.quantity)" : nil)
        }
        hasExplanations = !explanations.isEmpty
        var filter = HistoryReader.SubjectFilter()
        filter.counterpart = member.organisation
        filter.refersTo = key
        awards = try reader.subjects(.awards, filter).map { try AwardRow($0, reader, t, figures) }
        hasAwards = !awards.isEmpty
    }
}

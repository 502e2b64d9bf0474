internal import Contracts
internal import SwiftProtobuf

/// What the `subject` table keeps of a fact: who, what about, and the fact's message.
struct SubjectRow {
    let subject: Subject
    let owner: String
    var isWithdrawn = false
    var hsCode = ""
    var wardCode = ""
    /// The requirement of an award or quote, the capability or the enterprise of a verification, the product of a
    /// requirement.
    var refersTo = ""
    /// Enterprise code of the other side: the supplier of an award, the buyer of a quote, whom a verification examines.
    var counterpart = ""
    let message: [UInt8]

    /// Nil for facts that are about no key of a public topic.
    init?(_ fact: WireMarketFact) throws {
        switch fact.fact {
        case .profile(let accepted):
            try self.init(.profiles, fact, accepted)
            wardCode = accepted.published.place.wardCode
        case .requirement(let accepted):
            try self.init(.requirements, fact, accepted)
            hsCode = accepted.published.hsCode
            wardCode = accepted.published.place.wardCode
            let product = accepted.published.product.id
            if !product.isEmpty { refersTo = owner + "/" + product }
        case .product(let accepted):
            try self.init(.products, fact, accepted)
            hsCode = accepted.published.hsCode
        case .award(let accepted):
            try self.init(.awards, fact, accepted)
            hsCode = accepted.hsCode
            refersTo = accepted.published.requirement
            counterpart = History.owner(of: accepted.published.capability)
        case .capability(let accepted):
            try self.init(.capabilities, fact, accepted)
            hsCode = accepted.published.hsCode
            wardCode = accepted.published.place.wardCode
        case .quote(let accepted):
            try self.init(.quotes, fact, accepted)
            refersTo = accepted.published.requirement
            counterpart = History.owner(of: refersTo)
        case .subscription(let accepted): try self.init(.subscriptions, fact, accepted)
        case .verification(let accepted):
            try self.init(.verifications, fact, accepted)
            switch accepted.published.subject {
            case .certificate(let certificate): refersTo = certificate.capability
            case .statement(let capability): refersTo = capability
            case .profile(let enterprise): refersTo = enterprise
            case nil: break
            }
            counterpart = History.owner(of: refersTo)
        case .exchangeRate(let accepted): try self.init(.rates, fact, accepted)
        case .withdrawn(let withdrawn):
            guard let subject = Subject(topicName: withdrawn.topic) else { return nil }
            self.init(subject, fact, message: [])
            isWithdrawn = true
        case .pending, .expired, .clockTicked, .policySet, .repeatsCounted, nil: return nil
        }
    }

    private init(_ subject: Subject, _ fact: WireMarketFact, _ message: some SwiftProtobuf.Message) throws {
        self.init(subject, fact, message: try message.serializedBytes())
    }

    private init(_ subject: Subject, _ fact: WireMarketFact, message: [UInt8]) {
        self.subject = subject
        self.owner = History.owner(of: fact.key)
        self.message = message
    }
}

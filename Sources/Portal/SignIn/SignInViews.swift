/// Where people sign in: whom a link is for, or how to get one.
struct SignInView: PageView {
    let frame: Frame
    let t: Catalogue
    /// Whom the link is for; nil without one.
    let guest: Guest?
    /// Whether there was a link that has ended or was used.
    let isSpent: Bool

    /// Whom a link is for.
    struct Guest: Sendable {
        let name: String
        let role: Role
        let token: String

        init(_ principal: Principal, _ token: String, _ name: String) {
            self.name = name
            role = principal.role
            self.token = token
        }
    }

    /// The role in words.
    let guestRole: String

    init(_ frame: Frame, guest: Guest?, isSpent: Bool = false) {
        self.frame = frame
        t = frame.catalogue
        self.guest = guest
        self.isSpent = isSpent
        guestRole = guest.map { frame.catalogue.wording("role", $0.role.rawValue) } ?? ""
    }
}

/// The form by which firms and suppliers ask to take part.
struct RegisterView: PageView {
    let frame: Frame
    let t: Catalogue
    let organisation, name, contact: String
    let isSupplier: Bool
    let wrong: [String]
    let isRefused: Bool

    init(_ frame: Frame, _ fields: [String: String], wrong: [FormText]) {
        self.frame = frame
        t = frame.catalogue
        organisation = fields["organisation"] ?? ""
        name = fields["name"] ?? ""
        contact = fields["contact"] ?? ""
        isSupplier = fields["role"] == Role.supplier.rawValue
        self.wrong = wrong.map { frame.catalogue[$0] }
        isRefused = !wrong.isEmpty
    }
}

/// What became of a registration.
struct RegistrationView: PageView {
    let frame: Frame
    let t: Catalogue
    let name, code: String
    let isWaiting, isConfirmed, isRefused: Bool

    init(_ frame: Frame, _ registration: SignInStore.Registration) {
        self.frame = frame
        t = frame.catalogue
        name = registration.name
        code = registration.code
        isWaiting = registration.state == .waiting
        isConfirmed = registration.state == .confirmed
        isRefused = registration.state == .refused
    }
}

/// The registrations that wait for an official, and the form that invites.
struct RegistrationsView: PageView {
    let frame: Frame
    let t: Catalogue
    let rows: [Row]
    let hasRows: Bool
    /// A link that was just made.
    let invitation: String?
    let roles: [Option]

    struct Row: Sendable {
        let code, organisation, name, contact, role, time: String
    }

    struct Option: Sendable {
        let value, words: String
    }

    init(
        _ frame: Frame, _ registrations: [SignInStore.Registration], invitation: String?, mayInviteOffice: Bool
    ) {
        let t = frame.catalogue
        let figures = Figures(language: t.language)
        self.frame = frame
        self.t = t
        rows = registrations.map {
            Row(
                code: $0.code, organisation: $0.organisation, name: $0.name, contact: $0.contact,
                role: t.wording("role", $0.role.rawValue), time: figures.instant($0.at))
        }
        hasRows = !rows.isEmpty
        self.invitation = invitation
        roles = Role.allCases.filter { mayInviteOffice || [.fdi, .supplier].contains($0) }
            .map { Option(value: $0.rawValue, words: t.wording("role", $0.rawValue)) }
    }
}

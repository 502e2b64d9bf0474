public import Hummingbird
internal import NIOCore

/// What travels with a request.
public struct PortalRequestContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Who asks; nil for a stranger.
    var principal: Principal?
    /// What is told to who must have signed in and has not.
    var whyNobody = ProblemDetails.signInNeeded
    /// What the forms of a browser's session carry; nil without a session.
    var formKey: String?

    /// The address of who is connected: of a stranger, or of a proxy. Empty where there is none.
    let peer: String

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }

    /// Who asks, who must have signed in.
    var member: Principal {
        get throws(ProblemDetails) {
            guard let principal else { throw whyNobody }
            return principal
        }
    }
}

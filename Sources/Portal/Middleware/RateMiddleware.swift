internal import HTTPTypes
internal import Hummingbird
internal import Pipeline
internal import Synchronization

/// Keeps one caller from using up what all need: so many requests at once, and so many a second after that; more are
/// answered 429 (RFC 6585, section 4). Strangers are told apart by their address.
struct RateMiddleware: RouterMiddleware {
    let allowance: Allowance
    /// Whether a proxy in front tells whom it asks for.
    let isBehindProxy: Bool

    private func stranger(_ request: Request, _ context: PortalRequestContext) -> String {
        guard isBehindProxy, let forwarded = request.headers[.forwardedFor]?.split(separator: ",").last else {
            return context.peer
        }
        return String(forwarded.drop { $0 == " " }.prefix(64))
    }

    func handle(
        _ request: Request, context: PortalRequestContext,
        next: (Request, PortalRequestContext) async throws -> Response
    ) async throws -> Response {
        // What browsers fetch beside a page, and what machines look at, is not counted.
        let isFree =
            request.uri.path.hasPrefix("/assets/") || ["/healthz", "/readyz", "/metrics"].contains(request.uri.path)
        guard isFree || allowance.takes(context.principal?.organisation ?? stranger(request, context)) else {
            throw ProblemDetails(
                .tooManyRequests,
                "more than \(PortalLimits.requestsPerSecond) requests a second, over \(PortalLimits.requestsAtOnce) at once; wait a moment",
                headers: [.retryAfter: "1"])
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    /// `X-Forwarded-For`: for whom a proxy asks, the last being whom it saw itself.
    fileprivate static let forwardedFor = known("X-Forwarded-For")
}

/// How many requests each caller may still make now.
final class Allowance: Sendable {
    private let clock: PlatformClock
    private let buckets = Mutex<[String: Bucket]>([:])

    private struct Bucket {
        /// In thousandths of a request.
        var left: Int64
        var at: Int64
    }

    /// An allowance that fills by a clock.
    init(clock: PlatformClock) { self.clock = clock }

    /// Whether a caller may make one more request.
    func takes(_ caller: String) -> Bool {
        let (now, full) = (clock.now, Int64(PortalLimits.requestsAtOnce) * 1_000)
        return buckets.withLock { buckets in
            // Callers whose allowance is full again are forgotten.
            if buckets.count > PortalLimits.rememberedCallers {
                buckets = buckets.filter { now - $0.value.at < full / Int64(PortalLimits.requestsPerSecond) }
            }
            var bucket = buckets[caller] ?? Bucket(left: full, at: now)
            bucket.left = min(full, bucket.left + max(0, now - bucket.at) * Int64(PortalLimits.requestsPerSecond))
            bucket.at = now
            defer { buckets[caller] = bucket }
            guard bucket.left >= 1_000 else { return false }
            bucket.left -= 1_000
            return true
        }
    }
}

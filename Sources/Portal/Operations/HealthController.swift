internal import EventLog
internal import HTTPTypes
internal import History
internal import Hummingbird
internal import NIOCore
internal import Pipeline

/// What operators and their machines look at: alive, ready, and how busy.
struct HealthController {
    let portal: Portal
    let counters: PortalCounters

    func addRoutes(to routes: some RouterMethods<PortalRequestContext>) {
        routes.get("healthz", use: alive)
        routes.get("readyz", use: ready)
        routes.get("metrics", use: metrics)
    }

    /// The process answers.
    @Sendable private func alive(_ request: Request, context: PortalRequestContext) -> Response {
        JSON.object([("status", .text("alive"))]).response()
    }

    /// The cache can be read and the log answers.
    @Sendable private func ready(_ request: Request, context: PortalRequestContext) async throws -> Response {
        do {
            _ = try await portal.cache.read { try $0.positions().count }
        } catch {
            throw notReady("the cache can't be read")
        }
        do {
            _ = try await portal.log.partitionCount(of: .market)
        } catch {
            throw notReady("the log is unreachable")
        }
        return JSON.object([("status", .text("ready"))]).response()
    }

    private func notReady(_ why: String) -> ProblemDetails {
        ProblemDetails(
            .serviceUnavailable, why, headers: [.retryAfter: "\(PortalLimits.retryAfterSeconds)"])
    }

    @Sendable private func metrics(_ request: Request, context: PortalRequestContext) async throws -> Response {
        let lags = try? await lags()
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: counters.exposition(lags: lags))))
    }

    private func lags() async throws -> [PortalCounters.Lag] {
        let recorded = try await portal.cache.read { try $0.positions() }
        var lags: [PortalCounters.Lag] = []
        for topic in Topic.ofPlatform {
            for partition in 0..<(try await portal.log.partitionCount(of: topic)) {
                let offsets = try await portal.log.offsets(of: TopicPartition(topic, partition))
                let next = recorded.first { $0.topic == topic.name && $0.partition == partition }?.nextOffset
                lags.append(
                    PortalCounters.Lag(
                        topic: topic.name, partition: partition,
                        records: max(0, offsets.upperBound - max(next ?? 0, offsets.lowerBound))))
            }
        }
        return lags
    }
}

import Hummingbird
import Monitoring

/// What the machine room asks of the website: how much one client may take up, and what it must have to work.
public struct Watch: Sendable {
    public var limits: RequestLimits
    public var readiness: Readiness

    public init(
        limits: RequestLimits = RequestLimits(idleSeconds: 30, requestSeconds: 120, bodyBytes: 128 << 20),
        readiness: Readiness = Readiness([])
    ) {
        (self.limits, self.readiness) = (limits, readiness)
    }
}

extension Site {
    /// Asked by machines, without a sign-in; they say nothing of anybody.
    var healthRoutes: [Route] {
        [
            .get("/health/live", .open) { _ in .plain("live\n") },
            .get("/health/ready", .open) { _ in
                let finding = await watch.readiness.find()
                return .plain(finding.json, finding.isReady ? .ok : .serviceUnavailable)
            },
        ]
    }
}

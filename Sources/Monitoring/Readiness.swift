/// Whether the service can do its work now: each part that it stands on, asked.
///
/// Anybody may ask, and an answer costs a write to the disk, so one is good for a second.
public actor Readiness {
    public typealias Part = (name: String, check: @Sendable () async throws -> Void)
    private let parts: [Part]
    private let age: Duration
    private let report: @Sendable (_ part: String, any Error) -> Void
    private var latest: (finding: Task<Finding, Never>, begun: ContinuousClock.Instant)?

    /// - Parameters:
    ///   - age: How old an answer may be.
    ///   - report: Told of each part that failed, and why.
    public init(
        _ parts: [Part], age: Duration = .seconds(1),
        report: @escaping @Sendable (_ part: String, any Error) -> Void = { _, _ in }
    ) {
        (self.parts, self.age, self.report) = (parts, age, report)
    }

    /// What was found: JSON that names each part and says `ok` or `failed`. Why is in the log, not in the answer, which
    /// anybody may read.
    public struct Finding: Sendable {
        public let failed: [String]
        public let json: String
        public var isReady: Bool { failed.isEmpty }
    }

    public func find() async -> Finding {
        if let latest, latest.begun.duration(to: .now) < age { return await latest.finding.value }
        let finding = Task { await look() }
        latest = (finding, .now)
        return await finding.value
    }

    private nonisolated func look() async -> Finding {
        var failed: [String] = []
        for part in parts {
            do { try await part.check() } catch {
                failed.append(part.name)
                report(part.name, error)
            }
        }
        let lines = parts.map { part in
            "\"\(part.name)\":\"\(failed.contains(part.name) ? "failed" : "ok")\""
        }
        return Finding(
            failed: failed, json: "{\"ready\":\(failed.isEmpty),\"parts\":{\(lines.joined(separator: ","))}}\n")
    }
}

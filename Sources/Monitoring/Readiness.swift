import Foundation

/// Whether the service can do its work now: each part that it stands on, asked.
public struct Readiness: Sendable {
    public typealias Part = (name: String, check: @Sendable () async throws -> Void)
    private let parts: [Part]
    private let report: @Sendable (_ part: String, any Error) -> Void

    /// - Parameter report: Told of each part that failed, and why.
    public init(_ parts: [Part], report: @escaping @Sendable (_ part: String, any Error) -> Void = { _, _ in }) {
        (self.parts, self.report) = (parts, report)
    }

    /// What was found: JSON that names each part and says `ok` or `failed`. Why is in the log, not in the answer, which
    /// anybody may read.
    public struct Finding: Sendable {
        public let failed: [String]
        public let json: String
        public var isReady: Bool { failed.isEmpty }
    }

    public func find() async -> Finding {
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

import Foundation
import Logging

/// A log of one line an event, as JSON for programs or as text for people.
///
/// What may stand beside a message is on a list, so that neither we nor a library can let a child's facts, a query, a
/// person's email or a network address into a log by handing them over: whatever is not on it is left out.
public struct LineLog: LogHandler {
    public enum Layout: Sendable { case text, json }

    /// What may be logged besides the message, under the name it gets.
    public static let fields: [String: String] = [
        "hb.request.id": "request_id", "method": "method", "route": "route", "status": "status", "seconds": "seconds",
        "error": "error", "error.type": "error_type", "part": "part", "port": "port", "job": "job", "count": "count",
        "seq": "seq", "account": "account", "signal": "signal", "folder": "folder", "attempt": "attempt",
    ]

    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?
    public var logLevel: Logger.Level
    private let layout: Layout
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    public init(
        _ layout: Layout, level: Logger.Level, now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void
    ) {
        (self.layout, logLevel, self.now, self.write) = (layout, level, now, write)
    }

    /// To standard error, where a service's log is looked for. A line that cannot be written is lost: a disk that is full of
    /// log stops nothing else.
    public static func standardError(_ layout: Layout, level: Logger.Level) -> LineLog {
        LineLog(layout, level: level) { try? FileHandle.standardError.write(contentsOf: Data($0.utf8)) }
    }

    public subscript(metadataKey key: String) -> Logger.MetadataValue? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var values = metadata
        if let event = event.metadata { values.merge(event) { $1 } }
        let kept = values.compactMap { key, value in Self.fields[key].map { ($0, "\(value)") } }.sorted { $0.0 < $1.0 }
        let time = now().formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt))
        write(
            layout == .json
                ? Self.json([("time", time), ("level", "\(event.level)"), ("message", "\(event.message)")] + kept)
                : "\(time) \(event.level) \(Self.onOneLine("\(event.message)"))"
                    + kept.map { " \($0.0)=\(Self.onOneLine($0.1))" }.joined() + "\n")
    }

    /// A text's line ends would let one event look like two.
    private static func onOneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    /// In the order given; numbers as numbers.
    private static func json(_ pairs: [(String, String)]) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        func quoted(_ text: String) -> String {
            (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
        }
        let numbers: Set = ["status", "seconds", "port", "count", "seq", "attempt"]
        return "{"
            + pairs.map { name, text in
                let value = numbers.contains(name) && Double(text)?.isFinite == true ? text : quoted(text)
                return "\(quoted(name)):\(value)"
            }.joined(separator: ",") + "}\n"
    }
}

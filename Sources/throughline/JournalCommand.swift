import ArgumentParser
import Casework
import Days
import JournalStore
import Service

struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal", abstract: "Read the journal itself.", subcommands: [Show.self, Head.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Print events as they were written.",
            discussion: """
                Example:
                  throughline journal show --child 100042 --data data
                """.flowing)

        @OptionGroup var data: DataOption
        @OptionGroup var format: FormatOption
        @Option(help: "Only this child, by the return's number or by id.") var child: String?
        @Option(help: "Only events after this place.") var after: Int64 = 0
        @Option(help: "At most so many.") var limit = 1000

        func run() async throws {
            let journal = try data.directory.journal()
            let records = Records(journal)
            let hidden = try await records.hiddenFromCommandLine()
            var lines: [EventLine] = []
            if let child {
                guard let record = try await records.current().find(child), !hidden.contains(record.id) else {
                    throw ServiceError.noSuchChild(child)
                }
                try await journal.scan(stream: record.id.stream) { lines.append(EventLine($0)) }
            } else {
                try await journal.scan(
                    after: EventID(after), through: EventID(after + Int64(limit)), checkingChain: false
                ) {
                    let isHidden = ChildID($0.stream).map { hidden.contains($0) } ?? false
                    lines.append(EventLine($0, isHidden: isHidden))
                }
            }
            lines = Array(lines.filter { $0.seq > after }.prefix(limit))
            try await data.keepLook(
                "journal show", .findChildren,
                shown: lines.map(\.stream).filter { ChildID($0).map { !hidden.contains($0) } ?? false })
            switch format.format {
            case .json: try Output.json(lines)
            case .text:
                Output.table(
                    ["Seq", "Stream", "Happened", "Written", "By", "Source", "Corrects", "Event"],
                    lines.map {
                        [
                            "\($0.seq)", $0.stream, $0.occurred, $0.recorded, $0.author, $0.source,
                            $0.corrects.map { "\($0)" } ?? "", $0.event,
                        ]
                    })
            }
        }
    }

    struct Head: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "head", abstract: "Print the last event's place and digest, to be kept elsewhere.",
            discussion: """
                Example:
                  throughline journal head --data data > head.json
                """.flowing)

        @OptionGroup var data: DataOption

        func run() async throws {
            let head = try await data.directory.journal().head()
            Output.line(#"{"seq":\#(head.seq),"digest":"\#(head.hex)"}"#)
        }
    }

    private struct EventLine: Encodable {
        let seq: Int64
        let stream: String
        let version: Int
        let occurred, recorded, author, source: String
        let corrects: Int64?
        let event: String

        /// - Parameter isHidden: whether it is of a record that no command opens; its place stays in the chain.
        init(_ stored: borrowing StoredEvent, isHidden: Bool = false) {
            (seq, stream, version) = (stored.id.seq, stored.stream.description, stored.version)
            (occurred, recorded) = (stored.occurred.day.description, stored.recorded.description)
            (author, source) = (stored.author.name, stored.source.description)
            corrects = stored.corrects?.seq
            event =
                isHidden
                ? "of a protected record"
                : stored.isSealed ? "sealed" : stored.isErased ? "erased" : EventText.of(stored)
        }
    }
}

/// An event in words, whatever stream it is of.
enum EventText {
    static func of(_ stored: borrowing StoredEvent) -> String {
        switch stored.stream.kind {
        case .worker: "\(WorkerRecordEvent(kind: stored.kind, schema: stored.schema, bytes: stored.body))"
        case .authority: "\(AuthorityEvent(kind: stored.kind, schema: stored.schema, bytes: stored.body))"
        default: ChildEvent(kind: stored.kind, schema: stored.schema, bytes: stored.body).sentence
        }
    }
}

import ArgumentParser
import Casework
import Days
import Service

struct SetAsideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set-aside", abstract: "List the rows of returns that could not be used.",
        discussion: """
            Mend them where the return is made and import it again, and they leave the list. With --retry they are read
            once more as they stand: a day that lay ahead may have come.

            Example:
              throughline set-aside --year 2017-18 --table Reviews --data data
            """.flowing)

    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption
    @Option(help: "Only of this child: the number of the return, or the id that children lists.") var child: String?
    @Option(help: "Only of this collection year, as 2017-18.") var year: CollectionYear?
    @Option(help: "Only of this table, as the collection names it.") var table: ReturnTable?
    @Option(help: "What stood then: a place in the journal, a day (its end) or an instant in UTC.") var knownAt:
        KnownAt?
    @Flag(help: "Read them once more, and take in what can be used now.") var retry = false

    func validate() throws {
        if retry, knownAt != nil { throw ValidationError("--retry reads what stands now; leave --known-at out") }
    }

    func run() async throws {
        let asked = RowsSetAside(child: child, year: year, table: table)
        let journal = try data.directory.journal()
        if retry {
            return try tell(
                try await RetryRowsSetAside(asked).run(
                    in: journal, command: .new, by: .commandLine, at: .now, today: .today))
        }
        let records = Records(journal)
        let authority =
            switch knownAt {
            case .event(let event): try await records.known(at: event)
            case .instant(let instant): try await records.known(at: instant)
            case nil: try await records.current()
            }
        let hidden = try await records.hiddenFromCommandLine()
        let rows = try await asked.rows(of: authority, in: journal).filter { row in
            let child = row.child ?? row.ssda903.flatMap { authority.child(ssda903: $0)?.id }
            return child.map { !hidden.contains($0) } ?? true
        }
        try await data.keepLook("set-aside", .findChildren, shown: rows.compactMap(\.child?.description))
        switch format.format {
        case .json: try Output.json(rows.map(Line.init))
        case .text:
            for row in rows { Output.line(row.sentence) }
            Output.line("\(rows.count) rows stand set aside.")
        }
    }

    private func tell(_ outcome: RetryRowsSetAside.Outcome) throws {
        switch format.format {
        case .json:
            try Output.json([
                "tried": outcome.tried, "used": outcome.used, "left": outcome.tried - outcome.used,
                "events_appended": outcome.eventsAppended,
            ])
        case .text:
            Output.line(
                "\(outcome.tried) rows read once more: \(outcome.used) used, \(outcome.tried - outcome.used) still set aside; \(outcome.eventsAppended) events appended."
            )
        }
    }

    private struct Line: Encodable {
        let event: Int64
        @OrNull var child: String?
        @OrNull var ssda903Id: String?
        let year, table, why: String
        let cells: [Cell]

        struct Cell: Encodable { let column, value: String }

        init(_ found: RowSetAside) {
            event = found.event.seq
            child = found.child?.description
            ssda903Id = found.ssda903
            (year, table, why) = (found.row.year.description, found.row.table, found.row.why)
            cells = found.row.columns.map { Cell(column: $0.name, value: $0.value) }
        }
    }
}

extension RowSetAside {
    fileprivate var sentence: String {
        let cells = row.columns.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        return "\(row.year) \(row.table): \(row.why). (\(cells))"
    }
}

extension ReturnTable: ExpressibleByArgument {
    /// By its name in the collection, whatever the case.
    public init?(argument: String) {
        guard let table = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
            return nil
        }
        self = table
    }

    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

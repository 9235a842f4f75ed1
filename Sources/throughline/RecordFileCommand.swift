import ArgumentParser
import Casework
import Days
import FormFiles
import Foundation
import JournalStore
import Logging
import Service

struct RecordFileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record work from a file, a record a line.",
        discussion: """
            Each line is one JSON object: command_id, child, kind, occurred, answers and, where somebody else’s work is
            recorded, on_behalf_of; corrects and because put a signed record right. It goes through the same forms as the pages. All of a file is recorded or none;
            the same command_id again records nothing. Exits 1 where a line is refused. See docs/record.md.

            Example:
              throughline record visits.ndjson --data data
              throughline record --schema visit
              throughline record --new-child 900001 --born 2016-05-04 --entered 2026-01-12 --legal-status V2 --placement U6
            """.flowing)

    @Argument(help: "Files of records; - for standard input.") var files: [String] = []
    @Option(help: "Print what a kind of record takes.") var schema: RecordKind?
    @Option(help: "Open a record for a child who is in no return, with this number.") var newChild: String?
    @OptionGroup var details: NewChildOptions
    @Flag(help: "Say what would be recorded, and record nothing.") var dryRun = false
    @Flag(help: "Record the lines that can be used where others are refused.") var partial = false
    @OptionGroup var forms: FormsOption
    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption

    func validate() throws {
        guard [!files.isEmpty, schema != nil, newChild != nil].filter({ $0 }).count == 1 else {
            throw ValidationError("give a file of records, --schema with a kind, or --new-child with a number")
        }
    }

    func run() async throws {
        if let schema { return try show(schema) }
        if let newChild { return try await open(newChild) }
        let (journal, library) = (try data.directory.journal(), try forms.library())
        let hidden = try await Records(journal).hiddenFromCommandLine()
        var answers: [Answer] = []
        for file in files {
            let outcome = try await RecordFile(try read(file)).run(
                into: journal, forms: library, leavingOut: hidden, partial: partial, rehearsing: dryRun,
                by: .commandLine, at: .now)
            answers.append(Answer(outcome, file))
            if format.format == .text { tell(outcome) }
        }
        if format.format == .json {
            if answers.count == 1, let only = answers.first { try Output.json(only) } else { try Output.json(answers) }
        }
        if answers.contains(where: { !$0.refused.isEmpty }) { throw ExitCode(1) }
    }

    private func read(_ path: String) throws -> Data {
        if path == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ValidationError("\(path) cannot be read; name a file of records that is there")
        }
        return bytes
    }

    private func tell(_ outcome: RecordFile.Outcome) {
        for refused in outcome.refused { Output.line(refused.sentence + ".") }
        let kept = outcome.isKept ? outcome.recorded : 0
        Output.line(
            "\(outcome.lines) line\(outcome.lines == 1 ? "" : "s"); \(kept) recorded; \(outcome.repeated) recorded before; \(Set(outcome.refused.map(\.line)).count) refused."
        )
        if dryRun { Output.line("A rehearsal: \(outcome.recorded) would be recorded, and nothing was.") }
    }

    private func show(_ kind: RecordKind) throws {
        guard let file = try forms.library()[kind] else { throw ValidationError("there is no form for \(kind.name)") }
        let schema = RecordSchema(file.form)
        switch format.format {
        case .json: try Output.json(schema)
        case .text:
            Output.heading("\(schema.title) (\(kind.name), version \(file.form.version))")
            Output.table(["Field", "Needed", "Takes"], schema.lines.map { [$0.field, $0.needed, $0.takes] })
        }
    }

    private func open(_ number: String) async throws {
        let opened = try await OpenChild(
            number: number, given: details.given, family: details.family, born: details.born, sex: details.sex ?? "",
            entered: details.entered, legalStatus: details.legalStatus ?? "", placement: details.placement ?? ""
        ).run(into: try data.directory.journalForWriting(), by: .commandLine, at: .now)
        switch format.format {
        case .json: try Output.json(Opened(child: opened.description, number: number))
        case .text: Output.line("Opened \(opened) for \(number).")
        }
    }

    private struct Opened: Encodable { let child, number: String }

    private struct Answer: Encodable {
        let file: String
        let lines, recorded, repeated: Int
        let isKept: Bool
        let refused: [Line]
        let events: [Event]
        struct Event: Encodable {
            let line: Int
            let event: Int64
        }
        struct Line: Encodable {
            let line: Int
            let field, message, remedy: String
        }
        init(_ outcome: RecordFile.Outcome, _ file: String) {
            self.file = file
            (lines, repeated, isKept) = (outcome.lines, outcome.repeated, outcome.isKept)
            recorded = outcome.recorded
            events = outcome.events.map { Event(line: $0.line, event: $0.event.seq) }
            refused = outcome.refused.map {
                Line(line: $0.line, field: $0.refusal.field, message: $0.refusal.what, remedy: $0.refusal.remedy)
            }
        }
    }
}

/// Who a child is who is in no return.
struct NewChildOptions: ParsableArguments {
    @Option(help: "Given names.") var given = ""
    @Option(help: "Family name.") var family = ""
    @Option(help: "The day the child was born.") var born: Day?
    @Option(help: "M, F or U.") var sex: String?
    @Option(help: "The day the child became looked after.") var entered: Day?
    @Option(help: "The legal status then, as V2.") var legalStatus: String?
    @Option(help: "The placement then, as U6.") var placement: String?
}

/// Whose forms are in force.
struct FormsOption: ParsableArguments {
    @Option(name: .customLong("forms"), help: "A folder of the council’s own forms, in the place of those built in.")
    var folder: String?

    /// - Throws: ValidationError naming what is wrong with the council's own forms.
    func library() throws -> FormLibrary {
        guard let folder else { return try FormLibrary() }
        guard FileManager.default.fileExists(atPath: folder) else {
            throw ValidationError("\(folder) is not there; name a folder of forms")
        }
        let library = try FormLibrary(folder: folder)
        if let wrong = library.problems.first, let problem = wrong.problems.first {
            throw ValidationError("\(wrong.file), \(problem.sentence)")
        }
        return library
    }
}

extension FormsOption {
    /// The forms that a service goes on with: one of the council's that cannot be used is named in the log, and the form
    /// before it stays.
    ///
    /// - Parameter usual: the folder that is read where none is named and it is there.
    func serving(_ logger: Logger, usual: String, _ journal: some Journal) async throws -> FormLibrary {
        guard let folder = folder ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil) else {
            return try FormLibrary(toComeFrom: usual)
        }
        let library = try FormLibrary(folder: folder, published: try await journal.authority().lastForms)
        try await PublishForms(library.council).run(into: journal, by: .commandLine, at: .now)
        for wrong in library.problems {
            for problem in wrong.problems { logger.warning("\(wrong.file), \(problem.sentence)") }
        }
        return library
    }
}

extension RecordKind: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
    public static var allValueStrings: [String] { allCases.map(\.name) }
}

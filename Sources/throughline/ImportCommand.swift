import ArgumentParser
import Days
import Foundation
import JournalStore
import Returns
import Service

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what the council already has.",
        subcommands: [
            SSDA903.self, ImportStaffCommand.self, ImportNamesCommand.self, ImportReviewingPlanCommand.self,
        ])

    struct SSDA903: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ssda903", abstract: "Take in a year's SSDA903 return.",
            discussion: """
                A folder of CSV tables, a zip of one, single tables, or the DfE's XML. All of it is taken in, or none. The
                same return again appends nothing; a later or corrected one appends what changed.

                Example:
                  throughline import ssda903 returns/2025-26 --year 2025-26 --previous returns/2024-25 --data data
                """.flowing)

        @Argument(help: "Folders or files of the return.") var paths: [String]
        @Option(help: "The collection year, as 2025-26.") var year: CollectionYear
        @Option(help: "The day the return was drawn. Without it, the collection's 31 March.") var drawn: Day?
        @Option(help: "The return of the year before, taken in first.") var previous: [String] = []
        @OptionGroup var data: DataOption
        @OptionGroup var format: FormatOption
        @Flag(help: "List every finding, not only how many there are of each kind.") var findings = false
        @Flag(help: "Say what the import would do, and write nothing.") var dryRun = false

        func run() async throws {
            var request = ImportReturn(paths: paths, year: year, drawn: drawn, previous: previous)
            request.isRehearsal = dryRun
            let passing = FileManager.default.temporaryDirectory.appendingPathComponent(
                "throughline-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: passing) }
            let live = LiveLine()
            let outcome: ImportReturn.Outcome
            do {
                outcome = try await request.run(
                    into: try journal(passing), command: .new, by: .commandLine, at: .now, today: .today
                ) { live.show($0.words) }
                live.clear()
            } catch {
                live.clear()
                throw error
            }
            switch format.format {
            case .json: try Output.json(ReturnReport(outcome))
            case .text: tell(outcome)
            }
        }

        /// Where nothing is held yet, a rehearsal leaves nothing behind.
        private func journal(_ passing: URL) throws -> SQLiteJournal {
            guard dryRun, !data.directory.hasJournal else { return try data.directory.journalForWriting() }
            return try SQLiteJournal(directory: passing)
        }

        private func tell(_ outcome: ImportReturn.Outcome) {
            Output.line("Read \(outcome.files.joined(separator: ", ")).")
            Output.line(
                "\(outcome.rowsRead) rows of \(outcome.children) children; \(outcome.rowsSetAside) rows set aside; \(outcome.eventsAppended) events \(dryRun ? "would be appended" : "appended"), \(outcome.corrections) of them corrections."
            )
            if let losses = outcome.losses { Output.line(losses.sentence(isDone: !dryRun)) }
            Output.line("The return speaks until \(outcome.horizon.inWords).")
            let kinds = Dictionary(grouping: outcome.findings, by: \.kind)
            let listed = findings ? outcome.findings : []
            for kind in Finding.Kind.allCases {
                guard let found = kinds[kind], let first = found.first else { continue }
                Output.line(
                    "\(found.count) × \(kind.rawValue.replacing("_", with: " ")), for example: \(first.sentence)")
            }
            for finding in listed { Output.line(finding.sentence + " " + finding.remedy) }
            for disagreement in outcome.disagreements { Output.line(disagreement) }
        }
    }
}

extension Finding {
    /// Where and what, in one line.
    var sentence: String {
        let place = ["\(year) \(file)", line.map { "line \($0)" }, column].compactMap { $0 }
        return "\(place.joined(separator: ", ")): \(message)."
    }
}

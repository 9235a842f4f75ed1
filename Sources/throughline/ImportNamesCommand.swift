import ArgumentParser
import Casework
import Days
import JournalStore
import Service

struct ImportNamesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Take in what the children are called.",
        discussion: """
            A CSV file with the columns ssda903_id, given_names, family_name and, where there are any, known_as,
            former_names (separated by semicolons) and pronouns, in any order. The same file again appends nothing; a
            changed name keeps the old one as a former name.

            Example:
              throughline import names names.csv --data data
            """.flowing)

    @Argument(help: "CSV files.") var files: [String]
    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption

    func run() async throws {
        let outcome = try await ImportNames(files: files).run(
            into: try data.directory.journal(), command: .new, by: .commandLine, at: .now)
        switch format.format {
        case .json: try Output.json(Answer(outcome))
        case .text:
            Output.line(
                "\(outcome.rowsRead) rows naming \(outcome.children) children; \(outcome.problems.count) rows set aside; \(outcome.eventsAppended) events appended."
            )
            for problem in outcome.problems { Output.line(problem.sentence + ".") }
        }
    }

    private struct Answer: Encodable {
        let children, rowsRead, rowsSetAside, eventsAppended: Int
        let problems: [Line]

        struct Line: Encodable {
            let file: String
            let line: Int
            let column, message, remedy: String
        }

        init(_ outcome: ImportNames.Outcome) {
            (children, rowsRead, eventsAppended) = (outcome.children, outcome.rowsRead, outcome.eventsAppended)
            rowsSetAside = outcome.problems.count
            problems = outcome.problems.map {
                Line(file: $0.file, line: $0.line, column: $0.column, message: $0.message, remedy: $0.remedy)
            }
        }
    }
}

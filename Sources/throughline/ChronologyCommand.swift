import ArgumentParser
import Casework
import Days
import Service

struct ChronologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chronology",
        abstract: "Show what has happened to a child, and what it meant, earliest first.",
        discussion: """
            It makes itself out of the returns and of what was signed; a chronology_entry says what a line meant, or adds
            one. Two pages of it for one reader are drafted by throughline copy --as chronology.

            Example:
              throughline chronology 100042 --significant --theme home --data data
            """.flowing)

    @Argument(help: "The child’s number or id.") var child: String
    @Flag(help: "Only what is significant.") var significant = false
    @Option(help: "Only what is about this theme, as home; may be given again.") var theme: [ChronologyTheme] = []
    @Option(help: "From this day.") var from: Day?
    @Option(help: "Until this day.") var until: Day?
    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question(includingRecords: true)
        let record = try question.find(child)
        let told = try await Records(try self.question.data.directory.journal()).told(
            of: record.id, through: question.authority.head)
        let chronology = Chronology(ChildAsAt(record, question.asAt), told: told)
        let lines = chronology.lines(
            ChronologyChoice(themes: Set(theme), isSignificantOnly: significant, from: from, until: until))
        try await self.question.data.keepLook("chronology", .seeChild, at: record.id)
        switch format.format {
        case .json:
            try Output.json(
                Answer(
                    child: record.id.description, asAt: question.asAt.description, lines: lines.map(Answer.Line.init)))
        case .text:
            Output.heading(
                question.title(ofChild: record.identity.ssda903) + ", as at \(question.asAt.inWords)")
            if lines.isEmpty { Output.line("No line of the chronology.") }
            for line in lines { tell(line) }
        }
    }

    private func tell(_ line: ChronologyLine) {
        Output.line(
            (line.start.isKnown ? "" : "on or before ") + "\(line.day.inWords)  \(line.what)"
                + (line.isSignificant ? "  (significant)" : "") + "  [\(line.name)]")
        if !line.says.isEmpty { Output.line("  \(line.says)") }
        if !line.impact.isEmpty { Output.line("  what it meant: \(line.impact)") }
    }

    private struct Answer: Encodable {
        let child, asAt: String
        let lines: [Line]

        struct Line: Encodable {
            let name, day, what: String
            let isDayKnown, isSignificant: Bool
            let themes: [String]
            let `class`: String
            /// The record that it is from; null where it is from the care that is held.
            @OrNull var record: Int64?
            /// What happened in the words of whoever said what it meant, where they say more.
            @OrNull var says: String?
            @OrNull var impact: String?
            /// The record in which somebody said what it meant.
            @OrNull var markedBy: Int64?

            init(_ line: ChronologyLine) {
                (name, day, what) = (line.name.name, line.day.description, line.what)
                (isDayKnown, isSignificant) = (line.start.isKnown, line.isSignificant)
                (themes, `class`) = (line.themes.map(\.rawValue), line.informationClass.rawValue)
                if case .record(let event, _) = line.source { record = event.seq } else { record = nil }
                says = line.says.isEmpty ? nil : line.says
                impact = line.impact.isEmpty ? nil : line.impact
                markedBy = line.mark?.record.seq
            }
        }
    }
}

extension ChronologyTheme: ExpressibleByArgument {}

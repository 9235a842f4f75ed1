import Access
import ArgumentParser
import Casework
import Days
import JournalStore
import Oversight
import Service

struct AnswerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer something to join up: not so for this child, later, or still right after a change.",
        discussion: """
            What the law or a child’s safety asks for is answered by a manager, in the browser, and so is the second
            person’s word: the command line never approves. The same --command-id again answers nothing.

            Example:
              throughline answer 100042 --break no_direct_work --later 2026-05-01 --because "She is in hospital" --on-behalf-of SW12
              throughline answer 100042 --break need_without_action --about N2 --not-so --because "…" --on-behalf-of "Ann"
            """.flowing)

    @Argument(help: "The child’s number or id.") var child: String
    @Option(name: .customLong("break"), help: "Which kind, as throughline breaks names it.") var kind: String
    @Option(help: "What it is about, as N1, where there are several.") var about: String?
    @Flag(help: "It is not so for this child.") var notSo = false
    @Option(help: "Put it off until this day.") var later: Day?
    @Option(help: "Still right after a change: assessment, plan, family_time, school or health; several times.")
    var stillRight: [LookAgain] = []
    @Option(help: "Why.") var because: String
    @Option(help: "Whose word it is: their name, or their code in the staff file.") var onBehalfOf: String
    @Option(
        name: .customLong("command-id"), help: "Your own name for this answer, so that sending it twice answers once.")
    var commandID: String?
    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func validate() throws {
        guard [notSo, later != nil, !stillRight.isEmpty].count(where: { $0 }) == 1 else {
            throw ValidationError("give --not-so, --later with a day, or --still-right with what is")
        }
        if question.asAt != nil || question.knownAt != nil {
            throw ValidationError("an answer is given today; leave out --as-at and --known-at")
        }
        if onBehalfOf.saysNothing {
            throw ValidationError("say whose word it is with --on-behalf-of: a second person must be somebody else")
        }
        if Breaks.rule(kind) == nil {
            throw ValidationError("there is no break \(kind); throughline breaks --kinds lists them")
        }
    }

    func run() async throws {
        let question = try await question.question(includingRecords: true)
        let record = try question.find(child)
        let behalf = onBehalfOf
        let saying = AnswerJoin(
            .answer(kind: kind, about: about, word(question, record), because: because),
            child: record.id
        ) { _, _, _ in
            // Nobody at a keyboard is a manager of anybody: access to the folder is no such power.
            Answerer(
                account: Actor.commandLine.name, onBehalfOf: behalf, owes: false, manages: false, reviews: false)
        }
        do {
            let event = try await saying.run(
                in: try self.question.data.directory.journal(), knowing: question,
                command: commandID.map { CommandID(sentAs: $0) } ?? .new, by: .commandLine, at: .now)
            switch format.format {
            case .json: try Output.json(Answered(child: record.id.description, event: event?.seq))
            case .text:
                Output.line(
                    notSo
                        ? "Answered. A second person has to agree, in the browser, before it leaves the list."
                        : later == nil ? "Kept. The manager sees it." : "Put off. It stays counted.")
            }
        } catch let refusals as RecordRefusals {
            for refusal in refusals.all { Output.line(refusal.sentence + ".") }
            throw ExitCode(1)
        }
    }

    private func word(_ question: Question, _ record: ChildRecord) -> JoinAnswer.Word {
        if let later { return .later(until: later) }
        if notSo { return .notSo }
        let found = question.joins(of: ChildAsAt(record, question.asAt)).first { $0.rule.id == kind }
        return found?.stillRight(stillRight) ?? .stillRight(after: question.asAt, stillRight)
    }

    private struct Answered: Encodable {
        let child: String
        @OrNull var event: Int64?
    }
}

extension LookAgain: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
    public static var allValueStrings: [String] { allCases.map(\.name) }
}

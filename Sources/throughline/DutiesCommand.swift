import ArgumentParser
import Casework
import Days
import Service
import Standards

struct DutiesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties", abstract: "List what is owed to each child, and how it stands.",
        discussion: """
            Exits 1 where anything listed is overdue.

            Example:
              throughline duties --standing overdue --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Option(help: "Only these: met, met_late, late_with_reason, due, overdue, not_applicable or unknown.")
    var standing: [String] = []
    @Option(help: "Only this standard, as RV01.") var standard: [String] = []
    @Option(help: "Only this child.") var child: String?

    func run() async throws {
        let question = try await question.question()
        let children = try child.map { [try question.find($0)] } ?? question.children()
        var lines: [DutyLine] = []
        for record in children {
            let child = ChildAsAt(record, question.asAt)
            for duty in Catalogue.duties(of: child, question.context) {
                let line = DutyLine(duty, child, question)
                if standing.isEmpty || standing.contains(line.standing),
                    standard.isEmpty || standard.contains(line.standard)
                {
                    lines.append(line)
                }
            }
        }
        try await self.question.data.keepLook(
            "duties", child == nil ? .findChildren : .seeChild, at: child.map { _ in children[0].id },
            shown: lines.map(\.child))
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Child", "Standard", "Weight", "Clock from", "Due", "Done", "Standing", "Days"],
                lines.map {
                    [
                        question.title(ofChild: $0.ssda903Id), $0.standard, $0.weight,
                        ($0.triggerKnown ? "" : "≤ ") + $0.trigger, $0.due ?? "–",
                        $0.done ?? "–", $0.standing.replacing("_", with: " "), $0.days.map(String.init) ?? "",
                    ]
                })
            Output.line("\(lines.count) duties as at \(question.asAt.inWords).")
        }
        if lines.contains(where: { $0.standing == "overdue" }) { throw ExitCode(1) }
    }
}

/// A duty as JSON and tables have it.
struct DutyLine: Encodable {
    let child, ssda903Id, standard, title, weight, certainty, trigger: String
    let triggerKnown: Bool
    @OrNull var due: String?
    @OrNull var done: String?
    let standing: String
    @OrNull var days: Int?
    let missing: [String]
    let reason, source: String

    init(_ duty: Duty, _ child: ChildAsAt, _ question: Question) {
        let standard = Catalogue.standard(of: duty)
        self.child = child.id.description
        ssda903Id = child.record.identity.ssda903
        (self.standard, title, weight) = (standard.id, standard.title, standard.weight.rawValue)
        certainty = standard.certainty.rawValue
        (trigger, triggerKnown) = (duty.trigger.day.description, duty.trigger.isKnown)
        due = duty.due?.description
        done = duty.done?.description
        standing = duty.standing.key
        days = duty.standing.daysLate
        if case .unknown(let facts) = duty.standing { missing = facts.titles } else { missing = [] }
        reason = duty.sentence
        source = standard.source.description
    }
}

import ArgumentParser
import Casework
import Days
import Oversight
import Service

struct BreaksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaks", abstract: "List what should be joined up in each child’s record.",
        discussion: """
            A break is a question, never a score: a blank, or two records that do not meet. One that stands for others
            holds them. A child of whom nothing is recorded here has none. What is put off is listed and counted; what
            two people say is not so for the child is listed with --answered. Exits 1 where there are any.

            Example:
              throughline breaks --team North --data data
            """.flowing)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Flag(help: "Say of each kind how often it was put off and how often it was not so.") var rates = false
    @Option(help: "Only children of this team.") var team: String?
    @Option(name: .customLong("break"), help: "Only this kind, as need_without_action.") var kinds: [String] = []

    @Flag(help: "List what is not so for the child, as two people say, as well.") var answered = false
    @Flag(name: .customLong("kinds"), help: "List the kinds there are, each with its source.") var listsKinds = false

    func validate() throws {
        for kind in kinds where Breaks.rule(kind) == nil {
            throw ValidationError(
                "there is no break \(kind); use one of \(Breaks.rules.map(\.id).joined(separator: ", "))")
        }
    }

    func run() async throws {
        if listsKinds { return try showKinds() }
        let question = try await question.question(includingRecords: true)
        if rates { return try showRates(question) }
        let lines = question.children().flatMap { record -> [BreakLine] in
            let child = ChildAsAt(record, question.asAt)
            if let team, child.socialWorker.flatMap({ question.team(ofWorker: $0.worker) }) != team { return [] }
            return question.joins(of: child)
                .filter { (kinds.isEmpty || kinds.contains($0.rule.id)) && (answered || !$0.isNotSo) }
                .map { BreakLine($0, record) }
        }
        try await self.question.data.keepLook("breaks", .findChildren, shown: lines.map(\.child))
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Child", "Since", "What to join up", "Who", "Answered", "Facts"],
                lines.map {
                    [
                        question.title(ofChild: $0.ssda903Id), $0.since, $0.title, $0.owner, $0.answered,
                        $0.facts.joined(separator: " "),
                    ]
                })
            let later = lines.count { $0.state == "put_off" }
            Output.line(
                "\(lines.count { $0.state != "not_so" }) to join up as at \(question.asAt.inWords)"
                    + (later == 0 ? "." : ", \(later) of them put off."))
        }
        if lines.contains(where: { $0.state != "not_so" }) { throw ExitCode(1) }
    }
}

extension BreaksCommand {
    private func showKinds() throws {
        switch format.format {
        case .json: try Output.json(Breaks.rules.map(Kind.init))
        case .text:
            Output.table(
                ["Break", "What to join up", "Weight", "Source", "Who", "Stands for"],
                Breaks.rules.map {
                    [
                        $0.id, $0.title, $0.weight.title, $0.source.description, $0.owner.title,
                        $0.standsFor.joined(separator: ", "),
                    ]
                })
        }
    }

    private struct Kind: Encodable {
        let `break`, title, weight, source, ownerRole, action: String
        let standsFor: [String]
        init(_ rule: BreakRule) {
            (self.break, title, weight) = (rule.id, rule.title, rule.weight.rawValue)
            (source, ownerRole, action) = (rule.source.description, rule.owner.title, rule.action)
            standsFor = rule.standsFor
        }
    }
}

/// A break as programs read it.
struct BreakLine: Encodable {
    let child, ssda903Id: String
    let `break`, title, since, source, weight, owner, ownerRole, action: String
    @OrNull var about: String?
    let folded: [String]
    let facts: [String]
    let state: String
    @OrNull var until: String?
    @OrNull var answer: AnswerLine?

    init(_ found: Break, _ record: ChildRecord) {
        (child, ssda903Id) = (found.child.description, record.identity.ssda903)
        (self.break, title, since) = (found.rule.id, found.title, found.since.description)
        (source, weight) = (found.rule.source.description, found.rule.weight.rawValue)
        (owner, ownerRole, action) = (found.owner.title, found.owner.role.title, found.rule.action)
        (about, facts) = (found.about?.name, found.facts)
        folded = found.folded.map(\.rule.id)
        state = found.state.name
        until = if case .putOff(_, let day) = found.state { day.description } else { nil }
        answer = found.state.answer.map(AnswerLine.init)
    }

    /// How it was answered, for people: until when it is put off, or what is waited for.
    var answered: String {
        switch state {
        case "put_off": "put off until \(until ?? "")"
        case "awaits_second": "said not to be so; a second person has to agree"
        case "not_so": "not so for this child"
        case "returned": "answered before, and there again"
        default: ""
        }
    }
}

/// An answer to a break as programs read it.
struct AnswerLine: Encodable {
    let event: Int64
    let answer, because, by, onBehalfOf, day: String
    @OrNull var until: String?
    @OrNull var second: Second?

    struct Second: Encodable {
        let agrees: Bool
        let because, by, day: String
    }

    init(_ held: HeldJoinAnswer) {
        event = held.origin.event.seq
        switch held.word {
        case .notSo: (answer, until) = ("not_so", nil)
        case .later(let day): (answer, until) = ("later", day.description)
        case .stillRight: (answer, until) = ("still_right", nil)
        }
        (because, by, onBehalfOf, day) = (held.because, held.by, held.onBehalfOf, held.day.description)
        second = held.second.map {
            Second(agrees: $0.agrees, because: $0.because, by: $0.by, day: $0.at.inLondon.day.description)
        }
    }
}

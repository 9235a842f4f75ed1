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
            holds them. A child of whom nothing is recorded here has none. Exits 1 where there are any.

            Example:
              throughline breaks --team North --data data
            """)

    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption
    @Option(help: "Only children of this team.") var team: String?
    @Option(name: .customLong("break"), help: "Only this kind, as need_without_action.") var kinds: [String] = []

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
        let lines = question.children().flatMap { record -> [BreakLine] in
            let child = ChildAsAt(record, question.asAt)
            if let team, child.socialWorker.flatMap({ question.team(ofWorker: $0.worker) }) != team { return [] }
            return question.joins(of: child)
                .filter { kinds.isEmpty || kinds.contains($0.rule.id) }
                .map { BreakLine($0, record) }
        }
        try await self.question.data.keepLook("breaks", .findChildren, shown: lines.map(\.child))
        switch format.format {
        case .json: try Output.json(lines)
        case .text:
            Output.table(
                ["Child", "Since", "What to join up", "Who", "Facts"],
                lines.map {
                    [
                        question.title(ofChild: $0.ssda903Id), $0.since, $0.title, $0.owner,
                        $0.facts.joined(separator: " "),
                    ]
                })
            Output.line("\(lines.count) to join up as at \(question.asAt.inWords).")
        }
        if !lines.isEmpty { throw ExitCode(1) }
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

    init(_ found: Break, _ record: ChildRecord) {
        (child, ssda903Id) = (found.child.description, record.identity.ssda903)
        (self.break, title, since) = (found.rule.id, found.rule.title, found.since.description)
        (source, weight) = (found.rule.source.description, found.rule.weight.rawValue)
        (owner, ownerRole, action) = (found.owner.title, found.owner.role.title, found.rule.action)
        (about, facts) = (found.about?.name, found.facts)
        folded = found.folded.map(\.rule.id)
    }
}

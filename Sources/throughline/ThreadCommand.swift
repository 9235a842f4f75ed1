import ArgumentParser
import Casework
import Days
import Oversight
import Service

struct ThreadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thread",
        abstract: "Show a child’s thread: needs, outcomes, actions, and whether life got better.",
        discussion: """
            Exits 1 where something should be joined up.

            Example:
              throughline thread 100042 --data data
            """.flowing)

    @Argument(help: "The child’s number or id.") var child: String
    @OptionGroup var question: QuestionOptions
    @OptionGroup var format: FormatOption

    func run() async throws {
        let question = try await question.question(includingRecords: true)
        let record = try question.find(child)
        let asAt = ChildAsAt(record, question.asAt)
        let breaks = question.joins(of: asAt)
        try await self.question.data.keepLook("thread", .seeChild, at: record.id)
        switch format.format {
        case .json: try Output.json(Answer(asAt, breaks))
        case .text: tell(asAt, breaks, question)
        }
        if !breaks.counted.isEmpty { throw ExitCode(1) }
    }

    private func tell(_ child: ChildAsAt, _ breaks: [Break], _ question: Question) {
        let thread = child.record.thread
        let evidence = child.record.evidence
        func tellEvidence(_ id: ItemID, _ indent: String) {
            for record in evidence[id] ?? [] {
                Output.line("\(indent)shown by: \(record.kind.title.lowercased()) of \(record.day.inWords)")
            }
        }
        func tellActions(for id: ItemID) {
            for action in thread.actions where action.addresses.contains(id) {
                Output.line("  " + words(action))
                tellEvidence(action.id, "    ")
            }
        }
        Output.heading(question.title(ofChild: child.record.identity.ssda903) + ", as at \(question.asAt.inWords)")
        if thread.isEmpty { Output.line("Nothing of the thread is recorded here.") }
        for strength in thread.strengths { Output.line("strong: \(strength.what)") }
        for need in thread.needs {
            Output.line("\(need.id) need: \(need.what)" + (need.closed.map { " (closed \($0.inWords))" } ?? ""))
            tellEvidence(need.id, "  ")
            for outcome in thread.outcomes where outcome.needs.contains(need.id) {
                let last = outcome.measured.last.map { "; \($0.change.rawValue) on \($0.on.inWords)" } ?? ""
                let closed = outcome.closed.map { " (closed \($0.inWords))" } ?? ""
                Output.line("  \(outcome.id) wanted: \(outcome.what)\(last)\(closed)")
                tellEvidence(outcome.id, "    ")
            }
            tellActions(for: need.id)
        }
        for risk in thread.risks {
            Output.line(
                "\(risk.id) risk (\(risk.level.rawValue)): \(risk.what)"
                    + (risk.closed.map { " (closed \($0.inWords))" } ?? ""))
            tellActions(for: risk.id)
        }
        let loose = thread.actions.filter { action in
            !action.addresses.contains { thread.kind(of: $0) == .need || thread.kind(of: $0) == .risk }
        }
        for action in loose {
            Output.line(words(action))
            tellEvidence(action.id, "  ")
        }
        for decision in thread.decisions {
            Output.line(
                "\(decision.id) decided \(decision.since.inWords): \(decision.what); \(decision.owner), by \(decision.due.inWords)"
            )
        }
        for concern in thread.concerns {
            Output.line(
                "\(concern.id) concern of \(concern.raised.inWords) (\(concern.level.rawValue)): \(concern.what). \(concern.sentence(on: child.day))"
            )
        }
        if !breaks.isEmpty { Output.heading("To join up") }
        for found in breaks {
            let answered = BreakLine(found, child.record).answered
            Output.line(
                "\(found.title), since \(found.since.inWords). \(found.facts.joined(separator: " ")) \(found.rule.action)"
                    + (answered.isEmpty ? "" : " (\(answered))"))
        }
    }

    private func words(_ action: ChildAction) -> String {
        let owner = action.owner.isEmpty ? "nobody named" : action.owner
        let due = action.due.map { "by \($0.inWords)" } ?? "no day"
        return "\(action.id) action: \(action.what); \(owner), \(due)"
            + (action.closed.map { "; \($0.state.rawValue) \($0.on.inWords)" } ?? "")
    }

    private struct Answer: Encodable {
        let child: String
        let asAt: String
        let strengths: [Strength]
        let needs, risks, outcomes, actions, views, decisions: [Item]
        let concerns: [Concern]
        let breaks: [BreakLine]

        /// What the reviewing officer raised, how far up it went and how it was closed.
        struct Concern: Encodable {
            let id, what, since, matter, level: String
            let owner, stage, due: String
            @OrNull var answered: String?
            @OrNull var disputeBegun: String?
            @OrNull var closed: String?
            @OrNull var step: String?
            let days: Int
            let about: [String]

            init?(_ concern: IROConcern, of child: ChildAsAt) {
                guard let ask = concern.asks.last else { return nil }
                (id, what, since) = (concern.id.name, concern.what, concern.raised.description)
                (matter, level) = (concern.matter.rawValue, concern.level.rawValue)
                (owner, stage, due) = (ask.owner, ask.stage.rawValue, ask.due.description)
                answered = concern.reply(to: ask)?.on.description
                disputeBegun = concern.disputeBegun?.description
                (closed, step) = (concern.closing?.on.description, concern.steps.last?.move.rawValue)
                days = concern.daysOpen(on: child.day, stopped: child.endOfCare(from: concern.raised))
                about = concern.about.map(\.name)
            }
        }

        struct Strength: Encodable {
            let what, since: String
        }

        struct Item: Encodable {
            let id, what, since: String
            @OrNull var closed: String?
            @OrNull var owner: String?
            @OrNull var due: String?
            let addresses: [String]
            var evidence: [Evidence] = []
        }

        /// A record whose writer said that it shows how the part stands.
        struct Evidence: Encodable {
            let record, day: String
            let event: Int64

            init(_ record: HeldRecord) {
                (self.record, day, event) = (record.kind.name, record.day.description, record.origin.event.seq)
            }
        }

        init(_ child: ChildAsAt, _ breaks: [Break]) {
            let thread = child.record.thread
            let shown = child.record.evidence.mapValues { $0.map(Evidence.init) }
            (self.child, asAt) = (child.id.description, child.day.description)
            strengths = thread.strengths.map { Strength(what: $0.what, since: $0.since.description) }
            needs = thread.needs.map {
                Item(
                    id: $0.id.name, what: $0.what, since: $0.since.description, closed: $0.closed?.description,
                    owner: nil, due: nil, addresses: [], evidence: shown[$0.id] ?? [])
            }
            risks = thread.risks.map {
                Item(
                    id: $0.id.name, what: $0.what, since: $0.since.description, closed: $0.closed?.description,
                    owner: nil, due: nil, addresses: [])
            }
            outcomes = thread.outcomes.map {
                Item(
                    id: $0.id.name, what: $0.what, since: $0.since.description, closed: $0.closed?.description,
                    owner: nil, due: $0.measureBy?.description, addresses: $0.needs.map(\.name),
                    evidence: shown[$0.id] ?? [])
            }
            actions = thread.actions.map {
                Item(
                    id: $0.id.name, what: $0.what, since: $0.since.description, closed: $0.closed?.on.description,
                    owner: $0.owner.isEmpty ? nil : $0.owner, due: $0.due?.description,
                    addresses: $0.addresses.map(\.name), evidence: shown[$0.id] ?? [])
            }
            views = thread.views.map {
                Item(
                    id: $0.id.name, what: "", since: $0.since.description, closed: $0.answered?.on.description,
                    owner: nil, due: nil, addresses: [])
            }
            decisions = thread.decisions.map {
                Item(
                    id: $0.id.name, what: $0.what, since: $0.since.description, closed: nil, owner: $0.owner,
                    due: $0.due.description, addresses: $0.addresses.map(\.name))
            }
            concerns = thread.concerns.compactMap { Concern($0, of: child) }
            self.breaks = breaks.map { BreakLine($0, child.record) }
        }
    }
}

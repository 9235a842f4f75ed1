import Access
import Casework
import Days
import HTML
import Oversight
import Service
import Standards

extension Site {
    var teamRoutes: [Route] {
        [
            .get("/team", .may(.seeTeam)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Team") }
                return TeamView(visit, question, await caseloads.caseload(question).joins, try await gate.people())
                    .page()
            }
        ]
    }
}

extension Visit {
    /// The page where nothing has been imported yet.
    func nothingYet(_ title: String) -> Reply {
        page(title) { main in
            main.h1(title, .class("govuk-heading-l"))
            main.p("No return has been imported yet, so there are no children here.", .class("govuk-body"))
            if viewer.may(.useReturn) {
                main.p(.class("govuk-body")) { p in
                    p.a(.returns, "Send the first return", .class("govuk-link"))
                    p.text(", or import it on the server: throughline import ssda903.")
                }
            } else {
                main.p("An administrator or an analyst sends the first one.", .class("govuk-body"))
            }
        }.showing([])
    }

    /// The teams whose board the viewer may open: their own, those they manage, or all.
    func teams(in authority: Authority) -> [String] {
        if viewer.roles.contains(where: { Policy.reach($0, .seeTeam) == .everybody }) { return authority.teams }
        guard let worker = viewer.worker else { return [] }
        var teams = Set(authority.workers.values.filter { $0.manager == worker }.map(\.team))
        if let own = authority.workers[worker]?.team { teams.insert(own) }
        return teams.filter { !$0.isEmpty }.sorted()
    }
}

/// A team's page: what its work is waiting for.
struct TeamView {
    let visit: Visit
    let question: Question
    let teams: [String]
    let team: String?
    private let joins: [ChildID: [Break]]
    private let accounts: [String: Account]

    init(_ visit: Visit, _ question: Question, _ joins: [ChildID: [Break]], _ accounts: [String: Account]) {
        (self.visit, self.question, self.joins, self.accounts) = (visit, question, joins, accounts)
        let teams = visit.teams(in: question.authority)
        self.teams = teams
        team = visit.asked("team").flatMap { teams.contains($0) ? $0 : nil } ?? teams.first
    }

    private var authority: Authority { question.authority }

    func page() -> Reply {
        guard let team else {
            return visit.page("Team") { main in
                main.h1("Team", .class("govuk-heading-l"))
                main.p(
                    "No team is known to be yours. An administrator imports who works where: throughline import staff FILE.",
                    .class("govuk-body"))
            }.showing([])
        }
        // Only the team's own: what is owed to the others would be worked out for nobody.
        let hidden = visit.sight(question, .seeTeam).hidden
        let children = question.children().lazy.filter { !hidden.contains($0.id) }
            .map { ChildAsAt($0, question.asAt) }
            .filter { $0.isLookedAfter && authority.team(of: $0) == team }
            .map { ($0, Catalogue.duties(of: $0, question.context)) }
        let board = TeamBoard(team, asAt: question.asAt, children: children, joins: joins, in: authority)
        return visit.page("\(team), team") { main in
            main.h1(team, .class("govuk-heading-l"))
            choose(into: &main)
            main.p(.class("govuk-body")) { p in
                p.text("As at ")
                p.text(question.asAt)
                p.text(
                    ": \(board.lines.count) \(board.lines.count == 1 ? "child" : "children"), \(board.unheld.isEmpty ? "each with somebody who holds their work" : "\(board.unheld.count) with nobody who holds their work")."
                )
                p.joinsAsked(on: question.threadDay, insteadOf: question.asAt)
            }
            unheld(board, into: &main)
            stages(board, into: &main)
            unjoined(board, into: &main)
            stillRight(board, into: &main)
            workload(board, into: &main)
            standIns(board, into: &main)
            handovers(board, into: &main)
        }.showing(Set(board.lines.map(\.child) + board.unheld.map(\.child) + board.handovers.map(\.child)).sorted())
    }

    private func choose(into page: inout Writer) {
        guard teams.count > 1 else { return }
        page.form(.get, to: .team, .class("tl-search")) { form in
            form.div(.class("govuk-form-group govuk-!-margin-bottom-0")) { group in
                group.label("Team", .for("team"), .class("govuk-label"))
                group.select(.id("team"), .name("team"), .class("govuk-select")) { select in
                    for name in teams {
                        select.option(name, .value(name), .flag("selected", if: name == team))
                    }
                }
            }
            form.button("Show", .class("govuk-button govuk-button--secondary govuk-!-margin-bottom-0"))
        }
    }

    private func unheld(_ board: TeamBoard, into page: inout Writer) {
        page.h2("No allocated worker", .class("govuk-heading-m"))
        guard !board.unheld.isEmpty else {
            return page.p("Every child of the team has a social worker who is here.", .class("govuk-body"))
        }
        page.cards(
            "Children with nobody who holds their work, longest first",
            ["Child", "Since", "Days", "What is known", "Waits for"],
            numbers: ["Days"]
        ) { body in
            for item in board.unheld {
                body.card { row in
                    child(item.child, into: &row)
                    row.cardCell("Since", item.since)
                    row.cardCell("Days", question.asAt - item.since, isNumber: true)
                    let why =
                        switch item.why {
                        case .noWorker: "No social worker is allocated."
                        case .workerLeft(let code): "\(question.name(of: code)) has left; nobody has taken over."
                        }
                    row.cardCell("What is known", why)
                    row.cardCell("Waits for") {
                        waits(board.lines.first { $0.child == item.child }?.waits ?? [], into: &$0)
                    }
                }
            }
        }
    }

    private func waits(_ waits: [DelayLedger.Entry], into cell: inout Writer) {
        if waits.isEmpty { cell.text("nothing that the record can show") }
        for wait in waits {
            cell.p(
                "\(wait.waitedFor) (\(Catalogue.standards[Int(wait.standard)].weight.title.lowercased())), \(wait.days) \(wait.days == 1 ? "day" : "days")",
                .class("govuk-!-margin-bottom-1"))
        }
    }

    private func stages(_ board: TeamBoard, into page: inout Writer) {
        page.h2("Children by stage, and what they wait for", .class("govuk-heading-m"))
        page.p("Longest wait first.", .class("govuk-hint"))
        for stage in Stage.allCases {
            let lines = board.lines.filter { $0.stage == stage }
            guard !lines.isEmpty else { continue }
            let waiting = lines.filter { !$0.waits.isEmpty }
            page.details(.class("govuk-details"), .flag("open", if: !waiting.isEmpty && waiting.count <= 12)) {
                details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span(
                        "\(stage.title): \(lines.count), \(waiting.count) waiting\(toJoin(lines))",
                        .class("govuk-details__summary-text"))
                }
                details.div(.class("govuk-details__text")) { box in
                    box.cards(
                        stage.title, ["Child", "Worker", "Waits for", "To join up"], numbers: ["To join up"]
                    ) { body in
                        for line in lines { self.line(line, into: &body) }
                    }
                }
            }
        }
    }

    private func line(_ line: TeamBoard.Line, into body: inout Writer) {
        body.card { row in
            child(line.child, into: &row)
            row.cardCell("Worker", line.worker.map { question.name(of: $0) } ?? "no one known")
            row.cardCell("Waits for") { waits(line.waits, into: &$0) }
            row.cardCell("To join up", isNumber: true) { cell in
                guard line.joins > 0 else { return cell.span("–", .aria("aria-label", "nothing")) }
                cell.a(.child(line.child, .thread), "\(line.joins)", .class("govuk-link"))
            }
        }
    }

    private func toJoin(_ lines: [TeamBoard.Line]) -> String {
        let count = lines.reduce(0) { $0 + $1.joins }
        return count == 0 ? "" : ", \(count) to join up"
    }

    /// What is not joined up in the team's records, by what it is: a question to the team and to nobody in it.
    private func unjoined(_ board: TeamBoard, into page: inout Writer) {
        page.h2("To join up", .class("govuk-heading-m"))
        guard !board.unjoined.isEmpty else {
            return page.p("Nothing in what is recorded here of these children is left hanging.", .class("govuk-body"))
        }
        page.p("In the order of the ladder. Each is a question and may be wrong.", .class("govuk-hint"))
        page.ul(.class("tl-list")) { list in
            for one in board.unjoined {
                list.li(.class("tl-wide-item")) { item in
                    item.details(.class("tl-why")) { why in
                        why.summary { line in
                            line.strong(one.rule.title)
                            line.text(": \(one.children.count) \(one.children.count == 1 ? "child" : "children")")
                            if one.putOff > 0 { line.text(", \(one.putOff) put off") }
                            if one.awaitSecond > 0 {
                                line.text(", \(one.awaitSecond) waiting for a second person")
                            }
                        }
                        why.ul(.class("govuk-list govuk-list--bullet")) { children in
                            for child in one.children {
                                children.li {
                                    $0.a(.child(child, .thread), title(of: child), .class("govuk-link"))
                                }
                            }
                        }
                    }
                    item.p(one.rule.saysWhy, .class("tl-since"))
                }
            }
        }
    }

    /// What was said to be still right after a change, for the manager to see.
    private func stillRight(_ board: TeamBoard, into page: inout Writer) {
        let first = question.answerDay - TeamBoard.window
        let said = board.lines.flatMap { line in
            (authority[line.child]?.joinAnswers ?? []).asAt(question.answerDay)
                .filter { $0.isStillRight && $0.day > first }.map { (child: line.child, answer: $0) }
        }.sorted { ($1.answer.at, $0.child) < ($0.answer.at, $1.child) }
        guard !said.isEmpty else { return }
        page.h2("Looked at again after a change, and still right", .class("govuk-heading-m"))
        page.p("Signed in the last \(TeamBoard.window) days, the latest first.", .class("govuk-hint"))
        page.ul(.class("govuk-list tl-duties")) { list in
            for (child, answer) in said {
                list.li { item in
                    item.a(.child(child, .thread), title(of: child), .class("govuk-link"))
                    item.p("\(JoinWords(accounts).said(answer)). “\(answer.because)”")
                }
            }
        }
    }

    private func workload(_ board: TeamBoard, into page: inout Writer) {
        page.h2("Who holds how much", .class("govuk-heading-m"))
        guard !board.workloads.isEmpty else {
            return page.p("The staff file names no social worker in this team.", .class("govuk-body"))
        }
        page.p(
            "In the order of the alphabet. The facts beside the number say what it does not; a child may be in several.",
            .class("govuk-hint"))
        page.cards(
            "Children held by each social worker", ["Social worker", "Children", "Of them"], numbers: ["Children"]
        ) { body in
            for load in board.workloads {
                body.card { row in
                    row.cardHead { $0.text(question.name(of: load.worker)) }
                    row.cardCell("Children", load.children, isNumber: true)
                    let facets = Facet.allCases.compactMap { facet in
                        load.facets[facet].map { "\($0) \(facet.title)" }
                    }
                    row.cardCell("Of them", facets.joined(separator: ", "))
                }
            }
        }
    }

    /// Where somebody is away, what their children wait for is the manager's to see to.
    private func standIns(_ board: TeamBoard, into page: inout Writer) {
        page.h2("Who stands in for whom", .class("govuk-heading-m"))
        guard !board.standIns.isEmpty else {
            return page.p("No child of the team has a co-worker today.", .class("govuk-body"))
        }
        page.p(
            "A colleague is co-worker of these children, as where their worker is away; the staff file does not say who is.",
            .class("govuk-hint"))
        page.cards(
            "Co-workers of the team’s children", ["Worker", "Co-worker", "Since", "Children", "Items waiting"],
            numbers: ["Children", "Items waiting"]
        ) { body in
            for one in board.standIns {
                body.card { row in
                    row.cardHead { $0.text(question.name(of: one.worker)) }
                    row.cardCell("Co-worker", question.name(of: one.colleague))
                    row.cardCell("Since", one.since)
                    row.cardCell("Children", one.children.count, isNumber: true)
                    row.cardCell("Items waiting", one.waits, isNumber: true)
                }
            }
        }
    }

    private func handovers(_ board: TeamBoard, into page: inout Writer) {
        page.h2("Handovers", .class("govuk-heading-m"))
        for leaver in board.leaving {
            let (worker, children) = (leaver.worker, leaver.children)
            page.p(
                "\(question.name(of: worker.code)) leaves on \(worker.to?.inWords ?? "a day not given") and holds \(children) \(children == 1 ? "child" : "children"), \(leaver.handedOver) of them with what is open handed over.",
                .class("govuk-body"))
        }
        guard !board.handovers.isEmpty else {
            return page.p("No child changed worker in the last 28 days.", .class("govuk-body"))
        }
        page.cards("Children who changed worker in the last 28 days", ["Child", "Day", "From", "To", "What was open"]) {
            body in
            for handover in board.handovers {
                body.card { row in
                    child(handover.child, into: &row)
                    row.cardCell("Day", handover.day)
                    row.cardCell("From", handover.from.map { question.name(of: $0) } ?? "no one known")
                    row.cardCell("To", question.name(of: handover.to))
                    row.cardCell("What was open") { cell in
                        guard handover.state != .accepted else { return cell.text(handover.state.words) }
                        cell.a(.child(handover.child, .thread), handover.state.words, .class("govuk-link"))
                    }
                }
            }
        }
    }

    private func child(_ id: ChildID, into row: inout Writer) {
        row.cardHead { $0.a(.child(id), title(of: id), .class("govuk-link")) }
    }

    private func title(of id: ChildID) -> String { authority[id]?.identity.title ?? "Child not known" }
}

extension TeamBoard.Handover.State {
    fileprivate var words: String {
        switch self {
        case .notRecorded: "No handover is recorded"
        case .waiting(let count, let all): "\(count) of \(all) not accepted yet"
        case .accepted: "Accepted"
        }
    }
}

import Access
import Casework
import Days
import HTML
import Oversight
import Service

extension Link {
    /// Where something to join up is answered otherwise than by mending it.
    static func answering(_ found: Break, _ way: JoinWay) -> Link {
        answering(found.child).query("join", found.rule.id).query("about", found.about?.name)
            .query("answer", way.rawValue)
    }
    fileprivate static func answering(_ child: ChildID) -> Link { Link("children", child.description, "join") }
    static func joinAnswer(_ child: ChildID, _ answer: EventID) -> Link {
        Link("children", child.description, "join", answer.description)
    }
    static let joinRates = Link("joins")
    static func joinTakenBack(_ child: ChildID, _ answer: EventID) -> Link {
        Link("children", child.description, "join", answer.description, "back")
    }
}

/// How something to join up is answered otherwise than by mending it, as addresses name it.
enum JoinWay: String {
    case notSo = "not-so"
    case later
    case stillRight = "still-right"

    var title: String {
        switch self {
        case .notSo: "Not so for this child"
        case .later: "Later"
        case .stillRight: "Still right"
        }
    }

    /// What sends the answer.
    var submits: String {
        switch self {
        case .notSo: "Say that it is not so"
        case .later: "Put it off"
        case .stillRight: "Sign that it is still right"
        }
    }
}

extension Site {
    /// Answering what is to be joined up, and being the second to agree.
    var joinRoutes: [Route] {
        [
            .get("/children/:id/join", .child(.answerJoins)) { visit in
                guard let page = answerPage(visit, visit.asked("join"), visit.asked("about"), visit.asked("answer"))
                else { return .notFound }
                return page.reply()
            },
            .post("/children/:id/join", .child(.answerJoins)) { visit in
                let about = visit.form["about"]
                guard
                    let page = answerPage(
                        visit, visit.form["join"], about.isEmpty ? nil : about, visit.form["answer"])
                else { return .notFound }
                return try await answer(visit, page)
            },
            .get("/children/:id/join/:answer", .child(.answerJoins)) { visit in
                guard let page = try await secondPage(visit) else { return .notFound }
                return page.reply()
            },
            .post("/children/:id/join/:answer", .child(.answerJoins)) { visit in
                guard let page = try await secondPage(visit) else { return .notFound }
                return try await second(visit, page)
            },
            .get("/joins", .may(.seeFigures)) { visit in
                guard let question = visit.question else { return visit.nothingYet("How it was answered") }
                return JoinRatesPage(caseload: await caseloads.caseload(question), visit: visit).reply()
            },
            .post("/children/:id/join/:answer/back", .child(.answerJoins)) { visit in
                guard let child = visit.child, let event = visit.event("answer") else { return .notFound }
                // Taken back already, it is there again already.
                if child.joinAnswers.contains(where: { $0.origin.event == event }) {
                    try await keep(.takenBack(event), of: child, visit)
                }
                return .seeOther(Link.child(child.id, .thread).query("answered", "back"))
            },
        ]
    }

    private func answerPage(_ visit: Visit, _ rule: String?, _ about: String?, _ way: String?) -> AnswerJoinPage? {
        guard let child = visit.child, let authority = visit.question?.authority else { return nil }
        let found = visit.joins(of: child).first { $0.rule.id == rule && $0.about?.name == about }
        return AnswerJoinPage(
            child: child, found: found, way: way.flatMap(JoinWay.init(rawValue:)) ?? .notSo, visit: visit,
            refusal: found.flatMap {
                way == JoinWay.stillRight.rawValue
                    ? nil : $0.refusal(of: visit.answerer($0, of: child, in: authority))
            },
            lastDay: found.map { $0.lastDay(putOff: child.joinAnswers, on: visit.today, settings) })
    }

    private func answer(_ visit: Visit, _ page: AnswerJoinPage) async throws -> Reply {
        var page = page
        guard let found = page.found, page.refusal == nil else { return page.reply() }
        var word = JoinAnswer.Word.notSo
        if page.way == .later {
            guard let until = Day(visit.form["until"].trimmed) else {
                page.errors = [FieldError("until", "Give the day on which it is there again, as \(visit.today + 7)")]
                return page.reply()
            }
            word = .later(until: until)
        }
        if page.way == .stillRight {
            let parts = visit.form.all("parts").compactMap { LookAgain(name: $0) }
            guard let said = found.stillRight(parts) else { return page.reply() }
            word = said
        }
        do {
            try await keep(
                .answer(kind: found.rule.id, about: found.about?.name, word, because: visit.form["because"]),
                of: page.child, visit)
        } catch let refusals as RecordRefusals {
            page.errors = refusals.toDo
            return page.reply()
        }
        return .seeOther(Link.child(page.child.id, .thread).query("answered", page.way.rawValue))
    }

    private func secondPage(_ visit: Visit) async throws -> SecondJoinPage? {
        guard let child = visit.child, let authority = visit.question?.authority, let event = visit.event("answer"),
            let answer = child.joinAnswers.first(where: { $0.origin.event == event }),
            let rule = Breaks.rule(answer.kind)
        else { return nil }
        let found = visit.joins(of: child).first { $0.state.answer == answer }
        return SecondJoinPage(
            child: child, rule: rule, answer: answer, found: found,
            refusal: found.flatMap { $0.refusal(ofSecond: visit.answerer($0, of: child, in: authority), to: answer) },
            accounts: try await gate.people(), visit: visit)
    }

    private func second(_ visit: Visit, _ page: SecondJoinPage) async throws -> Reply {
        var page = page
        guard page.waits else { return page.reply() }
        let says = visit.form["agrees"]
        guard says == "yes" || says == "no" else {
            page.errors = [FieldError("agrees", "Say whether you agree")]
            return page.reply()
        }
        do {
            try await keep(
                .second(to: page.answer.origin.event, agrees: says == "yes", because: visit.form["because"]),
                of: page.child, visit)
        } catch let refusals as RecordRefusals {
            page.errors = refusals.toDo
            return page.reply()
        }
        return .seeOther(
            Link.child(page.child.id, .thread).query("answered", says == "yes" ? "agreed" : "not-agreed"))
    }

    private func keep(_ saying: AnswerJoin.Saying, of child: ChildRecord, _ visit: Visit) async throws {
        guard let question = visit.question else { return }
        let (viewer, today) = (visit.viewer, visit.today)
        try await AnswerJoin(saying, child: child.id) { found, child, authority in
            Answerer(viewer, found, of: child, in: authority, on: today)
        }.run(
            in: journal, knowing: question, command: CommandID(text: visit.form["command"]) ?? .new,
            by: .account(viewer.id), at: visit.now)
    }
}

extension RecordRefusals {
    /// What is wrong and what to do about it, each at its field.
    var toDo: [FieldError] {
        all.map { FieldError($0.field, "\($0.what.capitalised): \($0.remedy)") }
    }
}

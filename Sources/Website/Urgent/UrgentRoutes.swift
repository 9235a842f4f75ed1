import Access
import Casework
import Days
import HTML
import Service

extension Link {
    static let urgentList = Link("urgent")
    /// Where somebody says that a child may not be safe.
    static func urgent(_ child: ChildID) -> Link { Link("children", child.description, "urgent") }
    static func urgentWord(_ event: EventID) -> Link { Link("urgent", event.description) }
    static func urgentAcknowledged(_ event: EventID) -> Link { Link("urgent", event.description, "acknowledged") }
    static func urgentAction(_ event: EventID) -> Link { Link("urgent", event.description, "action") }
}

extension Site {
    /// "Someone needs to know now": saying it, from wherever a child is seen, and answering it.
    var urgentRoutes: [Route] {
        [
            .get("/children/:id/urgent", .child(.seeChild)) { visit in
                guard let child = visit.child else { return .notFound }
                return try await sayUrgentPage(visit, child).reply()
            },
            .post("/children/:id/urgent", .child(.seeChild)) { visit in
                guard let child = visit.child else { return .notFound }
                switch visit.form["do"] {
                case "press": return try await press(visit, child, from: RecordKind(name: visit.form["from"]))
                case "add": return try await add(visit, child)
                case "take-back": return try await takeBack(visit, child)
                default: return try await say(visit, child)
                }
            },
            .get("/urgent", .may(.answerUrgent)) { visit in
                UrgentListPage(
                    waiting: visit.urgent, accounts: try await gate.people(), visit: visit
                ).reply()
            },
            .get("/urgent/:word", .may(.answerUrgent)) { visit in
                guard let found = visit.urgentCall else { return .notFound }
                return try await answerUrgentPage(visit, found).reply()
            },
            .post("/urgent/:word/acknowledged", .may(.answerUrgent)) { visit in
                guard let (child, call) = visit.urgentCall else { return .notFound }
                if !call.acknowledged.contains(where: { $0.by == visit.viewer.id }) {
                    try await record(.acknowledgement(of: call.origin.event), of: child, visit)
                }
                return .seeOther(.urgentWord(call.origin.event))
            },
            .post("/urgent/:word/action", .may(.answerUrgent)) { visit in
                guard let found = visit.urgentCall else { return .notFound }
                return try await act(visit, found)
            },
        ]
    }

    func sayUrgentPage(_ visit: Visit, _ child: ChildRecord) async throws -> SayUrgentPage {
        let accounts = try await gate.people()
        let (way, steps) = ladder(accounts, visit).steps(for: child, saidBy: visit.viewer.id, about: [])
        return SayUrgentPage(
            child: child, way: way, steps: steps, words: try await records.urgentWords(of: child.id),
            accounts: accounts, visit: visit)
    }

    func ladder(_ accounts: [String: Account], _ visit: Visit) -> UrgentLadder {
        UrgentLadder(
            accounts.values, visit.question?.authority ?? Authority(),
            isOpen: settings.officeHours.isOpen(visit.now, .englandAndWales), today: visit.today)
    }

    /// Whom a word goes to on another child, where it turns out to be about that one.
    func telling(_ accounts: [String: Account], _ visit: Visit) -> UrgentTelling.Ladder {
        let (ladder, minutes) = (ladder(accounts, visit), UInt16(clamping: settings.urgentMinutes))
        return { child, word in
            let (way, steps) = ladder.steps(for: child, saidBy: word.by, about: word.about)
            return UrgentTelling(way: way, steps: steps, minutes: minutes)
        }
    }

    /// Whom it is about, as it was ticked and typed: nobody of that name, and no account of theirs, is told.
    func about(
        _ form: SentForm, _ ladder: UrgentLadder, _ accounts: [String: Account]
    ) -> (concern: UrgentConcern, about: [String], who: String) {
        let who = form["who"].onOneLine
        let ticked = form.all("about").filter { !$0.isEmpty }
        var concern = form["concern"] == "carer" ? UrgentConcern.carer : .child
        if form["concern"] == "staff" || (concern == .child && !ticked.isEmpty) { concern = .staff }
        let named = ticked + (concern.isAllegation ? ladder.named(in: who) : [])
        let theirs = accounts.values.filter { $0.viewer.isNamed(in: named) }.map(\.id)
        return (concern, Set(named + theirs).sorted(), who)
    }

    private func say(_ visit: Visit, _ child: ChildRecord) async throws -> Reply {
        var page = try await sayUrgentPage(visit, child)
        let ladder = ladder(page.accounts, visit)
        let (concern, about, who) = about(visit.form, ladder, page.accounts)
        let (way, steps) = ladder.steps(for: child, saidBy: visit.viewer.id, about: about)
        let word = UrgentWord(
            at: visit.now, by: visit.viewer.id, concern: concern, about: about, who: who,
            words: visit.form["words"].replacing("\r\n", with: "\n"), way: way, steps: steps,
            minutes: UInt16(clamping: settings.urgentMinutes))
        if let wrong = Self.wrong(concern, about, who) {
            page.errors = [wrong]
            return page.reply()
        }
        return try await write(.word(word), page, done: "said")
    }

    /// What would send it to the very person it is about: nobody is named, or somebody is and it says that it is about nobody
    /// here.
    static func wrong(_ concern: UrgentConcern, _ about: [String], _ who: String) -> FieldError? {
        if concern.isAllegation, about.isEmpty, who.isEmpty {
            return FieldError("who", "Say who it is about, so that it does not go to them")
        }
        if !concern.isAllegation, !who.isEmpty {
            return FieldError(
                "concern",
                "You named somebody: say whether it is about a carer or a member of staff, or take the name out")
        }
        return nil
    }

    /// Writes it down and leads on to the page, which says what is done; or shows the page again, with what is missing.
    func write(_ saying: RecordUrgent.Saying, _ page: SayUrgentPage, done: String) async throws -> Reply {
        let from = page.visit.form["from"]
        do {
            try await record(saying, of: page.child, page.visit)
            return .seeOther(
                Link.urgent(page.child.id).query(done, "yes").query("from", from.isEmpty ? nil : from))
        } catch let refusals as RecordRefusals {
            var page = page
            page.errors = refusals.remedies
            return page.reply()
        }
    }

    private func record(_ saying: RecordUrgent.Saying, of child: ChildRecord, _ visit: Visit) async throws {
        guard let authority = visit.question?.authority else { return }
        try await RecordUrgent(saying, child: child.id, by: visit.viewer.id).run(
            in: journal, knowing: authority, command: CommandID(text: visit.form["command"]) ?? .new,
            by: .account(visit.viewer.id), at: visit.now)
    }

    private func answerUrgentPage(
        _ visit: Visit, _ found: (child: ChildRecord, call: UrgentCall)
    ) async throws -> AnswerUrgentPage {
        AnswerUrgentPage(
            child: found.child, call: found.call,
            word: try await records.urgentWords(of: found.child.id)[found.call.origin.event],
            accounts: try await gate.people(), visit: visit)
    }

    private func act(_ visit: Visit, _ found: (child: ChildRecord, call: UrgentCall)) async throws -> Reply {
        var page = try await answerUrgentPage(visit, found)
        guard let due = Day(visit.form["due"].onOneLine) else {
            page.errors = [FieldError("due", "Give the day by which it is done, as \(visit.today)")]
            return page.reply()
        }
        do {
            try await record(
                .action(
                    for: found.call.origin.event, what: visit.form["what"].onOneLine,
                    owner: visit.form["owner"].onOneLine, due: due), of: found.child, visit)
            return .seeOther(.urgentWord(found.call.origin.event))
        } catch let refusals as RecordRefusals {
            page.errors = refusals.remedies
            return page.reply()
        }
    }
}

extension Visit {
    /// What waits for the viewer to acknowledge or to act on.
    var urgent: [(child: ChildRecord, call: UrgentCall)] {
        question.map { viewer.urgent(in: $0.authority, at: now) } ?? []
    }

    /// What was said urgently that the address names, where the viewer may answer it.
    fileprivate var urgentCall: (child: ChildRecord, call: UrgentCall)? {
        guard let authority = question?.authority,
            let event = event("word")
        else { return nil }
        for child in authority.children.values where !child.urgent.isEmpty {
            guard let call = child.urgent.first(where: { $0.origin.event == event }) else { continue }
            return viewer.mayAnswer(call, of: child, in: authority, at: now) ? (child, call) : nil
        }
        return nil
    }

    /// What the viewer is shown of what was said urgently of a child, the latest first.
    func heard(_ child: ChildRecord) -> [(call: UrgentCall, hearing: UrgentHearing)] {
        guard let authority = question?.authority else { return [] }
        return child.urgent.reversed().map {
            (call: $0, hearing: viewer.hearing($0, of: child, in: authority, at: now))
        }.filter { $0.hearing != .nothing }
    }
}

extension RecordRefusals {
    /// What to do about each, at its field.
    var remedies: [FieldError] {
        all.map { FieldError($0.field, $0.remedy.capitalised) }
    }
}

extension String {
    var onOneLine: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import Access
import Casework
import Days
import HTML
import Service

/// One press, and what may follow it: what it is, or that it was a mistake (`docs/decisions/0110-one-press.md`).
extension Writer {
    /// The button that tells in one press, and the way to say first whom it is about. Its form carries the session's token.
    ///
    /// - Parameters:
    ///   - kind: the record that is being written; nil on the child's own pages.
    ///   - act: what the form's `do` says where it is pressed.
    mutating func pressUrgent(_ child: ChildID, from kind: RecordKind?, _ act: String) {
        input("hidden", name: "press", value: CommandID.new.text)
        button(
            "Someone needs to know now", .class("govuk-button govuk-button--warning tl-urgent-button"), .type("submit"),
            .name("do"), .value(act))
        let what = kind == nil ? "" : ", and nothing that you wrote"
        p(.class("govuk-hint")) { p in
            p.text("One press tells the manager on duty which child\(what). ")
            p.a(
                Link.urgent(child).query("from", kind?.name),
                "If it is about a carer or a member of staff, say so first", .class("govuk-link"))
            p.text(".")
        }
    }
}

extension Site {
    /// One press: it is told at once, that something is, by whom and of which child. What it is may follow.
    func press(_ visit: Visit, _ child: ChildRecord, from kind: RecordKind?) async throws -> Reply {
        guard let authority = visit.question?.authority else { return .notFound }
        let (way, steps) = ladder(try await gate.people(), visit)
            .steps(for: child, saidBy: visit.viewer.id, about: [])
        let word = UrgentWord(
            at: visit.now, by: visit.viewer.id, concern: .child, words: "", way: way, steps: steps,
            minutes: UInt16(clamping: settings.urgentMinutes))
        func append(_ command: CommandID) async throws -> EventID? {
            try await RecordUrgent(.press(word), child: child.id, by: visit.viewer.id).run(
                in: journal, knowing: authority, command: command, by: .account(visit.viewer.id), at: visit.now)
        }
        var event = try await append(CommandID(text: visit.form["press"]) ?? .new)
        // Pressed again on a page that told of something before: where somebody has that, or was told what it is, this is
        // something else.
        if let call = try await records.current()[child.id]?.urgent.first(where: { $0.origin.event == event }),
            !call.acknowledged.isEmpty || call.hasWords || call.takenBack != nil
        {
            event = try await append(.new)
        }
        guard let event else { return .seeOther(.urgent(child.id)) }
        return .seeOther(Link.urgent(child.id).query("pressed", "\(event)").query("from", kind?.name))
    }

    func add(_ visit: Visit, _ child: ChildRecord) async throws -> Reply {
        var page = try await sayUrgentPage(visit, child)
        guard let call = page.pressed else { return .notFound }
        let ladder = ladder(page.accounts, visit)
        let (concern, about, who) = about(visit.form, ladder, page.accounts)
        if let wrong = Self.wrong(concern, about, who) {
            page.errors = [wrong]
            return page.reply()
        }
        let everybody = call.about + about
        let (way, steps) =
            everybody.isEmpty
            ? (call.way, call.steps) : ladder.steps(for: child, saidBy: visit.viewer.id, about: everybody)
        let addition = UrgentAddition(
            at: visit.now, concern: concern, about: about, who: who,
            words: visit.form["words"].replacing("\r\n", with: "\n"), way: way, steps: steps)
        return try await write(.addition(to: call.origin.event, addition), page, done: "said")
    }

    func takeBack(_ visit: Visit, _ child: ChildRecord) async throws -> Reply {
        let page = try await sayUrgentPage(visit, child)
        guard let call = page.pressed else { return .notFound }
        return try await write(
            .takingBack(call.origin.event, because: visit.form["because"].onOneLine), page, done: "taken-back")
    }
}

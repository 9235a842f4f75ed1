import Access
import Casework
import Days
import HTML
import Service

/// Where somebody says that a child may not be safe: a few words, whom it is about, and what became of it.
struct SayUrgentPage {
    let child: ChildRecord
    /// To whom it would go now.
    let way: UrgentWay
    let steps: [[String]]
    /// What was said before, with its words.
    let words: [EventID: UrgentWords]
    let accounts: [String: Account]
    let visit: Visit
    var errors: [FieldError] = []

    /// The kind of record that was being written; nil where none was.
    private var from: RecordKind? {
        RecordKind(name: visit.asked("from") ?? visit.form["from"])
    }

    /// What the viewer told in one press and can still say more of, where the address or the form names it.
    var pressed: UrgentCall? {
        guard let word = Int64(visit.asked("pressed") ?? visit.form["word"]) else { return nil }
        return child.urgent.first {
            $0.origin.event == EventID(word) && $0.by == visit.viewer.id && $0.takenBack == nil
        }
    }

    func reply() -> Reply {
        let title = "Someone needs to know now – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.errorSummary(errors)
            if visit.asked("said") != nil { main.doneBanner("Said. Below is who was told, and whether they have it.") }
            if visit.asked("taken-back") != nil {
                main.doneBanner("Taken back. It stays here with your reason, and whoever was told sees it.")
            }
            if let pressed, errors.isEmpty { main.doneBanner(told(pressed)) }
            main.h1("Someone needs to know now", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
            main.telephone(visit.urgentTelephone)
            goOn(into: &main)
            if let pressed {
                more(of: pressed, into: &main)
                calls(into: &main)
            } else if visit.asked("said") == nil && visit.asked("taken-back") == nil || !errors.isEmpty {
                ask(into: &main)
                calls(into: &main)
            } else {
                calls(into: &main)
                ask(into: &main)
            }
        }
    }

    private func told(_ call: UrgentCall) -> String {
        let names = names(call.steps.first ?? []).joined(separator: ", ")
        return names.isEmpty
            ? "It is written down, and no one is known who may be told. Telephone your manager now."
            : "Told: \(names)."
                + (call.hasWords ? "" : " They know that it is you and which child, and nothing more yet.")
    }

    private func goOn(into page: inout Writer) {
        guard let from else { return }
        page.p(.class("govuk-inset-text")) { p in
            p.text("What you were writing is kept as a draft. ")
            p.a(.recording(child.id, from), "Go on with the \(from.title.lowercased())", .class("govuk-link"))
            p.text(".")
        }
    }

    /// After one press: what it is, where there is time to say it; and the way back from a mistake.
    private func more(of call: UrgentCall, into page: inout Writer) {
        page.h2("Say what it is, if you can", .class("govuk-heading-m"))
        page.form(recordingTo: .urgent(child.id), visit.frame) { form in
            form.input("hidden", name: "word", value: "\(call.origin.event)")
            questions(into: &form)
            form.button(
                "Tell them this too", .class("govuk-button govuk-button--warning"), .type("submit"), .name("do"),
                .value("add"))
        }
        guard !call.hasWords, call.acted == nil else { return }
        page.h2("Pressed by mistake?", .class("govuk-heading-m"))
        page.form(recordingTo: .urgent(child.id), visit.frame) { form in
            form.input("hidden", name: "word", value: "\(call.origin.event)")
            form.input("hidden", name: "command", value: CommandID.new.text)
            form.input("hidden", name: "from", value: from?.name ?? "")
            form.textField(
                "Why do you take it back?", name: "because", value: visit.form["because"],
                hint: "It stays on the record with this reason, and whoever was told sees it.",
                width: "govuk-!-width-full", errors: errors)
            form.button(
                "Take it back", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                .value("take-back"))
        }
    }

    private func ask(into page: inout Writer) {
        page.p(way.inWords(first: names(steps.first ?? [])), .class("govuk-body"))
        page.form(recordingTo: .urgent(child.id), visit.frame) { form in
            form.input("hidden", name: "press", value: CommandID.new.text)
            form.input("hidden", name: "from", value: from?.name ?? "")
            form.button(
                "Tell them at once, in one press", .class("govuk-button govuk-button--warning"), .type("submit"),
                .name("do"), .value("press"))
        }
        page.h2("Or say first what it is", .class("govuk-heading-m"))
        page.p(
            "Do so where it is about a carer or a member of staff: it then does not go to them.", .class("govuk-body"))
        page.form(recordingTo: .urgent(child.id), visit.frame) { form in
            questions(into: &form)
            form.button("Tell them now", .class("govuk-button govuk-button--warning"), .type("submit"))
        }
    }

    private func questions(into form: inout Writer) {
        form.input("hidden", name: "command", value: CommandID.new.text)
        form.input("hidden", name: "from", value: from?.name ?? "")
        form.textArea(
            "What has happened, or may happen?", name: "words", value: visit.form["words"],
            hint: "A few words. They are sent to nobody by email, and do not replace the record.", rows: 4,
            errors: errors)
        form.choices(
            "Is it about somebody who cares for the child, or works with children?", name: "concern",
            [
                ("child", "No"), ("carer", "A carer, or somebody in their home"),
                ("staff", "A member of staff, here or elsewhere"),
            ], chosen: [visit.form["concern"].isEmpty ? "child" : visit.form["concern"]],
            error: errors.first { $0.field == "concern" })
        if !people.isEmpty {
            form.choices(
                "Is it about one of these? It will not go to them.", name: "about", people, several: true,
                chosen: Set(visit.form.all("about")))
        }
        form.textField(
            "Who is it about, if it is about a carer or a member of staff?", name: "who", value: visit.form["who"],
            hint: "Their name. It goes to nobody of that name.", width: "govuk-!-width-full", errors: errors)
    }

    /// Those near the child whom it may be about: who holds the work, who manages them, and who would be told.
    private var people: [(String, String)] {
        let workers = visit.question?.authority.workers ?? [:]
        func name(_ code: String) -> String {
            workers[code].flatMap { $0.name.isEmpty ? nil : $0.name } ?? code
        }
        let open = child.allocations.filter { $0.isOpen(on: visit.today) }
        let held = open.map { ($0.worker, "\(name($0.worker)), \($0.role.title)") }
        let managers = Set(open.compactMap { workers[$0.worker]?.manager }).filter { !$0.isEmpty }.sorted()
            .map { ($0, "\(name($0)), manager") }
        let codes = Set((held + managers).map(\.0))
        let told = steps.joined().compactMap { accounts[$0] }
            .filter { !codes.contains($0.worker ?? "") }
            .map { ($0.id, "\($0.name), \($0.inRoles)") }
        var seen: Set<String> = []
        return (held + managers + told).filter { seen.insert($0.0).inserted }
    }

    private func names(_ ids: [String]) -> [String] { ids.compactMap { accounts[$0]?.name } }

    private func calls(into page: inout Writer) {
        let heard = visit.heard(child)
        guard !heard.isEmpty else { return }
        page.h2("What was said, and who has it", .class("govuk-heading-m"))
        for (call, hearing) in heard {
            UrgentState(call: call, accounts: accounts, now: visit.now).draw(
                words: hearing == .everything ? words[call.origin.event] : nil, into: &page)
            if hearing == .everything, pressed == nil {
                page.p(.class("govuk-body")) { p in
                    if call.by == visit.viewer.id, call.takenBack == nil {
                        p.a(
                            Link.urgent(child.id).query("pressed", "\(call.origin.event)"),
                            call.hasWords ? "Say more" : "Say what it is, or take it back", .class("govuk-link"))
                        p.text(" ")
                    }
                    p.a(.wrongRecord(child.id, call.origin.event), "This is on the wrong child", .class("govuk-link"))
                }
            }
            if let authority = visit.question?.authority,
                visit.viewer.mayAnswer(call, of: child, in: authority, at: visit.now)
            {
                page.p(.class("govuk-body")) {
                    $0.a(.urgentWord(call.origin.event), "Read it and answer", .class("govuk-link"))
                }
            }
        }
    }
}

extension UrgentWay {
    /// Who is told, as the page says it before anything is said.
    fileprivate func inWords(first: [String]) -> String {
        let names = first.isEmpty ? "" : ": " + first.joined(separator: ", ")
        return switch self {
        case .manager: "It goes to the manager of the child’s worker\(names)."
        case .outOfHours: "It is outside office hours, so it goes to the out-of-hours team\(names)."
        case .both: "It goes to the manager of the child’s worker and to the out-of-hours team\(names)."
        case .noManager:
            "No one is known who manages the child’s worker and may be told, so it goes to the directors\(names)."
        case .noOutOfHours:
            "It is outside office hours and nobody is known in the out-of-hours team, so it goes to the directors\(names)."
        case .nobody:
            "No one is known who may be told. Telephone your manager now. If you write it here too, administrators see that something was said, and nothing of it."
        }
    }
}

extension Account {
    /// Its roles in a few words.
    var inRoles: String { roles.map { $0.title.lowercased() }.joined(separator: " and ") }
}

extension Writer {
    /// What no page about a child at risk is without.
    mutating func telephone(_ number: String) {
        p(
            "Telephone if a child is at risk: 999, then \(number.isEmpty ? "" : "\(number), ")your manager or the out-of-hours team. Do not wait for an answer here.",
            .class("tl-alert govuk-body govuk-!-margin-bottom-6"))
    }
}

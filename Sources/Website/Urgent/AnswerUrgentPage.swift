import Access
import Casework
import Days
import HTML
import Oversight
import Service

/// What was said, for whoever was told: they acknowledge it, and say what is done.
struct AnswerUrgentPage {
    let child: ChildRecord
    let call: UrgentCall
    /// Nil where the journal no longer has it.
    let word: UrgentWords?
    let accounts: [String: Account]
    let visit: Visit
    var errors: [FieldError] = []

    func reply() -> Reply {
        let title = "A child may not be safe – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.urgentList, "Urgent", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1("A child may not be safe", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) {
                $0.a(visit.frame.record(child.id), child.identity.title, .class("govuk-link"))
            }
            main.telephone(visit.urgentTelephone)
            UrgentState(call: call, accounts: accounts, now: visit.now).draw(words: word, into: &main)
            if !call.acknowledged.contains(where: { $0.by == visit.viewer.id }) {
                main.form(recordingTo: .urgentAcknowledged(call.origin.event), visit.frame) { form in
                    form.input("hidden", name: "command", value: CommandID.new.text)
                    form.submit("I have it")
                }
            }
            main.p(.class("govuk-body")) {
                $0.a(.wrongRecord(child.id, call.origin.event), "This is on the wrong child", .class("govuk-link"))
            }
            main.h2(
                call.acted == nil ? "What is being done?" : "Something more is being done", .class("govuk-heading-m"))
            main.p(
                call.concern.isAllegation
                    ? "It is kept here, and not in the child’s thread, which the person it is about may read."
                    : "It becomes an action of the child’s thread, and is asked after until it is closed.",
                .class("govuk-body"))
            main.form(recordingTo: .urgentAction(call.origin.event), visit.frame) { form in
                form.input("hidden", name: "command", value: CommandID.new.text)
                form.textArea(
                    "What is done to keep the child safe?", name: "what", value: visit.form["what"], rows: 3,
                    errors: errors)
                form.textField(
                    "Who does it?", name: "owner", value: visit.form["owner"], hint: "One person", errors: errors)
                form.textField(
                    "By when?", name: "due", value: visit.form["due"].isEmpty ? "\(visit.today)" : visit.form["due"],
                    hint: "As 2026-03-31", width: "tl-date", errors: errors)
                form.submit("Record the action")
            }
        }.showing([child.id])
    }
}

/// What waits for the viewer: for those whose place it is, and at the top of My work.
struct UrgentListPage {
    let waiting: [(child: ChildRecord, call: UrgentCall)]
    let accounts: [String: Account]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Urgent") { main in
            main.h1("Urgent", .class("govuk-heading-l"))
            if waiting.isEmpty {
                main.p("Nobody has said of a child who comes to you that they may not be safe.", .class("govuk-body"))
            } else {
                main.urgentCalls(waiting, visit.frame)
            }
            main.telephone(visit.urgentTelephone)
        }.showing(waiting.map(\.child.id).unique)
    }
}

extension Writer {
    /// The first rung of the ladder, for those who were told.
    mutating func urgentCalls(_ waiting: [(child: ChildRecord, call: UrgentCall)], _ frame: Frame) {
        h2(Rung.mayNotBeSafe.title, .class("govuk-heading-m tl-rung"))
        ul(.class("tl-list")) { list in
            for (child, call) in waiting {
                list.li { item in
                    item.div { who in
                        who.p(.class("tl-who")) {
                            $0.a(frame.record(child.id), child.identity.title, .class("govuk-link"))
                        }
                        who.p("said \(call.at.inWords)", .class("tl-since"))
                    }
                    item.div { what in
                        what.p(.class("tl-who")) {
                            $0.a(.urgentWord(call.origin.event), "Read it and answer", .class("govuk-link"))
                        }
                        what.p(call.inShort.capitalised + ".", .class("tl-since"))
                    }
                }
            }
        }
    }
}

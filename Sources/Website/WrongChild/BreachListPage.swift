import Access
import Casework
import Days
import HTML

/// Records that were taken off a child, with the hours that are left to assess each.
struct BreachListPage {
    let sealed: [(child: ChildRecord, sealed: SealedRecord)]
    let accounts: [String: Account]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Wrong child") { main in
            main.h1("Records that were on the wrong child", .class("govuk-heading-l"))
            main.p(
                "Each is sealed. Find out whose it is, who has seen it and what may come of it. Where somebody may come to harm, the Information Commissioner is told within 72 hours of our knowing (UK GDPR, Article 33).",
                .class("govuk-body"))
            guard !sealed.isEmpty else { return main.p("There is none.", .class("govuk-body")) }
            main.table("Records that were on the wrong child", ["Taken off", "From", "Whose it is", "Assessment"]) {
                body in
                for (child, sealed) in sealed { row(child, sealed, into: &body) }
            }
        }.showing(sealed.map(\.child.id).unique)
    }

    private func row(_ child: ChildRecord, _ sealed: SealedRecord, into body: inout Writer) {
        body.tr(.class("govuk-table__row")) { row in
            row.td(.class("govuk-table__cell")) { cell in
                cell.a(.sealed(sealed.record), sealed.at.inWords, .class("govuk-link"))
                cell.p("by \(accounts.inWords(sealed.by))", .class("tl-since"))
            }
            row.cell(child.identity.title)
            row.cell(
                sealed.movedTo.map { $0 == child.id ? "put back" : visit.title(of: $0) } ?? "not known yet")
            row.td(.class("govuk-table__cell")) { sealed.clock(at: visit.now).draw(into: &$0) }
        }
    }
}

extension Visit {
    /// A child that something was moved to, as far as the viewer may know who that is.
    func title(of child: ChildID) -> String {
        guard let authority = question?.authority, let record = authority[child],
            viewer.answer(.openSealed, record, in: authority, on: today) == .yes
        else { return "a child whose record you may not open" }
        return record.identity.title
    }
}

/// How long is left to assess a record that is sealed, in a word and a sentence.
struct BreachClock {
    let tag, colour, sentence: String

    func draw(into page: inout Writer) {
        page.strong(tag, .class("govuk-tag govuk-tag--\(colour)"))
        page.p(sentence, .class("tl-since"))
    }
}

extension SealedRecord {
    func clock(at now: Instant) -> BreachClock {
        if isFinished {
            return BreachClock(
                tag: "Assessed", colour: "green", sentence: assessed.map { "finished \($0.inWords)" } ?? "finished")
        }
        let milliseconds = deadline.milliseconds - now.milliseconds
        let hours = abs(milliseconds) / 3_600_000
        let length = hours == 1 ? "1 hour" : "\(hours) hours"
        return milliseconds >= 0
            ? BreachClock(
                tag: "\(length) left", colour: hours < 24 ? "orange" : "blue",
                sentence: "72 hours end on \(deadline.inWords)")
            : BreachClock(
                tag: "72 hours ended", colour: "red", sentence: "\(length) ago, on \(deadline.inWords)")
    }
}

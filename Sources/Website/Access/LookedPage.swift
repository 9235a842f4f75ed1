import Access
import Casework
import Days
import HTML

/// Who has looked at a child's record, and at lists that the child was in.
struct LookedPage {
    let child: ChildRecord
    let looks: Looks
    let accounts: [String: Account]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Who has looked – \(child.identity.title)") { main in
            if visit.viewer.may(.seeChild) { main.a(.child(child.id), child.identity.title, .class("govuk-back-link")) }
            main.h1("Who has looked", .class("govuk-heading-l"))
            main.p(
                "Everybody who opened this child’s record, or a list that the child was in; the latest first. A reason stands here where one had to be given.",
                .class("govuk-body"))
            guard !looks.isEmpty else {
                let before = visit.asked("before") == nil ? "now" : "then"
                return main.p("Nobody has, before \(before).", .class("govuk-body"))
            }
            main.table("Views, latest first", ["When", "Who", "What", "Reason"]) { body in
                for logged in looks.shown {
                    body.tr(.class("govuk-table__row")) { row in
                        row.cell(logged.look.at.inWords)
                        row.cell(accounts.inWords(logged.look.account))
                        row.cell(logged.look.what)
                        row.cell(logged.look.reason ?? "")
                    }
                }
            }
            looks.drawEarlier(.looked(child.id), into: &main)
        }
    }
}

extension [String: Account] {
    /// Name and roles; the id of an account that is no more; of a command, the user of the operating system.
    func inWords(_ id: String) -> String {
        guard let account = self[id] else {
            return id.hasPrefix("cli:") ? "\(id.dropFirst(4)), at the command line" : id
        }
        return "\(account.name), \(account.roles.map { $0.title.lowercasedFirst }.joined(separator: ", "))"
    }

    func inWords(_ author: Actor) -> String { author.account.map { inWords($0) } ?? author.name }
}

extension Look {
    /// What was looked at, with the part of the record.
    var what: String {
        guard action == .seeChild, let part = route.split(separator: "/").dropFirst(2).first else {
            return action.looked
        }
        return "\(action.looked): \(part.replacing("-", with: " "))"
    }
}

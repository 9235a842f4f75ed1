import Access
import Casework
import Days
import HTML

/// The access log itself, latest first: who, when and what kind of page. Neither what was searched for nor why stands
/// here: that is on the child's own page, for those who may see it.
struct AccessLogPage {
    let looks: Looks
    let accounts: [String: Account]
    let visit: Visit
    private let sight: Sight?

    init(looks: Looks, accounts: [String: Account], visit: Visit) {
        (self.looks, self.accounts, self.visit) = (looks, accounts, visit)
        sight = visit.question.map { visit.sight($0, .seeWhoLooked) }
    }

    func reply() -> Reply {
        visit.page("Access log") { main in
            main.h1("Access log", .class("govuk-heading-l"))
            main.p(
                "Each view of a child’s record or of a list of children, the latest first. An entry is never changed or taken out; throughline verify shows whether one was.",
                .class("govuk-body"))
            filter(into: &main)
            guard !looks.isEmpty else { return main.p("No view is logged for that.", .class("govuk-body")) }
            main.table("Views, latest first", ["Entry", "When", "Who", "What", "Whom"], numbers: ["Entry"]) { body in
                for logged in looks.shown {
                    let look = logged.look
                    body.tr(.class("govuk-table__row")) { row in
                        row.td("\(logged.place)", .class("govuk-table__cell govuk-table__cell--numeric"))
                        row.cell(look.at.inWords)
                        row.cell(accounts.inWords(look.account))
                        row.cell(look.what)
                        row.cell(look.child.map(inWords) ?? "\(look.shown.count) children")
                    }
                }
            }
            looks.drawEarlier(
                Link.accessLog.query("account", visit.asked("account")).query("day", visit.asked("day")), into: &main)
        }
    }

    /// The child's id, for those who may see who looked at that child.
    private func inWords(_ child: ChildID) -> String { sight?.mayList(child) ?? false ? child.description : "a child" }

    private func filter(into page: inout Writer) {
        let asked = visit.asked("account")
        page.form(.get, to: .accessLog, .class("tl-form")) { form in
            form.div(.class("govuk-form-group")) { group in
                group.label("Who", .class("govuk-label"), .for("account"))
                group.select(.id("account"), .name("account"), .class("govuk-select")) { select in
                    select.option("Everybody", .value(""))
                    for account in accounts.values.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
                        select.option(account.name, .value(account.id), .flag("selected", if: account.id == asked))
                    }
                }
            }
            form.textField(
                "Day", name: "day", value: visit.asked("day") ?? "", hint: "As 2026-03-31.", width: "tl-date")
            form.button("Show", .class("govuk-button govuk-button--secondary"))
        }
    }
}

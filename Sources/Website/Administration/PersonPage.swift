import Access
import Days
import HTML

/// One person who may sign in: what they are here, and what can be done about it.
struct PersonPage {
    let account: Account
    let visit: Visit
    var form: PersonForm?
    var errors: [FieldError] = []
    /// Somebody else has changed the same person since the page was loaded.
    var isConflict = false

    func reply() -> Reply {
        visit.page(errors.isEmpty ? account.name : "Error: \(account.name)") { main in
            main.a(.people, "People", .class("govuk-back-link"))
            main.errorSummary(errors)
            switch visit.asked("done") {
            case "kept": main.doneBanner("Kept.")
            case "unlocked": main.doneBanner("They can try again at once.")
            default: break
            }
            main.h1(account.name, .class("govuk-heading-l"))
            main.p("\(account.email). \(account.stateInWords(on: visit.today)).", .class("govuk-body"))
            if isConflict { merge(into: &main) }
            let form = form ?? PersonForm(account)
            main.form(recordingTo: .person(account.id), visit.frame) { fields in
                fields.input("hidden", name: "seen", value: isConflict ? account.mark : form.seen)
                fields.personFields(form, errors)
                fields.div(.class("govuk-checkboxes govuk-form-group")) { boxes in
                    boxes.div(.class("govuk-checkboxes__item")) { item in
                        item.input(
                            "checkbox", name: "disabled", value: "yes", .id("disabled"),
                            .class("govuk-checkboxes__input"), .flag("checked", if: form.isDisabled))
                        item.label(
                            "Disabled: they cannot sign in", .for("disabled"),
                            .class("govuk-label govuk-checkboxes__label"))
                    }
                }
                fields.submit(isConflict ? "Keep what stands in the form now" : "Keep")
            }
            others(into: &main)
        }
    }

    /// Both people's words, field by field. What stands in the form below is what was written here.
    private func merge(into page: inout Writer) {
        guard let mine = form else { return }
        let theirs = PersonForm(account)
        func roles(_ form: PersonForm) -> String {
            Role.ofAccounts.filter { form.roles.contains($0) }.map(\.title).joined(separator: ", ")
        }
        page.div(.class("govuk-inset-text"), .role("alert")) { box in
            box.p(
                "Somebody else changed this person while you were writing. Nothing of yours is lost, and nothing of theirs is overwritten yet.",
                .class("govuk-body"))
            box.table("What each of you wrote", ["Field", "Theirs, which stands now", "Yours, in the form below"]) {
                body in
                for (name, their, my) in [
                    ("Name", theirs.name, mine.name), ("Roles", roles(theirs), roles(mine)),
                    ("Worker code", theirs.worker, mine.worker), ("Last day", theirs.ends, mine.ends),
                    ("Disabled", theirs.isDisabled ? "yes" : "no", mine.isDisabled ? "yes" : "no"),
                ] where their != my {
                    body.tr(.class("govuk-table__row")) { row in
                        row.th(name, .scope(.row), .class("govuk-table__header"))
                        row.cell(their.isEmpty ? "nothing" : their)
                        row.cell(my.isEmpty ? "nothing" : my)
                    }
                }
            }
        }
    }

    private func others(into page: inout Writer) {
        page.h2("If they cannot sign in", .class("govuk-heading-m"))
        page.div(.class("govuk-button-group tl-form")) { group in
            group.form(recordingTo: Link("administration", "people", account.id, "link"), visit.frame) {
                $0.button(
                    "Take their password away and make a new link", .class("govuk-button govuk-button--warning"))
            }
            group.form(recordingTo: Link("administration", "people", account.id, "unlock"), visit.frame) {
                $0.button("Let them try again at once", .class("govuk-button govuk-button--secondary"))
            }
        }
    }
}

import Access
import Days
import HTML

/// Who may sign in, and as what.
struct PeoplePage {
    let accounts: [Account]
    let visit: Visit
    var form = PersonForm()
    var errors: [FieldError] = []

    func reply() -> Reply {
        visit.page(errors.isEmpty ? "People" : "Error: People", errors.isEmpty ? .ok : .badRequest) { main in
            main.a(.administration, "Administration", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1("People who may sign in", .class("govuk-heading-l"))
            main.table("People, by name", ["Name", "Email", "Roles", "Worker", "State"]) { body in
                for account in accounts { row(account, into: &body) }
            }
            main.h2("Add somebody", .class("govuk-heading-m"))
            main.form(recordingTo: .people, visit.frame) { form in
                form.textField(
                    "Email address", name: "email", type: "email", value: self.form.email, errors: errors)
                form.personFields(self.form, errors)
                form.submit("Add")
            }
        }
    }

    private func row(_ account: Account, into body: inout Writer) {
        body.tr(.class("govuk-table__row")) { row in
            row.td(.class("govuk-table__cell")) {
                $0.a(.person(account.id), account.name, .class("govuk-link"))
            }
            row.cell(account.email)
            row.cell(account.roles.map(\.title).joined(separator: ", "))
            row.cell(account.worker ?? "")
            row.cell(account.stateInWords(on: visit.today))
        }
    }
}

extension Account {
    func stateInWords(on day: Day) -> String {
        if isDisabled { return "Disabled" }
        if let ends, ends < day { return "Ended on \(ends.inWords)" }
        if !hasPassword { return "Has not chosen a password yet" }
        if needsSecondFactor, !hasSecondFactor { return "Second step not set up yet" }
        return ends.map { "Open until \($0.inWords)" } ?? "Open"
    }
}

extension Writer {
    /// The fields that adding and changing a person share.
    mutating func personFields(_ form: PersonForm, _ errors: [FieldError]) {
        textField("Name", name: "name", value: form.name, errors: errors)
        let roleError = errors.first { $0.field == "roles" }
        div(.class("govuk-form-group\(roleError == nil ? "" : " govuk-form-group--error")")) { group in
            group.fieldset(.class("govuk-fieldset"), .id("roles")) { set in
                set.legend("Roles", .class("govuk-fieldset__legend govuk-fieldset__legend--s"))
                set.div(.class("govuk-hint")) { $0.text("Each gives the least that its work needs.") }
                if let roleError { set.p(roleError.sentence, .class("govuk-error-message")) }
                set.div(.class("govuk-checkboxes govuk-checkboxes--small tl-columns")) { boxes in
                    for role in Role.ofAccounts {
                        boxes.div(.class("govuk-checkboxes__item")) { item in
                            item.input(
                                "checkbox", name: "roles", value: role.rawValue, .id("role-\(role.rawValue)"),
                                .class("govuk-checkboxes__input"), .flag("checked", if: form.roles.contains(role)))
                            item.label(
                                role.title, .for("role-\(role.rawValue)"),
                                .class("govuk-label govuk-checkboxes__label"))
                        }
                    }
                }
            }
        }
        textField(
            "Worker code", name: "worker", value: form.worker,
            hint: "Their code in the staff file, for those who hold children.", width: "govuk-input--width-10",
            errors: errors)
        textField(
            "Last day", name: "ends", value: form.ends,
            hint: "For agency workers: as 2026-03-31. Leave it empty for no end.", width: "tl-date", errors: errors)
    }
}

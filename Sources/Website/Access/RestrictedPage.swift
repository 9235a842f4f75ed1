import Access
import Casework
import HTML

extension Link {
    static let restricted = Link("restricted")
}

extension Site {
    /// The way to a record that no list and no search shows: by its number. What no reason opens, and what there is not,
    /// answer alike.
    var restrictedRoutes: [Route] {
        [
            .get("/restricted", .may(.findChildren)) { visit in
                guard let number = visit.asked("number") else { return RestrictedPage(visit: visit).reply() }
                let action: Action = visit.viewer.may(.seeChild) ? .seeChild : .useEmergencyPage
                guard let authority = visit.question?.authority, let child = authority.find(number.trimmed),
                    [.yes, .withReason].contains(
                        visit.viewer.answer(action, child, in: authority, on: visit.today))
                else {
                    return RestrictedPage(
                        visit: visit, typed: number,
                        error: "No record that you may open has that number. Check it, or ask the manager on duty."
                    ).reply()
                }
                return .seeOther(action == .seeChild ? .child(child.id) : .emergency(child.id))
            }
        ]
    }
}

struct RestrictedPage {
    let visit: Visit
    var typed = ""
    var error: String?

    func reply() -> Reply {
        visit.page(error == nil ? "Open a record by its number" : "Error: Open a record by its number") { main in
            let errors = error.map { [FieldError("number", $0)] } ?? []
            main.errorSummary(errors)
            main.h1("Open a record by its number", .class("govuk-heading-l"))
            main.p(
                "A record that is restricted to named people is in no list and found by no search. Whoever has its number, and a reason that cannot wait, may ask to open it.",
                .class("govuk-body"))
            main.form(.get, to: .restricted, .class("tl-form")) { form in
                form.textField(
                    "Number", name: "number", value: typed, hint: "The child’s number in the return.",
                    width: "govuk-input--width-10", errors: errors)
                form.submit("Continue")
            }
        }.showing([])
    }
}

import Access
import Casework
import HTML

extension Link {
    static func reason(_ child: ChildID, _ action: Action) -> Link {
        action == .useEmergencyPage
            ? Link("children", child.description, "emergency", "reason") : Link("children", child.description, "reason")
    }
}

/// Asks why a record has to be opened. Nothing of the record is on it, the name neither.
struct BreakGlassPage {
    let child: ChildID
    /// What is to be opened: the record, or its emergency page.
    let action: Action
    /// Whether the record is restricted; else it is the role that opens records with a reason only.
    let isRestricted: Bool
    let frame: Frame
    var typed = ""
    var error: String?

    init(_ child: ChildRecord, _ action: Action, _ viewer: Viewer, _ frame: Frame) {
        (self.child, self.action, self.frame) = (child.id, action, frame)
        isRestricted = viewer.protection(of: child) != .ordinary
    }

    /// Not an answer to what was asked, so it is sent as a refusal: nothing was seen.
    func reply() -> Reply {
        let title = isRestricted ? "This record is restricted" : "Why do you need this child’s emergency page?"
        let errors = error.map { [FieldError("reason", $0)] } ?? []
        let page = frame.page(title: error == nil ? title : "Error: \(title)") { main in
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            if isRestricted {
                main.p(
                    "It is for named people. If a child may not be safe, or your work cannot wait for them, say why, and it opens to you for one hour.",
                    .class("govuk-body"))
            } else {
                main.p("Say why, and it opens to you for one hour.", .class("govuk-body"))
            }
            main.p(
                "What you write is kept with each page you open, where those who may see who has looked read it, and the manager of the child’s worker is told.",
                .class("govuk-body"))
            main.form(recordingTo: .reason(child, action), frame) { form in
                form.textArea(
                    "Why you have to open it", name: "reason", value: typed,
                    hint: "For example: the police have found a child and ask who may collect her.", errors: errors)
                form.submit("Open it for one hour")
            }
        }
        return .page(page, .forbidden)
    }
}

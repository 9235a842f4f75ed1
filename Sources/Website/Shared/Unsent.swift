import HTML

/// Texts of whoever is signed in that lie locked on their device and were not sent
/// (`docs/decisions/0116-unsent-on-every-page.md`). Every page of theirs says how many and leads to the form of each, and
/// before they sign out they are asked; a script fills it in, and without one there is nothing to say.
struct Unsent: Sendable {
    /// What the person’s texts are known by on the device; empty where nothing was ever kept on it. Worked out where a page is
    /// drawn, and not for each draft that is saved.
    let mark: @Sendable () -> String
    /// Whom to telephone; empty where the council has not said.
    let telephone: String

    /// What is said beside anything that is not sent.
    static func risk(_ telephone: String) -> String {
        "If a child is at risk now, phone \(telephone.isEmpty ? "999 and your manager" : "999, then \(telephone)")."
    }

    func draw(_ frame: Frame, into page: inout Writer) {
        page.element(
            "template", .id("unsent"), .data("data-mark", mark()), .data("data-key", Link.deviceKey.address),
            .data("data-arrived", Link.deviceText.address), .data("data-token", frame.token)
        ) { template in
            template.section(.class("tl-unsent-all"), .aria("aria-label", "Not sent")) { box in
                box.div(.class("govuk-width-container")) { inside in
                    inside.p(.class("govuk-body")) { p in
                        p.strong("", .data("data-count", ""))
                        p.text(" " + Self.risk(telephone))
                    }
                    inside.ul(.class("govuk-list"), .data("data-forms", "")) { _ in }
                }
            }
            template.element("dialog", .class("tl-leaving"), .aria("aria-labelledby", "leaving")) { dialog in
                dialog.h2("Signing out would lose what is not sent", .class("govuk-heading-m"), .id("leaving"))
                dialog.p(.class("govuk-body")) { p in
                    p.strong("", .data("data-count", ""))
                    p.text(" Once you sign out nobody can read it any more.")
                }
                dialog.div(.class("govuk-button-group")) { group in
                    group.button("Send first", .class("govuk-button"), .type("button"), .data("data-stay", ""))
                    group.button(
                        "Sign out all the same", .class("govuk-button govuk-button--warning"), .type("button"),
                        .data("data-leave", ""))
                }
            }
        }
        page.script(.asset("waiting.js"))
    }
}

import HTML
import Hummingbird
import Workspace

extension Site {
    /// What somebody had typed when their session was over, for them to send again.
    func carryOnPage(_ visit: Visit) async throws -> Reply {
        guard let key = gate.heldKey(visit.request, visit.client), let entry = visit.entry,
            let held = try await gate.held.find(key, of: entry.account.id, at: visit.now),
            let link = Link(onThisSite: held.path)
        else { return Reply.seeOther(.home).setting(.held(nil, visit.client)) }
        return visit.page("Carry on") { main in
            main.h1("What you typed is still here", .class("govuk-heading-l"))
            main.p(
                "You had been signed out when you sent it, so it was kept and not recorded. Send it now, or let it go.",
                .class("govuk-body"))
            main.dl(.class("govuk-summary-list")) { list in
                for field in held.fields where !field.value.isEmpty && !Self.isUnsaid(field.name) {
                    list.summaryRow(Self.words(field.name), field.value)
                }
            }
            main.form(recordingTo: link, visit.frame) { form in
                form.input("hidden", name: "held", value: "yes")
                for field in held.fields { form.input("hidden", name: field.name, value: field.value) }
                form.submit("Continue and send it")
            }
            main.form(recordingTo: .carryOn, visit.frame) { form in
                form.button("Let it go", .class("govuk-button govuk-button--secondary"), .type("submit"))
            }
        }
    }

    /// What the form carries for itself, which nobody typed.
    private static let unsaid: Set<String> = [
        "seen", "merged", "mark", "draft", "do", "correct", "corrects", "right", "press",
    ]
    private static func isUnsaid(_ name: String) -> Bool { unsaid.contains(name) || name.hasPrefix("known.") }

    private static func words(_ name: String) -> String {
        let words = name.map { $0 == "-" || $0 == "_" ? " " : $0 }
        return String(words).prefix(1).uppercased() + String(words).dropFirst()
    }
}

import Casework
import Days
import HTML
import Oversight

/// What stands beside the form of an answer to a concern, or of a step on one: each that is open, with whose turn it is.
extension RecordPage {
    func concernsBeside(into page: inout Writer) {
        let open = child.thread.concerns.filter(\.isOpen)
        guard !open.isEmpty else {
            return page.p("No concern of the reviewing officer’s is open for this child.", .class("govuk-inset-text"))
        }
        page.div(.class("govuk-inset-text"), .id("beside")) { inset in
            for concern in open {
                inset.p(.class("govuk-body")) { p in
                    p.strong(MarkedText("“\(concern.what)” "))
                    p.text(concern.sentence(on: visit.today) + " ")
                    p.a(.signed(child.id, concern.origin.event), "What was asked", .class("govuk-link"))
                }
            }
        }
    }
}

import Access
import Casework
import Days
import HTML
import Oversight
import Service

extension Link {
    static func emergency(_ child: ChildID) -> Link { Link("children", child.description, "emergency") }
}

extension Site {
    var emergencyRoutes: [Route] {
        [
            .get("/children/:id/emergency", .child(.useEmergencyPage)) { visit in
                guard let question = visit.question, let child = visit.child else { return .notFound }
                // Who may be told is said in records signed since the returns end.
                let day = max(question.asAt, child.records.last?.day ?? question.asAt)
                let sheet = EmergencySheet(ChildAsAt(child, day), in: question.authority)
                return EmergencyPage(sheet: sheet, visit: visit).reply()
            }
        ]
    }
}

/// The emergency page of a child: on one sheet, what somebody needs who has to act tonight.
struct EmergencyPage {
    let sheet: EmergencySheet
    let visit: Visit

    func reply() -> Reply {
        visit.page("Emergency: \(sheet.title)") { main in
            if visit.viewer.may(.seeChild) { main.a(.child(sheet.child), sheet.title, .class("govuk-back-link")) }
            main.h1(.class("govuk-heading-l")) { h1 in
                h1.span("Emergency page", .class("govuk-caption-l"))
                h1.text(sheet.title)
            }
            if let child = visit.child {
                for call in visit.heard(child).map(\.call) where call.isOpen { main.p(call.alert, .class("tl-alert")) }
            }
            for alert in sheet.alerts { main.p(alert, .class("tl-alert")) }
            main.p(
                "As the returns and files have it on \(sheet.asAt.inWords). What happened since is not here: ask.",
                .class("govuk-inset-text"))
            for part in sheet.parts {
                main.h2(part.title, .class("govuk-heading-m"))
                main.dl(.class("govuk-summary-list")) { list in
                    for line in part.lines { list.sheetLine(line) }
                }
            }
        }
    }
}

extension Writer {
    fileprivate mutating func sheetLine(_ line: EmergencySheet.Line) {
        div(.class("govuk-summary-list__row")) { row in
            row.dt(.class("govuk-summary-list__key")) { $0.text(line.title) }
            row.dd(.class("govuk-summary-list__value")) { cell in
                guard let value = line.value else {
                    return cell.span(EmergencySheet.notRecorded, .class("tl-since"))
                }
                guard line.isAddress else { return cell.text(value) }
                // Paper is left lying.
                cell.span(value, .class("tl-screen-only"))
                cell.span("kept off paper; read it on the screen", .class("tl-paper-only"))
            }
        }
    }
}

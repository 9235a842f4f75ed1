import Casework
import Days
import HTML
import Oversight
import Standards

/// A child's thread: does what is done flow from what the child needs, and is it working?
extension ChildView {
    func thread(into page: inout Writer) {
        ThreadJoins(view: self).draw(into: &page)
        page.p(.class("govuk-body tl-do govuk-!-margin-bottom-4")) {
            $0.a(.reviewBrief(record.id), "Brief for the next review", .class("govuk-link"))
        }
        strengths(into: &page)
        let picture = ThreadPicture(child, whole: isWhole)
        if let picture {
            page.h2("The thread", .class("govuk-heading-m"))
            picture.draw(into: &page)
            for strand in picture.strands { twin(strand, into: &page) }
        }
        views(into: &page)
        signed(into: &page)
    }

    /// What is strong, before what is needed.
    private func strengths(into page: inout Writer) {
        let strengths = record.thread.strengths
        guard !strengths.isEmpty else { return }
        page.h2("What is strong", .class("govuk-heading-m"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for strength in strengths.reversed() {
                list.li {
                    $0.text(strength.what + ". ")
                    $0.a(
                        .signed(record.id, strength.origin.event), "Seen on \(strength.since.inWords)",
                        .class("govuk-link"))
                }
            }
        }
    }

    private func twin(_ strand: ThreadPicture.Strand, into page: inout Writer) {
        page.section(.class("tl-strand")) { section in
            section.h3("\(strand.kind): \(strand.title)", .class("govuk-heading-s"))
            section.p(strand.since, .class("tl-since"))
            section.ul(.class("govuk-list govuk-list--bullet")) { list in
                for outcome in strand.outcomes {
                    list.li {
                        $0.strong("Wanted: ")
                        $0.text(outcome.title + ". " + outcome.state + ".")
                    }
                }
                for action in strand.actions {
                    list.li {
                        $0.strong("Action: ")
                        $0.text(action.title + ". " + action.state + ".")
                    }
                }
                if strand.actions.isEmpty { list.li("No action.") }
                if strand.more > 0 { list.li { more(strand.more, "actions", into: &$0) } }
            }
        }
    }

    /// Whether all of a long record was asked for.
    private var isWhole: Bool { visit.asked("all") == "yes" }
    /// So many lines of a table are shown at first.
    private static let most = 12

    private func more(_ more: Int, _ what: String, into place: inout Writer) {
        place.a(
            Link.child(record.id, .thread).query("all", "yes").query("as-at", visit.asked("as-at"))
                .query("known-on", visit.asked("known-on")),
            "Show \(more) more \(what)", .class("govuk-link"))
    }

    private func views(into page: inout Writer) {
        let views = record.thread.views
        guard !views.isEmpty else { return }
        page.h2("What the child said", .class("govuk-heading-m"))
        page.table("What the child said, latest first", ["Said on", "What became of it", "Where it is written"]) {
            body in
            for view in views.reversed().prefix(isWhole ? .max : Self.most) {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(view.since)
                    row.cell(
                        view.answered.map {
                            "Answered on \($0.on.inWords)"
                                + ($0.childTold ? "; the child was told" : "; not said that the child was told")
                        } ?? "Not answered yet")
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, view.origin.event), "Read it", .class("govuk-link"))
                    }
                }
            }
        }
        rest(of: views.count, "views", into: &page)
    }

    /// Where to find what a table leaves out.
    private func rest(of count: Int, _ what: String, into page: inout Writer) {
        guard !isWhole, count > Self.most else { return }
        page.p(.class("govuk-body")) { more(count - Self.most, what, into: &$0) }
    }

    private func signed(into page: inout Writer) {
        page.h2("What was signed here", .class("govuk-heading-m"))
        page.table("Signed records, latest first", ["Day", "What"]) { body in
            for held in record.records.reversed().prefix(isWhole ? .max : Self.most) {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(held.day)
                    row.td(.class("govuk-table__cell")) {
                        $0.a(
                            .signed(record.id, held.origin.event),
                            "\(held.kind.title) of \(held.day.inWords)" + (held.isCorrected ? ", corrected" : ""),
                            .class("govuk-link"))
                    }
                }
            }
        }
        rest(of: record.records.count, "records", into: &page)
    }
}

extension BreakRule {
    /// What stands behind it, and where: the two are one for a local aim.
    var saysWhy: String {
        weight == .local ? source.description : "\(weight.title) · \(source)"
    }
}

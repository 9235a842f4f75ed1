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
        let reader = RecordReader(visit.viewer, of: record, in: question.authority, on: visit.today)
        let words = ThreadWords(told, by: child.day, mayRead: reader.mayRead)
        let strands = ThreadStrands(child, joins: assessed.joins.counted, words: words, whole: isWhole).strands()
        if !strands.isEmpty {
            page.h2("The thread", .class("govuk-heading-m"))
            ThreadPicture(strands: strands).draw(into: &page)
            for strand in strands {
                ThreadTwin(strand: strand, links: links, child: record.id) { more(strand.more, "actions", into: &$0) }
                    .draw(into: &page)
            }
        }
        views(words, into: &page)
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
                    $0.text(MarkedText(strength.what + ". "))
                    $0.a(
                        .signed(record.id, strength.origin.event), "Seen on \(strength.since.inWords)",
                        .class("govuk-link"))
                }
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

    private func views(_ words: ThreadWords, into page: inout Writer) {
        let views = record.thread.views
        guard !views.isEmpty else { return }
        page.h2("What the child said", .class("govuk-heading-m"))
        page.table("What the child said, latest first", ["Said on", "In their words", "What became of it"]) { body in
            for view in views.reversed().prefix(isWhole ? .max : Self.most) {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, view.origin.event), view.since.inWords, .class("govuk-link"))
                    }
                    row.cell(MarkedText(words.said[view.id].map { "“\($0.words)”" } ?? view.informationClass.title))
                    row.cell(
                        view.answered.map {
                            "Answered on \($0.on.inWords)"
                                + ($0.childTold ? "; the child was told" : "; not said that the child was told")
                        } ?? "Not answered yet")
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
    /// What stands behind it, and where; a local aim by that alone, for its number tells nobody anything.
    var saysWhy: String { weight == .local ? weight.title : "\(weight.title) · \(source)" }
}

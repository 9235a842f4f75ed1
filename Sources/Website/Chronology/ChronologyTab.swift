import Casework
import Days
import HTML
import Service

/// A child's chronology: what has happened, earliest first, and what it meant for the child. It makes itself; people mark
/// what matters, say what it meant, and add what no record tells.
extension ChildView {
    func chronology(into page: inout Writer) {
        let chronology = Chronology(child, told: told)
        let choice = ChronologyChoice(visit)
        let mayMark = mayRecord(.chronologyEntry)
        let lines = chronology.lines(choice)
        page.h2("What has happened, and what it meant", .class("govuk-heading-m"))
        page.p(
            "It is put together from the returns and from what is signed here. People say what matters, and what it meant for the child.",
            .class("govuk-body"))
        if mayRecord {
            page.p(.class("govuk-body tl-do")) { p in
                if mayMark {
                    p.a(.recording(record.id, .chronologyEntry), "Add something", .class("govuk-link"))
                    p.text(" · ")
                }
                p.a(.chronologyCopy(record.id), "Two pages for somebody", .class("govuk-link"))
            }
        }
        copies(into: &page)
        ChronologyControls(child: record.id, choice: choice, visit: visit).draw(into: &page)
        page.p(
            lines.count == chronology.lines.count
                ? "\(lines.count) \(lines.count == 1 ? "line" : "lines")."
                : "\(lines.count) of \(chronology.lines.count) lines.", .class("govuk-body"), .role("status"))
        guard !lines.isEmpty else { return }
        page.ol(.class("govuk-list tl-chronology")) { list in
            for line in lines { list.li(.id(line.name.name)) { one(line, mayMark, into: &$0) } }
        }
    }

    private func one(_ line: ChronologyLine, _ mayMark: Bool, into item: inout Writer) {
        item.p(.class("tl-chronology-day")) { day in
            if !line.start.isKnown { day.text("On or before ") }
            day.strong(line.day.inWords)
            if line.isSignificant { day.strong("Significant", .class("govuk-tag tl-chronology-tag")) }
        }
        item.div { words in
            words.p(MarkedText(line.what), .class("govuk-body govuk-!-margin-bottom-1"))
            if !line.says.isEmpty { words.p(MarkedText(line.says), .class("govuk-body govuk-!-margin-bottom-1")) }
            if !line.impact.isEmpty {
                words.p(.class("govuk-body govuk-!-margin-bottom-1")) { p in
                    p.strong("What it meant: ")
                    p.text(MarkedText(line.impact))
                }
            }
            words.p(.class("tl-since")) { p in
                p.text(line.themes.map(\.title).joined(separator: ", ") + " · ")
                source(line, into: &p)
                if mayMark {
                    p.span(.class("tl-do")) { way in
                        way.text(" · ")
                        way.a(
                            Link.recording(record.id, .chronologyEntry).query("line", line.name.name),
                            .class("govuk-link")
                        ) { link in
                            link.text(line.mark == nil ? "Say what it meant" : "Say it anew")
                            link.span(": \(line.words)", .class("govuk-visually-hidden"))
                        }
                    }
                }
            }
        }
    }

    /// Where it is from, and where somebody said what it meant.
    private func source(_ line: ChronologyLine, into p: inout Writer) {
        switch line.source {
        case .care: p.a(.child(record.id, .timeline), "From the timeline", .class("govuk-link"))
        case .record(let event, let kind):
            p.a(.signed(record.id, event), "From the \(kind.title.lowercased())", .class("govuk-link"))
        }
        guard let mark = line.mark, line.source != .record(mark.record, .chronologyEntry) else { return }
        p.text(" · ")
        p.a(.signed(record.id, mark.record), "Who said what it meant", .class("govuk-link"))
    }

    /// What was made of it for somebody.
    private func copies(into page: inout Writer) {
        // A copy is made after the day that the page speaks for, where nobody asked for another.
        let whole = visit.asked("as-at") == nil ? question.authority[record.id] : nil
        let made = (whole ?? record).copies.filter { $0.kind == .chronology }
        guard !made.isEmpty else { return }
        page.ul(.class("govuk-list tl-do")) { list in
            for copy in made {
                list.li {
                    $0.a(
                        .copy(record.id, copy.origin.event),
                        "\(copy.kind.title(for: copy.reader)), \(copy.day.inWords)",
                        .class("govuk-link"))
                }
            }
        }
    }
}

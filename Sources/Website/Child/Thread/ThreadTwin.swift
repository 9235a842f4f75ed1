import Casework
import HTML
import Oversight

/// A strand of the thread in words: on a telephone, read aloud and on paper it stands for the picture. What is to be joined
/// up stands with the part that it is about.
struct ThreadTwin {
    let strand: ThreadStrand
    let links: JoinLinks
    let child: ChildID
    /// The way to the rest of a long strand.
    let rest: (inout Writer) -> Void

    func draw(into page: inout Writer) {
        page.section(.class(strand.isClosed ? "tl-strand tl-strand-closed" : "tl-strand")) { section in
            section.h3(MarkedText("\(strand.kind.title): \(strand.title)"), .class("govuk-heading-s"))
            if !strand.since.isEmpty { section.p(strand.since, .class("tl-since")) }
            if let evidence = strand.evidence { section.p(MarkedText("What shows it: \(evidence)"), .class("tl-said")) }
            strand.shownBy.draw(of: child, into: &section)
            joins(strand.joins, into: &section)
            section.ul(.class("govuk-list govuk-list--bullet")) { list in
                for line in strand.lines {
                    if let outcome = line.outcome { part("Wanted: ", outcome, into: &list) }
                    if let step = line.step { part("Action: ", step, into: &list) }
                }
                if strand.isLeft { list.li { item in nothing(strand, into: &item) } }
                if strand.more > 0 { list.li { rest(&$0) } }
            }
        }
    }

    private func part(_ name: String, _ part: ThreadStrand.Part, into list: inout Writer) {
        list.li { item in
            item.strong(name)
            item.text(MarkedText(([part.title, part.state] + part.more).map(\.asSentence).joined(separator: " ")))
            if !part.came.isEmpty {
                item.p(.class("tl-came")) { came in
                    came.strong("What came of it: ")
                    came.text(MarkedText(part.came.asSentence))
                }
            }
            part.shownBy.draw(of: child, into: &item)
            joins(part.joins, into: &item)
        }
    }

    /// That nothing is done for it, and where it is said why.
    private func nothing(_ strand: ThreadStrand, into item: inout Writer) {
        guard let left = strand.left else { return item.text("No action.") }
        item.text("No action, and ")
        item.a(
            .signed(child, left.origin.event), "the \(left.from.title.lowercased()) of \(left.on.inWords) says why",
            .class("govuk-link"))
        item.text(".")
    }

    private func joins(_ joins: [Break], into place: inout Writer) {
        for found in joins {
            place.div(.class("tl-join")) { join in
                join.p {
                    $0.text("To join up: ")
                    $0.a(JoinLinks.thread(found), found.title.lowercasedFirst, .class("govuk-link"))
                }
                join.joinAction(found, links)
            }
        }
    }
}

extension String {
    /// With a stop at its end, where it has none.
    var asSentence: String {
        last.map { ".?!…”".contains($0) } ?? true ? self : self + "."
    }
}

import Casework
import Copies
import Days
import HTML

/// A copy as it was signed: what one reader was given.
struct CopyPage {
    let child: ChildRecord
    let copy: CopyMade
    let author: String
    let paper: PaperLink

    func page(_ visit: Visit) -> [UInt8] {
        let title = copy.kind.title(for: copy.reader)
        return visit.frame.page(title: "\(title) – \(child.identity.title)") { main in
            if visit.asked("signed") != nil { main.doneBanner("Signed. It stays as it is.") }
            main.p(.class("govuk-caption-l")) { $0.text(title) }
            main.p(.class("govuk-body tl-do")) { p in
                p.a(.child(child.id, .thread), child.identity.title, .class("govuk-link"))
                p.text(". Made by \(author) on \(copy.day.inWords), of ")
                if copy.kind == .chronology {
                    p.a(.child(child.id, .chronology), "the chronology", .class("govuk-link"))
                } else {
                    p.a(.signed(child.id, copy.record), "this record", .class("govuk-link"))
                }
                if !copy.including.isEmpty {
                    p.text(
                        ". Put in by choice: " + copy.including.map { $0.title.lowercased() }.joined(separator: ", "))
                }
                if !copy.agreed.isEmpty { p.text(". The police agreed: \(copy.agreed)") }
                p.text(".")
            }
            paper.draw(into: &main)
            main.div(.class(copy.kind == .chronology ? "tl-two-pages" : "tl-copy")) { body in
                for (place, block) in copy.blocks.enumerated() {
                    if place == 0 {
                        body.h1(block.heading, .class("govuk-heading-l"))
                    } else {
                        body.h2(block.heading, .class("govuk-heading-m"))
                    }
                    for line in block.lines { body.p(line, .class("govuk-body")) }
                }
            }
        }
    }
}

extension CopyKind {
    /// With whom it is for; the child's version is nobody else's.
    func title(for reader: String) -> String {
        self == .childsVersion ? title : "\(title) for \(reader.isEmpty ? "the child" : reader)"
    }
}

extension CopyMade {
    /// Its parts: a line that heads each, and the lines below it.
    var blocks: [(heading: String, lines: [String])] {
        var blocks: [(heading: String, lines: [String])] = []
        var isBetween = true
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.allSatisfy(\.isWhitespace) {
                isBetween = true
            } else if isBetween {
                blocks.append((line, []))
                isBetween = false
            } else {
                blocks[blocks.count - 1].lines.append(line)
            }
        }
        return blocks
    }
}

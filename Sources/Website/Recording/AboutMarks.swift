import Casework
import HTML

/// Words on a page: a passage that is marked as being about another person stands out, says whom it is about, and is kept
/// off paper, which is left lying.
extension MarkedText: Content {
    public func write(into page: inout Writer) {
        for part in parts {
            switch part {
            case .words(let words): page.text(words)
            case .passage(let passage):
                page.span(.class("tl-about tl-screen-only")) { mark in
                    mark.span(
                        "About \(passage.who.isEmpty ? "somebody else" : passage.who):", .class("tl-about-who"))
                    mark.text(" " + passage.words)
                }
                page.span("[About somebody else: kept off paper.]", .class("tl-paper-only"))
            }
        }
    }
}

/// Marks a passage of what is being written as being about another person: words that are selected get their mark by a
/// button, which a script shows beside the field; without one the mark is typed.
struct AboutMarks {
    let child: ChildRecord

    /// What the script makes its button of: the people around the child by name. Those who bear the child’s own name are
    /// told by the rest of theirs.
    func draw(into page: inout Writer) {
        let names = child.identity.names
        page.element(
            "template", .id("about-mark"),
            .data("data-own", ([names.current.legal, names.current.knownAs] + names.former).joined(separator: " "))
        ) { template in
            template.div(.class("tl-mark"), .role("group"), .aria("aria-label", "Mark the selected words")) { bar in
                bar.label("Is it about somebody else?", .class("govuk-label"), .for("about-whom"))
                bar.select(.class("govuk-select"), .id("about-whom")) { select in
                    select.option("somebody else", .value(""))
                    for person in child.thread.people { select.option(person.name, .value(person.name)) }
                }
                bar.button("Mark it", .class("govuk-button govuk-button--secondary"), .type("button"))
            }
        }
        page.script(.asset("mark.js"))
    }

    /// How a mark is typed.
    static let how =
        "To mark only some words, put them into square brackets with whom they are about: [About Mark: he lost his job.] They stay in the record, and go into no copy by themselves."
}

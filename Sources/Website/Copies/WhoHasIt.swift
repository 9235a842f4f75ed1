import Casework
import Days
import HTML

/// Who has a copy of a plan or a review, since when, and of whom nothing says that they have one.
struct WhoHasIt {
    let child: ChildAsAt
    let record: HeldRecord
    /// Whether the viewer may write down that somebody was given it.
    let maySay: Bool

    func draw(into page: inout Writer) {
        guard record.kind.isGivenOut else { return }
        page.details(.class("govuk-details"), .id("who-has-it")) { details in
            let (copies, without) = (child.copies(of: record), child.without(record, by: child.day))
            details.summary(.class("govuk-details__summary")) {
                $0.span(
                    "Who has a copy: \(copies.isEmpty ? "nobody, as far as it is recorded" : "\(Set(copies.map(\.reader)).count)")",
                    .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.ul(.class("govuk-list govuk-list--bullet")) { list in
                    for copy in copies {
                        list.li(
                            "\(Self.name(copy.reader))\(copy.isChildsVersion ? ", their own version" : ""), on \(copy.on.inWords)"
                        )
                    }
                    for reader in without { list.li("\(Self.name(reader)): not recorded") }
                }
                inside.p(
                    "Asked of the child, from the age of four, and of everybody recorded with parental responsibility.",
                    .class("govuk-hint"))
                guard maySay else { return }
                inside.p(.class("govuk-body")) {
                    $0.a(
                        Link.recording(child.id, .copiesGiven).query("of", "\(record.origin.event)"),
                        "Write down who was given it", .class("govuk-link"))
                }
            }
        }
    }

    private static func name(_ reader: String) -> String { reader.isEmpty ? "The child" : reader }
}

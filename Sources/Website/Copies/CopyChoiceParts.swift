import Casework
import Copies
import HTML

extension Writer {
    /// Where what is still undecided of a copy is decided.
    mutating func decideFirst(_ undecided: [String], of child: ChildID) {
        guard !undecided.isEmpty else { return }
        p(.class("govuk-body")) { p in
            p.text("Decide it first: ")
            p.a(.recording(child, .people), "People and who may know", .class("govuk-link"))
            p.text(".")
        }
    }

    /// Asks, before a copy goes, that somebody looks at what tells of the police and is not marked as theirs; it holds nothing
    /// up.
    mutating func lookAt(_ unmarked: [UnmarkedPolice], of child: ChildRecord) {
        guard !unmarked.isEmpty else { return }
        section(.class("govuk-inset-text"), .id("unmarked-police"), .aria("aria-label", "Look at this before it goes"))
        { inset in
            inset.h2("Look at this before it goes", .class("govuk-heading-s"))
            for one in unmarked {
                inset.p(.class("govuk-body")) { p in
                    let day = child.records.first { $0.origin.event == one.event }?.day
                    p.a(
                        .signed(child.id, one.event), one.kind.title + (day.map { " of \($0.inWords)" } ?? ""),
                        .class("govuk-link"))
                    p.text(" says \(one.quoted), which is not marked as from the police.")
                }
            }
            inset.p(
                "What is from the police goes only to whom an officer has agreed. If this is from them, take it out here, and correct the record so that it is marked. If it is not, there is nothing to do.",
                .class("govuk-body"))
        }
    }

    /// What goes into a copy besides what is ordinary; nothing where there is none of it.
    mutating func including(_ classes: [InformationClass], chosen: some Sequence<InformationClass>) {
        guard !classes.isEmpty else { return }
        choices(
            "What goes in that is not ordinary?", name: "include", classes.map { ($0.rawValue, $0.title) },
            several: true, chosen: Set(chosen.map(\.rawValue)),
            hint: "Leave it unless you have decided that this reader is to have it. Your name stays with the choice."
                + (classes.contains(.police) ? " Of what is from the police you are asked which officer agreed." : ""))
    }
}

extension CopyReader {
    /// Those whom a copy may be for, by what an address calls them.
    static func codes(in thread: ChildThread) -> [(String, String)] {
        [("child", "The child")] + thread.people.map { ($0.code, "\($0.name), \($0.relation)") }
    }
}

import Access
import Casework
import Days
import HTML

/// One document: what it is, a look at it where that is safe, and the way to take it.
struct DocumentPage {
    let child: ChildRecord
    let held: HeldDocument
    /// Who added it.
    let author: String
    let visit: Visit

    private var document: Document { held.document }

    /// A file is as it came: nothing is left out of it for whoever may not know. Nil where it is ordinary, and it is decided
    /// of everybody around the child that they may know all of it.
    private var whyNotHandedOn: String? {
        let people = child.thread.people
        if document.informationClass != .ordinary { return document.informationClass.title.lowercased() }
        if people.isEmpty { return "nobody is recorded among the people around the child" }
        let isDecided = people.allSatisfy { person in
            person.namedTo != nil && person.undecided.allSatisfy { $0 == .identity && !hasIdentityForSome }
        }
        guard isDecided else { return "who may know what about the child is not all decided" }
        return mayNotKnow.isEmpty ? nil : "nothing is left out of a file"
    }

    /// Of what is private in the child's identity it is asked once something is, as of a copy.
    private var hasIdentityForSome: Bool { child.records.contains { $0.says(.identityForSome) } }

    /// Each of whom it is decided that they may not know something, or be read of.
    private var mayNotKnow: [String] {
        child.thread.people.compactMap { $0.sayingMayNotKnow(besides: hasIdentityForSome ? nil : .identity) }
    }

    func reply() -> Reply {
        visit.page("\(document.title) – \(child.identity.title)") { main in
            main.a(.documents(child.id), "Documents", .class("govuk-back-link"))
            if visit.asked("added") != nil { main.doneBanner("Added. It is part of the record now.") }
            main.h1(document.title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
            main.confidentialAddress(of: child, apart: true)
            main.dl(.class("govuk-summary-list")) { list in
                list.summaryRow("Of", document.day.inWords)
                list.summaryRow("Added by", author)
                list.summaryRow("Kind", "\(document.type.title), \(document.size), \(document.scan.title)")
                list.summaryRow("Class", document.informationClass.title)
            }
            let file = Link.documentFile(child.id, held.origin.event)
            if document.type.preview == .picture {
                main.void(
                    "img", [.src(file), Attribute("alt", document.title), .class("tl-picture")])
            }
            main.div(.class("govuk-button-group tl-do")) { group in
                if document.type.preview == .pdf {
                    group.a(file, "Open the PDF", .class("govuk-button"))
                }
                group.a(
                    file.query("take", "yes"), "Open on this device, for your own work (\(document.size))",
                    .class("govuk-button govuk-button--secondary"))
            }
            if let why = whyNotHandedOn {
                main.div(.class("govuk-inset-text"), .id("not-handed-on")) { inset in
                    inset.p("It is not to be handed on: \(why).", .class("govuk-body"))
                    guard !mayNotKnow.isEmpty else { return }
                    inset.ul(.class("govuk-list govuk-list--bullet")) { list in for one in mayNotKnow { list.li(one) } }
                }
            }
            main.p(
                "Each time it is opened or taken is kept, with your name, under Who has looked.", .class("govuk-hint"))
            guard visit.may(.sayWrongChild, child) else { return }
            main.p(.class("govuk-body tl-do")) {
                $0.a(.wrongDocument(child.id, held.origin.event), "This is on the wrong child", .class("govuk-link"))
            }
        }
    }
}

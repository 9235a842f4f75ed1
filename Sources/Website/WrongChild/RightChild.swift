import Access
import Casework
import HTML
import Service

/// Which child something is about that stands on the wrong one: found by name or number, and chosen.
struct RightChild {
    /// What was typed to find them.
    let find: String
    /// Whom that may mean, and whom the viewer may choose.
    let found: [ChildRecord]
    let chosen: String
    /// Whether it may be left open whose it is.
    let mayNotKnow: Bool
    /// A child whom nobody found may choose: the one it stood on.
    var also: (child: ChildRecord, label: String)?

    /// As the form names the answer that says: I do not know.
    static let notKnown = "not-known"
    /// How many children are offered.
    static let most = 10

    func draw(into form: inout Writer, errors: [FieldError]) {
        form.textField(
            "Find the child it is about", name: "find", value: find, hint: "By any spelling of a name, or by number.",
            errors: errors)
        form.button(
            "Find", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"), .value("find"))
        if !find.isEmpty, found.isEmpty {
            form.p("Nobody whom you record for is found so. Try another spelling.", .class("govuk-body"))
        }
        var choices = found.map { ($0.id.description, Self.title(of: $0)) }
        if let also { choices.append((also.child.id.description, also.label)) }
        if mayNotKnow { choices.append((Self.notKnown, "I do not know, or the child is not in this list")) }
        guard !choices.isEmpty else { return }
        form.choices(
            "Whose is it?", name: "right", choices, chosen: [chosen], error: errors.first { $0.field == "right" })
    }

    /// Told from another of the same name by number and birth date.
    private static func title(of child: ChildRecord) -> String {
        child.identity.title + (child.identity.birthDates.first.map { ", born \($0.inWords)" } ?? "")
    }

    /// The child that was chosen; nil where none of those offered was.
    var child: ChildRecord? {
        (found + [also?.child].compactMap { $0 }).first { $0.id.description == chosen }
    }
}

extension Site {
    /// Whom the viewer may choose, by what they typed and chose in a form that was sent.
    ///
    /// - Parameters:
    ///   - wrong: The child it stands on, who is not offered.
    ///   - may: Whom the viewer may choose of all children.
    func rightChild(
        _ visit: Visit, besides wrong: ChildID, mayNotKnow: Bool, _ may: (ChildRecord) -> Bool
    ) async -> RightChild {
        let (find, chosen) = (visit.form["find"].trimmed, visit.form["right"])
        guard let authority = visit.question?.authority, !find.isEmpty else {
            return RightChild(find: find, found: [], chosen: chosen, mayNotKnow: mayNotKnow)
        }
        let byName = await finder.index(of: authority).find(find).compactMap { authority[$0] }
        let byNumber = authority.find(find).map { [$0] } ?? []
        let found = (byNumber + byName).filter { $0.id != wrong && may($0) }.map(\.id).unique
        return RightChild(
            find: find, found: found.prefix(RightChild.most).compactMap { authority[$0] }, chosen: chosen,
            mayNotKnow: mayNotKnow)
    }
}

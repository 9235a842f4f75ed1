import Access
import Casework
import Days
import FormFiles
import Forms
import HTML
import Service
import Workspace

extension Link {
    /// Where somebody says that a visit was to other children too.
    static func visitedWith(_ child: ChildID) -> Link {
        Link("children", child.description, "visited-together")
    }
}

extension Site {
    /// One visit to several children: the draft of one gives the others what is the same for all.
    var sharedVisitRoutes: [Route] {
        [
            .get("/children/:id/visited-together", .child(.recordWork)) { visit in
                if let reply = visit.child.flatMap({ visit.notTheirs(.visit, of: $0) }) { return reply }
                return try await sharedVisitPage(visit)?.reply() ?? .notFound
            },
            .post("/children/:id/visited-together", .child(.recordWork)) { visit in
                if let reply = visit.child.flatMap({ visit.notTheirs(.visit, of: $0) }) { return reply }
                guard let page = try await sharedVisitPage(visit) else { return .notFound }
                return try await share(page)
            },
        ]
    }

    private func sharedVisitPage(_ visit: Visit) async throws -> SharedVisitPage? {
        guard let child = visit.child, let question = visit.question, let file = forms?[.visit] else { return nil }
        let siblings = visit.siblings(of: ChildAsAt(child, visit.today), in: question.authority)
        return SharedVisitPage(
            child: child, form: file.form, draft: try await drafts.find(visit.place(of: child.id)),
            siblings: siblings.map(\.sibling.id),
            offered: visit.viewer.mayHaveVisited(with: child, siblings, in: question.authority, on: visit.today),
            visit: visit)
    }

    private func share(_ page: SharedVisitPage) async throws -> Reply {
        let (visit, child) = (page.visit, page.child)
        let chosen = page.offered.filter { visit.form.all("child").contains($0.id.description) }
        var page = page
        if chosen.isEmpty {
            page.errors = [FieldError("child", "Choose whom else you visited, or go back to the visit")]
            return page.reply()
        }
        let shared = page.draft?.fields ?? [:]
        var written: [ChildID: Drafts.Draft] = [:]
        let all = [child] + chosen
        for each in all { written[each.id] = try await drafts.find(visit.place(of: each.id)) }
        if let other = chosen.first(where: { other in
            written[other.id]?.fields["occurred"].map { $0 != shared["occurred"] } ?? false
        }) {
            page.errors = [
                FieldError(
                    "child",
                    "There is a visit to \(other.identity.title) of another day that is not signed: sign it first, or throw it away"
                )
            ]
            return page.reply()
        }
        for each in all {
            let draft = written[each.id]
            let own = if let draft { draft.fields } else { try await known(of: each, on: page.form, visit) }
            _ = try await drafts.save(
                SharedDrafts.fields(own, of: each.id, sharing: shared, among: all.map(\.id), on: page.form),
                in: visit.place(of: each.id), id: draft?.id ?? CommandID.new.text, seen: draft?.mark, at: visit.now)
        }
        return .seeOther(Link.recording(child.id, .visit).query("shared", "yes"))
    }

    /// The other children of a visit who are still to be signed, for whoever has just signed it of one: their drafts may be at
    /// hand, or set aside while another visit is written.
    func stillToSign(besides child: ChildID, _ visit: Visit) async throws -> [ChildRecord] {
        guard let authority = visit.question?.authority else { return [] }
        var left: [ChildRecord] = []
        let visits = try await drafts.of(visit.viewer.id).filter { Drafts.kind($0.kind) == RecordKind.visit.name }
        for draft in visits {
            guard let other = ChildID(draft.child), let record = authority[other],
                !left.contains(where: { $0.id == other }),
                let whole = try await drafts.find(id: draft.id, near: visit.place(of: other)),
                SharedDrafts.others(whole.fields).contains(child),
                visit.may(.recordWork, record)
            else { continue }
            left.append(record)
        }
        return left
    }
}

extension Visit {
    fileprivate func place(of child: ChildID) -> Drafts.Place {
        Drafts.Place(account: viewer.id, child: child.description, kind: RecordKind.visit.name)
    }
}

/// Asks who else was visited, and says what they are given of it.
struct SharedVisitPage {
    let child: ChildRecord
    let form: Form
    /// Nil where nothing is written of the visit yet.
    let draft: Drafts.Draft?
    let siblings: [ChildID]
    let offered: [ChildRecord]
    let visit: Visit
    var errors: [FieldError] = []

    func reply() -> Reply {
        let title = "Who else did you visit?"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.recording(child.id, .visit), "Back to the visit", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            main.p("Besides \(child.identity.title).", .class("govuk-body"))
            main.p(
                "Each child has a record of their own, with a draft that begins with the day, what the visit was for, where it was and who else was there. What each child said, whether you saw them alone and what will be done, you write for each.",
                .class("govuk-body"))
            if offered.isEmpty {
                main.p("There is no other child of whom you record.", .class("govuk-body"))
            } else {
                main.form(recordingTo: .visitedWith(child.id), visit.frame) { form in
                    form.choices(
                        "Who was visited too?", name: "child",
                        offered.map { one in
                            (
                                one.id.description,
                                one.identity.title + (siblings.contains(one.id) ? " (brother or sister)" : "")
                            )
                        }, several: true,
                        chosen: Set(SharedDrafts.others(draft?.fields ?? [:]).map(\.description)), error: errors.first)
                    form.submit("Begin theirs too")
                }
            }
        }.showing([child.id] + offered.map(\.id))
    }
}

extension RecordPage {
    /// The other children of the visit, of those whom the viewer records for.
    var visitedTogether: [ChildRecord] {
        guard form.kind == .visit, let authority = visit.question?.authority else { return [] }
        return SharedDrafts.others(filled.fields).compactMap { authority[$0] }.filter { visit.may(.recordWork, $0) }
    }

    /// Whom else the visit was to, and the way to each one's own form; or the way to say so.
    func shared(into page: inout Writer) {
        let others = visitedTogether
        guard !others.isEmpty else { return }
        page.section(.class("govuk-inset-text"), .aria("aria-label", "The same visit")) { inset in
            inset.p("The same visit was to:", .class("govuk-body govuk-!-margin-bottom-1"))
            inset.ul(.class("govuk-list govuk-list--bullet")) { list in
                for other in others {
                    list.li { $0.a(.recording(other.id, .visit), other.identity.title, .class("govuk-link")) }
                }
            }
            inset.p("Sign each child’s own. Nothing that you write here is in theirs.", .class("govuk-body"))
        }
        page.input("hidden", name: SharedDrafts.field, value: filled[SharedDrafts.field])
    }
}

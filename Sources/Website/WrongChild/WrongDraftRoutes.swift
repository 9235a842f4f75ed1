import Access
import Casework
import Days
import FormFiles
import Forms
import HTML
import Service
import Workspace

extension Link {
    static func wrongDraft(_ child: ChildID, _ kind: RecordKind) -> Link {
        Link("children", child.description, "record", kind.name, "wrong-child")
    }
}

extension Site {
    /// "This is on the wrong child", of what is not signed yet: the draft moves, and nothing of it stays.
    var wrongDraftRoutes: [Route] {
        [
            .get("/children/:id/record/:kind/wrong-child", .record) { visit in
                try await wrongDraftPage(visit)?.reply() ?? .notFound
            },
            .post("/children/:id/record/:kind/wrong-child", .record) { visit in
                guard let page = try await wrongDraftPage(visit) else { return .notFound }
                return visit.form["do"] == "move" ? try await move(page) : page.reply()
            },
        ]
    }

    private func wrongDraftPage(_ visit: Visit) async throws -> WrongDraftPage? {
        guard let child = visit.child, visit.question != nil,
            let kind = visit.parameters.get("kind").flatMap({ RecordKind(name: $0) }),
            kind.isSigned(by: visit.viewer.roles), let file = forms?[kind]
        else { return nil }
        let right = await rightChild(visit, besides: child.id, mayNotKnow: false) { visit.may(kind.action, $0) }
        let place = Drafts.Place(account: visit.viewer.id, child: child.id.description, kind: kind.name)
        return WrongDraftPage(
            child: child, file: file, draft: try await drafts.find(place), right: right, visit: visit)
    }

    private func move(_ page: WrongDraftPage) async throws -> Reply {
        let (visit, child, form) = (page.visit, page.child, page.file.form)
        var page = page
        guard let right = page.right.child else {
            page.errors = [FieldError("right", "Choose the child it is about")]
            return page.reply()
        }
        let place = Drafts.Place(account: visit.viewer.id, child: child.id.description, kind: form.kind.name)
        if let draft = page.draft {
            _ = try await drafts.move(
                place, toChild: right.id.description,
                holding: FilledForm(draft).forAnotherChild(
                    on: form, knowing: try await known(of: child, on: form, visit)
                )
                .fields,
                at: visit.now)
        }
        return .seeOther(Link.recording(right.id, form.kind).query("moved", "yes"))
    }

    /// What a page of the child is begun with, because its record knows it.
    func known(of child: ChildRecord, on form: Form, _ visit: Visit) async throws -> [String: String] {
        let told = try await records.signed(of: child.id, through: EventID(.max))
        return FilledForm.fields(
            knowing: KnownAnswers(form, of: ChildAsAt(child, visit.today), told: told), on: form)
    }

    /// What a page sends that is still open on a child whose draft was moved since: it follows the draft.
    ///
    /// - Parameter name: The child whom it was moved to.
    /// - Returns: nil where the viewer may not record of that child any more.
    func saveMoved(to name: String, _ filled: FilledForm, _ form: Form, _ visit: Visit) async throws -> Reply? {
        guard let wrong = visit.child,
            let authority = visit.question?.authority, let right = ChildID(name).flatMap({ authority[$0] }),
            visit.may(form.kind.action, right)
        else { return nil }
        let place = Drafts.Place(account: visit.viewer.id, child: name, kind: form.kind.name)
        _ = try await drafts.save(
            filled.forAnotherChild(on: form, knowing: try await known(of: wrong, on: form, visit)).fields,
            in: place, id: CommandID.new.text, seen: nil, typed: visit.typed, at: visit.now)
        // A script asks these, which is told in a few words.
        if ["keep", "add"].contains(visit.form["do"]) { return .plain("0\n\(visit.now.clock)") }
        return .seeOther(Link.recording(right.id, form.kind).query("moved", "yes"))
    }
}

extension FilledForm {
    /// What was typed, for another child: without what the record of the first knew, and without what points into that
    /// child's thread, where the same name means something else.
    ///
    /// - Parameter known: What a page of the first child is begun with.
    func forAnotherChild(on form: Form, knowing known: [String: String]) -> FilledForm {
        var left = fields.filter { name, value in
            !name.hasPrefix("known.") && ![Self.right, SharedDrafts.field].contains(name) && known[name] != value
        }
        func take(_ isTaken: (String) -> Bool) { left = left.filter { !isTaken($0.key) } }
        for question in form.questions {
            let id = question.id
            if isAsKnown(id) {
                take { $0 == id || $0.hasPrefix(id + ".") || $0 == "class.\(id)" }
                continue
            }
            switch question.answers {
            // Somebody whom the first child's record knows is chosen from there.
            case .own(.link), .own(.person): take { $0 == id }
            default: break
            }
            switch question.field?.kind {
            case .items: take { $0 == id }
            case .rows(let table):
                for cell in table.cells {
                    guard case .items = cell.kind else { continue }
                    for name in left.keys
                    where name.hasPrefix(id + ".") && name.hasSuffix(".\(cell.column.name)") {
                        // What the rows of the draft are to each other goes with it.
                        let kept = (left[name] ?? "").split(separator: "\n").filter {
                            ItemID(String($0))?.isHere ?? false
                        }
                        left[name] = kept.isEmpty ? nil : kept.joined(separator: "\n")
                    }
                }
            default: break
            }
        }
        return FilledForm(fields: left, draft: draft)
    }
}

/// Asks whom a draft is about.
struct WrongDraftPage {
    let child: ChildRecord
    let file: FormFile
    /// Nil where nothing has been saved yet.
    let draft: Drafts.Draft?
    let right: RightChild
    let visit: Visit
    var errors: [FieldError] = []

    func reply() -> Reply {
        let (form, title) = (file.form, "This is on the wrong child")
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.a(.recording(child.id, form.kind), form.title, .class("govuk-link"))
                p.text(", begun on the record of \(child.identity.title).")
            }
            guard draft != nil else {
                return main.p(
                    "Nothing of it has been saved, so there is nothing to move: begin it on the other child’s page.",
                    .class("govuk-body"))
            }
            main.p(
                "Everything you typed goes to the child you choose, and nothing of it stays here. What was filled in from this child’s record stays behind, and so do links to this child’s needs, risks and actions.",
                .class("govuk-body"))
            main.form(recordingTo: .wrongDraft(child.id, form.kind), visit.frame) { body in
                right.draw(into: &body, errors: errors)
                body.button(
                    "Move what I wrote", .class("govuk-button"), .type("submit"), .name("do"), .value("move"))
            }
        }.showing(right.found.map(\.id))
    }
}

import Access
import Casework
import Days
import FormFiles
import HTML
import Oversight
import Service
import Workspace

extension Link {
    static func recording(_ child: ChildID) -> Link { Link("children", child.description, "record") }
    static func recording(_ child: ChildID, _ kind: RecordKind) -> Link {
        Link("children", child.description, "record", kind.name)
    }
}

extension Site {
    /// Writing records down. What is typed is a draft until it is signed, which is one act and happens once.
    var recordingRoutes: [Route] {
        [
            .get("/children/:id/record", .child(.recordWork)) { visit in
                guard let child = visit.child, let forms else { return .notFound }
                let drafts = try await drafts.of(visit.viewer.id).filter { $0.child == child.id.description }
                return RecordChoicePage(child: child, forms: forms, drafts: drafts, visit: visit).reply()
            },
            .get("/children/:id/record/:kind", .child(.recordWork)) { visit in
                guard let (child, file) = recorded(visit) else { return .notFound }
                let draft = try await drafts.find(draftPlace(visit, child, file))
                let filled = FilledForm(draft)
                guard let joins = visit.joining(child) else {
                    return RecordPage(child: child, file: file, filled: filled, visit: visit).reply()
                }
                return RecordPage(
                    child: child, file: file, filled: filled.joining(joins, on: file.form), visit: visit, joins: joins
                ).reply()
            },
            .post("/children/:id/record/:kind", .child(.recordWork), mostSent: 2 * 1024 * 1024) { visit in
                guard let (child, file) = recorded(visit) else { return .notFound }
                return try await keep(visit, child, file)
            },
        ]
    }

    /// The child and the form that the address names, where the viewer signs such records.
    private func recorded(_ visit: Visit) -> (ChildRecord, FormFile)? {
        guard let child = visit.child, let name = visit.parameters.get("kind"), let kind = RecordKind(name: name),
            kind.isSigned(by: visit.viewer.roles), let file = forms?[kind]
        else { return nil }
        return (child, file)
    }

    private func draftPlace(_ visit: Visit, _ child: ChildRecord, _ file: FormFile) -> Drafts.Place {
        Drafts.Place(account: visit.viewer.id, child: child.id.description, kind: file.form.kind.name)
    }

    private func keep(_ visit: Visit, _ child: ChildRecord, _ file: FormFile) async throws -> Reply {
        let place = draftPlace(visit, child, file)
        if visit.form["do"] == "drop" {
            try await drafts.drop(place)
            return .seeOther(.recording(child.id))
        }
        let sent = CommandID(text: visit.form["draft"]) ?? .new
        if let event = try await drafts.event(of: sent.text) {
            return .seeOther(Link.signed(child.id, EventID(event)).query("signed", "yes"))
        }
        // Saved before anything else is looked at, so that no refusal and no crash costs a word.
        let draft = try await drafts.save(
            FilledForm(visit.form).fields, in: place, id: sent.text, seen: Int64(visit.form["mark"]), at: visit.now)
        switch visit.form["do"] {
        case "sign": return try await sign(visit, child, file, draft)
        case "keep": return .plain("\(draft.mark)\n\(visit.now.clock)")
        case let more where more.hasPrefix("more:"):
            return .seeOther(
                Link.recording(child.id, file.form.kind).query("more", String(more.dropFirst(5))).fragment(
                    String(more.dropFirst(5))))
        default: return .seeOther(Link.recording(child.id, file.form.kind).query("saved", "yes"))
        }
    }

    private func sign(
        _ visit: Visit, _ child: ChildRecord, _ file: FormFile, _ draft: Drafts.Draft
    ) async throws -> Reply {
        let filled = FilledForm(draft)
        guard let day = Day(filled["occurred"]), let command = CommandID(text: draft.id) else {
            return RecordPage(
                child: child, file: file, filled: filled, visit: visit,
                errors: [FieldError("occurred", "Give the day it happened, as 2026-03-31")]
            ).reply()
        }
        do {
            let appended = try await SignRecord(
                child: child.id, form: file, occurred: Moment(day), answers: filled.given(file.form)
            ).run(
                into: journal, knowing: try await records.current(), command: command,
                by: Actor("account:\(visit.viewer.id)"), at: visit.now)
            // The last event is the record; a form that was published with it comes before.
            guard let record = appended.events?.upperBound else { return .seeOther(.child(child.id, .thread)) }
            try await drafts.signed(draft.id, as: record.seq)
            return .seeOther(Link.signed(child.id, record).query("signed", "yes"))
        } catch let refusals as RecordRefusals {
            return RecordPage(
                child: child, file: file, filled: filled, visit: visit,
                errors: refusals.all.map { FieldError(FilledForm.field($0.field), $0.spoken(file.form)) }
            ).reply()
        }
    }
}

extension Visit {
    /// What the address says is to be joined up, where it still is.
    fileprivate func joining(_ child: ChildRecord) -> Break? {
        guard let rule = asked("join"), let question else { return nil }
        return question.joins(of: ChildAsAt(child, question.threadDay)).first {
            $0.rule.id == rule && $0.about?.name == asked("about")
        }
    }
}

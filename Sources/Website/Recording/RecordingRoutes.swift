import Access
import Casework
import Days
import FormFiles
import Forms
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
            .get("/children/:id/record/:kind", .record) { visit in
                if let reply = visit.askedOfSomebodyElse { return reply }
                guard let recording = try await recording(visit, correct: visit.asked("correct")) else {
                    return visit.toCorrect.map { .seeOther($0) } ?? .notFound
                }
                if recording.isOwnAlone {
                    return visit.notTheirs(
                        .assessmentApproval, of: recording.child,
                        because:
                            "You wrote the assessment that waits. Another manager reads it, or the head of service.")
                }
                let draft = try await drafts.find(recording.place)
                let audited = try await toAudit(by: recording.file.form.kind, of: recording.child, visit)
                let aside = recording.correction == nil ? try await drafts.aside(recording.place) : []
                if let reply = try await auditedBySomebodyElse(
                    audited, of: recording.child, visit,
                    hasBegun: draft != nil || !aside.isEmpty || recording.correction != nil)
                {
                    return reply
                }
                let told = try await told(recording)
                let begun = recording.begun(draft, told).about(
                    line: visit.asked("line").flatMap { ItemID($0) }, on: recording.file.form,
                    in: recording.chronology(told)
                ).about(visit.askedSibling).about(visit.askedCopy).about(recording.unread)
                    .about(visit.askedSignal, on: recording.file.form)
                    .about(audited)
                let wanted = visit.asked("saved") == nil ? [] : begun.neededToSave(recording.file.form)
                let joins = visit.joining(recording.child)
                var page = recording.page(
                    joins.map { begun.joining($0, on: recording.file.form) } ?? begun, told, errors: wanted)
                (page.joins, page.audited, page.aside) = (joins, audited, aside)
                return page.reply()
            },
            .post("/children/:id/record/:kind", .record, mostSent: 2 * 1024 * 1024) { visit in
                if let reply = visit.askedOfSomebodyElse { return reply }
                let correct = visit.form["correct"]
                guard let recording = try await recording(visit, correct: correct.isEmpty ? nil : correct) else {
                    return .notFound
                }
                return try await keep(recording)
            },
        ]
    }

    /// What the address names, where the viewer signs such records: a new one, or a signed one that is put right.
    private func recording(_ visit: Visit, correct event: String?) async throws -> Recording? {
        guard let child = visit.child, let name = visit.parameters.get("kind"), let kind = RecordKind(name: name),
            kind.isSigned(by: visit.viewer.roles), let file = forms?[kind]
        else { return nil }
        guard let event else {
            var recording = Recording(visit: visit, child: child, file: file)
            if kind == .assessmentApproval { try await lookForUnread(&recording) }
            return recording
        }
        guard let correction = try await correction(event, visit, child, kind) else { return nil }
        return Recording(visit: visit, child: child, file: correction.file, correction: correction)
    }

    /// Finds the assessment that waits for the viewer's word: one that they did not write.
    private func lookForUnread(_ recording: inout Recording) async throws {
        let child = recording.child
        for work in child.openAssessmentWorks where work.waitsForManager {
            guard let event = work.assessment?.origin.event else { continue }
            let versions = try await records.versions(of: event, of: child.id, through: EventID(.max))
            if versions?.isWritten(by: recording.visit.viewer.id) ?? false {
                recording.isOwnAlone = true
            } else {
                recording.unread = recording.unread ?? work
            }
        }
        if recording.unread != nil { recording.isOwnAlone = false }
    }

    /// What was signed of the child, for a page that is to be shown; a draft that is only saved asks for none of it.
    private func told(_ recording: Recording) async throws -> [ToldRecord] {
        try await records.told(of: recording.child.id, through: EventID(.max))
    }

    private func keep(_ recording: Recording) async throws -> Reply {
        let (visit, child) = (recording.visit, recording.child)
        if visit.form["do"] == "drop" {
            try await drafts.drop(recording.place, id: visit.form["draft"], typed: visit.typed, at: visit.now)
            return .seeOther(recording.after)
        }
        let sent = CommandID(text: visit.form["draft"]) ?? .new
        if visit.form["do"] == "sent" {
            let signed = try await drafts.event(of: sent.text).map { recording.signed(EventID($0)) }
            if let answered = visit.answered(signed: signed) { return answered }
        }
        var filled = FilledForm(visit.form)
        if visit.form["do"].hasPrefix("out:") {
            filled = filled.without(row: String(visit.form["do"].dropFirst(4)), on: recording.file.form)
        }
        if visit.form["do"].hasPrefix("go-on:"), visit.form["mark"].isEmpty,
            recording.isUntouched(filled, try await told(recording))
        {
            try await drafts.takeUp(String(visit.form["do"].dropFirst(6)), in: recording.place)
            return .seeOther(recording.link)
        }
        // Saved before anything else is looked at, so that no refusal and no crash costs a word.
        let seen = Int64(visit.form["mark"])
        let draft: Drafts.Draft
        switch try await drafts.keep(
            filled.fields, in: recording.place, id: sent.text, seen: seen, typed: visit.typed, at: visit.now)
        {
        case .saved(let saved): draft = saved
        case .signed(let event):
            // Whatever became of the draft, a child is told of first.
            if visit.form["do"] == "urgent" { return try await press(visit, child, from: recording.file.form.kind) }
            let record = recording.signed(EventID(event))
            return visit.answered(signed: record) ?? .seeOther(record)
        case .moved(let right):
            let followed = try await saveMoved(to: right, filled, recording.file.form, visit)
            if visit.form["do"] == "urgent" { return try await press(visit, child, from: recording.file.form.kind) }
            if let followed { return followed }
            draft = try await drafts.save(
                filled.fields, in: recording.place, id: CommandID.new.text, seen: seen, typed: visit.typed,
                at: visit.now)
        }
        // Whoever presses something on a draft that was set aside goes on with it.
        if visit.form["do"] != "keep" { try await drafts.takeUp(draft.id, in: recording.place) }
        switch visit.form["do"] {
        case "another" where recording.correction == nil:
            try await drafts.setAside(recording.place)
            return .seeOther(recording.link)
        case let other where other.hasPrefix("another:") && recording.correction == nil:
            try await drafts.setAside(recording.place)
            return .seeOther(recording.link.query("of", String(other.dropFirst(8))))
        case let other where other.hasPrefix("go-on:"):
            try await drafts.takeUp(String(other.dropFirst(6)), in: recording.place)
            return .seeOther(recording.link)
        case "sign": return try await sign(recording, draft)
        case "urgent": return try await press(visit, child, from: recording.file.form.kind)
        case "draw":
            let told = try await told(recording)
            let (drawn, passedOver) = FilledForm(draft).drawing(
                on: recording.file.form, of: recording.chronology(told), told: told)
            _ = try await drafts.save(
                drawn.fields, in: recording.place, id: draft.id, seen: draft.mark, at: visit.now)
            return .seeOther(recording.link.query("drawn", "\(passedOver)").fragment("facts"))
        case "with" where recording.correction == nil: return .seeOther(.visitedWith(child.id))
        case "wrong-child":
            return .seeOther(
                recording.correction.map { .wrongRecord(child.id, $0.versions.fact) }
                    ?? .wrongDraft(child.id, recording.file.form.kind))
        case "keep", "add": return .plain("\(draft.mark)\n\(visit.now.clock)\n\(draft.id)")
        case let more where more.hasPrefix("more:"):
            return .seeOther(
                recording.link.query("more", String(more.dropFirst(5))).fragment(String(more.dropFirst(5))))
        case let upload where upload.hasPrefix("upload:"):
            return .seeOther(
                AskingForm(
                    kind: recording.file.form.kind, question: String(upload.dropFirst(7)),
                    corrects: recording.correction?.versions.fact, draft: draft.id
                ).adding(to: child.id))
        case let out where out.hasPrefix("out:"):
            return .seeOther(recording.link.fragment(String(out.dropFirst(4).prefix { $0 != "." })))
        default: return .seeOther(recording.link.query("saved", "yes"))
        }
    }

    private func sign(_ recording: Recording, _ draft: Drafts.Draft) async throws -> Reply {
        let (visit, child) = (recording.visit, recording.child)
        let filled = FilledForm(draft)
        guard let day = Day(filled["occurred"]), let command = CommandID(text: draft.id) else {
            return recording.page(
                filled, try await told(recording),
                errors: [FieldError("occurred", "Give the day it happened, as 2026-03-31")]
            ).reply()
        }
        // A form that came into force while somebody wrote on the one before: they see what it asks no more before they sign.
        let drawnOn = visit.form[FilledForm.onForm]
        if !drawnOn.isEmpty, drawnOn != recording.file.edition.onPage,
            !filled.answers(besides: recording.file.form).isEmpty
        {
            return recording.page(
                filled, try await told(recording),
                errors: [
                    FieldError(
                        "occurred",
                        "The form has changed since you began. Read what it does not ask any more, then sign")
                ]
            ).reply()
        }
        do {
            let appended = try await SignRecord(
                child: child.id, form: recording.file, occurred: Moment(day),
                answers: filled.given(recording.file.form),
                signer: visit.viewer.signer(of: recording.file.form.kind),
                auditor: recording.file.form.kind.isAuditors ? try await auditor(visit) : nil,
                correcting: recording.correction.map {
                    RecordCorrection(of: $0.base(filled), because: filled["because"])
                },
                knowing: visit.maySee
            ).run(
                into: journal, knowing: try await records.current(), command: command, by: .account(visit.viewer.id),
                at: visit.now)
            // The last event is the record; a form that was published with it comes before.
            guard let record = appended.events?.upperBound else { return .seeOther(.child(child.id, .thread)) }
            try await drafts.signed(draft.id, as: record.seq)
            return .seeOther(recording.signed(record))
        } catch let refusals as RecordRefusals {
            var refused = recording
            if let event = recording.correction?.versions.fact,
                refusals.all.contains(where: { $0.field == RecordCorrection.versionField })
            {
                // Read again: somebody has put it right since this page was asked for.
                guard let latest = try await self.recording(visit, correct: "\(event)") else { return .notFound }
                refused = latest
                refused.correction?.isOvertaken = true
            }
            return refused.page(
                filled, try await told(refused),
                errors: refusals.all.map { $0.said(of: filled, refused.file.form) }
            ).reply()
        }
    }
}

extension FormEdition {
    /// As a page that was drawn on it names it.
    var onPage: String { "\(version)-\(digest)" }
}

extension FilledForm {
    /// What nothing is kept without, said as soon as somebody saves. The draft is kept all the same: nothing typed is lost.
    fileprivate func neededToSave(_ form: Form) -> [FieldError] {
        form.neededToSave(given(form)).map { question in
            FieldError(
                question.id,
                "“\(question.asks)”: Answer it now. Your draft is kept, and it cannot be signed without this.")
        }
    }

    /// About a brother or sister who is linked already, where nobody has begun to say whom it is about.
    fileprivate func about(_ one: SiblingAsAt?) -> FilledForm {
        guard let one, self[CoreField.sibling.name].isEmpty else { return self }
        let identity = one.sibling.record.identity
        return filling(
            CoreField.sibling.name, identity.ssda903.isEmpty ? "\(one.sibling.id)" : identity.ssda903
        ).filling(CoreField.siblingRelation.name, one.link.relation.rawValue)
    }

    /// About copies of a signed record, where nobody has begun to say of which.
    fileprivate func about(_ record: HeldRecord?) -> FilledForm {
        guard let record, self[CoreField.copyOf.name].isEmpty else { return self }
        return filling(CoreField.copyOf.name, record.kind.name).filling(CoreField.copyOfDay.name, "\(record.day)")
    }
}

extension FilledForm {
    /// About the assessment that waits for a manager, where nobody has begun to say which.
    fileprivate func about(_ unread: AssessmentWork?) -> FilledForm {
        guard let day = unread?.assessment?.day, self[CoreField.assessedOn.name].isEmpty else { return self }
        return filling(CoreField.assessedOn.name, "\(day)")
    }
}

extension Visit {
    /// The signed record that the address would have put right, to be shown to who may not.
    fileprivate var toCorrect: Link? {
        guard let child, let event = asked("correct").flatMap({ Int64($0) }).map(EventID.init),
            child.records.contains(where: { $0.origin.event == event })
        else { return nil }
        return .signed(child.id, event)
    }

    /// The signed record that the address names, of which somebody says who was given it.
    fileprivate var askedCopy: HeldRecord? {
        guard let named = asked("of").flatMap({ Int64($0) }) else { return nil }
        return child?.records.first { $0.origin.event == EventID(named) && $0.kind.isGivenOut }
    }

    /// What answers where the record that the address names is another's to sign.
    fileprivate var askedOfSomebodyElse: Reply? {
        guard let child, let kind = parameters.get("kind").flatMap(RecordKind.init(name:)) else { return nil }
        return notTheirs(kind, of: child)
    }

    /// The brother or sister whom the address names, where the viewer is told of them.
    fileprivate var askedSibling: SiblingAsAt? {
        guard let named = asked("sibling"), let question, let child else { return nil }
        return siblings(of: ChildAsAt(child, today), in: question.authority).first { "\($0.sibling.id)" == named }
    }

    /// Whether the viewer may open another child: what is recorded of two is recorded by somebody who may see both.
    var maySee: @Sendable (ChildRecord) -> Bool {
        let (viewer, authority, today) = (viewer, question?.authority, today)
        return { other in authority.map { viewer.answer(.seeChild, other, in: $0, on: today) == .yes } ?? false }
    }

    /// What the address says is to be joined up, where it still is.
    fileprivate func joining(_ child: ChildRecord) -> Break? {
        guard let rule = asked("join"), let question else { return nil }
        return question.joins(of: ChildAsAt(child, question.threadDay)).first {
            $0.rule.id == rule && $0.about?.name == asked("about")
        }
    }
}

/// What somebody is writing: which record of which child, on which form.
private struct Recording {
    let visit: Visit
    let child: ChildRecord
    let file: FormFile
    var correction: Correction?
    /// The assessment that waits for a manager longest, where this is what a manager says of one.
    var unread: AssessmentWork?
    /// Whether every assessment that waits is the viewer's own work, which another reads.
    var isOwnAlone = false

    /// Where its draft is kept: one for each person, child and kind of record, and one for each record that is put right.
    var place: Drafts.Place {
        Drafts.Place(
            account: visit.viewer.id, child: child.id.description,
            kind: file.form.kind.name + (correction.map { ":\($0.versions.fact)" } ?? ""))
    }

    var link: Link {
        let link = Link.recording(child.id, file.form.kind)
        return correction.map { link.query("correct", "\($0.versions.fact)") } ?? link
    }

    /// Where it leads when its draft is thrown away; to the plans that an auditor reads, who has nothing else to record.
    var after: Link {
        if let correction { return .signed(child.id, correction.versions.fact) }
        return file.form.kind.isAuditors ? .child(child.id, .plan) : .recording(child.id)
    }

    /// Where what was signed can be read. What two children are to each other is no record of either.
    func signed(_ event: EventID) -> Link {
        file.form.kind == .siblings
            ? .child(child.id, .people).query("linked", "yes").fragment("siblings")
            : Link.signed(child.id, event).query("signed", "yes")
    }

    /// What the page starts with.
    func begun(_ draft: Drafts.Draft?, _ told: [ToldRecord]) -> FilledForm {
        if let draft { return FilledForm(draft) }
        if let correction { return FilledForm(fields: correction.fields) }
        let known = KnownAnswers(file.form, of: ChildAsAt(child, visit.today), told: told.map(\.record))
        return FilledForm(fields: FilledForm.fields(knowing: known, on: file.form))
    }

    /// Whether a page says nothing that it did not begin with.
    func isUntouched(_ filled: FilledForm, _ told: [ToldRecord]) -> Bool {
        let blank = begun(nil, told).fields
        return filled.fields.allSatisfy { $1.isEmpty || $0 == "occurred" || blank[$0] == $1 }
    }

    /// What has happened to the child by today, where the form asks of it.
    func chronology(_ told: [ToldRecord]) -> Chronology? {
        let asks = file.form.questions.contains { $0.field?.kind == .lines }
        return asks ? Chronology(ChildAsAt(child, visit.today), told: told) : nil
    }

    func page(_ filled: FilledForm, _ told: [ToldRecord], errors: [FieldError] = []) -> RecordPage {
        RecordPage(
            child: child, file: file, filled: filled, visit: visit, correction: correction, told: told.map(\.record),
            chronology: chronology(told), errors: errors)
    }
}

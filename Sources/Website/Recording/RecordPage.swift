import Casework
import Copies
import Days
import FormFiles
import Forms
import HTML
import Oversight
import Workspace

/// A record being written: every question of its form, what has been typed so far, and one button that signs.
struct RecordPage {
    let child: ChildRecord
    let file: FormFile
    let filled: FilledForm
    let visit: Visit
    /// What the record is written to join up, where somebody came from there.
    var joins: Break?
    /// The signed record that it puts right; nil where it is a new one.
    var correction: Correction?
    /// Other drafts of the person’s of this form for this child.
    var aside: [Drafts.Draft] = []
    /// What was signed of the child, with its words.
    var told: [SignedRecord] = []
    /// What has happened to the child, where the form asks of it.
    var chronology: Chronology?
    var errors: [FieldError] = []
    /// What an audit begins with.
    var audited: AssessmentToAudit?

    var form: Form { file.form }

    /// What a part of the thread is; of what the child said, the words.
    func what(_ item: ItemID) -> String { told.words(of: item) ?? child.thread.what(item) ?? item.name }

    private var title: String {
        correction.map { "Correct the \(form.title.lowercasedFirst) of \($0.record.day.inWords)" } ?? form.title
    }

    func reply() -> Reply {
        let named = "\(title) – \(child.identity.title)"
        return .page(
            visit.frame.page(title: errors.isEmpty ? named : "Error: " + named) { main in
                main.errorSummary(errors)
                if visit.asked("saved") != nil { main.doneBanner("Saved. It is a draft until you sign it.") }
                if let passedOver = visit.asked("drawn").flatMap({ Int($0) }) {
                    main.doneBanner(
                        "Drawn, as it was written. Read it through."
                            + (passedOver == 0
                                ? ""
                                : " \(passedOver) \(passedOver == 1 ? "answer is" : "answers are") not ordinary information and left out: write in what the court is to have.")
                    )
                }
                if visit.asked("moved") != nil {
                    main.doneBanner("Moved here. Read it through: it is a draft until you sign it.")
                }
                main.h1(title, .class("govuk-heading-l"))
                main.p(.class("govuk-body")) { p in
                    p.a(.child(child.id, .now), child.identity.title, .class("govuk-link"))
                    p.text(". ")
                    if let correction {
                        p.a(
                            .signed(child.id, correction.versions.fact), "The record as it is signed",
                            .class("govuk-link"))
                        p.text(". Change what is not right and leave the rest as it is.")
                    } else {
                        p.text(form.about)
                    }
                }
                if visit.asked("shared") != nil { main.doneBanner("Begun for each. Write what is each child’s own.") }
                if let joins {
                    main.div(.class("govuk-inset-text")) { inset in
                        inset.p("To join up: \(joins.title.lowercasedFirst).", .class("govuk-body"))
                        for fact in joins.facts { inset.p(MarkedText(fact), .class("govuk-body")) }
                    }
                }
                anotherAudited(into: &main)
                if form.kind == .review { brief(into: &main) }
                if form.kind.isOfAssessment || form.kind.isAuditors { assessmentBeside(into: &main) }
                if form.kind == .concernAnswer || form.kind == .concernStep { concernsBeside(into: &main) }
                main.form(recordingTo: .recording(child.id, form.kind), visit.frame) { body in
                    body.input("hidden", name: "mark", value: filled.mark.map { "\($0)" } ?? "", .id("draft-mark"))
                    body.input("hidden", name: "draft", value: filled.draft)
                    body.input("hidden", name: FilledForm.onForm, value: file.edition.onPage)
                    urgent(into: &body)
                    drafts(into: &body)
                    shared(into: &body)
                    notAskedAnyMore(into: &body)
                    if let correction { CorrectionParts(correction: correction, page: self).draw(into: &body) }
                    body.textField(
                        "Which day is it about?", name: "occurred",
                        value: filled["occurred"].isEmpty ? "\(visit.today)" : filled["occurred"],
                        hint: "As 2026-03-31", width: "tl-date", errors: errors)
                    for question in form.questions {
                        if let mark = filled.mark(of: question.id) {
                            body.input("hidden", name: "known.\(question.id)", value: mark)
                        }
                    }
                    SectionParts(page: self).draw(into: &body)
                    OwnerNames(of: child, in: visit.question?.authority, on: visit.today).draw(into: &body)
                    if form.kind.hasCopies {
                        ClassMarks(form: form, filled: filled, isAskedFor: visit.asked("more") == ClassMarks.name)
                            .draw(into: &body)
                    }
                    buttons(into: &body)
                }
                main.deviceText(
                    of: Link.recording(child.id, form.kind).place(correcting: correction?.versions.fact), form.title,
                    at: Link.recording(child.id, form.kind).query(
                        "correct", correction.map { "\($0.versions.fact)" }))
                main.script(.asset("draft.js"))
                AboutMarks(child: child).draw(into: &main)
            }
        ).showing([child.id] + visitedTogether.map(\.id))
    }

    /// What the review has before it, beside its form.
    private func brief(into page: inout Writer) {
        guard let brief = ReviewBrief(visit) else { return }
        page.details(.class("govuk-details"), .id("brief")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span(
                    "What this review has before it (\(brief.asking) to answer)",
                    .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { inside in
                inside.p(.class("govuk-body")) {
                    $0.a(.reviewBrief(child.id), "The brief on a page, with the child’s words", .class("govuk-link"))
                }
                BriefParts(brief: brief, child: child.id).draw(into: &inside)
            }
        }
    }

    /// What a draft was told that this version of the form does not ask: nobody’s words are dropped without a word.
    private func notAskedAnyMore(into page: inout Writer) {
        let left = filled.answers(besides: form)
        guard !left.isEmpty else { return }
        page.div(.class("govuk-inset-text")) { inset in
            inset.p(
                "This draft was begun on an earlier version of the form. It also says what is not asked any more, and will not be signed: write it where it belongs.",
                .class("govuk-body"))
            inset.ul(.class("govuk-list govuk-list--bullet")) { list in
                for (name, value) in left { list.li("\(name.replacing("_", with: " ")): \(value)") }
            }
        }
        for (name, value) in left { page.input("hidden", name: name, value: value) }
    }

    /// What a new record is not asked any more shows where it was answered, and in a correction.
    func isShown(_ question: FormQuestion) -> Bool {
        correction != nil || form.asksAnew(question) || !filled[question.id].isEmpty
    }

    /// Before everything else, and with no word lost: it saves the draft and is told at once.
    private func urgent(into page: inout Writer) {
        // What the Enter key presses, in place of the first button that is seen.
        page.button(
            "Save as a draft", .type("submit"), .name("do"), .value("save"), .flag("hidden", if: true))
        page.pressUrgent(child.id, from: form.kind, "urgent")
    }

    /// Which draft this is, and the others of this form for this child: two visits in one week, neither signed.
    private func drafts(into page: inout Writer) {
        guard correction == nil else { return }
        func about(_ occurred: String) -> String { Day(occurred).map { "about \($0.inWords)" } ?? "without a day" }
        let isDraft = filled.mark != nil
        guard isDraft || !aside.isEmpty else { return }
        page.p(
            isDraft
                ? "This is your draft \(about(filled["occurred"]))."
                : "You have \(aside.count == 1 ? "a draft" : "drafts") of this form for this child already.",
            .class("govuk-hint"), .id("draft-of"))
        page.div(.class("govuk-button-group")) { group in
            for draft in aside {
                group.button(
                    "Go on with the one \(about(draft.fields["occurred"] ?? ""))",
                    .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value("go-on:\(draft.id)"))
            }
            if isDraft {
                group.button(
                    "Begin another", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
                    .value(anotherOf.map { "another:\($0)" } ?? "another"))
            }
        }
    }

    private func buttons(into page: inout Writer) {
        page.draftButtons(
            sign: correction == nil ? "Sign" : "Sign the correction", hasDraft: filled.mark != nil,
            telephone: visit.urgentTelephone)
        page.p(
            correction == nil
                ? "Signing is one act. A signed record stays; it is corrected by another."
                : "Signing is one act. The version before stays and can be read; this one stands in its place.",
            .class("govuk-hint"))
        if form.kind == .visit, correction == nil {
            page.button(
                "Another child was visited too", .class("govuk-button govuk-button--secondary"), .type("submit"),
                .name("do"), .value("with"))
            page.text(" ")
        }
        page.button(
            "This is on the wrong child", .class("govuk-button govuk-button--secondary"), .type("submit"), .name("do"),
            .value("wrong-child"))
    }
}

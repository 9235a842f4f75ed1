import Access
import Casework
import Copies
import Days
import FormFiles
import Forms
import HTML
import Service

extension Link {
    static func signed(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "records", event.description)
    }
}

extension Site {
    /// One signed record, on the form it was signed on; the version that stands, or an earlier one that is asked for.
    var signedRoutes: [Route] {
        [
            .get("/children/:id/records/:record", .child(.seeChild)) { visit in
                guard let id = visit.child?.id, let question = visit.question,
                    let event = visit.event("record"),
                    let child = question.authority[id],
                    let versions = try await records.versions(of: event, of: id, through: question.authority.head),
                    // One that was taken back, or that is another child's, is not among these.
                    child.records.contains(where: { $0.origin.event == versions.fact })
                else { return .notFound }
                var authors: [String] = []
                for version in versions.versions { authors.append(try await name(of: version.author)) }
                let asked = visit.asked("version").flatMap { Int($0) } ?? versions.versions.count
                guard versions.versions.indices.contains(asked - 1) else { return .notFound }
                let isJustSigned = visit.asked("signed") != nil && versions.newest.record.kind == .visit
                let left = isJustSigned ? try await stillToSign(besides: id, visit) : []
                let page = SignedPage(
                    child: child, versions: versions, number: asked, authors: authors,
                    form: question.authority.form(versions.versions[asked - 1].record.form)?.form,
                    reader: RecordReader(visit.viewer, of: child, in: question.authority, on: visit.today),
                    mayCorrect: visit.viewer.mayCorrect(
                        versions, of: child, in: question.authority, on: visit.today),
                    mayTakeOff: visit.may(.sayWrongChild, child),
                    mayCopy: visit.may(.recordWork, child)
                        && versions.versions[asked - 1].record.kind.isSigned(by: visit.viewer.roles)
                        && versions.versions[asked - 1].record.kind.hasCopies,
                    mayAudit: try await mayAudit(versions.fact, of: child, visit),
                    paper: paper(Link.signed(id, versions.fact).query("version", "\(asked)")),
                    left: left, audits: try await audits(of: versions.fact, of: child)
                ).page(visit)
                let record = versions.versions[asked - 1].record
                return await onPaper(page, visit, name: "\(record.kind.name)-\(record.day)")
                    .showing([id] + left.map(\.id))
            }
        ]
    }
}

/// A signed record as it was written, question by question, in the words of the form of then; which version it is, and
/// what each correction changed.
struct SignedPage {
    let child: ChildRecord
    let versions: RecordVersions
    /// Which version is shown, from 1.
    let number: Int
    /// Who signed each.
    let authors: [String]
    /// Nil where the form can no longer be read: the fields' own names are shown then.
    let form: Form?
    let reader: RecordReader
    let mayCorrect: Bool
    /// Whether the viewer may say that it is about another child.
    let mayTakeOff: Bool
    let mayCopy: Bool
    /// Whether the viewer may say how good it is, where it is an assessment.
    let mayAudit: Bool
    let paper: PaperLink
    /// Children of the same visit whose record is still a draft of the viewer's.
    var left: [ChildRecord] = []
    /// What auditors said of it, the latest first.
    var audits: [ShownAudit] = []

    private var version: RecordVersions.Version { versions.versions[number - 1] }
    var record: SignedRecord { version.record }
    private var parts: AnswerParts { AnswerParts(child: child, record: record, reader: reader) }
    private var isNewest: Bool { number == versions.versions.count }

    func page(_ visit: Visit) -> [UInt8] {
        let title = "\(form?.title ?? record.kind.title) of \(record.day.inWords)"
        return visit.frame.page(title: "\(title) – \(child.identity.title)") { main in
            if visit.asked("signed") != nil {
                main.doneBanner("Signed. It is part of the record now.")
            }
            for other in left {
                main.p(.class("govuk-inset-text")) { p in
                    p.text("Still to sign, of the same visit: ")
                    p.a(.recording(other.id, .visit), other.identity.title, .class("govuk-link"))
                    p.text(".")
                }
            }
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.a(.child(child.id, .thread), child.identity.title, .class("govuk-link"))
                p.text(
                    ". Signed by \(authors[number - 1])"
                        + (record.onBehalfOf.isEmpty ? "" : " on behalf of \(record.onBehalfOf)")
                        + " on \(version.recorded.inLondon.day.inWords), on version \(record.form.version) of the form."
                )
            }
            if let moved = versions.first.movedHere {
                main.p(
                    "It was moved here on \(moved.inLondon.day.inWords) from another child’s record, where it did not belong.",
                    .class("govuk-inset-text"))
            }
            if record.kind == .assessment, isNewest {
                assessmentStanding(
                    mayAnswer: mayCopy && RecordKind.assessmentApproval.isSigned(by: visit.viewer.roles)
                        && !versions.isWritten(by: visit.viewer.id), into: &main)
                auditing(into: &main)
            }
            audited(into: &main)
            if versions.versions.count > 1 { history(visit, into: &main) }
            if isNewest, mayCorrect {
                main.p(.class("govuk-body")) {
                    $0.a(
                        Link.recording(child.id, record.kind).query("correct", "\(versions.fact)"),
                        "Correct this record", .class("govuk-link"))
                }
            }
            if isNewest {
                copies(visit, into: &main)
                if let held = child.records.first(where: { $0.origin.event == versions.fact && $0.kind.isGivenOut }) {
                    WhoHasIt(child: ChildAsAt(child, max(visit.today, held.day)), record: held, maySay: mayCopy)
                        .draw(into: &main)
                }
            }
            if isNewest, let held = child.records.first(where: { $0.origin.event == versions.fact }) {
                PlanUsedParts(child: child, record: held).draw(into: &main)
            }
            paper.draw(into: &main)
            // It is as this viewer may read it, and left out nothing for anybody else.
            main.p(
                "Printed by \(visit.viewer.name) on \(visit.today.inWords) for their own work. Not a copy for anybody else.",
                .class("govuk-body tl-paper-only"))
            if mayTakeOff {
                main.p(.class("govuk-body tl-do")) {
                    $0.a(
                        .wrongRecord(child.id, versions.fact), "This is on the wrong child", .class("govuk-link"))
                }
            }
            guard let form else { return plain(into: &main) }
            for section in form.sections {
                let answered = section.questions.filter {
                    form.said($0, in: record) != nil && reader.mayRead($0, of: record)
                }
                if answered.isEmpty { continue }
                main.h2(section.title, .class("govuk-heading-m"))
                for question in answered { parts.draw(question, form, into: &main) }
            }
        }
    }

    /// The copies that were made of it, and the way to another.
    private func copies(_ visit: Visit, into page: inout Writer) {
        let made = child.copies.filter { $0.record == versions.fact }
        if !made.isEmpty {
            page.ul(.class("govuk-list tl-do")) { list in
                for copy in made {
                    list.li { item in
                        item.a(
                            .copy(child.id, copy.origin.event),
                            "\(copy.kind.title(for: copy.reader)), \(copy.day.inWords)",
                            .class("govuk-link"))
                    }
                }
            }
        }
        guard mayCopy else { return }
        page.p(.class("govuk-body tl-do")) {
            $0.a(.copying(child.id, versions.fact), "Make a copy for somebody", .class("govuk-link"))
        }
    }

    /// Who corrected what, when and why, with a way to each version; of the one that is shown, what it changed.
    private func history(_ visit: Visit, into page: inout Writer) {
        page.div(.class("govuk-inset-text"), .id("versions")) { box in
            box.p(
                isNewest
                    ? "Version \(number), which stands. What was written before it can still be read."
                    : "Version \(number), which was corrected. It stands no longer.", .class("govuk-body"))
            box.ol(.class("govuk-list govuk-list--number")) { list in
                for (index, version) in versions.versions.enumerated() {
                    list.li { item in
                        let words =
                            "\(index == 0 ? "Signed" : "Corrected") by \(authors[index]) on \(version.recorded.inLondon.day.inWords)"
                        if index == number - 1 {
                            item.strong(words)
                        } else {
                            item.a(
                                Link.signed(child.id, versions.fact).query("version", "\(index + 1)"), words,
                                .class("govuk-link"))
                        }
                        if !version.because.isEmpty { item.text(": \(version.because)") }
                    }
                }
            }
            if number > 1, let form {
                let before = versions.versions[number - 2]
                box.h2("What this version changed", .class("govuk-heading-s"))
                DifferenceParts(
                    form: form, child: child, reader: reader, was: before.record, now: record
                ).draw(into: &box)
            }
        }
    }

    /// Without a form, the fields by their names.
    private func plain(into page: inout Writer) {
        page.dl(.class("govuk-summary-list")) { list in
            for (field, answer) in record.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            where field != .classes && !RecordReader.secrets.contains(field)
                && reader.mayRead(record.informationClass(of: field.name))
            {
                list.div(.class("govuk-summary-list__row")) { row in
                    row.dt(field.name.replacing("_", with: " "), .class("govuk-summary-list__key"))
                    row.dd(MarkedText(answer.words([:], child)), .class("govuk-summary-list__value"))
                }
            }
        }
    }
}

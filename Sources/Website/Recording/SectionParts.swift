import Casework
import FormFiles
import Forms
import HTML
import Oversight

/// A section of a form: on a long one it opens and closes, its heading says how far it is and stays in sight while one writes
/// in it.
///
/// It works without scripts. What is next stands open; so does whatever somebody was led to, and what will not do.
struct SectionParts {
    let page: RecordPage

    private var form: Form { page.form }
    private var filled: FilledForm { page.filled }

    func draw(into body: inout Writer) {
        if form.kind.isLong { folded(into: &body) } else { plain(into: &body) }
    }

    private func folded(into body: inout Writer) {
        let next = page.correction == nil ? form.sections.first { isNext($0) } ?? form.sections.last : nil
        for (place, section) in form.sections.enumerated() {
            let isOpen = page.correction != nil || section == next || isWanted(section)
            body.details(.class("tl-section"), .flag("open", if: isOpen)) { part in
                part.summary { line in
                    line.h2(section.title, .class("govuk-heading-m"))
                    line.span("Part \(place + 1) of \(form.sections.count) · \(howFar(section))", .class("tl-since"))
                }
                questions(section, into: &part)
            }
        }
    }

    private func plain(into body: inout Writer) {
        for section in form.sections {
            body.h2(section.title, .class("govuk-heading-m"))
            questions(section, into: &body)
        }
    }

    private func questions(_ section: FormSection, into body: inout Writer) {
        for question in shown(section) { QuestionParts(page: page).draw(question, into: &body) }
    }

    private func shown(_ section: FormSection) -> [FormQuestion] { section.questions.filter(page.isShown) }

    /// The first section that nothing is said in, or that lacks what is needed to sign.
    private func isNext(_ section: FormSection) -> Bool {
        let questions = shown(section)
        return !questions.contains(where: isAnswered) || questions.contains { $0.needed != .no && !isAnswered($0) }
    }

    /// Whether something of it will not do, or somebody was led to it.
    private func isWanted(_ section: FormSection) -> Bool {
        let more = page.visit.asked("more")
        let mended = page.joins?.rule.mend?.field
        return section.questions.contains { question in
            question.id == more || (mended != nil && question.field == mended)
                || page.errors.contains { $0.field == question.id || $0.field.hasPrefix(question.id + ".") }
        }
    }

    private func howFar(_ section: FormSection) -> String {
        let questions = shown(section)
        let needed = questions.count { $0.needed != .no && !isAnswered($0) }
        return "\(questions.count(where: isAnswered)) of \(questions.count) answered"
            + (needed == 0 ? "" : ", \(needed) still needed to sign")
    }

    private func isAnswered(_ question: FormQuestion) -> Bool {
        if !filled[question.id].isEmpty || !filled["\(question.id).none"].isEmpty { return true }
        guard case .core(let field, _) = question.answers, case .rows(let table) = field.kind else {
            return filled.rows(question.id) > 0
        }
        return filled.saysAnything(in: question.id, table)
    }
}

extension RecordKind {
    /// Whether its form is longer than anybody keeps in sight on a telephone.
    var isLong: Bool { self == .review }
}

extension Mend {
    /// The question that it is mended by.
    fileprivate var field: CoreField? { if case .writing(_, let field, _) = self { field } else { nil } }
}

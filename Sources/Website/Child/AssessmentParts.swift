import Casework
import Days
import HTML
import Service
import Standards

extension AssessmentWork {
    /// The day that stands for it, and those before it: nothing is dated anew without a trace.
    var daysInWords: String {
        guard let last = days.last else { return "No day was set before it was written." }
        let earlier = days.dropLast().map(\.due.inWords)
        return "To be finished by \(last.due.inWords), as a manager set on \(last.on.inWords)."
            + (earlier.isEmpty ? "" : " Before that: \(earlier.joined(separator: ", then ")).")
    }
}

extension ChildView {
    /// Assessments that ask something of somebody: begun and not written, or written and not approved.
    func assessmentsNow(into page: inout Writer) {
        let open = record.openAssessmentWorks
        guard !open.isEmpty else { return }
        page.h2("Assessments", .class("govuk-heading-m"))
        page.ul(.class("govuk-list tl-duties"), .id("assessments")) { list in
            for work in open { list.li { assessment(work, into: &$0) } }
        }
    }

    private func assessment(_ work: AssessmentWork, into item: inout Writer) {
        if let assessment = work.assessment {
            item.p { p in
                p.a(
                    .signed(record.id, assessment.origin.event), "The assessment of \(assessment.day.inWords)",
                    .class("govuk-link"))
                p.text(": \(work.standing.words).")
            }
            return
        }
        item.p { p in
            p.strong(work.due.map { $0 < child.day } ?? false ? "Begun, and past its day" : "Begun")
            p.text(". \(work.daysInWords) ")
            if let last = work.days.last {
                p.a(.signed(record.id, last.origin.event), "Why that day", .class("govuk-link"))
            }
            if mayRecord(.assessmentStart) {
                p.text(". ")
                p.a(
                    .recording(record.id, .assessmentStart), "Move its day, or say that it is not needed any more",
                    .class("govuk-link"))
            }
        }
        if let begun = work.begun, let most = question.context.day(Catalogue.mostForAssessment, workingDaysAfter: begun)
        {
            item.p(
                "Guidance gives \(Catalogue.mostForAssessment) working days from a referral at the most; from \(begun.inWords) that would be \(most.inWords).",
                .class("tl-since"))
        }
        if !work.answersChanges.isEmpty {
            let changes = work.answersChanges.map { record.chronologyWords(for: $0) }
            item.p("It answers: \(changes.joined(separator: "; ")).", .class("tl-since"))
        }
    }
}

extension SignedPage {
    /// Above an assessment: what a manager said of it, or that none has.
    func assessmentStanding(mayAnswer: Bool, into page: inout Writer) {
        guard let work = child.assessmentWork(of: versions.fact) else { return }
        page.div(.class("govuk-inset-text"), .id("approval")) { inset in
            inset.p(.class("govuk-body")) { p in
                p.strong(work.standing.words.capitalised + ".")
                p.text(" \(work.daysInWords)")
                for word in work.words {
                    p.text(" ")
                    p.a(
                        .signed(child.id, word.origin.event), "What the manager said on \(word.on.inWords)",
                        .class("govuk-link"))
                }
            }
            guard mayAnswer, work.waitsForManager else { return }
            inset.p(.class("govuk-body")) {
                $0.a(
                    .recording(child.id, .assessmentApproval),
                    "Say what you think of it, and approve it or send it back",
                    .class("govuk-link"))
            }
        }
    }
}

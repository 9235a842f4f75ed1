import Casework
import Days
import HTML
import Standards

/// What stands beside the form of a record about an assessment, so that what is decided there is decided on what is known.
extension RecordPage {
    func assessmentBeside(into page: inout Writer) {
        switch form.kind {
        case .assessmentStart: daysBeside(into: &page)
        case .assessmentApproval:
            analysisBeside(ifNone: "No assessment of this child waits for a manager.", into: &page)
        case .assessmentAudit:
            analysisBeside(ifNone: "No assessment of the day below is signed here.", into: &page)
        default: break
        }
    }

    private var context: Context? { visit.question?.context }

    /// The most that guidance gives, beside the day that is right for this child; and what was set before.
    private func daysBeside(into page: inout Writer) {
        page.div(.class("govuk-inset-text"), .id("beside")) { inset in
            if let most = context?.day(Catalogue.mostForAssessment, workingDaysAfter: visit.today) {
                inset.p(
                    "Guidance gives \(Catalogue.mostForAssessment) working days from a referral at the most; from today that would be \(most.inWords). The right day for this child is often sooner.",
                    .class("govuk-body"))
            }
            for work in child.openAssessmentWorks where work.assessment == nil {
                inset.p(
                    "\(work.isForLeavingCare ? "One for leaving care is" : "One is") begun. \(work.daysInWords) What you sign here moves its day, and the day before is kept; or it says that it is not needed any more, and why.",
                    .class("govuk-body"))
            }
        }
    }

    /// The analysis that the manager or the auditor is asked about: what they say is said of what they read.
    private func analysisBeside(ifNone none: String, into page: inout Writer) {
        guard let day = Day(filled[CoreField.assessedOn.name]), let authority = visit.question?.authority,
            let held = child.assessment(of: day),
            let words = told.last(where: { $0.kind == .assessment && $0.day == day })
        else {
            return page.p(none, .class("govuk-inset-text"))
        }
        let reader = RecordReader(visit.viewer, of: child, in: authority, on: visit.today)
        page.div(.class("govuk-inset-text"), .id("beside")) { inset in
            inset.h2("The analysis of the assessment of \(day.inWords)", .class("govuk-heading-s"))
            for (field, asks) in Self.analysis {
                let text = reader.mayRead(words.informationClass(of: field.name)) ? words.text(field) : ""
                inset.h3(asks, .class("govuk-heading-s govuk-!-margin-bottom-1"))
                inset.p(MarkedText(text.isEmpty ? "The assessment does not say." : text), .class("govuk-body tl-said"))
            }
            inset.p(.class("govuk-body")) {
                $0.a(
                    .signed(child.id, held.origin.event),
                    "Read all of it: needs, risks, history and what the child said",
                    .class("govuk-link"))
            }
            if form.kind.isAuditors { toAudit(held, into: &inset) }
        }
    }

    /// How the assessment stands, and what of the form was filled in from it: none of that is the auditor's word until they sign.
    private func toAudit(_ held: HeldRecord, into inset: inout Writer) {
        if let work = child.assessmentWork(of: held.origin.event) {
            inset.p("\(work.standing.words.capitalised). \(work.daysInWords)", .class("govuk-body"))
        }
        inset.p(
            "Its day and who wrote it are filled in below from the record as it was signed. Change them where they are not right.",
            .class("govuk-hint"))
    }

    private static let analysis: [(CoreField, String)] = [
        (.what, "What is happening"), (.soWhat, "What it means for the child"), (.nowWhat, "What has to change"),
    ]
}

import Casework
import Days
import Standards

/// Whether an assessment is written by the day that is right for the child, and read by a manager once it is.
extension Breaks {
    static let assessmentWork = [assessmentPastItsDay, assessmentNotApproved, assessmentSentBack]

    /// How long a manager has to read a signed assessment, in working days. Neither law nor guidance gives a number; a risk that
    /// is not assessed climbs to its fifth working day (K16), and only an approved assessment ends that.
    public static let timeToApprove = 5

    static let assessmentPastItsDay = BreakRule(
        "assessment_past_its_day", "The day set for the assessment has passed, and it is not written",
        .statutoryGuidance,
        Citation("Working Together"),
        action:
            "Sign the assessment; or a manager sets a new day that is right for the child, or says that it is not needed any more, and why.",
        mend: .writing(.assessment), ofDuty: "SG02"
    ) { asked, found in
        let late = asked.openAssessmentWorks.filter { work in
            work.assessment == nil && work.due.map { $0 < asked.day } ?? false
        }
        guard let work = late.min(by: { ($0.due ?? asked.day) < ($1.due ?? asked.day) }), let last = work.days.last
        else {
            return
        }
        let earlier = work.days.dropLast().map(\.due.inWords)
        let moved =
            earlier.isEmpty ? "" : " Before that it was to be finished by \(earlier.joined(separator: ", then by "))."
        found.add(
            since: last.due,
            "On \(last.on.inWords) a manager set \(last.due.inWords) as the day that is right for the child.\(moved)")
    }

    static let assessmentNotApproved = BreakRule(
        "assessment_not_approved", "An assessment is signed, and no manager has approved it", .local,
        Citation("Local aim"), owner: .teamManager,
        action: "Read it, say what you think of the analysis, and approve it or send it back.",
        mend: .writing(.assessmentApproval, .managersComment)
    ) { asked, found in
        for work in asked.openAssessmentWorks {
            guard let assessment = work.assessment else { continue }
            switch work.standing {
            case .waiting:
                guard let due = asked.context.day(timeToApprove, workingDaysAfter: assessment.day), due < asked.day
                else {
                    continue
                }
                return found.add(
                    since: due,
                    "The assessment of \(assessment.day.inWords) has waited for a manager’s word for more than \(timeToApprove) working days."
                )
            case .sentBack(_, let again):
                // Until it is corrected it is not the manager's turn.
                guard work.isCorrectedSinceTheWord, let again, again < asked.day else { continue }
                return found.add(
                    since: again,
                    "The assessment of \(assessment.day.inWords) was sent back, to be put right by \(again.inWords). It has been corrected; a manager reads it again."
                )
            case .underWay, .notNeeded, .approved: continue
            }
        }
    }

    static let assessmentSentBack = BreakRule(
        "assessment_sent_back", "An assessment was sent back, and is as it was signed", .local, Citation("Local aim"),
        action: "Read what is missing, and correct the assessment; the manager reads it again.", mend: .correcting
    ) { asked, found in
        for work in asked.openAssessmentWorks {
            guard case .sentBack(let on, let again) = work.standing, let assessment = work.assessment,
                !work.isCorrectedSinceTheWord
            else { continue }
            found.add(
                asked.place(of: assessment), since: on,
                "The assessment of \(assessment.day.inWords) was sent back on \(on.inWords)\(again.map { ", to be put right by \($0.inWords)" } ?? "")."
            )
        }
    }
}

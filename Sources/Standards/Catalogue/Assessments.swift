import Casework
import Days

/// Assessments of a child who is looked after: the law gives no number of days for most, so each has the day that a manager
/// set for it.
extension Catalogue {
    static let assessments: [Standard] = [
        .worked(
            "SG02", "Assessment finished by the day that is right for the child", .statutoryGuidance, .secondary,
            Citation("Working Together", "timeliness; 45 working days at the most"), .assessmentBegun
        ) { occasion, walk, list in
            walk.assessmentFinished(occasion, &list)
        }
    ]

    /// The most that guidance gives an assessment, in working days: from the referral, which for a child who is looked
    /// after is often long past.
    public static let mostForAssessment = 45
}

extension Walk {
    /// An assessment is signed by the day that stands for it: the last that a manager set, with why. Its clock runs to that
    /// day, and not to the most that guidance gives.
    fileprivate func assessmentFinished(_ occasion: Occasion, _ list: inout DutyList) {
        let work = child.record.assessmentWorks[occasion.index]
        guard let due = work.due else { return }
        let standing: Standing
        if let done = work.assessment?.day {
            standing = done <= due ? .met : .metLate(days: done - due)
        } else if let withdrawn = work.withdrawn {
            standing = .notApplicable(withdrawn.on <= due ? .notNeeded : .notNeededLater)
        } else if let stop = occasion.stop, stop.day <= due {
            standing = .notApplicable(stop.why)
        } else {
            let last = min(child.day, occasion.stop?.day ?? child.day)
            standing = last <= due ? .due : .overdue(days: last - due)
        }
        list.add(
            trigger: occasion.trigger, due: due, done: work.assessment?.day, standing, because: occasion.because)
    }
}

import Casework
import Days
import Standards

/// A child's thread as a rule asks it: as at a day, with the context.
struct Threaded {
    let child: ChildAsAt
    let context: Context
    let siblings: [SiblingAsAt]
    var day: Day { child.day }
    var thread: ChildThread { child.record.thread }

    /// The first day that the child's life is recorded here: of a signed record, or of an episode that no return told.
    /// Before it nothing is known to be absent.
    let keptSince: Day

    /// Changes after which what is known and planned has to be looked at again (K13): a move, a change of legal status, a
    /// third missing episode within 90 days, a risk of exploitation. Those since the record is kept here, earliest first.
    let materialChanges: [MaterialChange]

    /// The people who matter to the child, worked out once for every rule that asks after them.
    let significantPeople: [SignificantPerson]

    /// The assessments that ask something of somebody, worked out once for every rule that asks after them.
    let openAssessmentWorks: [AssessmentWork]

    /// What people answered to what is to be joined up, by the day that it is asked about.
    let answers: [HeldJoinAnswer]

    /// What second readers did not agree with, by the same day.
    let notAgreed: [SecondReading]

    /// Nil for a child of whom nothing is signed here, and for one who is not looked after or has died: nothing can be
    /// said to be missing from a record that is kept elsewhere.
    init?(
        _ child: ChildAsAt, _ context: Context, _ siblings: [SiblingAsAt] = [], answers: [HeldJoinAnswer] = [],
        readings: [SecondReading] = []
    ) {
        guard let kept = child.keptSince, child.died == nil, child.isLookedAfter else { return nil }
        (self.child, self.context, keptSince) = (child, context, kept)
        self.siblings = siblings
        materialChanges = child.materialChanges(after: keptSince)
        significantPeople = child.record.significantPeople
        openAssessmentWorks = child.record.openAssessmentWorks
        self.answers = answers
        notAgreed = readings.filter { !$0.agrees }
    }

    func records(_ kind: RecordKind) -> [HeldRecord] { child.record.records.filter { $0.kind == kind } }
    func last(_ kind: RecordKind) -> HeldRecord? { child.record.records.last { $0.kind == kind } }

    /// Whether something live, or done, answers a part of the thread.
    func isAnswered(_ id: ItemID, byLiveOnly live: Bool) -> Bool { thread.isAnswered(id, on: day, byLiveOnly: live) }

    /// The reviews recorded here, in order.
    var reviews: [HeldRecord] { records(.review) }
}

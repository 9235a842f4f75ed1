import Days

/// What a manager does about assessments: the day that is right for this child before one is written, and a word on the
/// analysis once it is.
extension Story {
    /// Which assessment the first is.
    var assessmentType: Told { plot.cast == .new ? "initial" : "update" }

    mutating func setDay(on set: Day, _ target: Told, type: Told, because: String) {
        record(
            "assessment_start", set,
            ["assessment_type": type, "target": target, "target_reason": .text(because)])
    }

    mutating func dayForAssessment() {
        setDay(on: day(8), .day(day(20)), type: assessmentType, because: Ways.beforeTerm.of(child))
    }

    /// In every third story the first word is that something is missing.
    mutating func managersWord() {
        guard !leaves(.assessmentNotApproved) else { return }
        if child.isMultiple(of: 3) || leaves(.assessmentSentBack) {
            record(
                "assessment_approval", day(11), for: Self.manager,
                [
                    "assessed_on": .day(day(10)), "managers_answer": "sent_back", "target": .day(day(14)),
                    "managers_comment": said(.missing),
                    "what_is_missing": .text("Ask \(life.people[1].name), and say what the child makes of it."),
                ])
        }
        if !leaves(.assessmentSentBack) { approve(day(10), on: day(14)) }
    }

    mutating func approve(_ assessed: Day, on day: Day) {
        record(
            "assessment_approval", day, for: Self.manager,
            [
                "assessed_on": .day(assessed), "managers_answer": "approved",
                "managers_comment": .text("\(Ways.asked.of(child)) What convinces me: \(life.soWhat)"),
            ])
    }

    /// A day that was set, moved once with why, and has passed.
    mutating func anotherAssessment() {
        guard leaves(.assessmentPastItsDay) else { return }
        setDay(on: day(72), .day(day(84)), type: "update", because: "Before the summer, while everybody can be asked.")
        setDay(
            on: day(83), .day(day(100)), type: "update", because: "Family was away; the child wanted them asked first.")
    }

    private static let manager = "The team manager"
}

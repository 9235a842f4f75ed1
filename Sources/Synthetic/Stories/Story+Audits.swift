import Days

/// What an auditor found some weeks after an assessment was written: of two in three, of each that something is wrong with,
/// and of each child who has left since. Grades are as uneven as the assessments are, and true to what each says.
extension Story {
    mutating func audit() {
        guard let found = finding else { return }
        var answers: [String: Told?] = [
            "assessed_on": .day(assessed), "assessor": .text(worker(assessed)),
            "audit_grade": .text(found.whole.rawValue),
            "what_was_good": .text(found.good), "what_is_missing": .text(found.missing),
            "actions": found.actions.map { .list($0) } ?? ["none_because": said(.auditAsksNothing)],
        ]
        for part in AuditFinding.parts {
            answers["\(part)_grade"] = .text((found.grades[part] ?? found.others).rawValue)
        }
        audited += Told.line(of: child, "assessment_audit", auditDay, for: Ways.auditor.of(child), answers)
    }

    /// The day that the first assessment is about.
    private var assessed: Day { day(10) }

    /// From two weeks to three months after it, each child's own.
    private var auditDay: Day { min(assessed + 16 + child * 13 % 78, window.horizon - 2) }

    private var finding: AuditFinding? {
        if leaves(.planAbsent) { return nil }
        if leaves(.assessmentWithoutAnalysis) { return withoutAnalysis }
        if leaves(.assessmentWithoutHistory) { return withoutHistory }
        if leaves(.assessmentOfAnotherPlacement) { return ofAnotherHome }
        if leaves(.assessmentSentBack) { return notPutRight }
        switch child % 6 {
        case 0 where plot.ending == .better && child.isMultiple(of: 4): return outstanding
        case 1 where !window.hasLeft, 4 where !window.hasLeft: return nil
        case 2: return needNotShown
        default: return sound
        }
    }

    private var second: String { life.people[1].name }

    /// What is to be done, joined to a need unless the story is that nothing answers it.
    private func task(_ what: String, for purpose: String, need: String = "N1") -> [Told] {
        let isLeft = leaves(need == "N1" ? .needWithoutAction : .identityNeedWithoutAction)
        return [
            action(
                "A30", what, owner: "Social worker", due: due(14 + child % 12), purpose: purpose,
                addresses: isLeft ? [] : [.text(need)])
        ]
    }

    private var withoutAnalysis: AuditFinding {
        AuditFinding(
            .inadequate, others: .good,
            ["analysis": .inadequate, "views": .requiresImprovement],
            good: "What is seen is told plainly: “\(life.what)”",
            missing:
                "What it means for the child. It goes from what is seen to what is to be done, and nobody reads why in between.",
            task(
                "Write what it means for the child, with \(second) and the carers asked",
                for: "The plan answers why, and not only what"))
    }

    private var withoutHistory: AuditFinding {
        AuditFinding(
            .requiresImprovement, others: .good, ["history": .inadequate],
            good: "It says what it means: “\(life.soWhat)”",
            missing: "What came before is not in it: “\(life.history)” A new worker would begin again.",
            task(
                "Put in what came before, and what it means now",
                for: "The child does not have to tell it again to somebody new"))
    }

    private var ofAnotherHome: AuditFinding {
        AuditFinding(
            .requiresImprovement, others: .good, ["currency": .inadequate],
            good: "The strength it names is this child’s and nobody else’s: “\(life.strength)”",
            missing: "It is about the home before this one. How a day goes with \(carers.names) is not in it.",
            task("Look at it again where the child lives now", for: "What is planned fits the home that they have"))
    }

    private var notPutRight: AuditFinding {
        AuditFinding(
            .requiresImprovement, others: .good, ["views": .requiresImprovement, "analysis": .requiresImprovement],
            good: "The history is used: “\(life.history)”",
            missing: "\(second) has still not been asked, though the manager sent it back for that.",
            task("Ask \(second), and what the child makes of it", for: "The child hears that somebody asked"))
    }

    /// No story says how anybody knows the second need.
    private var needNotShown: AuditFinding {
        AuditFinding(
            plot.ending == .better ? .good : .requiresImprovement, others: .good, ["needs": .requiresImprovement],
            good: "The first need says what shows it: “\(life.what)”",
            missing: "What shows the second, “\(life.whoTheyAre)”. Nobody reads how it is known, or from whom.",
            task(
                "Ask the child and \(second) about it, and write what they say", for: "It is the child’s own need",
                need: "N2"))
    }

    private var sound: AuditFinding {
        AuditFinding(
            .good, others: .good, child.isMultiple(of: 3) ? ["views": .requiresImprovement] : ["views": .outstanding],
            good: "It says what it means for this child: “\(life.soWhat)”", missing: Ways.auditMissing.of(child), nil)
    }

    private var outstanding: AuditFinding {
        AuditFinding(
            .outstanding, others: .outstanding, ["needs": .good],
            good:
                "History, what is seen and what it means are one line of thought, and end in what to do: “\(life.nowWhat)”",
            missing: "Only what shows the second need. It stands in the plan, so nothing waits for it.", nil)
    }
}

/// What an audit says of an assessment.
private struct AuditFinding {
    enum Grade: String {
        case outstanding, good
        case requiresImprovement = "requires_improvement"
        case inadequate
    }

    let whole: Grade
    /// Of the parts that are not named.
    let others: Grade
    let grades: [String: Grade]
    let good: String
    let missing: String
    /// Nil where none is needed.
    let actions: [Told]?

    static let parts = ["analysis", "needs", "history", "views", "currency"]

    init(
        _ whole: Grade, others: Grade, _ grades: [String: Grade], good: String, missing: String, _ actions: [Told]?
    ) {
        (self.whole, self.others, self.grades) = (whole, others, grades)
        (self.good, self.missing, self.actions) = (good, missing, actions)
    }
}

import Casework
import Days
import Standards

/// Every kind of break, as a table, and how they are asked of a child.
public enum Breaks {
    public static let rules: [BreakRule] =
        needs + changes + assessments + assessmentWork + audits + plans + voice + visits + reviews + concerns + family
        + siblings
        + handovers + wellbeing
        + readings

    public static func rule(_ id: String) -> BreakRule? { rules.first { $0.id == id } }

    /// What should be joined up in a child's record on the day: each thing once, under the kind that says it most
    /// closely; longest wait first.
    ///
    /// - Parameters:
    ///   - siblings: brothers and sisters of whom something may be asked (``Authority/openSiblings(of:besides:)``).
    ///   - answers: What people answered to such things by `day`; what the record has of it, where nothing is said.
    ///   - readings: What second readers said by `day` of what was closed; what the record has of it, where nothing is said.
    ///   - day: The day that the answers are asked about, which may be later than the record's: people answer today to what
    ///     the record last shows.
    public static func of(
        _ child: ChildAsAt, _ context: Context, beside siblings: [SiblingAsAt] = [], answers: [HeldJoinAnswer]? = nil,
        readings: [SecondReading]? = nil, on day: Day? = nil
    ) -> [Break] {
        asked(child, context, beside: siblings, answers: answers, readings: readings, on: day).breaks
    }

    /// The same, with the assessments that ask something of somebody, which are worked out on the way.
    public static func asked(
        _ child: ChildAsAt, _ context: Context, beside siblings: [SiblingAsAt] = [], answers: [HeldJoinAnswer]? = nil,
        readings: [SecondReading]? = nil, on day: Day? = nil
    ) -> (breaks: [Break], openAssessmentWorks: [AssessmentWork]) {
        let answers = answers ?? child.record.joinAnswers
        let readings = readings ?? child.record.readings
        guard let threaded = Threaded(child, context, siblings, answers: answers, readings: readings) else {
            return ([], child.record.openAssessmentWorks)
        }
        var found: [Break] = []
        for rule in rules {
            var findings = Findings()
            rule.find(threaded, &findings)
            for finding in findings.found {
                let record = finding.about.flatMap { threaded.record(of: $0) }
                let role = finding.owner ?? rule.owner
                let worker = role == .iro ? child.iro?.worker : child.socialWorker?.worker
                found.append(
                    Break(
                        rule: rule, child: child.id, since: finding.since, about: finding.about,
                        record: record, recordKind: record.flatMap { threaded.kind(of: $0) }, facts: finding.facts,
                        owner: Owner(role, worker: worker), said: finding.title, lookingAgain: finding.again))
            }
        }
        let breaks = folded(found).sorted { ($0.since, $0.rule.id) < ($1.since, $1.rule.id) }.map { one in
            guard !answers.isEmpty else { return one }
            var one = one
            one.state = JoinState(one, answers, on: day ?? child.day)
            return one
        }
        return (breaks, threaded.openAssessmentWorks)
    }

    /// Puts each break that another stands for under that one. One about a part of the thread is folded only under one
    /// about the same part, or about the child as a whole.
    private static func folded(_ found: [Break]) -> [Break] {
        var shown: [Break] = []
        var under: [Int: [Break]] = [:]
        let heads = found.map { one in
            found.firstIndex { other in
                other.rule.standsFor.contains(one.rule.id) && (other.about == one.about || other.about == nil)
            }
        }
        for (index, one) in found.enumerated() {
            guard var head = heads[index] else { continue }
            // To the one that is itself under no other: a rule stands for what is below it, never for itself.
            while let next = heads[head] { head = next }
            under[head, default: []].append(one)
        }
        for (index, one) in found.enumerated() where heads[index] == nil {
            var one = one
            one.folded = under[index] ?? []
            shown.append(one)
        }
        return shown
    }
}

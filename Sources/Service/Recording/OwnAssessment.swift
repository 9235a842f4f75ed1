import Casework
import Days
import JournalStore
import Oversight

/// Nobody has the manager's word on an assessment that they wrote (`docs/decisions/0117-nobody-approves-their-own.md`), and
/// nobody audits one that ``AssessmentHands`` says is for another auditor: a second pair of eyes is what it is for.
struct OwnAssessment {
    /// The kind of what is said of it: a manager's word, or an audit. Any other is about none.
    let word: RecordKind
    /// The day that the assessment is about.
    let day: Answer?
    let author: Actor
    let onBehalfOf: String
    /// Whoever signs, where more is known of them than the account or the name.
    let auditor: Auditor?

    /// Refused where the author of the word signed any version of the assessment; of what programs signed, where it is on
    /// behalf of the same person. An audit is refused to everybody who has anything to do with the work.
    func refusals(
        about child: ChildRecord, in transaction: any JournalTransaction, _ authority: Authority
    ) throws -> [RecordRefusal] {
        guard word == .assessmentApproval || word.isAuditors, case .day(let day)? = day,
            let assessment = word.isAuditors
                ? child.assessment(of: day)
                : child.assessmentWorks.last(where: { $0.assessment?.day == day })?.assessment
        else { return [] }
        var events = ChildEvents(through: EventID(.max))
        try transaction.scan(stream: child.id.stream) { events.take($0) }
        guard let written = RecordVersions(of: assessment.origin.event, in: events.events) else { return [] }
        guard word.isAuditors else {
            guard written.versions.contains(where: isOwn) else { return [] }
            return [
                refusal(
                    "whoever wrote the assessment of \(day.inWords) does not approve it",
                    "leave it to another manager, or to the head of service")
            ]
        }
        let words = child.assessmentWork(of: assessment.origin.event)?.words ?? []
        let hands = AssessmentHands(
            of: written, words: words.compactMap { RecordVersions(of: $0.origin.event, in: events.events) })
        let auditor = self.auditor ?? Auditor(author, named: onBehalfOf, in: authority)
        return hands.tie(to: auditor, in: authority).map {
            [refusal($0.refusal(of: day), "leave it to another auditor")]
        } ?? []
    }

    private func refusal(_ what: String, _ mend: String) -> RecordRefusal {
        RecordRefusal(CoreField.assessedOn.name, what, mend)
    }

    private func isOwn(_ version: RecordVersions.Version) -> Bool {
        if author.account != nil { return version.author == author }
        return version.author.account == nil && !onBehalfOf.isEmpty
            && PersonKey(version.record.onBehalfOf) == PersonKey(onBehalfOf)
    }
}

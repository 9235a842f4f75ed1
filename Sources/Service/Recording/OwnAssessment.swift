import Casework
import JournalStore

/// Nobody has the manager's word on an assessment that they wrote, nor audits one that they wrote or gave a manager's word on: a
/// second pair of eyes is what it is for (`docs/decisions/0117-nobody-approves-their-own.md`).
struct OwnAssessment {
    /// The kind of what is said of it: a manager's word, or an audit. Any other is about none.
    let word: RecordKind
    /// The day that the assessment is about.
    let day: Answer?
    let author: Actor
    let onBehalfOf: String

    /// Refused where the author of the word signed any version of the assessment, or of a manager's word that they audit; of what
    /// programs signed, where it is on behalf of the same person.
    func refusals(
        about child: ChildRecord, in transaction: any JournalTransaction
    ) throws -> [RecordRefusal] {
        guard word == .assessmentApproval || word.isAuditors, case .day(let day)? = day,
            let work = child.assessmentWorks.last(where: { $0.assessment?.day == day }),
            let assessment = work.assessment
        else { return [] }
        var events = ChildEvents(through: EventID(.max))
        try transaction.scan(stream: child.id.stream) { events.take($0) }
        func isTheirs(_ event: EventID) -> Bool {
            RecordVersions(of: event, in: events.events)?.versions.contains(where: isOwn) ?? false
        }
        if isTheirs(assessment.origin.event) {
            return [
                refusal(
                    "whoever wrote the assessment of \(day.inWords) does not \(word.isAuditors ? "audit" : "approve") it"
                )
            ]
        }
        guard word.isAuditors, work.words.contains(where: { isTheirs($0.origin.event) }) else { return [] }
        return [refusal("whoever said as a manager what the assessment of \(day.inWords) is worth does not audit it")]
    }

    private func refusal(_ what: String) -> RecordRefusal {
        RecordRefusal(
            CoreField.assessedOn.name, what,
            word.isAuditors ? "leave it to another auditor" : "leave it to another manager, or to the head of service")
    }

    private func isOwn(_ version: RecordVersions.Version) -> Bool {
        if author.account != nil { return version.author == author }
        return version.author.account == nil && !onBehalfOf.isEmpty
            && PersonKey(version.record.onBehalfOf) == PersonKey(onBehalfOf)
    }
}

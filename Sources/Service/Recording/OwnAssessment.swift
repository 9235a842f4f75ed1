import Casework
import JournalStore

/// Nobody has the manager's word on an assessment that they wrote: a second pair of eyes is what it is for
/// (`docs/decisions/0117-nobody-approves-their-own.md`).
struct OwnAssessment {
    /// The day that the assessment is about.
    let day: Answer?
    let author: Actor
    let onBehalfOf: String

    /// Refused where the author of the word signed any version of the assessment; of what programs signed, where it is on
    /// behalf of the same person.
    func refusals(
        about child: ChildRecord, in transaction: any JournalTransaction
    ) throws -> [RecordRefusal] {
        guard case .day(let day)? = day,
            let assessment = child.assessmentWorks.last(where: { $0.assessment?.day == day })?.assessment
        else { return [] }
        var events = ChildEvents(through: EventID(.max))
        try transaction.scan(stream: child.id.stream) { events.take($0) }
        let versions = RecordVersions(of: assessment.origin.event, in: events.events)?.versions ?? []
        guard versions.contains(where: isOwn) else { return [] }
        return [
            RecordRefusal(
                CoreField.assessedOn.name, "whoever wrote the assessment of \(day.inWords) does not approve it",
                "leave it to another manager, or to the head of service")
        ]
    }

    private func isOwn(_ version: RecordVersions.Version) -> Bool {
        if author.account != nil { return version.author == author }
        return version.author.account == nil && !onBehalfOf.isEmpty
            && PersonKey(version.record.onBehalfOf) == PersonKey(onBehalfOf)
    }
}

import Casework
import Days
import Service
import Standards

/// One child as lists tell of them on a day: what a row can show, a filter can ask and an order can go by. Many lists hold
/// the same line, in orders of their own.
final class ChildLine: Sendable {
    /// What the child is to the authority on the day.
    enum Standing: Sendable { case lookedAfter, careLeaver, neither }

    let child: ChildID
    let number: String
    /// As pages say it; nil where no name is known.
    let name: String?
    /// Family name first.
    let filed: String
    /// By each birth date on record; nil where none is known.
    let ages: ClosedRange<Int>?
    let born: Day?
    let standing: Standing
    let legal: LegalStatus?
    let placement: PlacementType?
    /// The first day of the care that is open, and whether it is known or only a day by which it had begun.
    let since: StartDay?
    /// The social worker's code; nil where nobody is known to be allocated.
    let worker: String?
    let workerName: String?
    /// The social worker's team; the personal adviser's where nobody else is allocated.
    let team: String?
    let iro: String?
    let adviser: String?
    let overdue: Int
    let unknown: Int
    /// Missing or away on the day, since when.
    let missingSince: Day?
    let lastReview: Day?
    /// Who holds and held the child: what permission turns on.
    let allocations: [Allocation]

    init(_ record: ChildRecord, _ question: Question) {
        let child = ChildAsAt(record, question.asAt)
        let assessed = Assessed(child, question)
        let identity = record.identity
        (self.child, number, name) = (record.id, identity.ssda903, identity.name)
        filed = identity.names.current.filed
        ages = child.ages(on: child.day)
        born = identity.otherBirthDates.isEmpty ? identity.details.birthDate : nil
        standing = child.isLookedAfter ? .lookedAfter : child.isCareLeaver ? .careLeaver : .neither
        (legal, placement) = (child.legalStatus, child.currentPlacement?.type)
        since = child.currentPeriod?.start
        worker = child.socialWorker?.worker
        workerName = worker.map { question.name(of: $0) }
        let adviser = child.record.allocations.last { $0.role == .personalAdviser && $0.isOpen(on: child.day) }?.worker
        self.adviser = adviser.map { question.name(of: $0) }
        team = (worker ?? adviser).flatMap { question.worker($0)?.team }.flatMap { $0.isEmpty ? nil : $0 }
        iro = child.iro.map { question.name(of: $0.worker) }
        (overdue, unknown) = (assessed.overdue, assessed.unknown)
        missingSince = child.openMissingEpisode?.start
        lastReview = child.reviews.last?.day
        allocations = record.allocations
    }
}

extension ChildAsAt {
    /// Not looked after on the day, and asked after as a care leaver (OC3) around a birthday in the year before it.
    var isCareLeaver: Bool {
        guard !isLookedAfter, let contact = record.leavingCareContacts.last?.contact else { return false }
        return contact.year.lastDay.adding(years: 1) > day
    }
}

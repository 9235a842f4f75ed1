import Casework
import Days

/// Whether what was done was worth doing: what got better for the child, what came of their words, and whether what was
/// promised took place. They stand beside the figures of what was done.
extension Indicators {
    static let whatItChanged = [outcomesBetter, childTold, familyTimeKept]

    /// Of the outcomes measured in the period, those that the last measurement of the period found better.
    static let outcomesBetter = Indicator(
        "K11a", "Outcomes that got better", .plans, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "outcomes that were found better when they were last measured",
            of: "outcomes measured in the period", unknown: "nobody", on: "the day of the last measurement")
    ) { subject, tally in
        for outcome in subject.child.record.thread.outcomes {
            guard
                let last = outcome.measured.filter({ subject.window.period.contains($0.on) }).max(by: { $0.on < $1.on })
            else { continue }
            tally.count(Member(subject.child.id, on: last.on), last.change == .better)
        }
    }

    /// Of what children said in the period, what had been answered by the day, with the child told.
    static let childTold = Indicator(
        "K96a", "What the child said was answered, and the child told", .voice, .higherIsBetter, for: .lookedAfter,
        from: [], over: .year, exists: .recordedHere,
        Definition(
            "views that have been answered by the day, and the child told what came of them",
            of: "views recorded in the period", unknown: "nobody", on: "the day the child said it")
    ) { subject, tally in
        for view in subject.child.record.thread.views where subject.window.period.contains(view.since) {
            tally.count(Member(subject.child.id, on: view.since), view.answered?.childTold ?? false)
        }
    }

    /// Of the times together that were planned for the period and spoken of since, those that took place.
    static let familyTimeKept = Indicator(
        "K97a", "Family time that took place", .voice, .higherIsBetter, for: .lookedAfter, from: [], over: .year,
        exists: .recordedHere,
        Definition(
            "planned times with family or friends that took place",
            of: "planned times of the period of which it is recorded whether they took place",
            unknown: "nobody; what nobody recorded is on the child’s page", on: "the day it was planned for")
    ) { subject, tally in
        for contact in subject.child.record.thread.timesTogether where subject.window.period.contains(contact.on) {
            tally.count(Member(subject.child.id, on: contact.on), contact.happened)
        }
    }
}

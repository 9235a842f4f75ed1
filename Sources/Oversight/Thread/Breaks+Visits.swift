import Casework
import Days
import Standards

/// Whether a visit, or anything else that was seen or told, led to anything.
extension Breaks {
    static let visits = [disclosureNotFollowed, reviewAskedNotHeld, visitWithoutPurpose, visitWithoutActions]

    static let disclosureNotFollowed = BreakRule(
        "disclosure_not_followed", "The child told something, or something happened, and nothing followed the same day",
        .local, Citation("Local aim", "VI17"), owner: .teamManager,
        action: "Decide as their manager what is being done, and say why it was not sooner.",
        mend: .writing(.managementDecision, .chronologyLines), rung: .disclosure, standsFor: ["visit_without_actions"]
    ) { asked, found in
        for record in asked.child.record.records
        where record.isChoice(.significant, "disclosure") || record.isChoice(.significant, "significant_event") {
            let following = asked.child.record.following(record)
            // What came late stays late; a manager's own record answers it, and nobody writes the record again.
            guard following.decided == nil else { continue }
            var missing: [String] = []
            switch following.acted {
            case nil: missing.append("no action")
            case let acted? where acted > record.day: missing.append("an action only on \(acted.inWords)")
            default: break
            }
            switch following.told {
            case nil: missing.append("no manager told")
            case let told? where told > record.day: missing.append("the manager told only on \(told.inWords)")
            default: break
            }
            guard !missing.isEmpty else { continue }
            found.add(
                asked.place(of: record), since: record.day,
                "The \(record.kind.title.lowercased()) of \(record.day.inWords) shows \(missing.joined(separator: ", "))."
            )
        }
    }

    static let reviewAskedNotHeld = BreakRule(
        "review_asked_not_held", "A visit asked for a review sooner, and none is recorded since", .regulation,
        .cpr2010("30, 33(3)(b)"), owner: .iro, action: "Hold the review, and say what it made of the visit.",
        mend: .writing(.review)
    ) { asked, found in
        for visit in asked.records(.visit)
        where visit.isFlag(.reviewAsked, true) && !asked.child.reviews.contains(where: { $0.day >= visit.day }) {
            found.add(asked.place(of: visit), since: visit.day, "The visit of \(visit.day.inWords).")
        }
    }

    static let visitWithoutPurpose = BreakRule(
        "visit_without_purpose", "A visit has no purpose from the plan", .local, Citation("Local aim", "VI17"),
        action: "Say which action of the plan the visit was for.", mend: .correcting
    ) { asked, found in
        for visit in asked.records(.visit) where !visit.says(.purpose) || !visit.says(.purposeActions) {
            // A plan with nothing live in it has nothing that a visit could be for.
            let hasPlan = asked.thread.actions.contains { $0.since < visit.day && $0.isLive(on: visit.day) }
            guard !visit.says(.purpose) || hasPlan else { continue }
            found.add(asked.place(of: visit), since: visit.day, "The visit of \(visit.day.inWords).")
        }
    }

    static let visitWithoutActions = BreakRule(
        "visit_without_actions", "A visit led to no action and does not say why", .local, Citation("Local aim", "VI17"),
        action: "Add what follows from it, or say that nothing does and why.", mend: .correcting
    ) { asked, found in
        for visit in asked.records(.visit)
        where visit[.actions] != .noneBecause && !asked.child.record.wasFollowed(visit) {
            found.add(asked.place(of: visit), since: visit.day, "The visit of \(visit.day.inWords).")
        }
    }
}

extension Threaded {
    /// What tells breaks about one record from those about another: the record's place in the journal.
    func place(of record: HeldRecord) -> ItemID? { ItemID("record-\(record.origin.event)") }

    /// What kind of record an event signed.
    func kind(of record: EventID) -> RecordKind? {
        child.record.records.last { $0.origin.event == record }?.kind
    }

    /// The record that a break about this is about.
    func record(of about: ItemID) -> EventID? {
        thread.origin(of: about)?.event
            ?? child.record.records.last { place(of: $0) == about }?.origin.event
    }
}

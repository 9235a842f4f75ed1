import Access
import Casework
import Days
import HTML
import Oversight
import Service
import Standards

/// The parts of a child's page. A part is there where the record has something for it; no empty rooms.
enum ChildTab: String, CaseIterable, Sendable {
    case now, thread, timeline, chronology, plan, placement, visits, legal, reviews, missing, health, education,
        familyTime, voice
    case directWork, identity, adoption, leavingCare, people

    var title: String {
        switch self {
        case .now: "Now"
        case .thread: "Thread"
        case .timeline: "Timeline"
        case .chronology: "Chronology"
        case .plan: "Plan"
        case .placement: "Placement"
        case .visits: "Visits"
        case .legal: "Legal"
        case .reviews: "Reviews"
        case .missing: "Missing"
        case .health: "Health"
        case .education: "Education"
        case .familyTime: "Family time"
        case .voice: "Voice"
        case .directWork: "Direct work and life story"
        case .identity: "Identity"
        case .adoption: "Adoption"
        case .leavingCare: "Leaving care"
        case .people: "People"
        }
    }

    /// Its part of the address; nil for the first.
    var segment: String? {
        switch self {
        case .now: nil
        case .leavingCare: "leaving-care"
        case .familyTime: "family-time"
        case .directWork: "direct-work"
        default: rawValue
        }
    }

    /// The standards whose duties are shown in it, by the start of their ids.
    var families: [String] {
        switch self {
        case .now, .thread, .timeline, .chronology, .people: []
        case .plan: ["CP0", "CP32", "CP33", "SG02"]
        case .placement: ["CP1", "CP2", "CP30"]
        case .visits: ["VI"]
        case .legal: ["LG"]
        // AD01 asks at a review whether permanence was considered, adoption or not.
        case .reviews: ["RV", "IR", "RI", "AD01"]
        case .missing: ["MI"]
        case .adoption: ["AD"]
        case .health, .education, .familyTime, .voice, .directWork, .identity, .leavingCare:
            LifePart.of(self)?.standards ?? []
        }
    }

    /// The tabs there are for a child, in order.
    ///
    /// - Parameter hasRecords: Whether anything was ever signed here; it may be later than the day asked about.
    /// - Parameter hasSiblings: Whether the viewer is told of brothers and sisters.
    static func there(for assessed: Assessed, hasRecords: Bool, hasSiblings: Bool) -> [ChildTab] {
        let owed = assessed.duties.reduce(into: UInt32(0)) { $0 |= shownIn[Int($1.standard)] }
        let answered = assessed.duties.reduce(into: UInt32(0)) {
            if case .unknown = $1.standing { return }
            $0 |= shownIn[Int($1.standard)]
        }
        return allCases.filter { tab in
            if tab == .thread { return hasRecords }
            if tab == .people, hasSiblings { return true }
            guard let part = LifePart.of(tab) else {
                return tab.isThere(for: assessed.child, owes: owed & tab.bit != 0)
            }
            return part.isTold(of: assessed.child.record)
                || (part.isOpenedByUnknown ? owed : answered) & tab.bit != 0
                || assessed.joins.contains { part.breaks.contains($0.rule.id) }
                || tab.isThere(for: assessed.child, owes: false)
        }
    }

    private func isThere(for child: ChildAsAt, owes: Bool) -> Bool {
        switch self {
        case .now, .thread: return true
        case .timeline: return !child.periods.isEmpty
        case .chronology: return !child.periods.isEmpty || !child.record.records.isEmpty
        case .plan:
            return owes
                || child.record.records.contains { Self.planned.contains($0.kind) || $0.kind == .managementDecision }
        case .placement: return !child.placements.isEmpty
        case .visits: return owes || child.record.records.contains { $0.kind == .visit }
        case .legal:
            return !child.legalSpells.isEmpty || !child.record.deprivations.isEmpty
                || child.record.records.contains { [.legalPlanning, .courtStatement].contains($0.kind) }
        case .reviews:
            return !child.reviews.isEmpty || owes
                || child.record.records.contains { Self.reviewed.contains($0.kind) }
        case .missing: return !child.record.missing.isEmpty
        case .health: return !child.record.yearlyOutcomes.isEmpty
        case .education, .familyTime, .voice, .directWork, .identity: return false
        case .adoption:
            return !child.record.adoptionDecisions.isEmpty || !child.record.adoptionMatches.isEmpty
                || child.hasAdoptionReviews(on: child.day)
        case .leavingCare: return !child.record.leavingCareContacts.isEmpty
        case .people:
            return !child.record.allocations.isEmpty || !child.record.thread.network.isEmpty
                || !child.record.thread.consents.isEmpty
        }
    }

    /// Whether it shows what people wrote, which the journal alone keeps.
    var tellsWords: Bool { self == .thread || self == .chronology || self == .reviews || LifePart.of(self) != nil }

    /// Whether it is made from the record alone, with what all records share, so that it may be kept as it was written.
    var isKept: Bool { self == .now || self == .thread || self == .timeline }

    /// Whether it shows who answered what is to be joined up.
    var showsAnswers: Bool { self == .thread || LifePart.of(self) != nil }

    /// What is shown under Reviews.
    private static let reviewed: Set<RecordKind> = [
        .review, .reviewContribution, .lookBetweenReviews, .concernAnswer, .concernStep,
    ]

    /// What is shown under Plan.
    static let planned: [RecordKind] = [
        .assessment, .carePlan, .placementPlan, .pathwayPlan, .placementRequest, .assessmentStart, .assessmentApproval,
        .assessmentAudit,
    ]

    func shows(_ duty: Duty) -> Bool { Self.shownIn[Int(duty.standard)] & bit != 0 }

    private var bit: UInt32 { 1 << UInt32(Self.allCases.firstIndex(of: self) ?? 0) }

    /// For each standard, the tabs that show its duties, a bit each.
    private static let shownIn: [UInt32] = Catalogue.standards.map { standard in
        allCases.reduce(0) { bits, tab in
            tab.families.contains { standard.id.hasPrefix($0) } ? bits | tab.bit : bits
        }
    }
}

extension Link {
    static func child(_ id: ChildID, _ tab: ChildTab) -> Link {
        tab.segment.map { Link("children", id.description, $0) } ?? .child(id)
    }
}

extension Site {
    var childRoutes: [Route] {
        ChildTab.allCases.map { tab in
            .get("/children/:id" + (tab.segment.map { "/" + $0 } ?? ""), .child(.seeChild)) { visit in
                guard let now = visit.question, let id = visit.child?.id else { return .notFound }
                let question = try await asKnown(visit, now)
                guard let record = question.authority[id] else { return visit.notYetKnown(id) }
                let answerers = tab.showsAnswers && !record.joinAnswers.isEmpty ? try await gate.people() : nil
                let basis = PageBasis(of: tab, visit, question, record, answerers)
                if let kept = basis.flatMap(keptPages.page) { return visit.page(kept) }
                guard let page = try await written(tab, of: record, visit, question, answerers) else {
                    return .notFound
                }
                if let basis { keptPages.keep(page, basis) }
                return visit.page(page)
            }
        }
    }

    /// A part of the record as the viewer may read it; nil where the record has nothing for it.
    private func written(
        _ tab: ChildTab, of record: ChildRecord, _ visit: Visit, _ question: Question, _ answerers: [String: Account]?
    ) async throws -> WrittenPage? {
        // What was signed since the returns end is part of the record.
        let signed = visit.asked("as-at") == nil ? record.records.last?.day : nil
        let day = max(tab == .thread ? question.threadDay : question.asAt, signed ?? question.asAt)
        let assessed = assessedChildren.assessed(record, at: day, question)
        // Who was linked since that day is told too, where no day was asked for; what the page speaks of else does not move
        // with it, so that it gives no link away.
        let isLatest = visit.asked("as-at") == nil && !record.siblings.isEmpty
        let latest = isLatest ? ChildAsAt(record, max(day, visit.today)) : assessed.child
        let siblings = visit.siblings(of: latest, in: question.authority)
        let tabs = ChildTab.there(
            for: assessed, hasRecords: !record.records.isEmpty, hasSiblings: !siblings.isEmpty)
        guard tabs.contains(tab) else { return nil }
        let told = tab.tellsWords ? try await records.told(of: record.id, through: question.authority.head) : []
        var view = ChildView(
            assessed: assessed, question: question, visit: visit, tab: tab, tabs: tabs,
            links: JoinLinks(visit.viewer, forms, mayRecord: visit.may(.recordWork, record, question)),
            told: told, siblings: siblings)
        if tab == .people, !siblings.isEmpty { view.siblingWords = try await records.siblingWords(of: record.id) }
        view.accounts = answerers
        if tab == .plan, let latest = assessed.child.record.latestAssessment,
            try await mayAudit(latest.origin.event, of: record, visit)
        {
            view.toAudit = latest
        }
        return view.written()
    }

    /// The record as it was known at the end of the day asked for (`known-on`), where one is. Who may see the child was
    /// settled before, by today's record: permission does not travel in time.
    private func asKnown(_ visit: Visit, _ now: Question) async throws -> Question {
        guard let day = visit.asked("known-on").flatMap({ Day($0) }) else { return now }
        let end = Instant(milliseconds: Moment(day + 1).instant.at.milliseconds - 1)
        let authority = try await records.known(at: end)
        return Question(
            authority, asAt: visit.asked("as-at") == nil ? asAt : now.asAt, places: postcodes, settings: settings,
            answersUntil: visit.asked("as-at") == nil ? day : nil
        )
        .map { $0.leavingOut(now.authority.protected) } ?? now
    }
}

extension Visit {
    /// The page for a child of whom nothing had been written down by the day asked about.
    func notYetKnown(_ id: ChildID) -> Reply {
        page("Not known then") { main in
            main.h1("Nothing was known then", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("Nothing had been written down about this child by that day. ")
                p.a(.child(id), "Go to what is known now", .class("govuk-link"))
                p.text(".")
            }
        }
    }
}

import Casework

/// A part of a child's life that has a tab of its own: which records tell of it, which standards and which things to join
/// up are about it. A row a tab; what is shown is the same for each (``ChildView/life(_:into:)``).
struct LifePart: Sendable {
    let tab: ChildTab
    let kinds: [RecordKind]
    /// By the start of their ids.
    let standards: [String]
    /// By their ids.
    let breaks: [String]
    /// Whether what is owed and cannot be answered is reason enough for the tab.
    var isOpenedByUnknown = false

    static let all: [LifePart] = [
        LifePart(
            tab: .health, kinds: [.healthAssessment], standards: ["HE"],
            breaks: ["health_dates_disagree", "review_left_health"], isOpenedByUnknown: true),
        LifePart(
            tab: .education, kinds: [.personalEducationPlan], standards: ["ED"], breaks: [], isOpenedByUnknown: true),
        LifePart(
            tab: .familyTime, kinds: [.familyTimePlan], standards: ["RI03", "RI10"],
            breaks: ["family_time_not_arranged", "family_time_not_formal", "family_time_not_happening"]),
        LifePart(
            tab: .voice, kinds: [.reviewContribution], standards: ["RV07", "RI02"],
            breaks: ["view_not_considered", "view_not_answered"]),
        LifePart(
            tab: .directWork, kinds: [.directWork, .lifeStory, .lifeStoryChapter], standards: ["RI06", "RI07", "RI08"],
            breaks: ["no_direct_work", "life_story_not_started", "child_not_told_why"]),
        LifePart(
            tab: .identity, kinds: [.identityProfile], standards: ["RI05"], breaks: ["identity_need_without_action"]),
        LifePart(
            tab: .leavingCare, kinds: [.pathwayPlan, .keepingInTouch], standards: ["LC"],
            breaks: ["adulthood_not_answered"],
            isOpenedByUnknown: true),
    ]

    static func of(_ tab: ChildTab) -> LifePart? { all.first { $0.tab == tab } }

    /// Whether anything that a person signed tells of it.
    func isTold(of child: ChildRecord) -> Bool {
        switch tab {
        case .familyTime: !child.thread.familyTime.isEmpty || !child.thread.contacts.isEmpty || hasRecord(of: child)
        case .voice:
            !child.thread.views.isEmpty || child.records.contains { $0.says(.childsWords) } || hasRecord(of: child)
        default: hasRecord(of: child)
        }
    }

    private func hasRecord(of child: ChildRecord) -> Bool { child.records.contains { kinds.contains($0.kind) } }
}

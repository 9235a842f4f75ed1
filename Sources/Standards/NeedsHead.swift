import Casework
import Days

/// A head of what a needs assessment for leaving care must speak of, and the rows by which a record shows that it does: a
/// need of such an area, or where the young person stands with such a thing.
///
/// Source: CPR 2010 reg 42(2).
struct NeedsHead: Sendable {
    let areas: Set<NeedArea>
    let matters: Set<ReadyMatter>

    /// Health and development; education, training and work; family and other relationships; money; skills; somewhere to
    /// live.
    static let all = [
        NeedsHead(areas: [.health, .emotional], matters: [.doctor]),
        NeedsHead(areas: [.education], matters: [.work]),
        NeedsHead(areas: [.family], matters: [.people]),
        NeedsHead(areas: [], matters: [.bankAccount, .savings, .benefits]),
        NeedsHead(areas: [.selfCare, .socialPresentation, .adulthood], matters: []),
        NeedsHead(areas: [.home], matters: [.home]),
    ]
    /// Of a young person who came alone, besides: their status here.
    static let unaccompanied = NeedsHead(areas: [.identity], matters: [.papers])

    func isSpokenOf(_ areas: Set<NeedArea>, _ matters: Set<ReadyMatter>) -> Bool {
        !self.areas.isDisjoint(with: areas) || !self.matters.isDisjoint(with: matters)
    }
}

extension Walk {
    /// Whether an assessment for leaving care has a row under each head, and what the young person said. What is not in a
    /// row may stand in its words, so that it is never said to be missing.
    func speaksOfAllNeeds(_ assessment: HeldRecord) -> SaidInPlan {
        let thread = child.record.thread
        let areas = Set(thread.needs.filter { $0.origin.event == assessment.origin.event }.map(\.area))
        let matters = Set(
            thread.settled(by: assessment).compactMap { one in
                if case .readiness(let matter, _) = one.what { matter } else { nil }
            })
        let heads = NeedsHead.all + (child.record.unaccompanied == nil ? [] : [.unaccompanied])
        guard case .rows = assessment[.views], heads.allSatisfy({ $0.isSpokenOf(areas, matters) }) else {
            return .unclear(.needsAssessment)
        }
        return .yes
    }
}

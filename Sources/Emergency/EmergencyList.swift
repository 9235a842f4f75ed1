import Casework
import Days
import Service
import Standards

/// What somebody must know at night when nothing else works: who is looked after, where each child is, in whose care the
/// law has them, who to call, and who is missing. One line a child.
public struct EmergencyList: Sendable {
    public struct Line: Hashable, Sendable {
        public let child: ChildID
        /// The child's name, where one is known, and the number that the return knows them by.
        public let who: String
        public let number: String
        public let birthDates: [Day]
        public let ages: ClosedRange<Int>?
        public let legalStatus: String?
        public let placement: String?
        public let placedSince: Day?
        /// As held; nil where it is not, or is not for this list.
        public let postcode: String?
        /// Where the child is placed for adoption, where is for the adoption team to say.
        public let isWithheld: Bool
        public let socialWorker, iro: String?
        public let missingSince: Day?
    }

    public let asAt: Day
    public let authority: String
    public let lines: [Line]

    /// - Parameter isLeftOut: Whether a record must never be printed: those that are sealed or restricted.
    public init(_ question: Question, authority: String, isLeftOut: (ChildRecord) -> Bool) {
        (asAt, self.authority) = (question.asAt, authority)
        lines = question.children().compactMap { record in
            guard !isLeftOut(record) else { return nil }
            let child = ChildAsAt(record, question.asAt)
            guard child.isLookedAfter, child.died == nil else { return nil }
            return Line(child, question)
        }
    }

    /// Those who are missing first.
    public var inOrder: [Line] {
        lines.filter { $0.missingSince != nil } + lines.filter { $0.missingSince == nil }
    }
}

extension EmergencyList.Line {
    fileprivate init(_ child: ChildAsAt, _ question: Question) {
        let placement = child.currentPlacement
        self.child = child.id
        (who, number) = (child.record.identity.title, child.record.identity.ssda903)
        birthDates = child.record.identity.birthDates
        ages = child.ages(on: child.day)
        legalStatus = child.legalStatus.flatMap { $0.isBlank ? nil : $0.meaning }
        self.placement = placement.flatMap { $0.type.isBlank ? nil : $0.type.meaning }
        placedSince = placement?.start.day
        isWithheld = placement?.type.isAdoptive ?? false
        postcode = isWithheld ? nil : placement.flatMap { $0.postcode.isBlank ? nil : $0.postcode.description }
        socialWorker = child.socialWorker.map { question.name(of: $0.worker) }
        iro = child.iro.map { question.name(of: $0.worker) }
        missingSince = child.openMissingEpisode.flatMap { $0.kind == .missing ? $0.start : nil }
    }
}

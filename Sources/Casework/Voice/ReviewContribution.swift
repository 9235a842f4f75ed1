import Days

/// How a child gave what they have to say to their review.
public enum ContributionWay: String, Hashable, Sendable, CaseIterable {
    case alone
    case withHelp = "with_help"
    case toldSomebody = "told_somebody"
    case advocate
    static let names = allCases.map(\.rawValue)

    /// Whether somebody else held the pen, who is named.
    var isHelped: Bool { self != .alone }

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .alone: "written by the child alone"
        case .withHelp: "written by the child with help"
        case .toldSomebody: "told to somebody who wrote it down"
        case .advocate: "given through an advocate"
        }
    }
}

/// How a child wants to take part in their review.
public enum TakingPart: String, Hashable, Sendable, CaseIterable {
    case wholeMeeting = "whole_meeting"
    case part
    case somebodyForMe = "somebody_for_me"
    case notThere = "not_there"
    case notSure = "not_sure"
    static let names = allCases.map(\.rawValue)

    /// In the middle of a sentence.
    public var words: String {
        switch self {
        case .wholeMeeting: "wants to be there"
        case .part: "wants to be there for a part of it"
        case .somebodyForMe: "wants somebody to speak for them"
        case .notThere: "does not want to be there"
        case .notSure: "is not sure yet about being there"
        }
    }
}

/// What a child said to their own review before it, as far as everybody may know: when, how, and how they want to take part.
/// Their words are views of theirs like any other, and stand in the record.
public struct ReviewContribution: Hashable, Sendable {
    public let on: Day
    public let way: ContributionWay
    public let takingPart: TakingPart?
    /// Whether the child said whom they want there, or not.
    public let saysWhom: Bool
    public let origin: Origin

    public init?(_ record: HeldRecord) {
        guard record.kind == .reviewContribution, let way: ContributionWay = record.named(.contributedHow) else {
            return nil
        }
        (on, self.way, origin) = (record.day, way, record.origin)
        saysWhom = record.says(.wantsThere)
        takingPart = record.named(.takingPart)
    }

    /// The code that a review held without the child would have, as a return tells it: the views came by an advocate, or by
    /// other means. Nil where the child may be there, and only the meeting can say.
    public var withoutTheChild: Participation? {
        guard takingPart == .notThere else { return nil }
        return way == .advocate ? "PN5" : "PN6"
    }
}

extension ChildAsAt {
    /// What the child said to the review that is next: the latest since the last review was held.
    public var contributionToNextReview: ReviewContribution? {
        let last = reviews.last?.day
        return record.records.last { held in
            held.kind == .reviewContribution && last.map { held.day > $0 } ?? true
        }.flatMap(ReviewContribution.init)
    }

    /// What the child said to a review that was held: the latest between the one before and it.
    public func contribution(toReviewOf day: Day) -> ReviewContribution? {
        let before = reviews.last { $0.day < day }?.day
        return record.records.last { held in
            held.kind == .reviewContribution && held.day <= day && before.map { held.day > $0 } ?? true
        }.flatMap(ReviewContribution.init)
    }
}

/// What the team's manager says to the decisions of a review. Where nothing is said in five working days, they stand as
/// agreed.
///
/// Source: IRO Handbook 2010 (from memory).
public enum DecisionsAnswer: String, Hashable, Sendable, CaseIterable {
    case agreed, challenged
    static let names = allCases.map(\.rawValue)
}

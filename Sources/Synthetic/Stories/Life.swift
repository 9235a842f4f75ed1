import Days

/// The words of a story: who the child is, what they need and what people do about it. Nobody in it is real.
struct Life {
    let ages: ClosedRange<Int>
    /// Whether the child came to this country alone.
    var isFromAbroad = false

    // What is so.
    let need: String
    /// The part of the child's life it is in, as files name it.
    let area: String
    let whoTheyAre: String
    let risk: String
    let strength: String
    let history: String
    let what: String
    let soWhat: String
    let nowWhat: String

    // What is wanted, and what is done.
    let permanence: String
    let outcome: String
    let baseline: String
    let target: String
    let measure: String
    /// What is wanted for who they are.
    let ownOutcome: (what: String, baseline: String, target: String, measure: String)
    let action: String
    let actionFor: String
    let identityAction: String
    let safetyAction: String
    let health: String
    let education: String
    let emotional: String
    let family: String
    let selfCare: String
    let school: String

    // What the child says and shows.
    let wish: String
    let answer: String
    let says: [String]
    let seen: [String]
    let play: (tool: String, words: String, effect: String)
    /// The two people who matter most: a name, who they are to the child, and what is arranged.
    let people: [(name: String, relation: String, arrangement: String)]

    /// Those that fit a child.
    static func of(_ career: Career, on day: Day) -> [Life] {
        let age = career.outline.born.age(on: day)
        let isFromAbroad = career.outline.last.path == .unaccompanied
        return all.filter { $0.ages.contains(age) && $0.isFromAbroad == isFromAbroad }
    }

    private static let all = [little, nights, reader, injections, footballer, telephone, newcomer, nearlyGrown]
}

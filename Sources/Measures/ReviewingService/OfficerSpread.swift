import Casework

/// Which reviewing officer has which children, on a day. In the order of their codes and of no number: it ranks nobody.
public struct OfficerSpread: Hashable, Sendable {
    public struct Officer: Hashable, Sendable {
        /// The worker's code.
        public let code: String
        public let children: [ChildID]
    }

    public let officers: [Officer]
    /// Looked after, and nobody's.
    public let without: [ChildID]

    init(_ held: [ChildID: String?]) {
        let byCode = Dictionary(grouping: held.keys.sorted()) { held[$0] ?? nil }
        without = byCode[nil] ?? []
        officers = byCode.compactMap { code, children in code.map { Officer(code: $0, children: children) } }
            .sorted { $0.code < $1.code }
    }

    public var allocated: [ChildID] { officers.flatMap(\.children).sorted() }
}

/// How many children there are for each full-time officer in post (K28), beside what guidance says (IR09).
public struct ReviewingCapacity: Hashable, Sendable {
    /// Children who have an officer on the day.
    public let children: Int
    /// Full-time posts filled, in hundredths; nil where no plan says.
    public let inPost: Int?
    public let established: Int?

    /// Source: IRO Handbook 2010, as BASW quotes it.
    public static let guidance = 50...70

    public init(children: Int, plan: ReviewingServicePlan?) {
        (self.children, inPost, established) = (children, plan?.inPost, plan?.established)
    }

    /// Children for each full-time officer in post, in tenths; nil where no plan says how many are in post, or nobody is.
    public var tenthsForEach: Int? {
        inPost.flatMap { $0 > 0 ? (children * 2_000 + $0) / (2 * $0) : nil }
    }

    /// `72.4`, or `70`; nil where nobody can say.
    public var forEach: String? { tenthsForEach.map { FullTimePosts.text($0 * 10) } }

    /// In a sentence, guidance beside it.
    public var words: String {
        let (least, most) = (Self.guidance.lowerBound, Self.guidance.upperBound)
        let said =
            forEach.map { "\($0) children for each full-time officer in post" }
            ?? (inPost == nil
                ? "No plan says how many officers are in post, so nobody can say how many children there are for each"
                : "No officer is in post")
        return "\(said). Guidance speaks of \(least) to \(most)."
    }

    /// Met up to 70 children for each. Fewer than 50 is less than guidance speaks of, and no child's loss.
    public var answer: ReviewingAnswer {
        guard let inPost else { return .unknown }
        guard inPost > 0 else { return children == 0 ? .unknown : .notMet }
        return children * 100 > Self.guidance.upperBound * inPost ? .notMet : .met
    }
}

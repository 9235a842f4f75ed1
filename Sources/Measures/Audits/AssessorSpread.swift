import Casework

/// How far the quality of assessments differs from one assessor to another, and whether by more than chance. A spread and not
/// a league: assessors stand in the order of the alphabet and get no place among each other
/// (`docs/decisions/0126-spread-without-ranks.md`).
public struct AssessorSpread: Sendable {
    /// One assessor’s audited assessments.
    public struct Line: Sendable {
        public let assessor: Assessor
        public let counts: GradeCounts
        /// Where their share of good or better is to the limits; nil where too few are audited to say.
        public let place: Funnel.Place?
    }

    /// How many audited assessments of one assessor say anything: of four, chance puts none or all good or better where half
    /// of the service’s are, one time in eight.
    public static let fewest = 5

    /// By the alphabet.
    public let lines: [Line]
    /// Of those with enough, in the same order, around the service’s own share; nil where there is none.
    public let funnel: Funnel?

    /// - Parameters:
    ///   - service: everything that is counted of the service, whose share the limits stand around.
    ///   - audits: those whose assessors are told apart, which may be fewer.
    public init(of audits: Audits, within service: Audits) {
        let groups = Dictionary(grouping: audits.all, by: \.assessor)
            .map { (assessor: $0.key, counts: GradeCounts($0.value)) }
            .sorted { Assessor.precedes($0.assessor, $1.assessor) }
        let enough = groups.filter { $0.counts.total >= Self.fewest }
        funnel = Funnel(
            around: GradeCounts(service.all).figure, enough.map { (title: $0.assessor.title, count: $0.counts.figure) })
        let places = Dictionary(zip(enough.map(\.assessor), funnel?.points.map(\.place) ?? [])) { first, _ in first }
        lines = groups.map { Line(assessor: $0.assessor, counts: $0.counts, place: places[$0.assessor]) }
    }

    /// The spread in one sentence.
    public var sentence: String {
        let places = lines.compactMap(\.place)
        let few = lines.count - places.count
        let tooFew =
            few == 0
            ? ""
            : " \(few) \(few == 1 ? "assessor has" : "assessors have") fewer than \(Self.fewest) audited: too few to say."
        guard !places.isEmpty else { return lines.isEmpty ? "Nobody’s assessments are audited yet." : tooFew.trimmed }
        let (above, below) = (places.count { $0.isUp == true }, places.count { $0.isUp == false })
        let within = places.count - above - below
        let all = "\(places.count) \(places.count == 1 ? "assessor" : "assessors")"
        return
            "Of \(all) with at least \(Self.fewest) assessments audited, \(within) \(within == 1 ? "is" : "are") within what chance allows around the service’s own share, \(above) above it and \(below) below.\(tooFew)"
    }
}

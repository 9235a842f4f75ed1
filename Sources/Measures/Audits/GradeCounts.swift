import Casework
import Days

/// How many assessments were given each of the four grades.
public struct GradeCounts: Hashable, Sendable {
    private var counts: [AuditGrade: Int] = [:]

    /// Those of a part, or of the whole where none is named.
    public init(_ audited: some Sequence<AuditedAssessment>, of part: AuditedPart? = nil) {
        for one in audited { if let grade = one.grade(part) { counts[grade, default: 0] += 1 } }
    }

    public subscript(_ grade: AuditGrade) -> Int { counts[grade] ?? 0 }
    public var total: Int { counts.values.reduce(0, +) }
    public var goodOrBetter: Int { counts.filter { $0.key.isGoodOrBetter }.values.reduce(0, +) }
    /// Good or better of all, as a figure counts it.
    public var figure: FigureCount { FigureCount(numerator: goodOrBetter, denominator: total) }
}

extension Audits {
    /// The grades of a part, or of the whole, quarter by quarter of the audits’ days, the latest first, back to the first in which
    /// anybody audited. A quarter between in which nobody did stands there with none.
    public func byQuarter(of part: AuditedPart? = nil) -> [(quarter: Quarter, counts: GradeCounts)] {
        let within = Dictionary(grouping: all) { Quarter(containing: $0.audit.on) }
        guard let first = within.keys.min() else { return [] }
        return quarters.filter { $0 >= first }.map { ($0, GradeCounts(within[$0] ?? [], of: part)) }
    }
}

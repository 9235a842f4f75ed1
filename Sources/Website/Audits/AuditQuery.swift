import Casework
import Days
import HTML
import Measures

extension Link {
    static let audits = Link("audits")
    static func audits(_ asked: AuditQuery) -> Link {
        audits.query("grade", asked.grade?.name).query("part", asked.part?.rawValue)
            .query("assessor", asked.assessor).query("quarter", asked.quarter?.description)
            .query("list", asked.isEverything ? "all" : nil)
    }
}

/// Which audits a list is of, as its address says: `?grade=good&quarter=2026-Q1`.
struct AuditQuery: Hashable {
    /// A grade, or the two that count as good or better.
    enum Grade: Hashable {
        case one(AuditGrade)
        case goodOrBetter

        static let all = AuditGrade.allCases.map(Self.one) + [.goodOrBetter]
        var name: String { if case .one(let grade) = self { grade.rawValue } else { "good_or_better" } }
        var title: String { if case .one(let grade) = self { grade.title.lowercasedFirst } else { "good or better" } }

        func holds(_ grade: AuditGrade?) -> Bool {
            guard let grade else { return false }
            return if case .one(let asked) = self { asked == grade } else { grade.isGoodOrBetter }
        }
    }

    var grade: Grade?
    /// Which part the grade is of; the whole, where none is named.
    var part: AuditedPart?
    /// By their key.
    var assessor: String?
    var quarter: Quarter?
    /// Whether nothing is left out.
    var isEverything = false

    /// Whether it asks for a list, and not for the page that the lists stand behind.
    var isList: Bool { grade != nil || assessor != nil || quarter != nil || isEverything }

    init(_ grade: Grade? = nil, part: AuditedPart? = nil, assessor: String? = nil, quarter: Quarter? = nil) {
        (self.grade, self.part, self.assessor, self.quarter) = (grade, part, assessor, quarter)
    }

    static var everything: AuditQuery {
        var query = AuditQuery()
        query.isEverything = true
        return query
    }

    /// Nil where the address names a grade, a part or a quarter that there is none of.
    init?(_ visit: Visit) {
        func read<Value>(_ name: String, _ value: (String) -> Value?) -> Value?? {
            guard let text = visit.asked(name) else { return .some(nil) }
            return value(text).map { .some($0) }
        }
        guard let grade = read("grade", { name in Grade.all.first { $0.name == name } }),
            let part = read("part", { AuditedPart(rawValue: $0) }), let quarter = read("quarter", { Quarter($0) })
        else { return nil }
        self.init(grade, part: part, assessor: visit.asked("assessor"), quarter: quarter)
        isEverything = visit.asked("list") != nil
    }

    func holds(_ one: AuditedAssessment) -> Bool {
        (grade.map { $0.holds(one.grade(part)) } ?? true) && (assessor.map { $0 == one.assessor.key } ?? true)
            && (quarter.map { $0.contains(one.audit.on) } ?? true)
    }

    /// `Analysis graded good or better, January to March 2026`.
    ///
    /// - Parameter name: the assessor's, where the viewer may have it.
    func title(assessor name: String?) -> String {
        let graded = grade.map { "\(part?.title ?? "Assessments") graded \($0.title)" }
        let ends = [graded, quarter?.inWords, assessor.map { _ in name ?? "one assessor" }].compactMap { $0 }
        return ends.isEmpty ? "All audits" : ends.joined(separator: ", ")
    }
}

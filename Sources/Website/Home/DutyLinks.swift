import Casework
import HTML
import Oversight
import Standards

/// Where what is owed is written down as done: the form of the record that answers it, for whoever signs those; else the part of
/// the child's page that shows it.
extension JoinLinks {
    /// - Parameter duty: Nil where the child is missing.
    func doing(_ duty: Duty?, of child: ChildID) -> Link {
        guard let duty else { return .child(child, .missing) }
        if let kind = Self.answering[Catalogue.standard(of: duty).id], signs(kind) { return .recording(child, kind) }
        return ChildTab.allCases.first { $0.shows(duty) }.map { .child(child, $0) } ?? .child(child)
    }

    /// The kind of record that answers each standard that one record can answer.
    private static let answering: [String: RecordKind] = {
        let standards: [RecordKind: [String]] = [
            .assessment: ["LC01", "SG02"], .carePlan: ["CP01", "CP02", "CP32", "CP33"],
            .placementPlan: ["CP07", "CP08"], .pathwayPlan: ["LC02", "LC03"],
            .visit: (1...8).map { "VI0\($0)" } + ["VI14", "VI15", "VI16", "AD06"],
            .review: ["RV01", "RV02", "RV03", "RV05", "RV08", "AD05"], .healthAssessment: ["HE01", "HE02"],
            .personalEducationPlan: ["ED01", "ED02", "ED03"], .lifeStory: ["RI06"], .legalPlanning: ["LG02", "LG03"],
            .keepingInTouch: ["LC05", "LC06"], .concernAnswer: ["IR16"], .managementDecision: ["IR07"],
        ]
        return Dictionary(uniqueKeysWithValues: standards.flatMap { kind, ids in ids.map { ($0, kind) } })
    }()
}

import Access
import Casework
import Measures
import Service

/// The audits as the viewer may be told of them: those of children who may be listed to them, and by name the assessors whose
/// work is near theirs.
struct AuditBoard {
    let question: Question
    /// Everything that is counted, but of children whose records are kept from the viewer: what the service's own share is.
    let service: Audits
    /// Of the children who may be listed to the viewer.
    let audits: Audits
    /// Whether the viewer sees their own team's alone.
    let isOfTeam: Bool
    private let neighbours: Neighbours

    init(_ visit: Visit, _ question: Question) {
        let sight = visit.sight(question, .seeAudits)
        self.question = question
        service = Audits(
            of: question.authority.children.values.lazy.filter { !sight.hidden.contains($0.id) },
            in: question.authority, asAt: question.threadDay)
        audits = service.only { sight.mayList($0.child) }
        isOfTeam = visit.viewer.reach(.seeAudits) != .everybody
        neighbours = Neighbours(of: visit.viewer, in: question.authority)
    }

    /// Whether the viewer may have the name: of everybody, or of their own team.
    func mayName(_ assessor: Assessor) -> Bool { !isOfTeam || assessor.code.map(neighbours.isNear) ?? false }

    /// Those of which the viewer may know who wrote the assessment.
    var named: Audits { audits.only { mayName($0.assessor) } }

    /// What a list holds, the latest audit first. Nobody is found by whose name they may not have.
    func listed(_ asked: AuditQuery) -> [AuditedAssessment] {
        (asked.assessor == nil ? audits : named).all.filter(asked.holds).reversed()
    }
}

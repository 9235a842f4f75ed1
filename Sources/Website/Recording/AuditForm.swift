import Casework
import Days
import Forms
import HTML
import Service

extension Link {
    /// Where an auditor says how good an assessment is.
    static func auditing(_ child: ChildID, _ assessment: EventID) -> Link {
        recording(child, .assessmentAudit).query("of", "\(assessment)")
    }
}

/// What an audit begins with: the assessment that it is of, and who wrote it.
struct AssessmentToAudit {
    let day: Day
    /// As the staff file calls them; else as their account does, or whoever signed on their behalf. Empty where nobody is named.
    let assessor: String
}

extension Site {
    /// The assessment that the address names, else the child's latest; nil where another kind of record is written, or none is
    /// signed.
    func toAudit(by kind: RecordKind, of child: ChildRecord, _ visit: Visit) async throws -> AssessmentToAudit? {
        guard kind == .assessmentAudit else { return nil }
        let named = visit.asked("of").flatMap { Int64($0) }.map(EventID.init)
        let signed = child.records.filter { $0.kind == .assessment }
        guard let assessment = signed.first(where: { $0.origin.event == named }) ?? signed.last,
            let versions = try await records.versions(
                of: assessment.origin.event, of: child.id, through: EventID(.max))
        else { return nil }
        return AssessmentToAudit(day: assessment.day, assessor: try await writer(versions.first, visit))
    }

    private func writer(_ version: RecordVersions.Version, _ visit: Visit) async throws -> String {
        guard let id = version.author.account else { return version.record.onBehalfOf }
        guard let account = try await gate.store.account(id: id) else { return "" }
        let worker = account.worker.flatMap { visit.question?.authority.workers[$0] }
        return worker.flatMap { $0.name.isEmpty ? nil : $0.name } ?? account.name
    }
}

extension FilledForm {
    /// About an assessment, where nobody has begun to say which.
    func about(_ audited: AssessmentToAudit?) -> FilledForm {
        guard let audited, self[CoreField.assessedOn.name].isEmpty else { return self }
        let about = filling(CoreField.assessedOn.name, "\(audited.day)")
        return audited.assessor.isEmpty ? about : about.filling(CoreField.assessor.name, audited.assessor)
    }
}

import Casework
import Days
import Forms
import HTML
import Oversight
import Service

extension Link {
    /// Where an auditor says how good an assessment is.
    static func auditing(_ child: ChildID, _ assessment: EventID) -> Link {
        recording(child, .assessmentAudit).query("of", "\(assessment)")
    }
}

/// What an audit begins with: the assessment that it is of, and who wrote it.
struct AssessmentToAudit {
    let assessment: HeldRecord
    /// As the staff file calls them; else as their account does, or whoever signed on their behalf. Empty where nobody is named.
    let assessor: String
    /// Whether the address names it.
    let isNamed: Bool

    var day: Day { assessment.day }
}

extension Site {
    /// The assessment that the address names, else the child's latest; nil where another kind of record is written, or none is
    /// signed.
    func toAudit(by kind: RecordKind, of child: ChildRecord, _ visit: Visit) async throws -> AssessmentToAudit? {
        guard kind == .assessmentAudit else { return nil }
        let named = visit.asked("of").flatMap { Int64($0) }.map(EventID.init)
        let signed = child.records.filter { $0.kind == .assessment }
        let asked = signed.first { $0.origin.event == named }
        guard let assessment = (asked ?? signed.last).flatMap({ child.assessment(of: $0.day) }),
            let versions = try await records.versions(
                of: assessment.origin.event, of: child.id, through: EventID(.max))
        else { return nil }
        return AssessmentToAudit(
            assessment: assessment, assessor: try await writer(versions.first, visit), isNamed: asked != nil)
    }

    /// What answers instead of the form of an audit that another writes. Nobody is kept from what they have begun to write.
    func auditedBySomebodyElse(
        _ audited: AssessmentToAudit?, of child: ChildRecord, _ visit: Visit, hasBegun: Bool
    ) async throws -> Reply? {
        guard let audited, audited.isNamed || !hasBegun,
            let tie = try await tie(of: visit, to: audited.assessment, of: child)
        else { return nil }
        return visit.notTheirs(
            .assessmentAudit, of: child,
            because: "The assessment of \(audited.day.inWords) is another auditor’s to audit: \(tie.toThem).")
    }

    private func writer(_ version: RecordVersions.Version, _ visit: Visit) async throws -> String {
        guard let id = version.author.account else { return version.record.onBehalfOf }
        guard let account = try await gate.store.account(id: id) else { return "" }
        let worker = account.worker.flatMap { visit.question?.authority.workers[$0] }
        return worker.flatMap { $0.name.isEmpty ? nil : $0.name } ?? account.name
    }
}

extension RecordPage {
    /// Which assessment another draft is begun for, where the auditor came from one.
    var anotherOf: EventID? { audited.flatMap { $0.isNamed ? $0.assessment.origin.event : nil } }

    /// Where the draft is about another assessment than the one that the auditor came from: nothing of it is taken for that one's.
    func anotherAudited(into page: inout Writer) {
        guard correction == nil, let audited, audited.isNamed, let day = Day(filled[CoreField.assessedOn.name]),
            day != audited.day
        else { return }
        page.p(
            "You came from the assessment of \(audited.day.inWords). This draft is about the assessment of \(day.inWords). Go on with it, or press “Begin another” below: this draft is kept.",
            .class("govuk-inset-text"), .id("another-audited"))
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

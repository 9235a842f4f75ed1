import Casework
import Days
import HTML
import Service

/// An audit, as the assessment that it is of shows it.
struct ShownAudit {
    let audit: AssessmentAudit
    /// Whose word it is.
    let by: String
}

extension Site {
    /// Whether a record is an assessment that is the viewer's to audit.
    func mayAudit(_ record: EventID, of child: ChildRecord, _ visit: Visit) async throws -> Bool {
        guard RecordKind.assessmentAudit.isSigned(by: visit.viewer.roles), visit.may(.auditWork, child),
            let assessment = child.records.first(where: { $0.origin.event == record }), child.isAuditable(assessment)
        else { return false }
        return try await tie(of: visit, to: assessment, of: child) == nil
    }

    /// The audits of a signed assessment, the latest first; none of any other record.
    func audits(of record: EventID, of child: ChildRecord) async throws -> [ShownAudit] {
        guard let assessment = child.records.first(where: { $0.origin.event == record }),
            child.standingAudit(of: assessment) != nil
        else { return [] }
        var shown: [ShownAudit] = []
        for audit in child.audits.reversed() where audit.assessed == assessment.day {
            let event = audit.origin.event
            guard let signed = try await records.versions(of: event, of: child.id, through: EventID(.max))?.newest
            else { continue }
            let behalf = signed.record.onBehalfOf
            shown.append(ShownAudit(audit: audit, by: behalf.isEmpty ? try await name(of: signed.author) : behalf))
        }
        return shown
    }
}

extension AssessmentAudit {
    /// In the middle of a sentence.
    var gradeInWords: String { overall.title.lowercasedFirst }
}

extension SignedPage {
    /// Above an assessment: what auditors found it to be worth, and for an auditor the way to say so.
    func auditing(into page: inout Writer) {
        guard record.kind == .assessment, !audits.isEmpty || mayAudit else { return }
        page.div(.class("govuk-inset-text"), .id("audit")) { inset in
            for shown in audits {
                inset.p(.class("govuk-body")) { p in
                    p.strong("Audited on \(shown.audit.on.inWords): \(shown.audit.gradeInWords).")
                    p.text(" By \(shown.by). ")
                    p.a(.signed(child.id, shown.audit.origin.event), "What the auditor found", .class("govuk-link"))
                }
            }
            if !audits.isEmpty { inset.p("A grade is of the work, and not of the child.", .class("tl-since")) }
            guard mayAudit else { return }
            inset.p(.class("govuk-body")) {
                $0.a(.auditing(child.id, versions.fact), "Audit this assessment", .class("govuk-link"))
            }
        }
    }

    /// Above an audit: the way to what it is of.
    func audited(into page: inout Writer) {
        guard record.kind == .assessmentAudit, case .day(let day)? = record.answers[.assessedOn],
            let assessment = child.assessment(of: day)
        else { return }
        page.p(.class("govuk-body"), .id("audited")) {
            $0.a(
                .signed(child.id, assessment.origin.event), "The assessment of \(day.inWords)", .class("govuk-link"))
        }
    }
}

extension ChildView {
    /// For an auditor: the way to say how good the latest assessment is.
    func audit(into page: inout Writer) {
        guard let latest = toAudit else { return }
        page.p(.class("govuk-body tl-do govuk-!-margin-bottom-4")) {
            $0.a(
                .auditing(record.id, latest.origin.event), "Audit the assessment of \(latest.day.inWords)",
                .class("govuk-link"))
        }
    }
}

import Access
import Casework
import Days
import HTML
import Oversight
import Service

extension Site {
    /// What auditors found assessments to be worth.
    var auditRoutes: [Route] {
        [
            .get("/audits", .may(.seeAudits)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Audits of assessments") }
                guard let asked = AuditQuery(visit) else { return .notFound }
                let board = AuditBoard(visit, question)
                if asked.isList { return AuditListPage(visit, board, asked).reply() }
                return AuditsPage(
                    visit, board, part: asked.part, toAudit: try await toAudit(visit, question)
                ).reply()
            }
        ]
    }

    /// The page of what is to be audited that the viewer asked for; nil for whoever does not audit.
    private func toAudit(_ visit: Visit, _ question: Question) async throws -> AuditsToDo? {
        guard visit.audits else { return nil }
        let waiting = visit.toAudit(question)
        let paging = Paging(waiting.count, by: AuditsToDo.pageSize, visit)
        let auditor = try await auditor(visit)
        var lines: [AuditsToDo.Line] = []
        for item in paging.shown(of: waiting) {
            guard let child = question.authority[item.child] else { continue }
            let tie = try await hands(of: item.assessment, child, question)?.tie(to: auditor, in: question.authority)
            lines.append(AuditsToDo.Line(item: item, child: child, whyNot: tie?.toThem))
        }
        return AuditsToDo(lines: lines, count: waiting.count, paging: paging)
    }

    /// The viewer, as far as the rule of who audits what asks who they are.
    func auditor(_ visit: Visit) async throws -> Auditor {
        Auditor(visit.reader, workers: try await gate.people().compactMapValues(\.worker))
    }

    /// What makes an assessment another's to audit; nil where it is the viewer's.
    func tie(of visit: Visit, to assessment: HeldRecord, of child: ChildRecord) async throws -> AssessmentHands.Tie? {
        guard let question = visit.question, let hands = try await hands(of: assessment, child, question) else {
            return nil
        }
        return hands.tie(to: try await auditor(visit), in: question.authority)
    }

    /// Whose work an assessment is. It is read from the journal, which alone keeps who signed.
    private func hands(
        of assessment: HeldRecord, _ child: ChildRecord, _ question: Question
    ) async throws -> AssessmentHands? {
        let head = question.authority.head
        let event = assessment.origin.event
        guard let written = try await records.versions(of: event, of: child.id, through: head) else { return nil }
        var words: [RecordVersions] = []
        for word in child.assessmentWork(of: event)?.words ?? [] {
            if let said = try await records.versions(of: word.origin.event, of: child.id, through: head) {
                words.append(said)
            }
        }
        return AssessmentHands(of: written, words: words)
    }
}

extension Visit {
    /// Whether the viewer audits assessments.
    var audits: Bool { viewer.may(.seeAudits) && RecordKind.assessmentAudit.isSigned(by: viewer.roles) }

    /// What nobody has audited, for whoever audits: the oldest first.
    func toAudit(_ question: Question) -> [ToAudit] {
        guard audits else { return [] }
        let sight = sight(question, .seeAudits)
        return ToAudit.all(
            of: question.authority.children.values.lazy.filter { sight.mayList($0) }, asAt: question.threadDay)
    }
}

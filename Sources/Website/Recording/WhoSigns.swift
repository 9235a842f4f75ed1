import Access
import Casework
import Days
import HTML

extension RecordKind {
    /// Who signs it, where that is not everybody who may record; by law a review's record is its chair's.
    private static let signers: [RecordKind: Set<Role>] = [
        .review: [.iro], .managementDecision: [.teamManager], .handover: [.socialWorker, .teamManager],
        .takingOver: [.socialWorker], .assessmentStart: [.teamManager], .assessmentApproval: [.teamManager],
        .lookBetweenReviews: [.iro], .concernStep: [.iro], .assessmentAudit: [.auditor],
    ]

    /// Whether somebody with these roles signs this kind of record. An IRO writes reviews, what they look at between them
    /// and the concerns they raise, notes, what a child says to their review and who is whose brother or sister, and stays out of the plans that they review.
    func isSigned(by roles: [Role]) -> Bool {
        guard Policy.allows(roles, action) else { return false }
        if let signers = Self.signers[self] { return !signers.isDisjoint(with: roles) }
        return self == .caseNote || self == .siblings || self == .reviewContribution
            || roles.contains { $0 != .iro && Policy.reach($0, .recordWork) != .nobody }
    }
}

extension Viewer {
    /// Whose word a record of this kind is that this person signs.
    func signer(of kind: RecordKind) -> Signer {
        if kind.isAuditors, roles.contains(.auditor) { return .auditor }
        return roles.contains(.iro) ? .reviewingOfficer : .somebody
    }
}

extension RecordKind {
    /// Why somebody whose roles sign such records does not sign one of this child; nil where they do. The work is handed
    /// over by whoever had it, or the manager, and nobody accepts it but whoever has it now.
    func whyNotTheirs(_ viewer: Viewer, of child: ChildRecord, on day: Day) -> String? {
        switch self {
        case .handover where !viewer.roles.contains(.teamManager):
            let held = child.allocations.contains {
                $0.role == .socialWorker && $0.worker == viewer.worker && $0.start <= day
            }
            return held ? nil : "The child’s social worker hands over what is open, or the manager does."
        case .takingOver:
            return ChildAsAt(child, day).socialWorker.map { $0.worker == viewer.worker } ?? false
                ? nil : "Whoever is the child’s social worker now accepts what was handed over."
        default: return nil
        }
    }
}

extension RecordKind {
    /// Whether a form of this kind is offered for a child: at their age, where the law has one for it, a pathway plan from fifteen
    /// and a half, when what it asks begins to be asked, and keeping in touch with who has left care from sixteen (CPR 2010 reg
    /// 42; CA 1989 ss 23B, 23C); an audit once there is something to audit. Whose birth date nobody knows is offered all.
    func isOffered(for child: ChildAsAt) -> Bool {
        let births = child.record.identity.birthDates
        func isReached(_ age: Int, _ months: Int = 0) -> Bool {
            births.isEmpty || births.contains { $0.birthday(age).adding(months: months) <= child.day }
        }
        switch self {
        case .pathwayPlan: return isReached(15, 6)
        case .keepingInTouch: return isReached(16) && !child.isLookedAfter
        case .assessmentAudit: return child.record.records.contains { $0.kind == .assessment }
        default: return true
        }
    }
}

extension Visit {
    /// The page that says so.
    func notTheirs(_ kind: RecordKind, of child: ChildRecord) -> Reply? {
        if kind.isReviewingOfficers, !kind.isSigned(by: viewer.roles) {
            return notTheirs(
                kind, of: child,
                because:
                    "Only a reviewing officer raises a concern, takes it further or closes it. What was done about one is an answer to it."
            )
        }
        guard kind.isSigned(by: viewer.roles), let why = kind.whyNotTheirs(viewer, of: child, on: today) else {
            return nil
        }
        return notTheirs(kind, of: child, because: why)
    }

    func notTheirs(_ kind: RecordKind, of child: ChildRecord, because why: String) -> Reply {
        page("\(kind.title) – \(child.identity.title)", .forbidden) { main in
            main.h1("Somebody else signs this", .class("govuk-heading-l"))
            main.p(why, .class("govuk-body"))
            main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
        }
    }
}

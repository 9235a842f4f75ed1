/// What somebody asks to do. Every route and every command asks for one of these.
public enum Action: String, Hashable, Sendable, CaseIterable {
    /// One's own profile, password, help and signing out.
    case ownAccount = "own_account"
    case seeMyWork = "see_my_work"
    case seeChild = "see_child"
    /// Write down work done with or for a child, and sign it.
    case recordWork = "record_work"
    /// Say how good the work of others is that was done for a child, and sign it: an auditor's records, and no others.
    case auditWork = "audit_work"
    /// Put right a record that somebody else signed. Whoever signed one puts it right themselves.
    case correctRecords = "correct_records"
    /// Answer something to join up otherwise than by mending it: not so for this child, or later; and be the second person to
    /// agree that it is not so.
    case answerJoins = "answer_joins"
    /// The same of what the law or a child's safety asks for: as a manager of whoever has to mend it.
    case decideJoins = "decide_joins"
    /// Read, as the second reader, what is in a month's sample of what was closed, and say whether it was right to.
    case readSample = "read_sample"
    /// What auditors found assessments to be worth: over time, assessor by assessor, and what became of the plans.
    case seeAudits = "see_audits"
    /// Where a child is, with whom, and who may not know: for a night when somebody has to act.
    case useEmergencyPage = "use_emergency_page"
    /// Who has looked at a child's record.
    case seeWhoLooked = "see_who_looked"
    case findChildren = "find_children"
    /// Take a list of children away as a file.
    case exportChildren = "export_children"
    case seeTeam = "see_team"
    case seeFigures = "see_figures"
    /// Stage a return, read its report and import it.
    case useReturn = "use_return"
    /// People, teams, roles, settings, jobs, backups.
    case administer
    case seeAccessLog = "see_access_log"
    /// Restrict, seal and open records.
    case protectRecords = "protect_records"
    /// Which records were opened with a reason, by whom and why.
    case seeOpenedRecords = "see_opened_records"
    /// Be told that a child may not be safe, acknowledge it and say what is done.
    case answerUrgent = "answer_urgent"
    /// Take a signed record off a child whom it is not about.
    case sayWrongChild = "say_wrong_child"
    /// Open what was taken off so, say whose it is, and assess what may have come of it.
    case openSealed = "open_sealed"
    /// Where the reviewing service stands, function by function, and what its plan says.
    case seeReviewingService = "see_reviewing_service"
    /// Sign the reviewing service's plan, and write down that its report was published.
    case planReviewing = "plan_reviewing"

    /// Whether what answers it is a list of children, each of whom has been looked at.
    public var showsChildren: Bool {
        switch self {
        case .seeMyWork, .findChildren, .exportChildren, .seeTeam, .answerUrgent, .openSealed, .readSample, .seeAudits:
            true
        default: false
        }
    }

    /// Whether a reason opens a record for it that is restricted to others.
    var opensWithReason: Bool { self == .seeChild || self == .useEmergencyPage }

    /// Whether it is asked of one child at a time.
    public var isAboutAChild: Bool {
        switch self {
        case .seeChild, .recordWork, .auditWork, .correctRecords, .answerJoins, .decideJoins, .useEmergencyPage,
            .seeWhoLooked, .sayWrongChild, .readSample:
            true
        default: false
        }
    }
}

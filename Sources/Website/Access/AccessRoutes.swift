import Access
import Casework
import Days
import HTML

extension Link {
    static func looked(_ child: ChildID) -> Link { Link("children", child.description, "looked") }
}

extension Site {
    /// Who has looked, and at whom.
    var accessRoutes: [Route] {
        [
            .get("/children/:id/looked", .child(.seeWhoLooked)) { visit in
                guard let child = visit.child else { return .notFound }
                let looks = try await gate.store.log.looks(
                    at: child.id, before: visit.asked("before").flatMap { Int64($0) }, limit: Looks.most + 1)
                return LookedPage(child: child, looks: Looks(looks), accounts: try await gate.people(), visit: visit)
                    .reply()
            },
            .post("/children/:id/reason", .reason(.seeChild)) { try await breakGlass($0, .seeChild) },
            .post("/children/:id/emergency/reason", .reason(.useEmergencyPage)) {
                try await breakGlass($0, .useEmergencyPage)
            },
            .get("/administration/log", .may(.seeAccessLog)) { visit in
                let looks = try await gate.store.log.latest(
                    account: visit.asked("account"), day: visit.asked("day").flatMap { Day($0) },
                    before: visit.asked("before").flatMap { Int64($0) }, limit: Looks.most + 1)
                return AccessLogPage(looks: Looks(looks), accounts: try await gate.people(), visit: visit).reply()
            },
        ]
    }
}

extension Gate {
    /// Everybody who has an account, by its id.
    func people() async throws -> [String: Account] {
        Dictionary(try await store.accounts().map { ($0.id, $0) }) { first, _ in first }
    }
}

extension Action {
    /// What was looked at, as the log's pages name it.
    var looked: String {
        switch self {
        case .seeChild: "The record"
        case .recordWork, .correctRecords: "The record, to write in it"
        case .auditWork: "An assessment, to audit it"
        case .answerJoins, .decideJoins: "The record, to answer what is to be joined up"
        case .readSample: "What was closed, as its second reader"
        case .seeAudits: "A list: audits of assessments"
        case .useEmergencyPage: "The emergency page"
        case .seeWhoLooked: "Who has looked"
        case .seeMyWork: "A list: My work"
        case .findChildren: "A list of children"
        case .exportChildren: "A list taken away as a file"
        case .seeTeam: "A list: the team’s page"
        case .seeFigures: "A list behind a figure"
        case .seeReviewingService: "A list behind the reviewing service’s page"
        case .seeOpenedRecords: "A list: records opened with a reason"
        case .answerUrgent: "What was said urgently"
        case .sayWrongChild: "The record, to take off what is about another child"
        case .openSealed: "What was sealed as another child’s"
        case .protectRecords: "A list: restricted and sealed records"
        case .ownAccount, .useReturn, .administer, .seeAccessLog, .planReviewing: rawValue
        }
    }
}

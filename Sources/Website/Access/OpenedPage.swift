import Access
import Casework
import Days
import HTML

extension Link {
    static let opened = Link("opened")
    static func openedSeen(_ id: Int64) -> Link { Link("opened", String(id), "seen") }
}

extension Site {
    /// Which records were opened with a reason.
    var openedRoutes: [Route] {
        [
            .get("/opened", .may(.seeOpenedRecords)) { visit in
                var mine: Set<Int64> = []
                for each in visit.toldAs { mine.formUnion(try await gate.store.glasses(toldTo: each).map(\.id)) }
                return OpenedPage(
                    told: try await told(visit), mine: mine, accounts: try await gate.people(), visit: visit
                ).reply()
            },
            .post("/opened/:glass/seen", .may(.seeOpenedRecords)) { visit in
                guard let id = visit.parameters.get("glass").flatMap({ Int64($0) }) else { return .notFound }
                for each in visit.toldAs {
                    try await gate.store.sawGlass(id, each, by: visit.viewer.id, at: visit.now)
                }
                return .seeOther(.opened)
            },
        ]
    }

    /// Managers see what was told to them; who may see all, all.
    private func told(_ visit: Visit) async throws -> [ToldGlass] {
        var told: [ToldGlass] = []
        if visit.viewer.reach(.seeOpenedRecords) == .everybody {
            told = try await gate.store.glasses(toldTo: nil)
        } else {
            for each in visit.toldAs { told += try await gate.store.glasses(toldTo: each) }
        }
        return told.filter { visit.mayHear(of: $0.glass) }
    }

    /// How many of them the viewer has not said that they have seen.
    func unseen(_ visit: Visit) async throws -> Int {
        var unseen: [ToldGlass] = []
        // Mostly there is none, and nothing more is read.
        for each in visit.toldAs where try await gate.store.unseenGlasses(each) > 0 {
            unseen += try await gate.store.glasses(toldTo: each).filter { $0.seen == nil }
        }
        return unseen.count { visit.mayHear(of: $0.glass) }
    }
}

extension Visit {
    /// Nobody hears of a record they are a party to, or that was sealed since.
    fileprivate func mayHear(of glass: BrokenGlass) -> Bool {
        switch question?.authority[glass.child].map({ viewer.protection(of: $0) }) {
        case .ordinary, .restricted: true
        case .sealed: viewer.roles.contains(.informationGovernance)
        case .party, nil: false
        }
    }
}

/// Records that were opened with a reason: when, by whom, why.
struct OpenedPage {
    let told: [ToldGlass]
    /// Those that were told to the viewer, who says of them that they have seen it.
    let mine: Set<Int64>
    let accounts: [String: Account]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Opened records") { main in
            main.h1("Records opened with a reason", .class("govuk-heading-l"))
            main.p(
                "Somebody opened a record that is restricted to others, or an emergency page out of hours. It was open to them for one hour each time. Ask, where the reason does not say enough.",
                .class("govuk-body"))
            guard !told.isEmpty else { return main.p("None that is told to you.", .class("govuk-body")) }
            main.table("Records opened with a reason, latest first", ["When", "Who", "What", "Whose", "Why", "Seen"]) {
                body in
                for each in told { row(each, into: &body) }
            }
        }.showing(told.compactMap { record($0)?.id }.unique)
    }

    /// The record, where the viewer may see it.
    private func record(_ told: ToldGlass) -> ChildRecord? {
        guard let record = visit.question?.authority[told.glass.child], visit.may(.seeChild, record) else { return nil }
        return record
    }

    private func row(_ told: ToldGlass, into body: inout Writer) {
        body.tr(.class("govuk-table__row")) { row in
            row.cell(told.glass.at.inWords)
            row.cell(accounts.inWords(told.glass.account))
            row.cell(told.glass.action.looked)
            row.td(.class("govuk-table__cell")) { cell in
                if let record = record(told) {
                    cell.a(.looked(record.id), record.identity.title, .class("govuk-link"))
                } else {
                    cell.text("a child whose record you are not named for")
                }
            }
            row.cell(told.glass.reason)
            row.td(.class("govuk-table__cell")) { cell in
                if let seen = told.seen { return cell.text(seen.inWords) }
                guard mine.contains(told.id) else { return cell.text("not yet") }
                cell.form(recordingTo: .openedSeen(told.id), visit.frame) { form in
                    form.button("Mark as seen", .class("govuk-button govuk-button--secondary govuk-!-margin-bottom-0"))
                }
            }
        }
    }
}

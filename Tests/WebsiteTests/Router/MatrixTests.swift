import Access
import Casework
import HTTPTypes
import Synchronization
import Testing

@testable import Website

/// Every address of the router, asked by every role and by nobody, of a child at every distance and under every
/// protection. What each is let do is what `docs/access.md` says of the address and the policy says of the role.
@Suite(.serialized) struct MatrixTests {
    enum Around: String, CaseIterable {
        case nothing, named, notNamed, party, sealed

        var protection: Protection {
            switch self {
            case .nothing: .ordinary
            case .named: .restricted(isNamed: true)
            case .notNamed: .restricted(isNamed: false)
            case .party: .party
            case .sealed: .sealed
            }
        }

        func event(_ accounts: [String]) -> ProtectionEvent? {
            switch self {
            case .nothing: nil
            case .named: .restricted(to: accounts)
            case .notNamed: .restricted(to: ["W9"])
            case .party: .restricted(to: ["W9"], parties: ["W1"])
            case .sealed: .sealed(.adoption, ProtectionEvent.onWord)
            }
        }
    }

    @Test func everyAddressHasItsLineAndEveryLineItsAddress() async throws {
        let document = try AccessDocument()
        let routes = try await Office().site.routes
        for route in routes {
            #expect(document.doors[route.name] == route.door, "docs/access.md wants: \(AccessDocument.row(route))")
        }
        #expect(Set(document.doors.keys) == Set(routes.map(\.name)))
        #expect(Set(routes.map(\.name)).count == routes.count)
        for role in Role.allCases {
            let row = AccessDocument.row(role)
            #expect(document.rows.contains(row), "docs/access.md wants: \(row)")
        }
    }

    private func everybody(_ office: Office) async throws -> [(Role, Office.Visitor)] {
        var people: [(Role, Office.Visitor)] = []
        for role in Role.ofAccounts { people.append((role, try await office.enter([role]))) }
        return people
    }

    /// Addresses that end the session or change the account of whoever asks: each is asked by somebody new.
    private static let spending: Set<String> = [
        "/sign-out", "/profile/sign-out-everywhere", "/profile/password", "/profile/second-factor", "/second-factor",
        "/sign-in", "/choose-password",
    ]

    /// Forms that, sent empty, are shown again with what is wrong.
    private static let shownAgain: Set<String> = [
        "/children/:id/urgent", "/children/:id/records/:record/wrong-child",
        "/children/:id/record/:kind/wrong-child", "/children/:id/visited-together",
        "/children/:id/join", "/children/:id/join/:answer", "/children/:id/sample/:record",
        "/children/:id/documents",
        "/children/:id/documents/:document/wrong-child",
    ]

    private static func address(_ path: String) -> String {
        path.replacing(":id", with: "K01").replacing(":account", with: "none").replacing(":job", with: "none")
            .replacing(":name", with: "none").replacing(":glass", with: "0").replacing(":word", with: "0")
    }

    /// A kind for each action that writes records, where the address names one.
    private static func kinds(at path: String) -> [RecordKind] {
        path.contains(":kind") ? [.caseNote, .assessmentAudit] : [.caseNote]
    }

    @Test func everyAddressThatIsAboutNoOneChildLetsInWhomItSays() async throws {
        let office = try await Office()
        let doors = try AccessDocument().doors
        let people = try await everybody(office)
        let routes = office.site.routes.filter { $0.door.isAboutNoOne }
        let cells = Mutex(0)
        try await office.open { asker in
            for route in routes {
                let (address, door) = (Self.address(route.path), try #require(doors[route.name]))
                let nobody = try await asker.ask(route.method, address, nil)
                cells.withLock { $0 += 1 }
                let isTurnedAway = nobody.status == 303 && nobody.location?.hasPrefix("/sign-in") == true
                #expect(isTurnedAway == door.wantsSomebody, "\(route.name) as nobody: \(nobody.status)")
                for (role, usual) in people {
                    let visitor = Self.spending.contains(route.path) ? try await office.enter([role]) : usual
                    let answer = try await asker.ask(route.method, address, visitor)
                    cells.withLock { $0 += 1 }
                    let isRefused =
                        route.path == "/"
                        ? answer.status == 303
                        : answer.status == 403 && answer.text.contains("Your roles do not open this page")
                    #expect(isRefused != door.letsIn(role), "\(route.name) as \(role): \(answer.status)")
                    #expect(answer.status < 500, "\(route.name) as \(role): \(answer.status)")
                }
            }
        }
        print("matrix: \(cells.withLock { $0 }) answers at \(routes.count) addresses that are about no one child")
    }

    @Test(arguments: Around.allCases) func everyPageOfAChildOpensToWhomThePolicySays(_ around: Around) async throws {
        let office = try await Office()
        let doors = try AccessDocument().doors
        let people = try await everybody(office)
        if let event = around.event(people.map(\.1.account.id)) {
            for child in Office.children.values { try await office.protect(child, event) }
        }
        let routes = office.site.routes.filter { !$0.door.isAboutNoOne }
        let cells = Mutex(0)
        try await office.open { asker in
            for route in routes {
                let door = try #require(doors[route.name])
                for kind in Self.kinds(at: route.path) {
                    for (relation, child) in Office.children {
                        guard let (action, takesReason) = door.aboutAChild(kind) else {
                            Issue.record("docs/access.md: \(route.name) is about a child")
                            continue
                        }
                        let address = route.path.replacing(":id", with: child.description)
                            .replacing(":record", with: Office.note(of: child).description)
                            .replacing(":copy", with: Office.copy(of: child).description)
                            .replacing(":answer", with: Office.answer(of: child).description)
                            .replacing(":document", with: Office.document(of: child).description)
                            .replacing(":kind", with: kind.name)
                        let nobody = try await asker.ask(route.method, address, nil)
                        cells.withLock { $0 += 1 }
                        #expect(nobody.status == 303 && !nobody.text.contains("Planted"))
                        for (role, visitor) in people {
                            let answer = try await asker.ask(route.method, address, visitor)
                            cells.withLock { $0 += 1 }
                            let expected =
                                switch (Policy.answer([role], action, relation, around.protection), takesReason) {
                                case (.yes, false) where route.method == .post && !Self.shownAgain.contains(route.path):
                                    303
                                case (.yes, false): 200
                                // The page that asks why; an empty reason brings it back.
                                case (.withReason, _): 403
                                case (.yes, true), (.no, _): 404
                                }
                            #expect(
                                answer.status == expected,
                                "\(route.name) as \(role), \(relation), \(around): \(answer.status), not \(expected)")
                            #expect(
                                answer.text.contains("Planted\(child.key)") == (expected == 200),
                                "\(route.name) as \(role), \(relation), \(around)")
                            #expect(answer.text.contains("Why you have to open it") == (expected == 403))
                        }
                    }
                }
            }
        }
        print("matrix: \(cells.withLock { $0 }) answers at \(routes.count) addresses about a child, \(around.rawValue)")
    }
}

extension Door {
    fileprivate func aboutAChild(_ kind: RecordKind) -> (action: Action, takesReason: Bool)? {
        switch self {
        case .child(let action): (action, false)
        case .record: (kind == .assessmentAudit ? .auditWork : .recordWork, false)
        case .reason(let action): (action, true)
        case .open, .threshold, .halfway, .may, .recordAnything: nil
        }
    }

    fileprivate var isAboutNoOne: Bool { aboutAChild(.caseNote) == nil }
    fileprivate var wantsSomebody: Bool { self != .open && self != .threshold }

    fileprivate func letsIn(_ role: Role) -> Bool {
        switch self {
        case .may(let action): Policy.allows([role], action)
        case .recordAnything: Policy.allows([role], .recordWork) || Policy.allows([role], .auditWork)
        case .open, .threshold, .halfway, .child, .record, .reason: true
        }
    }
}

extension ChildID {
    /// As ``Office`` numbers them.
    var key: Int { (11...99).first { ChildID(key: UInt64($0)) == self } ?? 0 }
}

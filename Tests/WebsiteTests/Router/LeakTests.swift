import Access
import Casework
import Days
import HTTPTypes
import Testing

@testable import Website

/// A restricted and a sealed child, looked for by everybody who may not see them, wherever a child could show: what they
/// get is, to the byte, what they get where that child never was.
@Suite(.serialized) struct LeakTests {
    /// The child looked for: held by W2, so of the team of whoever asks.
    private static let key = 24
    private static let child = ChildID(key: UInt64(key))

    /// Everybody's pages. Each is asked in both offices.
    private static let addresses = [
        "/", "/?as-at=2025-12-31", "/team", "/team?team=East", "/children", "/children?page=2",
        "/children?who=everyone",
        "/children?who=everyone&sort=-age&column=born&column=iro", "/children?team=East", "/children?worker=W2",
        "/children?age=10&law=c2&place=foster", "/children?now=overdue", "/children?find=Planted24",
        "/children?find=plantid24", "/children?find=planted24+example", "/children?find=exampleplanted24",
        "/children?find=planted", "/children?find=example", "/children?find=900024", "/children?find=9000",
        "/children?find=\(child)", "/exports/children", "/exports/children?who=everyone",
        "/exports/children?team=East&format=csv", "/restricted", "/opened", "/urgent", "/administration/log",
        "/children/\(ChildID(key: 12))/looked", "/children/\(ChildID(key: 12))/people", "/help", "/wrong-child",
        "/audits", "/audits?list=all",
        "/children/\(ChildID(key: 12))", "/children/\(ChildID(key: 12))/thread",
        "/children/\(ChildID(key: 12))/timeline", "/children/\(ChildID(key: 12))/people?known-on=2026-03-29",
    ]

    private static let parts = [
        "", "/timeline", "/chronology", "/chronology/copy", "/placement", "/legal", "/reviews", "/missing", "/health",
        "/education",
        "/family-time", "/voice", "/direct-work", "/identity", "/adoption", "/leaving-care",
        "/people", "/looked", "/emergency", "/urgent",
        "/thread", "/record", "/record/case_note", "/records/\(Office.note(of: child))",
        "/records/\(Office.note(of: child))/copy", "/copies/\(Office.copy(of: child))", "/review-brief",
        "/records/\(Office.note(of: child))/wrong-child", "/record/case_note/wrong-child", "/taken-off",
        "/record/assessment_audit", "/record/assessment_audit/wrong-child",
        "/join", "/join?join=no_direct_work&answer=later", "/join/\(Office.answer(of: child))",
        "/sample/\(Office.note(of: child))", "/documents",
        "/documents/\(Office.document(of: child))", "/documents/\(Office.document(of: child))/file",
        "/documents/\(Office.document(of: child))/wrong-child",
    ]

    private static var direct: [String] {
        parts.flatMap { ["/children/\(child)\($0)", "/children/9000\(key)\($0)"] } + [
            "/children/\(child)?known-on=2026-03-29", "/children/\(child)?as-at=2025-06-01",
            "/restricted?number=9000\(key)", "/restricted?number=\(child)",
        ]
    }

    /// With one child of many, and without.
    private struct Worlds {
        let with, without: Office
        let people: [(role: Role, there: Office.Visitor, elsewhere: Office.Visitor)]

        init(_ protection: ProtectionEvent) async throws {
            with = try await Office(more: 14...LeakTests.key)
            without = try await Office(more: 14..<LeakTests.key)
            var people: [(Role, Office.Visitor, Office.Visitor)] = []
            for role in Role.ofAccounts where role != .informationGovernance {
                people.append((role, try await with.enter([role]), try await without.enter([role])))
            }
            self.people = people
            // Somebody had linked the child to one whom they all may see.
            try await with.link(LeakTests.child, ChildID(key: 12))
            try await with.protect(LeakTests.child, protection)
        }

        /// What every outsider gets at an address, in each world, with what differs between any two sessions taken out.
        func ask(
            _ addresses: [String], _ method: HTTPRequest.Method = .get,
            _ judge: @escaping @Sendable (_ what: String, Role, Asker.Answer, Asker.Answer) -> Void
        ) async throws {
            let (without, people) = (without, people)
            try await with.open { there in
                try await without.open { elsewhere in
                    for (role, one, other) in people {
                        for address in addresses {
                            let a = try await there.ask(method, address, one)
                            let b = try await elsewhere.ask(method, address, other)
                            judge("\(method) \(address) as \(role)", role, plain(a, \.there), plain(b, \.elsewhere))
                        }
                    }
                }
            }
        }

        private func plain(
            _ answer: Asker.Answer,
            _ visitor: KeyPath<(role: Role, there: Office.Visitor, elsewhere: Office.Visitor), Office.Visitor>
        ) -> Asker.Answer {
            var text = answer.text
            for person in people {
                text = text.replacing(person[keyPath: visitor].token, with: "token")
                    .replacing(person[keyPath: visitor].account.id, with: person.role.rawValue)
            }
            // Each page has a number of its own for what is pressed on it.
            text = text.replacing(/name="press" value="[0-9a-f]{32}"/, with: "press")
            var headers = answer.headers
            // Each request has a number of its own.
            if let name = HTTPField.Name("X-Request-ID") { headers[name] = nil }
            return Asker.Answer(status: answer.status, headers: headers, text: text)
        }
    }

    private static func namesNobody(_ text: String, _ what: String) {
        // What was asked for stands on the page that answers.
        for word in ["Planted\(key) Example", "\"/children/\(child)"] { #expect(!text.contains(word), "\(what)") }
    }

    @Test(arguments: [ProtectionEvent.restricted(to: ["W9"]), .sealed(.adoption, ProtectionEvent.onWord)])
    func everybodysPagesAreAsIfTheChildHadNeverBeen(_ protection: ProtectionEvent) async throws {
        let worlds = try await Worlds(protection)
        try await worlds.ask(Self.addresses) { what, _, there, elsewhere in
            #expect(there.status == elsewhere.status, "\(what)")
            #expect(there.text == elsewhere.text, "\(what)")
            Self.namesNobody(there.text, what)
        }
    }

    @Test(arguments: [
        ProtectionEvent.restricted(to: ["W9"], parties: ["W1"]), .sealed(.wrongChild, ProtectionEvent.onWord),
    ])
    func whatNoReasonOpensIsToldFromNothing(_ protection: ProtectionEvent) async throws {
        let worlds = try await Worlds(protection)
        try await worlds.ask(Self.direct) { what, _, there, elsewhere in
            #expect(there.status == elsewhere.status && there.text == elsewhere.text, "\(what)")
            #expect(there.headers == elsewhere.headers, "\(what)")
        }
        try await worlds.ask(
            ["/children/\(Self.child)/reason", "/children/\(Self.child)/emergency/reason"], .post
        ) { what, _, there, elsewhere in
            #expect(there.status == 404 && there.text == elsewhere.text, "\(what)")
        }
    }

    @Test func aRestrictedRecordSaysThatItIsOneToWhomItIsNearAndNothingToOthers() async throws {
        let worlds = try await Worlds(.restricted(to: ["W9"]))
        try await worlds.ask(["/children/\(Self.child)", "/children/\(Self.child)/emergency"]) {
            what, role, there, elsewhere in
            let action: Action = what.contains("emergency") ? .useEmergencyPage : .seeChild
            let mayAsk = Policy.answer([role], action, .team, .restricted(isNamed: false)) == .withReason
            #expect(there.status == (mayAsk ? 403 : 404), "\(what)")
            if !mayAsk { #expect(there.text == elsewhere.text, "\(what)") }
            for word in ["Planted", "9000\(Self.key)"] { #expect(!there.text.contains(word), "\(what)") }
        }
    }

    @Test func noPageOfFiguresNamesAProtectedChild() async throws {
        let worlds = try await Worlds(.sealed(.adoption, ProtectionEvent.onWord))
        let figures = ["K01", "K04", "K20"].flatMap { id in
            ["/figures/\(id)"]
                + ["", "?part=numerator", "?by=team&of=East", "?by=age-band&of=10+to+15&part=numerator"].flatMap {
                    ["/figures/\(id)/children\($0)", "/figures/\(id)/children.csv\($0)"]
                }
        }
        try await worlds.ask(["/joins", "/sample?month=2025-09", "/figures", "/figures?by=team"] + figures) {
            what, _, there, _ in
            Self.namesNobody(there.text, what)
            #expect(!there.text.contains("9000\(Self.key)"), "\(what)")
        }
        for (role, visitor, _) in worlds.people {
            let looks = try await worlds.with.store.log.latest(account: visitor.account.id)
            #expect(looks.allSatisfy { !$0.look.shown.contains(Self.child) }, "\(role)")
        }
    }
}

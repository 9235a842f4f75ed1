import Days
import Foundation
import Testing

@testable import Workspace

/// A folder that is there for the length of a test.
func withFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}

private let start = Instant(secondsSince1970: 1_790_000_000)

private func later(minutes: Int) -> Instant { Instant(milliseconds: start.milliseconds + Int64(minutes) * 60_000) }

@Suite struct SessionTests {
    private func withSessions<Value>(
        _ limits: SessionLimits = SessionLimits(), _ body: (Sessions, URL) async throws -> Value
    ) async throws -> Value {
        try await withFolder { folder in
            try await body(Sessions(try Workspace(directory: folder), limits: limits), folder)
        }
    }

    private func begin(_ sessions: Sessions, _ account: String = "ada") async throws -> SessionKey {
        try await sessions.start(account, .signedIn, address: "10.0.0.1", browser: "Firefox", at: start)
    }

    @Test func aSessionIsFoundByItsKeyAndByNoOther() async throws {
        try await withSessions { sessions, _ in
            let key = try await begin(sessions)
            guard case .open(let session) = try await sessions.find(key, at: later(minutes: 1)) else {
                Issue.record("not found")
                return
            }
            #expect(session.account == "ada")
            #expect(try await sessions.find(SessionKey(), at: later(minutes: 1)) == .none)
        }
    }

    @Test func thirtyMinutesWithoutARequestEndIt() async throws {
        try await withSessions { sessions, _ in
            let key = try await begin(sessions)
            guard case .open = try await sessions.find(key, at: later(minutes: 29)) else {
                Issue.record("over too early")
                return
            }
            guard case .open = try await sessions.find(key, at: later(minutes: 58)) else {
                Issue.record("a request did not keep it open")
                return
            }
            guard case .over(let session) = try await sessions.find(key, at: later(minutes: 88)) else {
                Issue.record("still open")
                return
            }
            #expect(session.account == "ada", "whose it was is still known")
        }
    }

    @Test func twelveHoursEndItHoweverBusy() async throws {
        try await withSessions { sessions, _ in
            let key = try await begin(sessions)
            for minute in stride(from: 20, to: 720, by: 20) {
                guard case .open = try await sessions.find(key, at: later(minutes: minute)) else {
                    Issue.record("over at \(minute)")
                    return
                }
            }
            guard case .over = try await sessions.find(key, at: later(minutes: 720)) else {
                Issue.record("still open")
                return
            }
        }
    }

    @Test func aRestartSignsNobodyOut() async throws {
        try await withSessions { sessions, folder in
            let key = try await begin(sessions)
            _ = try await sessions.find(key, at: later(minutes: 20))
            let again = Sessions(try Workspace(directory: folder))
            guard case .open = try await again.find(key, at: later(minutes: 45)) else {
                Issue.record("its use was not kept")
                return
            }
        }
    }

    @Test func whatAnotherProcessEndsIsOverWithinASecond() async throws {
        try await withSessions { sessions, folder in
            let key = try await begin(sessions)
            let other = Sessions(try Workspace(directory: folder))
            try await other.endAll(of: "ada")
            #expect(try await sessions.find(key, at: later(minutes: 1)) == .none)
        }
    }

    @Test func signingOutEverywhereKeepsOnlyTheOneAskedFor() async throws {
        try await withSessions { sessions, _ in
            let (kept, lost, another) = (
                try await begin(sessions), try await begin(sessions), try await begin(sessions, "ben")
            )
            try await sessions.endAll(of: "ada", keeping: kept.digest)
            #expect(try await sessions.find(lost, at: start) == .none)
            #expect(try await sessions.open(of: "ada", at: start).map(\.id) == [kept.digest])
            guard case .open = try await sessions.find(another, at: start) else {
                Issue.record("somebody else was signed out")
                return
            }
        }
    }

    @Test func theFileHoldsNoKey() async throws {
        try await withSessions { sessions, folder in
            let key = try await begin(sessions)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
                #expect(bytes.range(of: Data(key.text.utf8)) == nil, "\(name)")
            }
        }
    }
}

@Suite struct HeldFormTests {
    private let form = HeldForms.Form(path: "/children/c-1/visits", fields: [.init("said", "I want to go home & stay")])

    @Test func whatWasTypedComesBackToWhoeverTypedIt() async throws {
        try await withFolder { folder in
            let held = HeldForms(try Workspace(directory: folder))
            let given = try await held.hold(form, for: "ada", at: start)
            let key = try #require(given)
            #expect(try await held.find(key, of: "ada", at: later(minutes: 23 * 60)) == form)
            #expect(try await held.find(key, of: "ben", at: start) == nil)
            #expect(try await held.find(SessionKey(), of: "ada", at: start) == nil)
            #expect(try await held.find(key, of: "ada", at: later(minutes: 24 * 60)) == nil)
            try await held.drop(key)
            #expect(try await held.find(key, of: "ada", at: start) == nil)
        }
    }

    @Test(arguments: SecretField.allCases)
    func aFormWithAPasswordOrACodeInItIsNotKept(_ field: SecretField) async throws {
        try await withFolder { folder in
            let workspace = try Workspace(directory: folder)
            let held = HeldForms(workspace)
            for value in ["severn vale is not real", ""] {
                let form = HeldForms.Form(
                    path: "/profile/password", fields: [.init("name", "Ada"), .init(field.rawValue, value)])
                #expect(try await held.hold(form, for: "ada", at: start) == nil)
            }
            let kept = try await workspace.pool.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM held_form")
            }
            #expect(kept == 0)
        }
    }

    @Test func theFileHoldsNothingThatCanBeRead() async throws {
        try await withFolder { folder in
            let held = HeldForms(try Workspace(directory: folder))
            _ = try await held.hold(form, for: "ada", at: start)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
                #expect(bytes.range(of: Data("go home".utf8)) == nil, "\(name)")
            }
        }
    }
}

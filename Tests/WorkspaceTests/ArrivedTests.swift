import Days
import Foundation
import Testing

@testable import Workspace

/// What was typed and has come is known to have come, whatever became of its draft since; nothing else is.
@Suite struct ArrivedTests {
    private let place = Drafts.Place(account: "ada", child: "K01", kind: "care_plan")
    private let now = Instant(secondsSince1970: 1_790_000_000)
    private let page = "0f3b6c1e"

    private func typed(_ times: Int) throws -> TypedOn { try #require(TypedOn("\(page):\(times)")) }

    /// How much of the page is here, of what was typed up to nine times.
    private func most(_ drafts: Drafts, of account: String = "ada") async throws -> Int? {
        let asked = try (0...9).map(typed)
        return try await drafts.arrived(asked, of: account).last.flatMap { Int($0.text.split(separator: ":")[1]) }
    }

    private func keep(_ drafts: Drafts, _ times: Int, as id: String = "a") async throws -> Drafts.Kept {
        try await drafts.keep(
            ["health": "Typed \(times)"], in: place, id: id, seen: nil, typed: typed(times), at: now)
    }

    @Test func whatWasSavedHasComeAndWhatWasTypedAfterItHasNot() async throws {
        try await withDrafts { drafts in
            #expect(try await most(drafts) == nil)
            _ = try await keep(drafts, 3)
            #expect(try await most(drafts) == 3)
            // The save before it, which took longer, takes nothing back.
            _ = try await keep(drafts, 2)
            #expect(try await most(drafts) == 3)
            #expect(try await most(drafts, of: "ben") == nil)
        }
    }

    @Test func whatWasSignedHasComeAndWhatComesAfterItHasNot() async throws {
        try await withDrafts { drafts in
            _ = try await keep(drafts, 4)
            try await drafts.signed("a", as: 42)
            #expect(try await keep(drafts, 3) == .signed(42))
            #expect(try await most(drafts) == 4)
            #expect(try await keep(drafts, 5) == .signed(42))
            #expect(try await most(drafts) == 4, "what was typed after signing is in no record")
        }
    }

    @Test func whatWasSetAsideOrThrownAwayHasCome() async throws {
        try await withDrafts { drafts in
            _ = try await keep(drafts, 4)
            try await drafts.setAside(place)
            _ = try await drafts.save(["health": "Another"], in: place, id: "b", seen: nil, at: now)
            #expect(try await most(drafts) == 4)
            try await drafts.drop(place, id: "a", typed: typed(6), at: now)
            #expect(try await most(drafts) == 6)
        }
    }

    /// A page that was opened before another began the draft sends its own number, and must not begin what was signed again.
    @Test func aPageWhoseWordsWereSavedIntoAnotherDraftFollowsThatDraft() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["health": "There"], in: place, id: "z", seen: nil, at: now)
            guard case .saved(let both) = try await keep(drafts, 1, as: "x") else {
                return #expect(Bool(false), "it was not saved")
            }
            #expect(both.id == "z" && both.fields["health"] == "There\n\nTyped 1")
            try await drafts.setAside(place)
            guard case .saved(let aside) = try await keep(drafts, 2, as: "x") else {
                return #expect(Bool(false), "it was not saved where it is")
            }
            #expect(aside.id == "z" && aside.fields["health"]?.contains("Typed 2") == true)
            try await drafts.signed("z", as: 7)
            #expect(try await keep(drafts, 3, as: "x") == .signed(7))
            #expect(try await drafts.event(of: "x") == 7)
            #expect(try await drafts.of("ada").isEmpty)
        }
    }

    @Test func aPageFollowsFromDraftToDraft() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["health": "One"], in: place, id: "y", seen: nil, at: now)
            _ = try await keep(drafts, 1, as: "x")
            try await drafts.drop(place, id: "y", at: now)
            _ = try await drafts.save(["health": "Two"], in: place, id: "z", seen: nil, at: now)
            _ = try await keep(drafts, 2, as: "x")
            try await drafts.signed("z", as: 7)
            #expect(try await keep(drafts, 3, as: "x") == .signed(7))
        }
    }

    @Test func itIsForgottenWithTheKeysOfTheDevices() async throws {
        try await withFolder { folder in
            let workspace = try Workspace(directory: folder)
            let (drafts, keys) = (Drafts(workspace), DeviceKeys(workspace))
            _ = try await keep(drafts, 1)
            let hours = Int64(DeviceKeys.hours) * 3_600_000
            for (later, left) in [(hours - 1, 1), (hours, nil)] as [(Int64, Int?)] {
                _ = try await keys.give(
                    "ada", on: SessionKey(), at: Instant(milliseconds: now.milliseconds + later))
                #expect(try await most(drafts) == left)
            }
        }
    }

    @Test(arguments: ["", "a", "a:", ":1", "a:-1", "a:1:2", String(repeating: "a", count: 65) + ":1"])
    func whatNoPageWritesIsNotRead(_ text: String) {
        #expect(TypedOn(text) == nil)
    }
}

import Days
import Foundation
import Testing

@testable import Workspace

func withDrafts(_ body: (Drafts) async throws -> Void) async throws {
    try await withFolder { folder in try await body(Drafts(try Workspace(directory: folder))) }
}

@Suite struct DraftTests {
    private let place = Drafts.Place(account: "ada", child: "c-1", kind: "visit")
    private let now = Instant(secondsSince1970: 1_790_000_000)

    @Test func whatWasSavedIsThereAndIsOnesOwn() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["purpose": "To listen"], in: place, id: "a", seen: nil, at: now)
            #expect(try await drafts.find(place)?.fields == ["purpose": "To listen"])
            let another = Drafts.Place(account: "ben", child: "c-1", kind: "visit")
            #expect(try await drafts.find(another) == nil)
        }
    }

    @Test func whatWasTakenOutOnThePageIsGone() async throws {
        try await withDrafts { drafts in
            let first = try await drafts.save(["a": "1", "b": "2"], in: place, id: "a", seen: nil, at: now)
            let second = try await drafts.save(["a": "1"], in: place, id: "a", seen: first.mark, at: now)
            #expect(second.id == "a" && second.fields == ["a": "1"])
        }
    }

    /// The page of one that was thrown away since: the marks are the same, and the drafts are not.
    @Test func whatThePageOfAnotherDraftSendsTakesNothingAway() async throws {
        try await withDrafts { drafts in
            let gone = try await drafts.save(["a": "Old"], in: place, id: "x", seen: nil, at: now)
            try await drafts.drop(place, at: now)
            let new = try await drafts.save(["a": "New", "b": "Kept"], in: place, id: "z", seen: nil, at: now)
            #expect(new.mark == gone.mark)
            let both = try await drafts.save(["a": "Old, and more"], in: place, id: "x", seen: gone.mark, at: now)
            #expect(both.id == "z" && both.fields == ["a": "New\n\nOld, and more", "b": "Kept"])
        }
    }

    @Test(arguments: [
        ("A1", "A12", "A1\n\nA12"), ("A3\nA1", "A3\nA12", "A3\nA1\n\nA3\nA12"), ("A12\nA1", "A1", "A12\nA1"),
        ("She said hel", "She said hello", "She said hello"), ("", "A1", "A1"), ("Same", "Same", "Same"),
    ]) func whatWasTickedOrTypedElsewhereStays(_ first: String, _ second: String, _ both: String) {
        #expect(Drafts.both(first, second) == both)
    }

    @Test func twoDevicesBothKeepTheirWords() async throws {
        try await withDrafts { drafts in
            let first = try await drafts.save(["a": "Start"], in: place, id: "a", seen: nil, at: now)
            _ = try await drafts.save(["a": "Start, from the desk"], in: place, id: "a", seen: first.mark, at: now)
            let both = try await drafts.save(
                ["a": "Start, from the telephone", "b": "More"], in: place, id: "a", seen: first.mark, at: now)
            #expect(both.fields == ["a": "Start, from the desk\n\nStart, from the telephone", "b": "More"])
        }
    }

    @Test func oneThatWasSignedIsRememberedAndNotBegunAgain() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["a": "1"], in: place, id: "a", seen: nil, at: now)
            try await drafts.signed("a", as: 42)
            #expect(try await drafts.find(place) == nil)
            #expect(try await drafts.event(of: "a") == 42)
            // A page that saves it a moment too late begins no other.
            let kept = try await drafts.keep(["a": "1, and more"], in: place, id: "a", seen: 1, at: now)
            #expect(kept == .signed(42))
            #expect(try await drafts.find(place) == nil)
        }
    }

    @Test func oneThatIsKeptSaysWhereItWentInstead() async throws {
        try await withDrafts { drafts in
            guard case .saved(let first) = try await drafts.keep(["a": "1"], in: place, id: "a", seen: nil, at: now)
            else { return #expect(Bool(false), "it was not saved") }
            #expect(first.mark == 1 && first.fields == ["a": "1"])
            #expect(try await drafts.find(place) == first)
            #expect(try await drafts.move(place, toChild: "c-2", holding: ["a": "1"], at: now))
            #expect(try await drafts.keep(["a": "2"], in: place, id: "a", seen: 1, at: now) == .moved("c-2"))
            let there = Drafts.Place(account: "ada", child: "c-2", kind: "visit")
            guard case .saved(let second) = try await drafts.keep(["a": "2"], in: there, id: "a", seen: 1, at: now)
            else { return #expect(Bool(false), "it was not saved where it is now") }
            #expect(try await drafts.find(there) == second)
        }
    }

    @Test func oneThatWasThrownAwayIsGone() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["a": "1"], in: place, id: "a", seen: nil, at: now)
            try await drafts.drop(place, at: now)
            #expect(try await drafts.find(place) == nil)
            #expect(try await drafts.of("ada").isEmpty)
        }
    }
}

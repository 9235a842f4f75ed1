import Days
import Foundation
import Testing

@testable import Workspace

/// A draft that was begun on the wrong child.
@Suite struct MovedDraftTests {
    private let place = Drafts.Place(account: "ada", child: "c-1", kind: "visit")
    private let there = Drafts.Place(account: "ada", child: "c-2", kind: "visit")
    private let now = Instant(secondsSince1970: 1_790_000_000)

    @Test func itIsOnTheOtherChildAndNowhereElse() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["a": "1", "b": "2"], in: place, id: "x", seen: nil, at: now)
            let isMoved = try await drafts.move(place, toChild: "c-2", holding: ["a": "1"], at: now)
            #expect(isMoved)
            #expect(try await drafts.find(place) == nil)
            let moved = try await drafts.find(there)
            #expect(moved?.id == "x" && moved?.fields == ["a": "1"])
            #expect(try await drafts.child(ofMoved: "x") == "c-2")
            #expect(try await drafts.child(ofMoved: "y") == nil)
        }
    }

    @Test func whereThereIsOneAlreadyBothTextsStay() async throws {
        try await withDrafts { drafts in
            _ = try await drafts.save(["a": "There"], in: there, id: "y", seen: nil, at: now)
            _ = try await drafts.save(["a": "Here"], in: place, id: "x", seen: nil, at: now)
            let isMoved = try await drafts.move(place, toChild: "c-2", holding: ["a": "Here"], at: now)
            #expect(isMoved)
            let moved = try await drafts.find(there)
            #expect(moved?.id == "y" && moved?.fields == ["a": "There\n\nHere"])
        }
    }

    @Test func whereThereIsNoneNothingMoves() async throws {
        try await withDrafts { drafts in
            let isMoved = try await drafts.move(place, toChild: "c-2", holding: [:], at: now)
            #expect(!isMoved)
            #expect(try await drafts.find(there) == nil)
        }
    }

    @Test func whatTheRecordKnowsNoMoreIsTakenOutAndWhatWasTypedStays() async throws {
        try await withDrafts { drafts in
            let fields = ["school": "Hill School", "purpose": "To listen"]
            _ = try await drafts.save(fields, in: place, id: "x", seen: nil, at: now)
            try await drafts.forget(["visit": ["school": "Hill School", "purpose": "To look"]], of: "c-1")
            #expect(try await drafts.find(place)?.fields == ["purpose": "To listen"])
        }
    }

    @Test func whatPutsARecordRightOrCopiesItIsThrownAwayWhoeverWroteIt() async throws {
        try await withDrafts { drafts in
            for (account, kind) in [
                ("ada", "visit:42"), ("ben", "copy 42 minutes p1"), ("ada", "visit:142"), ("ada", "copy 421 record p1"),
                ("ben", "chronology for=p1"), ("ben", "visit:42"),
            ] {
                let place = Drafts.Place(account: account, child: "c-1", kind: kind)
                _ = try await drafts.save(["a": "1"], in: place, id: account + kind, seen: nil, at: now)
            }
            try await drafts.setAside(Drafts.Place(account: "ben", child: "c-1", kind: "visit:42"))
            let other = Drafts.Place(account: "ada", child: "c-2", kind: "visit:42")
            _ = try await drafts.save(["a": "1"], in: other, id: "z", seen: nil, at: now)
            try await drafts.drop(about: "42", of: "c-1")
            let kinds = try await drafts.of("ada").map(\.kind)
            #expect(Set(kinds) == ["visit:142", "copy 421 record p1", "visit:42"])
            #expect(try await drafts.of("ben").isEmpty)
        }
    }
}

import Days
import Foundation
import Testing

@testable import Workspace

/// Two drafts of one kind for one child: each keeps its own words, whichever is at hand.
@Suite struct AsideDraftTests {
    private let place = Drafts.Place(account: "ada", child: "K01", kind: "visit")
    private let now = Instant(secondsSince1970: 1_790_000_000)

    private func save(_ drafts: Drafts, _ id: String, _ words: String, seen: Int64? = nil) async throws -> Drafts.Draft
    {
        try await drafts.save(["purpose": words], in: place, id: id, seen: seen, at: now)
    }

    @Test func anotherIsBegunBesideTheFirstAndEachIsTakenUpAgain() async throws {
        try await withFolder { folder in
            let drafts = Drafts(try Workspace(directory: folder))
            let first = try await save(drafts, "a", "Tuesday")
            try await drafts.setAside(place)
            #expect(try await drafts.find(place) == nil)
            _ = try await save(drafts, "b", "Friday")
            #expect(try await drafts.aside(place).map(\.id) == ["a"])
            // A page that is still open on the first saves there, and nothing of it in the second.
            let later = try await save(drafts, "a", "Tuesday, at noon", seen: first.mark)
            #expect(later.fields["purpose"] == "Tuesday, at noon" && later.id == "a")
            #expect(try await drafts.find(place)?.fields["purpose"] == "Friday")
            try await drafts.takeUp("a", in: place)
            #expect(try await drafts.find(place)?.id == "a")
            #expect(try await drafts.aside(place).map(\.id) == ["b"])
            try await drafts.drop(place, id: "b", at: now)
            #expect(try await drafts.aside(place).isEmpty)
            #expect(try await drafts.find(place)?.id == "a")
            // Signed, it is gone wherever it stood.
            try await drafts.setAside(place)
            try await drafts.signed("a", as: 7)
            #expect(try await drafts.aside(place).isEmpty)
            #expect(try await drafts.event(of: "a") == 7)
        }
    }

    @Test func twoDevicesOnOneThatWasSetAsideBothKeepTheirWords() async throws {
        try await withFolder { folder in
            let drafts = Drafts(try Workspace(directory: folder))
            let first = try await save(drafts, "a", "From the telephone")
            try await drafts.setAside(place)
            _ = try await save(drafts, "b", "Friday")
            _ = try await save(drafts, "a", "From the telephone, more", seen: first.mark)
            let both = try await save(drafts, "a", "From the desk", seen: first.mark)
            #expect(both.fields["purpose"] == "From the telephone, more\n\nFrom the desk")
        }
    }

    @Test func nobodyElseReachesIt() async throws {
        try await withFolder { folder in
            let drafts = Drafts(try Workspace(directory: folder))
            _ = try await save(drafts, "a", "Tuesday")
            try await drafts.setAside(place)
            for other in [
                Drafts.Place(account: "ben", child: "K01", kind: "visit"),
                Drafts.Place(account: "ada", child: "K02", kind: "visit"),
                Drafts.Place(account: "ada", child: "K01", kind: "case_note"),
                Drafts.Place(account: "ada", child: "K01", kind: "visi"),
            ] {
                try await drafts.takeUp("a", in: other)
                try await drafts.drop(other, id: "a", at: now)
                #expect(try await drafts.aside(other).isEmpty)
            }
            #expect(try await drafts.aside(place).map(\.id) == ["a"])
        }
    }
}

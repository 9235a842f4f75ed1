import Days
import Foundation
import Testing

@testable import Workspace

@Suite struct JobTests {
    private let start = Instant(secondsSince1970: 1_790_000_000)

    private func withJobs(_ body: (Jobs) async throws -> Void) async throws {
        try await withFolder { folder in try await body(Jobs(try Workspace(directory: folder))) }
    }

    private func later(_ seconds: Int64) -> Instant { Instant(milliseconds: start.milliseconds + seconds * 1000) }

    @Test func aJobIsItsOwnersAndNobodyElses() async throws {
        try await withJobs { jobs in
            try await jobs.add("a", of: "ada", request: Data("r".utf8), at: start)
            #expect(try await jobs.find("a", of: "ada")?.state == .waiting)
            #expect(try await jobs.find("a", of: "ben") == nil)
            #expect(try await jobs.of("ben").isEmpty)
        }
    }

    @Test func theLongestWaitIsNext() async throws {
        try await withJobs { jobs in
            try await jobs.add("b", of: "ada", request: Data(), at: later(1))
            try await jobs.add("a", of: "ben", request: Data(), at: start)
            let next = try #require(try await jobs.next(at: later(2)))
            #expect(next.id == "a")
            #expect(try await jobs.before(next) == 0)
            let other = try #require(try await jobs.find("b", of: "ada"))
            #expect(try await jobs.before(other) == 1)
        }
    }

    @Test func ofTwoWhoMoveAJobAtOnceOneIsTooLate() async throws {
        try await withJobs { jobs in
            try await jobs.add("a", of: "ada", request: Data(), at: start)
            let job = try #require(try await jobs.next(at: start))
            #expect(try await jobs.move(job, to: .reading, at: start))
            #expect(try await jobs.move(job, to: .cancelled, at: start) == false)
        }
    }

    @Test func whatSomebodyLeftBehindIsTakenUpOnceTheyAreSilent() async throws {
        try await withJobs { jobs in
            try await jobs.add("a", of: "ada", request: Data(), at: start)
            let job = try #require(try await jobs.next(at: start))
            try await jobs.move(job, to: .importing, at: start)
            #expect(try await jobs.next(at: later(20)) == nil)
            #expect(try await jobs.beat("a", in: .importing, progress: "half", at: later(20)))
            #expect(try await jobs.next(at: later(45)) == nil)
            #expect(try await jobs.next(at: later(51))?.id == "a")
        }
    }

    @Test func aBeatSaysWhetherTheJobWasCalledOff() async throws {
        try await withJobs { jobs in
            try await jobs.add("a", of: "ada", request: Data(), at: start)
            let job = try #require(try await jobs.next(at: start))
            try await jobs.move(job, to: .reading, at: start)
            try await jobs.move(job.inState(.reading), to: .cancelled, at: start)
            #expect(try await jobs.beat("a", in: .reading, progress: "", at: start) == false)
        }
    }

    @Test func afterADayAJobIsGoneUnlessItIsBeingImported() async throws {
        try await withJobs { jobs in
            try await jobs.add("a", of: "ada", request: Data(), at: start)
            try await jobs.add("b", of: "ada", request: Data(), at: start)
            let job = try #require(try await jobs.find("b", of: "ada"))
            try await jobs.move(job, to: .importing, at: start)
            #expect(try await jobs.expire(at: later(86_401)) == ["a"])
            #expect(try await jobs.of("ada").map(\.id) == ["b"])
        }
    }
}

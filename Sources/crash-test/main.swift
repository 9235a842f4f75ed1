import Foundation
import TestSupport
import Workspace

// Kills writers at random moments and holds the journal to what it had acknowledged; then kills desks at as many random
// moments of importing a return, and holds the job to being done once and whole.
//
//     crash-test --rounds 100 [--seed 1]

let arguments = Array(CommandLine.arguments.dropFirst())

func number(after option: String) -> UInt64? {
    guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else { return nil }
    return UInt64(arguments[index + 1])
}

if arguments.first == "worker", arguments.count == 3, let name = UInt64(arguments[2]) {
    do {
        try await Worker(name: name, directory: URL(fileURLWithPath: arguments[1])).writeForEver()
    } catch {
        FileHandle.standardError.write(Data("writer \(name): \(error)\n".utf8))
        exit(1)
    }
}

if arguments.first == "desk", arguments.count == 4, let ahead = Int64(arguments[3]) {
    do {
        try await DeskWorker(directory: URL(fileURLWithPath: arguments[1]), job: arguments[2], ahead: ahead)
            .workUntilDone()
    } catch {
        FileHandle.standardError.write(Data("desk: \(error)\n".utf8))
        exit(1)
    }
}

let known = Set(["--rounds", "--seed"])
let options = stride(from: 0, to: arguments.count, by: 2).map { arguments[$0] }
guard let rounds = number(after: "--rounds"), rounds > 0, options.allSatisfy(known.contains) else {
    FileHandle.standardError.write(Data("usage: crash-test --rounds N [--seed S]\n".utf8))
    exit(2)
}
let seed = number(after: "--seed") ?? UInt64.random(in: 1...999_999)
print("seed \(seed)")

let outcome = try await crash(rounds: rounds, seed: seed)
print(
    "rounds \(rounds): acknowledged writes \(outcome.acknowledged), lost \(outcome.lost), "
        + "half-imports \(outcome.halfImports), broken \(outcome.broken)")
let jobs = try await crashJobs(kills: rounds, seed: seed)
let states = Job.State.allCases.compactMap { state in jobs.killed[state].map { "\($0) \(state.rawValue)" } }
print(
    "import jobs \(jobs.jobs): killed \(jobs.kills) times (\(states.joined(separator: ", "))), half-imports "
        + "\(jobs.halfImports), imported twice \(jobs.twice), lost \(jobs.lost), not continued \(jobs.unfinished), "
        + "broken \(jobs.broken)")
exit(outcome.isClean && jobs.isClean ? 0 : 1)

/// A journal lives through ten crashes, so that what is recovered is written on and crashes again.
func crash(rounds: UInt64, seed: UInt64) async throws -> Outcome {
    var outcome = Outcome()
    for first in stride(from: 1, through: rounds, by: 10) {
        let trial = try Trial(seed: seed &+ first)
        for round in first...min(first + 9, rounds) { try await trial.run(round, into: &outcome) }
    }
    return outcome
}

/// One job after the other, until as many desks were killed as asked.
func crashJobs(kills: UInt64, seed: UInt64) async throws -> JobOutcome {
    var (outcome, random) = (JobOutcome(), Seeded(state: seed))
    let fictional = FictionalReturn(children: 400, seed: seed)
    let (time, events) = try await JobTrial(fictional).measure()
    print("a return of \(events) events is read and imported in \(time / 1000) ms")
    // A desk that is done before it is killed counts as no kill, so the jobs have an end of their own.
    while outcome.kills < kills, outcome.jobs < kills + 10 {
        try await JobTrial(fictional).run(within: time, writing: events, &random, into: &outcome)
    }
    return outcome
}

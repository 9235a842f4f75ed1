import Foundation

// Kills writers at random moments and holds the journal to what it had acknowledged.
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
exit(outcome.isClean ? 0 : 1)

/// A journal lives through ten crashes, so that what is recovered is written on and crashes again.
func crash(rounds: UInt64, seed: UInt64) async throws -> Outcome {
    var outcome = Outcome()
    for first in stride(from: 1, through: rounds, by: 10) {
        let trial = try Trial(seed: seed &+ first)
        for round in first...min(first + 9, rounds) { try await trial.run(round, into: &outcome) }
    }
    return outcome
}

import ArgumentParser
import Days
import Foundation
import Returns
import TestSupport

/// Reads damaged returns until the time is up. A return may be refused with a sentence or read with findings; anything
/// else ends the process, and the seed and round printed first bring it back.
@main
struct Fuzz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz", abstract: "Read hostile returns and see that nothing crashes.")

    @Option(help: "How long to go on.") var seconds = 60
    @Option(help: "Where to begin; the same seed gives the same damage.") var seed: UInt64 = 1
    @Option(help: "A folder of tables to damage.") var from = "Tests/Fixtures/messy-2017-18"

    func run() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let originals = try Originals(from)
        print("seed \(seed)")
        var dice = Seeded(state: seed)
        var tallies: [Originals.Shape: Tally] = [:]
        let end = Date().addingTimeInterval(Double(seconds))
        while Date() < end {
            for shape in Originals.Shape.allCases {
                let path = try originals.write(shape, damagedBy: &dice, to: folder)
                tallies[shape, default: Tally()].note(read(path))
            }
        }
        for shape in Originals.Shape.allCases { print("\(shape): \(tallies[shape] ?? Tally())") }
        print("0 crashes")
    }

    /// How many findings reading gave; nil where the return was refused.
    private func read(_ path: String) -> Int? {
        let reader = ReturnReader(year: CollectionYear(startingIn: 2017), importedOn: Day(ordinal: 20_000))
        return try? reader.read([path]).findings.count
    }
}

/// What became of the returns of one shape.
private struct Tally: CustomStringConvertible {
    private var rounds = 0
    private var refused = 0
    private var findings = 0

    mutating func note(_ found: Int?) {
        rounds += 1
        refused += found == nil ? 1 : 0
        findings += found ?? 0
    }

    var description: String { "\(rounds) rounds, \(refused) refused with a sentence, \(findings) findings" }
}

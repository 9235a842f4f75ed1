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
        let names = try FileManager.default.contentsOfDirectory(atPath: from).sorted()
        let originals = names.compactMap { name in
            FileManager.default.contents(atPath: from + "/" + name).map { (name, $0) }
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print("seed \(seed)")
        var dice = Seeded(state: seed)
        var (rounds, refused, findings) = (0, 0, 0)
        let end = Date().addingTimeInterval(Double(seconds))
        while Date() < end {
            rounds += 1
            for (name, data) in originals {
                try damaged(data, &dice).write(to: folder.appendingPathComponent(name))
            }
            do throws(ReturnError) {
                let reader = ReturnReader(year: CollectionYear(startingIn: 2017), importedOn: Day(ordinal: 20_000))
                findings += try reader.read([folder.path]).findings.count
            } catch {
                refused += 1
            }
        }
        print("rounds \(rounds): \(refused) refused with a sentence, \(findings) findings, 0 crashes")
    }

    /// A few bytes changed, dropped, repeated, or the end cut off.
    private func damaged(_ data: Data, _ dice: inout Seeded) -> Data {
        var bytes = [UInt8](data)
        let telling: [UInt8] = [0, 10, 13, 34, 44, 47, 60, 38, 0xEF, 0xFF]
        for _ in 0..<Int.random(in: 0...4, using: &dice) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &dice)
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
            case 1: bytes[place] = telling.randomElement(using: &dice) ?? 0
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(64), at: place)
            default: bytes.removeSubrange(place...)
            }
        }
        return Data(bytes)
    }
}

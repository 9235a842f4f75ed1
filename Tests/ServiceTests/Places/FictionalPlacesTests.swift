import Foundation
import Testing

/// The fictional authority brings a table of its postcodes, so what hangs on where children live is known.
struct FictionalPlacesTests {
    private struct Signal: Decodable { let signal: String }
    private struct Figure: Decodable { let id: String, numerator: Int, denominator: Int, unknown: Int }

    @Test func distancesAndAreasOfTheFictionalAuthorityAreKnown() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("throughline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (returns, data) = (
            folder.appendingPathComponent("returns").path, folder.appendingPathComponent("data").path
        )
        for arguments in [
            ["synth", "--seed", "1", "--children", "60", "--years", "1", "--out", returns],
            ["import", "ssda903", returns + "/2025-26", "--year", "2025-26", "--data", data],
        ] {
            let answer = try Program.run(arguments)
            #expect(answer.status == 0, "\(answer.error)")
        }
        let settings = ["--config", returns + "/settings.yaml", "--format", "json", "--data", data]
        func decoded<Value: Decodable>(_ arguments: String...) throws -> [Value] {
            let answer = try Program.run(arguments + settings)
            // Signals found is 1.
            #expect([0, 1].contains(answer.status), "\(answer.error)")
            return try JSONDecoder().decode([Value].self, from: Data(answer.out.utf8))
        }
        let figures: [Figure] = try decoded("figures", "--figure", "K53", "--figure", "K53b")
        #expect(figures.count == 2)
        for figure in figures {
            #expect(figure.denominator > 50 && figure.numerator > 5, "\(figure)")
            #expect(figure.numerator * 2 < figure.denominator, "\(figure)")
            #expect(figure.unknown * 5 < figure.denominator, "\(figure)")
        }
        let signals: [Signal] = try decoded("signals")
        #expect(signals.count { $0.signal == "FAR" } == figures[0].numerator)
        #expect(signals.count { $0.signal == "OOA" } >= 10)
    }
}

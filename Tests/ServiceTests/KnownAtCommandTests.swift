import Foundation
import Testing

/// `--known-at`: what was printed then is printed again, to the byte.
struct KnownAtCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("known-\(UUID().uuidString)")

    private func say(_ arguments: String...) throws -> String {
        let answer = try Program.run(arguments)
        #expect(answer.error.isEmpty, "\(arguments): \(answer.error)")
        return answer.out
    }

    /// Everything that is said of one day, as programs read it.
    private func answers(_ more: String...) throws -> [String] {
        try ["figures", "duties", "signals", "children", "delays"].map { command in
            try Program.run(
                [command, "--data", folder.path, "--as-at", "2025-03-31", "--format", "json"] + more
            ).out
        }
    }

    @Test func aFigureComesOutTheSameAfterCorrectionsRetractionsAndALaterReturn() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let sent = folder.appendingPathComponent("sent").path
        _ = try say("synth", "--seed", "5", "--children", "40", "--years", "2", "--last-year", "2025-26", "--out", sent)
        func take(_ year: String) throws -> String {
            try say("import", "ssda903", "\(sent)/\(year)", "--year", year, "--data", folder.path)
        }
        _ = try take("2024-25")
        let head = try say("journal", "head", "--data", folder.path)
        let seq = try #require(head.firstMatch(of: /"seq":(\d+)/).map { String($0.1) })
        let then = try answers()

        // The same year again with rows changed and gone, and then the year after it.
        let reviews = URL(fileURLWithPath: "\(sent)/2024-25/Reviews.csv")
        let lines = try String(contentsOf: reviews, encoding: .utf8).split(separator: "\n")
        let kept = lines.enumerated().filter { $0.offset == 0 || $0.offset % 3 != 0 }.map {
            $0.element.replacingOccurrences(of: "PN1", with: "PN7")
        }
        #expect(kept.count < lines.count)
        try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: reviews)
        _ = try take("2024-25")
        _ = try take("2025-26")

        let again = try answers("--known-at", seq)
        let now = try answers()
        for (index, command) in ["figures", "duties", "signals", "children", "delays"].enumerated() {
            #expect(again[index] == then[index], "\(command)")
            #expect(then[index].utf8.count > 100)
        }
        #expect(now[0] != then[0] && now[1] != then[1], "what came later did change something")
    }
}

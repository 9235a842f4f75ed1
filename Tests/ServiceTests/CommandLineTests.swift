import Foundation
import Testing

/// What the built binary says and how it exits. It stands beside the test bundle.
struct CommandLineTests {
    private func run(_ arguments: String...) throws -> (status: Int32, out: String, error: String) {
        let process = Process()
        process.executableURL = Shared.root.appendingPathComponent(".build/debug/throughline")
        process.arguments = arguments
        let (out, error) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (out, error)
        try process.run()
        let written = out.fileHandleForReading.readDataToEndOfFile()
        let complaint = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: written, as: UTF8.self),
            String(decoding: complaint, as: UTF8.self)
        )
    }

    private static let commands = [
        "import ssda903", "import staff", "children", "child", "duties", "signals", "figures", "delays", "standards",
        "journal show", "journal head", "verify", "calendar add-working-days", "synth", "serve",
    ]

    @Test(arguments: commands) func everyCommandHelpsWithAnExample(_ command: String) throws {
        let process = Process()
        process.executableURL = Shared.root.appendingPathComponent(".build/debug/throughline")
        process.arguments = command.split(separator: " ").map(String.init) + ["--help"]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(text.contains("Example:"))
    }

    @Test func badInputIsOneLineAndExitsWithTwo() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        for answer in [
            try run("children", "--data", folder),
            try run("import", "ssda903", "/nope", "--year", "2017-18", "--data", folder),
            try run("import", "ssda903", "/nope", "--year", "2017-19"), try run("nonsense"),
            try run("calendar", "add-working-days", "2030-03-28", "20"),
            try run("serve", "--data", folder, "--places", "/nope.bin"),
        ] {
            #expect(answer.status == 2)
            #expect(answer.error.hasPrefix("throughline: "))
            #expect(answer.error.split(separator: "\n").count == 1, "\(answer.error)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder), "a refused import leaves nothing behind")
    }

    @Test func workingDaysAreCounted() throws {
        let answer = try run("calendar", "add-working-days", "2018-03-28", "20")
        #expect(answer.status == 0)
        #expect(answer.out == "2018-04-27\n")
    }
}

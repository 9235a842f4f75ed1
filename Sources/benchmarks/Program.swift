import Foundation

/// `throughline serve` in a process of its own, as a council would run it.
final class Program {
    let port: Int
    private let process = Process()

    /// The release build beside this program; nil where it is not there.
    static var file: URL? {
        let file = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("throughline")
        return FileManager.default.isExecutableFile(atPath: file.path) ? file : nil
    }

    init?(serving data: URL) async throws {
        guard let file = Self.file else { return nil }
        port = try Load.freePort()
        process.executableURL = file
        process.arguments = ["serve", "--data", data.path, "--port", "\(port)"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try await House.waitFor(port)
    }

    var isRunning: Bool { process.isRunning }

    /// What it holds in memory now, in bytes.
    var memory: Int { Self.kilobytes("VmRSS:", of: process.processIdentifier).map { $0 * 1024 } ?? 0 }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// A line of what the kernel tells of a process, in kilobytes; nil once it is gone.
    static func kilobytes(_ name: String, of process: Int32) -> Int? {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return nil }
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }
}

import Foundation
import TestSupport

/// The built binary, which stands beside the test bundle.
enum Program {
    struct Answer {
        let status: Int32
        let out: String
        let error: String
    }

    static func run(_ arguments: [String]) throws -> Answer {
        let process = Process()
        process.executableURL = Shared.root.appendingPathComponent(".build/debug/throughline")
        process.arguments = arguments
        let (out, error) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (out, error)
        try process.run()
        let written = out.fileHandleForReading.readDataToEndOfFile()
        let complaint = error.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus, out: String(decoding: written, as: UTF8.self),
            error: String(decoding: complaint, as: UTF8.self))
    }
}

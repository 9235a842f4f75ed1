import Foundation
import Glibc

/// Prints pages with Chromium, whose PDFs are tagged: headings, lists, tables and the language go into the file, for whoever
/// has it read aloud.
///
/// Each page is printed by a process of its own, in a folder of its own that is gone afterwards, with an environment that
/// holds nothing, and without a way to any network.
public struct Chromium: PagePrinter {
    /// The program's path, as `/usr/bin/chromium`.
    let program: String
    /// Where each page gets a folder for as long as it takes.
    let staging: Staging
    /// Seconds that one page may take.
    let patience: TimeInterval
    /// A browser takes a few hundred megabytes, so only so many run at once.
    private let turnstile = Turnstile(places: 2)

    public init(program: String, staging: Staging, patience: TimeInterval = 30) {
        (self.program, self.staging, self.patience) = (program, staging, patience)
    }

    public func pdf(of page: [UInt8]) async throws(PrintingFault) -> [UInt8] {
        await turnstile.enter()
        let outcome: Result<[UInt8], PrintingFault>
        do { outcome = .success(try await print(page)) } catch {
            outcome = .failure(error as? PrintingFault ?? .notStarted)
        }
        await turnstile.leave()
        return try outcome.get()
    }

    private func print(_ page: [UInt8]) async throws -> [UInt8] {
        let id = "print-\(UInt32.random(in: 0...UInt32.max))"
        let folder = try staging.make(id)
        defer { staging.remove(id) }
        let (source, target) = (folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.pdf"))
        try Data(page).write(to: source)
        let status = try await run(arguments(source, target, folder), in: folder)
        guard status == 0 else { throw PrintingFault.ended(status: status) }
        guard let pdf = FileManager.default.contents(atPath: target.path), pdf.starts(with: Data("%PDF-".utf8))
        else { throw PrintingFault.madeNone }
        return [UInt8](pdf)
    }

    private func arguments(_ source: URL, _ target: URL, _ folder: URL) -> [String] {
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
            // No name is found, and whatever goes out goes nowhere.
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
            "--user-data-dir=\(folder.appendingPathComponent("profile").path)", "--no-pdf-header-footer",
            "--print-to-pdf=\(target.path)",
        ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [source.absoluteString]
    }

    private func run(_ arguments: [String], in folder: URL) async throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = [
            // Said from within the folder: Chromium puts a socket below it, and the whole path of one may have no more than
            // 107 bytes, which the folder of a service can take up by itself.
            "TMPDIR": ".",
            "HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "PATH": "/usr/bin:/bin",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { answer in
            process.terminationHandler = { answer.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch {
                answer.resume(throwing: error)
                return
            }
            let number = process.processIdentifier
            DispatchQueue.global().asyncAfter(deadline: .now() + patience) {
                // With all that it started, which are of its group.
                if process.isRunning { _ = (kill(-number, SIGKILL), kill(number, SIGKILL)) }
            }
        }
    }
}

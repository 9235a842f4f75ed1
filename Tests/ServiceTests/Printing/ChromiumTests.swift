import Foundation
import JournalStore
import Testing

@testable import Service

/// A page becomes a PDF in a folder that is gone afterwards, by a program that gets nothing else and no more than its time.
final class ChromiumTests {
    private let root = FileManager.default.temporaryDirectory.appendingPathComponent("print-\(UUID().uuidString)")
    private let page = Array("<!doctype html><title>A note</title>".utf8)

    init() throws { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: root) }

    /// A program that does what `script` says, in place of the browser; `$out` is where the PDF is wanted.
    private func printer(_ script: String, patience: TimeInterval = 60) throws -> Chromium {
        let program = root.appendingPathComponent("chromium")
        let text = """
            #!/bin/sh
            for word in "$@"; do case "$word" in --print-to-pdf=*) out="${word#--print-to-pdf=}";; esac; done
            \(script)
            """
        try Data(text.utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program.path)
        return Chromium(
            program: program.path, staging: Staging(DataDirectory(path: root.path)), patience: patience)
    }

    private var left: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("staging").path)) ?? []
    }

    @Test func whatItPrintsIsThePageAndNothingOfItStays() async throws {
        let printer = try printer(
            "printf '%%PDF-1.4 ' > \"$out\"; cat page.html >> \"$out\"; stat -c ' %a' . >> \"$out\"")
        let pdf = String(decoding: try await printer.pdf(of: page), as: UTF8.self)
        #expect(pdf == "%PDF-1.4 <!doctype html><title>A note</title> 700\n")
        #expect(left.isEmpty)
    }

    @Test func itGetsNothingOfTheServicesEnvironmentAndNoNetwork() async throws {
        setenv("THROUGHLINE_MAIL_PASSWORD", "quillfeather", 1)
        defer { unsetenv("THROUGHLINE_MAIL_PASSWORD") }
        let printer = try printer("printf '%%PDF-' > \"$out\"; env >> \"$out\"; echo \"$@\" >> \"$out\"")
        let said = String(decoding: try await printer.pdf(of: page), as: UTF8.self)
        #expect(!said.contains("quillfeather") && said.contains("PATH=/usr/bin:/bin"))
        #expect(said.contains("--host-resolver-rules=MAP * ~NOTFOUND") && said.contains("--headless"))
    }

    @Test(arguments: [
        ("exit 0", PrintingFault.madeNone), ("exit 1", .ended(status: 1)), ("echo '<html>' > \"$out\"", .madeNone),
        ("printf '%%PDF-' > \"$out\"; exit 3", .ended(status: 3)),
    ])
    func whatIsNoPDFIsAFault(_ script: String, _ fault: PrintingFault) async throws {
        let printer = try printer(script)
        await #expect(throws: fault) { try await printer.pdf(of: self.page) }
        #expect(left.isEmpty)
        let nowhere = Chromium(program: "/nowhere/chromium", staging: Staging(DataDirectory(path: root.path)))
        await #expect(throws: PrintingFault.notStarted) { try await nowhere.pdf(of: self.page) }
    }

    /// A socket's path may have 107 bytes; what the browser puts its socket below is short, however long the folder's is.
    @Test func aLongWayToTheFolderMakesNoLongWayToASocket() async throws {
        let printer = try printer("[ -d \"$TMPDIR\" ] && printf '%%PDF-%s %s' \"${#TMPDIR}\" \"$(pwd)\" > \"$out\"")
        let said = String(decoding: try await printer.pdf(of: page), as: UTF8.self)
        #expect(said.hasPrefix("%PDF-1 ") && said.contains("/staging/print-"))
    }

    @Test func whatTakesTooLongIsStoppedWithAllThatItStarted() async throws {
        let mark = root.appendingPathComponent("late")
        let printer = try printer("(sleep 5; touch '\(mark.path)') & wait", patience: 0.3)
        await #expect(throws: PrintingFault.ended(status: SIGKILL)) { try await printer.pdf(of: self.page) }
        try await Task.sleep(for: .seconds(6))
        #expect(!FileManager.default.fileExists(atPath: mark.path) && left.isEmpty)
    }

    @Test func onlySoManyPrintAtOnceAndAllAreServed() async throws {
        let printer = try printer(
            "touch \"\(root.path)/at.$$\"; printf '%%PDF-' > \"$out\"; ls '\(root.path)' | grep -c '^at' >> \"$out\"; "
                + "sleep 0.2; rm \"\(root.path)/at.$$\"")
        let page = page
        let most = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 1...6 { group.addTask { String(decoding: try await printer.pdf(of: page), as: UTF8.self) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(most.count == 6 && most.allSatisfy { ["%PDF-1\n", "%PDF-2\n"].contains($0) }, "\(most)")
    }
}

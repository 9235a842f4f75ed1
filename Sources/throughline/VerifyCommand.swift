import Access
import ArgumentParser
import Foundation
import JournalStore
import Service

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Work the chains of the journal and of the access log out again and name what does not agree.",
        discussion: """
            Exits 0 where everything agrees and 1 where anything does not.

            Example:
              throughline verify --data data --head backup/head.json
            """.flowing)

    @OptionGroup var data: DataOption
    @OptionGroup var format: FormatOption
    @Option(help: "A head kept outside the journal, to notice a lost tail.") var head: String?

    func run() async throws {
        let kept = try head.map { try JournalHead.read(from: URL(fileURLWithPath: $0)) }
        // Not opened as a journal first: a file too damaged for that is what this must still be able to say.
        let report = try SQLiteJournal.verify(data.directory.url, head: kept)
        let looks = try await data.directory.accessIfThere()?.log.verify()
        let documents = report.isSound ? try await data.directory.journal().fileDigests().digests : []
        let damaged = DocumentStore(data.directory).damaged(of: documents).map {
            "A document of \($0.hex.prefix(16))… is gone, or is not what was added. Bring files back from a backup."
        }
        let isSound = report.isSound && looks?.isSound ?? true && damaged.isEmpty
        switch format.format {
        case .json:
            try Output.json(
                Answer(
                    sound: isSound, events: report.events, erased: report.erased, views: looks?.entries ?? 0,
                    documents: documents.count,
                    faults: report.faults.map(\.description) + (looks?.faults ?? []) + damaged))
        case .text:
            for fault in report.faults { Output.line(fault.description) }
            Output.line(
                report.isSound
                    ? "The journal is sound: \(report.events) events, each where and as it was written."
                    : "\(report.faultCount) faults in \(report.events) events. Keep this file, and restore from a backup."
            )
            for fault in damaged { Output.line(fault) }
            if !documents.isEmpty, damaged.isEmpty { Output.line("Every document is whole: \(documents.count) files.") }
            guard let looks else { break }
            for fault in looks.faults { Output.line(fault) }
            Output.line(
                looks.isSound
                    ? "The access log is sound: \(looks.entries) views."
                    : "\(looks.faults.count) faults in \(looks.entries) views. Keep this file, and tell information governance."
            )
        }
        if !isSound { throw ExitCode(1) }
    }

    private struct Answer: Encodable {
        let sound: Bool
        let events: Int
        let erased: Int
        let views: Int
        let documents: Int
        let faults: [String]
    }
}

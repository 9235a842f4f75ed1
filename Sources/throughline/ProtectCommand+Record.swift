import Access
import ArgumentParser
import Casework
import Days
import JournalStore
import Service
import Workspace

extension ProtectCommand {
    struct WrongRecord: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "wrong-record", abstract: "Take a signed record off a child whom it is not about.",
            discussion: """
                It is sealed at once, with every version and every copy, whatever day anybody asks for, and goes to the
                child whom it is about where --right names one. Information governance alone opens it, on its pages, and
                assesses within 72 hours what may come of it. Nothing takes the seal off again.

                Example:
                  throughline protect wrong-record 100042 9817 --right 100043 --words "Her sister's visit" --data data
                """.flowing)

        @Argument(help: "The child it stands on, by the return's number or by id.") var child: String
        @Argument(help: "The event that signed it, as journal show numbers it.") var record: Int64
        @Option(help: "The child whom it is about, by number or id. Without it, information governance finds out.")
        var right: String?
        @Option(help: "What information governance should know.") var words = ""
        @OptionGroup var data: DataOption

        func run() async throws {
            let journal = try data.directory.journal()
            let records = Records(journal)
            let hidden = try await records.hiddenFromCommandLine()
            let authority = try await records.current()
            func find(_ text: String) throws -> ChildRecord {
                guard let found = authority.find(text), !hidden.contains(found.id) else {
                    throw ServiceError.noSuchChild(text)
                }
                return found
            }
            let wrong = try find(child)
            let other = try right.map(find)
            do {
                let outcome = try await SealWrongRecord(
                    child: wrong.id, record: EventID(record), right: other?.id, words: words, by: Actor.commandLine.name
                ).run(in: journal, knowing: authority, command: .new, by: .commandLine, at: .now)
                guard let outcome else { return }
                try await Drafts(try Workspace(directory: data.directory.url)).drop(
                    about: outcome.record.description, of: wrong.id.description)
                Output.line("Record \(outcome.record) is off \(wrong.id) and sealed.")
                if let moved = outcome.moved, let other {
                    Output.line("It stands on \(other.id), as record \(moved).")
                } else {
                    Output.line("Nobody has said whose it is: information governance finds out.")
                }
            } catch let refusals as RecordRefusals {
                throw ServiceError.notProtected(refusals.all.map(\.sentence).joined(separator: "\n"))
            }
        }
    }
}

import Access
import ArgumentParser
import Casework
import Days
import Foundation
import JournalStore
import Service

struct ProtectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect", abstract: "Restrict, seal and open records.",
        discussion: """
            A restricted record is for the people named; others who could open it have to say why, for an hour, and the
            child's manager is told. A sealed one is for information governance alone. See docs/access.md.

            Example:
              throughline protect restrict 100042 --to SW12 --to ada@council.gov.uk --party SW77 \\
                --ordered-by "Head of service" --reason "An aunt works in the team" --data data
              throughline protect seal 100043 --ordered-by "Family Court" --reason "Adoption order" --data data
              throughline protect list --data data
            """.flowing,
        subcommands: [
            Restrict.self, Lift.self, SealRecord.self, Unseal.self, WrongRecord.self, List.self, Fictional.self,
        ])

    /// Which child, on whose word, and why.
    struct Asked: ParsableArguments {
        @Argument(help: "The child, by the return's number or by id.") var child: String
        @Option(help: "Who ordered it: a person or a court, in words.") var orderedBy: String
        @Option(help: "Why.") var reason: String
        @OptionGroup var data: DataOption

        var order: ProtectionEvent.Order { ProtectionEvent.Order(by: orderedBy, reason: reason) }

        func record(_ event: ProtectionEvent) async throws -> ChildRecord {
            let record = try await ProtectRecord(event, child: child).run(
                in: try data.directory.journal(), command: .new, by: .commandLine, at: .now)
            Output.line("\(record.id): \(event.sentence).")
            return record
        }
    }

    struct Restrict: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a record to named people only.")
        @OptionGroup var asked: Asked
        @Option(
            help:
                "Who may open it: a worker's code, an account's email, or cli: and a user; may be given several times.")
        var to: [String] = []
        @Option(help: "Who is a party to it and never opens it, written in the same way; may be given several times.")
        var party: [String] = []

        func run() async throws {
            let authority = try await asked.data.directory.journal().authority()
            let people = People(store: try asked.data.directory.access(), authority: authority)
            var (named, parties): ([String], [String]) = ([], [])
            for text in to { named.append(try await people.id(text)) }
            for text in party { parties.append(try await people.id(text)) }
            let record = try await asked.record(
                .restricted(Restriction(named: named, parties: parties), asked.order))
            for allocation in record.allocations where allocation.isOpen(on: .today) {
                guard try await !people.isAmong(named + parties, worker: allocation.worker) else { continue }
                Output.line(
                    "\(allocation.worker), the child's \(allocation.role.title), is not named: the child is on no list of theirs now."
                )
            }
        }
    }

    struct Lift: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "End a restriction.")
        @OptionGroup var asked: Asked
        func run() async throws { _ = try await asked.record(.lifted(asked.order)) }
    }

    struct SealRecord: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "seal", abstract: "Close a record to everybody but information governance.")
        @OptionGroup var asked: Asked
        @Flag(help: "What was recorded belongs to another child. Without it, the child was adopted.")
        var wrongChild = false

        func run() async throws {
            _ = try await asked.record(.sealed(wrongChild ? .wrongChild : .adoption, asked.order))
        }
    }

    struct Unseal: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Open a sealed record again.")
        @OptionGroup var asked: Asked
        func run() async throws { _ = try await asked.record(.unsealed(asked.order)) }
    }
}

/// Whom a restriction can name.
private struct People {
    let store: AccessStore
    let authority: Authority

    /// As the journal has it: a worker's code, an account's id, or `cli:` and a user.
    func id(_ text: String) async throws -> String {
        if text.hasPrefix("cli:") || authority.workers[text] != nil { return text }
        if let account = try? await store.account(named: text) { return account.id }
        throw ServiceError.notProtected(
            "nobody here is \(text); give a worker's code of the staff file, the email of an account, or cli: and a user"
        )
    }

    /// Whether a worker is one of those, by code or by account.
    func isAmong(_ ids: [String], worker: String) async throws -> Bool {
        if ids.contains(worker) { return true }
        return try await store.accounts().contains { $0.worker == worker && ids.contains($0.id) }
    }
}

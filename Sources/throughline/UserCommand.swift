import Access
import ArgumentParser
import Days
import Foundation
import JournalStore
import Service
import Workspace

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Who may sign in, and as what.",
        subcommands: [Add.self, List.self, SetRoles.self, Reset.self, Disable.self, Unlock.self, Fictional.self])

    /// Where a one-time link leads.
    struct LinkOption: ParsableArguments {
        @Option(help: "The address that people open the pages at.") var site = "http://127.0.0.1:8080"

        func tell(_ token: String, _ account: Account) {
            Output.line("\(account.name) chooses a password here, once, within a day:")
            Output.line("\(site)/choose-password?code=\(token)")
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Let somebody sign in.",
            discussion: """
                Prints a link, good once, with which they choose a password.

                Example:
                  throughline user add ada@council.gov.uk --name "Ada Okoro" --role social_worker --worker SW12 --data data
                """.flowing)

        @Argument(help: "Their email address.") var email: String
        @Option(help: "Their name.") var name: String
        @Option(help: "What they are here; may be given several times.") var role: [Role]
        @Option(help: "Their code in the staff file, for those who hold children.") var worker: String?
        @Option(help: "The last day it opens anything: for agency workers.") var ends: Day?
        @OptionGroup var link: LinkOption
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            let account = try await store.add(
                email: email, name: name, roles: role, worker: worker, ends: ends, at: .now)
            link.tell(try await store.invite(account, at: .now), account)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Say who may sign in.")

        @OptionGroup var data: DataOption
        @OptionGroup var format: FormatOption

        func run() async throws {
            let accounts = try await data.directory.access().accounts()
            switch format.format {
            case .json: try Output.json(accounts.map(Line.init))
            case .text:
                Output.table(
                    ["Email", "Name", "Roles", "Worker", "Ends", "State"],
                    accounts.map {
                        [
                            $0.email, $0.name, $0.roles.map(\.rawValue).joined(separator: " "), $0.worker ?? "–",
                            $0.ends?.description ?? "–", $0.state(on: .today),
                        ]
                    })
            }
        }

        private struct Line: Encodable {
            let id, email, name: String
            let roles: [String]
            let worker, ends: String?
            let state: String
            let secondFactor: Bool

            init(_ account: Account) {
                (id, email, name) = (account.id, account.email, account.name)
                roles = account.roles.map(\.rawValue)
                (worker, ends) = (account.worker, account.ends?.description)
                (state, secondFactor) = (account.state(on: .today), account.hasSecondFactor)
            }
        }
    }

    struct SetRoles: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Give somebody these roles and no others.",
            discussion: """
                Example:
                  throughline user role ada@council.gov.uk team_manager --data data
                """.flowing)

        @Argument(help: "Their email address or id.") var who: String
        @Argument(help: "What they are here.") var roles: [Role]
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            var account = try await store.account(named: who)
            account.roles = roles
            try await store.update(account)
            Output.line("\(account.name): \(roles.map(\.title).joined(separator: ", ")).")
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset", abstract: "Take somebody's password and second step away, and give them a new link.")

        @Argument(help: "Their email address or id.") var who: String
        @OptionGroup var link: LinkOption
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            let account = try await store.account(named: who)
            try await store.reset(account)
            try await Sessions(try Workspace(directory: data.directory.url)).endAll(of: account.id)
            link.tell(try await store.invite(account, at: .now), account)
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "disable", abstract: "Close somebody's account and sign them out, or open it again.")

        @Argument(help: "Their email address or id.") var who: String
        @Flag(help: "Open it again.") var undo = false
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            var account = try await store.account(named: who)
            account.isDisabled = !undo
            try await store.update(account)
            if !undo { try await Sessions(try Workspace(directory: data.directory.url)).endAll(of: account.id) }
            Output.line("\(account.name): \(account.state(on: .today)).")
        }
    }

    struct Unlock: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "unlock", abstract: "Let somebody try to sign in again at once.")

        @Argument(help: "Their email address or id.") var who: String
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            let account = try await store.account(named: who)
            try await store.unlock(account)
            Output.line("\(account.name) may try again.")
        }
    }
}

extension Account {
    /// In a word or two, for whoever keeps the accounts.
    func state(on day: Day) -> String {
        if isDisabled { return "disabled" }
        if !isOpen(on: day) { return "ended" }
        return hasPassword ? "open" : "no password yet"
    }
}

extension Role: ExpressibleByArgument {
    public init?(argument: String) {
        guard let role = Self.ofAccounts.first(where: { $0.rawValue == argument }) else { return nil }
        self = role
    }

    public static var allValueStrings: [String] { ofAccounts.map(\.rawValue) }
}

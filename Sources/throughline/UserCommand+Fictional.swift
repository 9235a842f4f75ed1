import Access
import ArgumentParser
import Days
import Foundation
import JournalStore
import Service

extension UserCommand {
    struct Fictional: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fictional", abstract: "Make a sign-in for each main role of a fictional authority.",
            discussion: """
                Only where the records are fictional. Their password is printed, and so is the code that some of them
                take as a second step; run it again for the code of the moment.

                Example:
                  throughline user fictional --data data
                """.flowing)

        @OptionGroup var data: DataOption
        @OptionGroup var format: FormatOption

        func run() async throws {
            let store = try data.directory.access()
            guard store.isFictional else { throw AccessError.notFictional }
            let authority = try await Records(try data.directory.journal()).current()
            let accounts = FictionalAccount.all(in: authority, on: authority.coverage.horizon ?? .today)
            try await store.makeFictional(accounts, PasswordHashing(), at: .now)
            let code = OneTimeCode.code(
                Base32.bytes(FictionalAccount.secondFactor) ?? [],
                step: Instant.now.milliseconds / 1000 / OneTimeCode.step)
            switch format.format {
            case .json:
                try Output.json(
                    accounts.map {
                        Line(
                            role: $0.role.rawValue, email: $0.email, name: $0.name, worker: $0.worker,
                            password: FictionalAccount.password,
                            secondFactor: $0.role.needsSecondFactor ? FictionalAccount.secondFactor : nil)
                    })
            case .text:
                Output.line("Fictional sign-ins. Password of all: \(FictionalAccount.password)")
                Output.table(
                    ["Role", "Email", "Name", "Second step"],
                    accounts.map {
                        [$0.role.title, $0.email, $0.name, $0.role.needsSecondFactor ? "takes a code" : "–"]
                    })
                Output.line("Codes: key \(FictionalAccount.secondFactor) in an authenticator app; now \(code).")
            }
        }

        private struct Line: Encodable {
            let role, email, name: String
            let worker: String?
            let password: String
            let secondFactor: String?
        }
    }
}

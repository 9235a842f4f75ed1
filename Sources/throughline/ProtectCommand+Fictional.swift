import Access
import ArgumentParser
import Casework
import Days
import Service

extension ProtectCommand {
    struct Fictional: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Restrict one record of a fictional authority and seal another, so that the pages show it.",
            discussion: """
                Only where the records are fictional and its sign-ins are made: throughline user fictional. Does nothing
                where a record is protected already.

                Example:
                  throughline protect fictional --data data
                """.flowing)
        @OptionGroup var data: DataOption

        func run() async throws {
            let store = try data.directory.access()
            guard store.isFictional else { throw AccessError.notFictional }
            let journal = try data.directory.journal()
            let authority = try await Records(journal).current()
            guard authority.protected.isEmpty else { return Output.line("Records are protected here already.") }
            let day = authority.coverage.horizon ?? .today
            let director = try await store.accounts().first { $0.roles.contains(.director) }?.id
            let chosen = FictionalProtection(in: authority, on: day)
            if let (child, named, party) = chosen.restricted {
                try await ProtectRecord(
                    .restricted(
                        Restriction(named: named + [director].compactMap { $0 }, parties: party),
                        ProtectionEvent.Order(
                            by: "Head of service, Severn Vale", reason: "A relative of the child works here")),
                    child: child.description
                ).run(in: journal, command: .new, by: .commandLine, at: .now)
                Output.line("Restricted: \(child).")
            }
            if let child = chosen.sealed {
                try await ProtectRecord(
                    .sealed(
                        .adoption, ProtectionEvent.Order(by: "Family Court at Severn Vale", reason: "Adoption order")),
                    child: child.description
                ).run(in: journal, command: .new, by: .commandLine, at: .now)
                Output.line("Sealed: \(child).")
            }
        }
    }
}

/// Which records of a fictional authority are protected: the same ones for the same authority.
private struct FictionalProtection {
    /// The child, those who may open the record, and the party to it.
    let restricted: (ChildID, [String], [String])?
    let sealed: ChildID?

    /// A child of the team whose sign-ins there are, held by neither of them; and whoever was adopted longest ago.
    init(in authority: Authority, on day: Day) {
        let people = FictionalAccount.all(in: authority, on: day)
        let worker = people.first { $0.role == .socialWorker }?.worker
        let manager = people.first { $0.role == .teamManager }?.worker
        let children = authority.children.values.map { ChildAsAt($0, day) }
            .sorted { ($0.record.identity.ssda903, $0.id) < ($1.record.identity.ssda903, $1.id) }
        let held = children.lazy.filter(\.isLookedAfter).compactMap { child -> (ChildID, [String], [String])? in
            guard let code = child.socialWorker?.worker, code != worker, let manager,
                authority.workers[code]?.manager == manager
            else { return nil }
            let party = authority.workers.values.filter { $0.team == authority.workers[code]?.team }.map(\.code)
                .sorted()
                .last { $0 != code && $0 != worker && $0 != manager }
            return (child.id, [code, manager], [party].compactMap { $0 })
        }
        restricted = held.first
        sealed =
            children.filter { $0.periods.last?.ending.outcome == .adopted && !$0.isLookedAfter }
            .min { ($0.periods.last?.end ?? day, $0.id) < ($1.periods.last?.end ?? day, $1.id) }?.id
    }
}

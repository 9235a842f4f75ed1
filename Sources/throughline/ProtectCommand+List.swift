import ArgumentParser
import Casework
import Days
import Service

extension ProtectCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Say which records are restricted or sealed.")
        @OptionGroup var data: DataOption
        @OptionGroup var format: FormatOption

        func run() async throws {
            let authority = try await data.directory.journal().authority()
            let lines = authority.protected.sorted().compactMap { child in
                authority[child]?.protection.map { Line(child, $0) }
            }
            try await data.keepLook("protect list", .protectRecords, shown: lines.map(\.id))
            switch format.format {
            case .json: try Output.json(lines)
            case .text:
                Output.table(
                    ["Child", "Is", "To", "Parties", "On the word of", "Why"],
                    lines.map {
                        [
                            $0.id, $0.state, $0.named.joined(separator: " "), $0.parties.joined(separator: " "),
                            $0.orderedBy, $0.reason,
                        ]
                    })
                Output.line("\(lines.count) records are restricted or sealed.")
            }
        }

        /// The children by id alone: what is sealed is not to be read off a screen.
        private struct Line: Encodable {
            let id, state: String
            let named, parties: [String]
            let orderedBy, reason: String

            init(_ child: ChildID, _ protection: RecordProtection) {
                id = child.description
                state = protection.seal.map { "sealed: \($0.title)" } ?? "restricted"
                (named, parties) = (protection.restriction?.named ?? [], protection.restriction?.parties ?? [])
                let order = protection.sealedBy ?? protection.restrictedBy
                (orderedBy, reason) = (order?.by ?? "", order?.reason ?? "")
            }
        }
    }
}

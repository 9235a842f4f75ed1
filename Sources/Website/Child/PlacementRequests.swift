import Casework
import Days
import HTML

/// What was asked of homes for the child: which needs, what came of each home, and whether one was decided on. The homes
/// themselves stand in the record, for those who may know where the child is.
extension ChildView {
    func placementRequests(into page: inout Writer) {
        let requests = record.thread.requests.reversed()
        guard !requests.isEmpty else { return }
        page.h2("What was asked of homes", .class("govuk-heading-m"))
        page.table(
            "Placement requests, latest first", ["Asked on", "Needed by", "For which needs", "Homes", "Decided"]
        ) { body in
            for request in requests {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, request.origin.event), request.on.inWords, .class("govuk-link"))
                    }
                    row.cell(request.neededBy?.inWords ?? "not said")
                    row.cell(
                        MarkedText(
                            request.needs.isEmpty
                                ? "none named"
                                : request.needs.map { record.thread.what($0) ?? $0.name }.joined(separator: "; ")))
                    row.cell(request.homes)
                    row.cell(request.decided)
                }
            }
        }
    }
}

extension PlacementRequest {
    /// "1 chosen, 2 said no".
    fileprivate var homes: String {
        let counted = HomeAnswer.allCases.compactMap { answer in
            let count = answers.count { $0 == answer }
            return count == 0 ? nil : "\(count) \(answer.title)"
        }
        return counted.isEmpty ? "none considered yet" : counted.joined(separator: ", ")
    }

    fileprivate var decided: String {
        guard answers.contains(.chosen) else { return "Not yet" }
        return (movesIn.map { "Moves in on \($0.inWords)" } ?? "The day is not said")
            + (saysWhoDecided ? "" : "; who decided is not said")
    }
}

import Access
import Casework
import Days
import HTML
import Measures
import Service
import Spreadsheets

/// The children behind a number of the reviewing service's page: those of one answer to one row, or those of one officer.
struct ReviewingChildrenPage {
    private let visit: Visit
    private let table: Table
    private let hiddenCount: Int
    private let paging: Paging
    private let link: Link

    /// Nil where the address names no row, or no officer.
    init?(_ records: ReviewingRecords, _ question: Question, _ visit: Visit) {
        let members: [Member]
        let title: String
        var isOfOneDay = true
        var link = visit.keepingDay(.reviewingChildren)
        if let asked = visit.asked("row"), let row = ReviewingRow.all.first(where: { $0.id == asked }),
            let answer = visit.asked("answer").flatMap(ReviewingAnswer.init(rawValue:))
        {
            (members, isOfOneDay) = (records[row].members(answer), row.isOfOneDay)
            title = "\(row.title): \(answer.title.lowercased())"
            link = link.query("row", row.id).query("answer", answer.rawValue)
        } else if let officer = visit.asked("officer") {
            let spread = records.spread
            switch officer {
            case "all": (members, title) = (spread.allocated.map { Member($0) }, "Children with a reviewing officer")
            case "none":
                (members, title) = (
                    spread.without.map { Member($0) }, "Looked after, and no reviewing officer is known"
                )
            default:
                guard let found = spread.officers.first(where: { $0.code == officer }) else { return nil }
                members = found.children.map { Member($0) }
                title = "Children whose reviewing officer is \(question.name(of: officer))"
            }
            link = link.query("officer", officer)
        } else {
            return nil
        }
        let sight = visit.sight(question, .findChildren)
        let listed = members.filter { sight.mayList($0.child) }
        (self.visit, hiddenCount, self.link) = (visit, members.count - listed.count, link)
        table = Self.table(title, listed, isOfOneDay, records, question)
        paging = Paging(table.rows.count, by: 100, visit)
    }

    private static func table(
        _ title: String, _ members: [Member], _ isOfOneDay: Bool, _ records: ReviewingRecords, _ question: Question
    ) -> Table {
        let hasDays = members.contains { $0.event != nil }
        var columns = ChildrenColumn.all.filter { ChildrenColumn.always.contains($0.id) }.map(\.heading)
        if hasDays { columns.append(Table.Column("Day", width: 18)) }
        columns += [Table.Column("IRO", width: 24), Table.Column("Team")]
        let rows = members.compactMap { member in question.authority[member.child].map { (member, $0) } }
            .sorted { a, b in
                let (one, two) = (a.1.identity, b.1.identity)
                if one.names.current.filed != two.names.current.filed {
                    return one.names.current.filed < two.names.current.filed
                }
                return (one.ssda903, a.0.event ?? .distantPast) < (two.ssda903, b.0.event ?? .distantPast)
            }
            .map { member, record -> Table.Row in
                let child = ChildAsAt(record, records.asAt)
                var cells: [Table.Cell] = [
                    .text(record.identity.name ?? ChildrenColumn.noName), .text(record.identity.ssda903),
                ]
                if hasDays { cells.append(member.event.map { .day($0) } ?? .nothing) }
                cells += [
                    .text(child.iro.map { question.name(of: $0.worker) } ?? "no one known"),
                    .text(child.socialWorker.flatMap { question.team(ofWorker: $0.worker) } ?? "not known"),
                ]
                return Table.Row(record.id.description, cells)
            }
        return Table(
            title,
            notes: [
                isOfOneDay
                    ? "As at \(records.asAt.inWords)."
                    : "Of the twelve months to \(records.asAt.inWords).\(hasDays ? " The day is the one that it was due, or the one that started it." : "")",
                "IRO and team are those of \(records.asAt.inWords).",
            ], columns: columns, rows: rows)
    }

    func reply() -> Reply {
        let rows = paging.shown(of: table.rows)
        return visit.page(table.title) { main in
            main.a(visit.keepingDay(.reviewingService), "Reviewing service", .class("govuk-back-link"))
            main.h1(table.title, .class("govuk-heading-l"))
            for note in table.notes { main.p(note, .class("tl-since")) }
            if let said = Sight.said(of: hiddenCount) { main.p(said, .class("govuk-inset-text")) }
            if table.rows.isEmpty { return main.p("Nobody to list.", .class("govuk-body")) }
            main.list(table.page(rows), caption: table.title, link: { ChildID($0).map { Link.child($0) } })
            main.pages(paging, "Pages of the list") { link.query("page", "\($0)") }
        }.showing(rows.compactMap { ChildID($0.subject) }.unique)
    }
}

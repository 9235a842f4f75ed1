import Casework
import Days
import Forms
import HTML

/// What a signed record answers to a question, as far as somebody may read it: in words, or as a table.
struct AnswerParts {
    let child: ChildRecord
    let record: SignedRecord
    let reader: RecordReader

    /// Nothing, where nothing was answered or it may not be read.
    func draw(_ question: FormQuestion, _ form: Form, into page: inout Writer) {
        guard let said = form.said(question, in: record), reader.mayRead(question, of: record) else { return }
        page.h3(question.asks, .class("govuk-heading-s"))
        let ofClass = reader.informationClass(of: question, in: record)
        if ofClass != .ordinary { page.p("\(ofClass.title): not for copies.", .class("tl-since")) }
        let isSecret = RecordReader.isSecret(question)
        if isSecret, !reader.tellsWhere {
            return page.p("Recorded; for those who work with the child.", .class("govuk-body"))
        }
        switch said {
        case .core(.rows(let rows), _):
            let read = rows.filter { reader.mayRead($0, of: question, in: record) }
            table(read, of: question.field?.kind, question.asks, into: &page)
        case .own(.file(let kept), _): document(kept, into: &page)
        case .own(.rows(let rows), .table(let columns)): table(rows, columns, question.asks, into: &page)
        case .core(.items(let lines), _) where question.field?.kind == .lines: list(lines, into: &page)
        case _ where isSecret:
            // Paper is left lying.
            page.p(MarkedText(said.words(child)), .class("govuk-body tl-said tl-screen-only"))
            page.p("Kept off paper; read it on the screen.", .class("govuk-body tl-paper-only"))
        default: page.p(MarkedText(said.words(child)), .class("govuk-body tl-said"))
        }
    }

    /// In the order in which its form asks.
    private func table(_ rows: [AnswerRow], of kind: AnswerKind?, _ caption: String, into page: inout Writer) {
        let asked = if case .rows(let table)? = kind { table.cells.map(\.column) } else { RecordColumn.allCases }
        let columns = asked.filter { column in rows.contains { $0[column] != nil } }
        page.table(caption, columns.map(\.heading)) { body in
            for row in rows {
                body.tr(.class("govuk-table__row")) { cells in
                    for column in columns { cells.cell(MarkedText(words(row, column))) }
                }
            }
        }
    }

    private func table(_ rows: [OwnRow], _ columns: [OwnColumn], _ caption: String, into page: inout Writer) {
        let said = columns.filter { column in rows.contains { $0.cells[column.id] != nil } }
        page.table(caption, said.map(\.asks)) { body in
            for row in rows {
                body.tr(.class("govuk-table__row")) { cells in
                    for column in said { cells.cell(MarkedText(row.cells[column.id]?.words(column.kind, child) ?? "")) }
                }
            }
        }
    }

    private func words(_ row: AnswerRow, _ column: RecordColumn) -> String {
        guard let cell = row[column] else { return "" }
        // Its own name is shown as a name; what it points at, by what that is.
        if column == .id, case .items(let names) = cell { return names.map(\.name).joined(separator: ", ") }
        return cell.words([:], child)
    }

    /// The way to the document that was signed, where it stands on this child and may be read.
    private func document(_ kept: String, into page: inout Writer) {
        guard let held = child.document(answering: kept), reader.mayRead(held.document.informationClass) else {
            return page.p("A document that is not here any more, or is not yours to read.", .class("govuk-body"))
        }
        page.p(.class("govuk-body")) { line in
            line.a(.document(child.id, held.origin.event), held.document.title, .class("govuk-link"))
            line.text(" (\(held.document.type.title), \(held.document.size), of \(held.document.day.inWords))")
        }
    }

    /// Lines of the chronology, each a way to it.
    private func list(_ lines: [ItemID], into page: inout Writer) {
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for line in lines {
                list.li {
                    $0.a(
                        Link.child(child.id, .chronology).fragment(line.name), child.chronologyWords(for: line),
                        .class("govuk-link"))
                }
            }
        }
    }
}

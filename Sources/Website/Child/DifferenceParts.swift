import Casework
import Days
import Forms
import HTML

/// What one version of a record says differently from another, question by question: what was, and what is now, each in
/// words and not by its colour alone; as far as the reader may read both.
struct DifferenceParts {
    let form: Form
    let child: ChildRecord
    let reader: RecordReader
    let was: SignedRecord
    let now: SignedRecord

    func draw(into page: inout Writer) {
        page.dl(.class("tl-difference")) { list in
            if was.day != now.day {
                list.dt("Which day is it about?")
                list.dd { pair(was.day.inWords, now.day.inWords, into: &$0) }
            }
            for difference in form.differences(from: was, to: now) {
                let question = difference.question
                guard reader.mayRead(question, of: was), reader.mayRead(question, of: now) else { continue }
                list.dt(question.asks)
                list.dd { draw(difference, into: &$0) }
            }
            if was.answers[.classes] != now.answers[.classes] {
                list.dt("What may go into copies")
                list.dd("Changed: each answer says its class.")
            }
        }
    }

    private func draw(_ difference: Difference, into page: inout Writer) {
        let question = difference.question
        if RecordReader.isSecret(question) { return page.p("Changed; each version has it.", .class("tl-now")) }
        if case .own(.table(let columns)) = question.answers { return draw(difference, columns, into: &page) }
        guard case .core(.rows(let later), _) = difference.now ?? .core(.rows([]), labels: [:]),
            case .core(.rows(let earlier), _) = difference.was ?? .core(.rows([]), labels: [:])
        else { return pair(difference.was?.words(child), difference.now?.words(child), into: &page) }
        let rows = RowDifference.between(
            earlier.filter { reader.mayRead($0, of: question, in: was) },
            later.filter { reader.mayRead($0, of: question, in: now) })
        for row in rows { pair(row.was?.words(child), row.now?.words(child), into: &page) }
    }

    /// A council's own table: the rows that went and those that came. Its rows have no names, so that one which was changed is
    /// both.
    private func draw(_ difference: Difference, _ columns: [OwnColumn], into page: inout Writer) {
        func lines(_ said: Said?) -> [String] {
            if case .own(.rows(let rows), _) = said { return rows.map { $0.words(columns, child) } }
            return said.map { [$0.words(child)] } ?? []
        }
        let (was, now) = (lines(difference.was), lines(difference.now))
        let (gone, come) = (was.filter { !now.contains($0) }, now.filter { !was.contains($0) })
        for line in gone { pair(line, nil, into: &page) }
        for line in come { pair(nil, line, into: &page) }
        if gone.isEmpty, come.isEmpty { page.p("The same rows, in another order or number.", .class("tl-now")) }
    }

    private func pair(_ was: String?, _ now: String?, into page: inout Writer) {
        if let was {
            page.p(.class("tl-was")) { line in
                line.strong("Was: ")
                line.del(MarkedText(was))
            }
        } else {
            page.p(.class("tl-was")) { $0.strong("Was not there.") }
        }
        if let now {
            page.p(.class("tl-now")) { line in
                line.strong("Now: ")
                line.ins(MarkedText(now))
            }
        } else {
            page.p(.class("tl-now")) { $0.strong("Now: taken out.") }
        }
    }
}

import Casework
import HTML
import Measures

/// How far the quality of assessments differs between assessors: the spread in a sentence, a funnel, and the same as a table in
/// the order of the alphabet. Nobody is given a place among the others.
struct AssessorSection {
    let visit: Visit
    let board: AuditBoard
    private let spread: AssessorSpread

    init(visit: Visit, board: AuditBoard) {
        (self.visit, self.board) = (visit, board)
        spread = AssessorSpread(of: board.named, within: board.service)
    }

    func draw(into page: inout Writer) {
        page.h2("By assessor", .class("govuk-heading-m tl-rung"), .id("assessors"))
        let others = board.audits.all.count - board.named.all.count
        if !spread.lines.isEmpty || others == 0 { page.p(spread.sentence, .class("govuk-body")) }
        if !spread.lines.isEmpty {
            page.p(
                "Not a ranking: assessors stand in the order of the alphabet and write about different children. Between the limits somebody is where chance alone would put them; one in twenty is outside the 95% limits by chance. Outside is a question to ask, of the work and of what the person has to carry.",
                .class("govuk-body"))
            if let funnel = spread.funnel, !funnel.points.isEmpty, let indicator = Indicators.indicator("K13a") {
                FunnelDrawing(funnel, indicator, of: .assessor).draw(into: &page)
            }
            table(into: &page)
        }
        if others > 0 {
            page.p(
                "\(others) \(others == 1 ? "assessment of your team’s children was" : "assessments of your team’s children were") written by somebody who is not known to be of your team now.",
                .class("govuk-body"))
        }
    }

    private func table(into page: inout Writer) {
        let headings = AuditsPage.headings + ["To the limits"]
        page.cards(
            "Grades by assessor, in the order of the alphabet", ["Assessor"] + headings,
            numbers: Set(AuditsPage.headings)
        ) { body in
            var letters = 0
            for line in spread.lines {
                let letter = line.place.map { _ in FunnelDrawing.letter(letters) + ". " } ?? ""
                if line.place != nil { letters += 1 }
                body.card { row in
                    row.cardHead { $0.text(letter + line.assessor.title) }
                    row.gradeCells(line.counts) { grade in
                        visit.keepingDay(.audits(AuditQuery(grade, assessor: line.assessor.key)))
                    }
                    row.cardCell("To the limits", line.place?.title ?? "too few to say")
                }
            }
        }
    }
}

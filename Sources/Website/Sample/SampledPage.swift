import Access
import Casework
import Days
import Forms
import HTML
import Oversight
import Service

/// One item of a sample before its second reader: what was closed and how, the record itself, and whether it was right.
struct SampledPage {
    let child: ChildRecord
    /// Nil where it is in no sample, or no longer.
    let item: ClosedItem?
    /// The record, with the form it was signed on; nil for an answer.
    let signed: (record: SignedRecord, form: Form?)?
    /// Why the viewer may not read it; nil where they may.
    let refusal: RecordRefusal?
    let reader: RecordReader
    let accounts: [String: Account]
    let visit: Visit
    var errors: [FieldError] = []

    private var reading: SecondReading? { item.flatMap { $0.reading(in: child) } }
    /// Whether it waits for the viewer.
    var waits: Bool { item != nil && reading == nil && refusal == nil }

    func reply() -> Reply {
        let title = "Second reading – \(child.identity.title)"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.sample(item.map { Month(containing: $0.on) }), "Second reading", .class("govuk-back-link"))
            main.errorSummary(errors)
            main.h1("Was it right to close it so?", .class("govuk-heading-l"))
            main.p(child.identity.title, .class("govuk-body"))
            guard let item else {
                return main.p(
                    "That is in no sample now. It may have been put right, or taken off, since it was drawn.",
                    .class("govuk-inset-text"))
            }
            main.dl(.class("govuk-summary-list")) { list in
                list.summaryRow("What", SampleWords.title(item))
                list.summaryRow("Closed by", SampleWords.how(item))
                if item.record == nil { answer(of: item, into: &list) }
                if let reading { said(reading, into: &list) }
            }
            if let refusal, reading == nil {
                main.p(
                    "You are not its second reader: \(refusal.what). \(refusal.remedy.capitalised).",
                    .class("govuk-inset-text"))
            }
            if refusal == nil || reading != nil { written(into: &main) }
            if waits { ask(item, into: &main) }
        }
    }

    /// What was said to be still right, and why.
    private func answer(of item: ClosedItem, into list: inout Writer) {
        guard let answer = child.joinAnswers.first(where: { $0.origin.event == item.fact }),
            case .stillRight(let change, let parts) = answer.word
        else { return }
        list.summaryRow("After the change of", change.inWords)
        list.summaryRow("Said to be still right", parts.inWords.capitalised)
        list.summaryRow("Because", answer.because)
    }

    private func said(_ reading: SecondReading, into list: inout Writer) {
        let who = accounts.inWords(reading.by)
        list.summaryRow(
            "Second reader", "\(reading.agrees ? "Agrees" : "Does not agree"): \(who), \(reading.day.inWords)")
        if !reading.because.isEmpty { list.summaryRow("Because", reading.because) }
    }

    /// The record as it was written, as far as the viewer may read it.
    private func written(into page: inout Writer) {
        guard let signed else { return }
        page.h2("The record", .class("govuk-heading-m"))
        guard let form = signed.form else {
            return page.p("The form that it was written on can no longer be read.", .class("govuk-body"))
        }
        let parts = AnswerParts(child: child, record: signed.record, reader: reader)
        for section in form.sections {
            for question in section.questions { parts.draw(question, form, into: &page) }
        }
    }

    private func ask(_ item: ClosedItem, into page: inout Writer) {
        SecondWord(
            asks: "Was it right to close it so?", yes: "Yes", no: "No, it is to be looked at again",
            hint: "For this child, as the record shows it",
            whyNot: "The person who has to put it right reads this: say what of the record to look at again"
        ).draw(to: .sampled(child.id, item.fact), visit, errors: errors, into: &page)
    }
}

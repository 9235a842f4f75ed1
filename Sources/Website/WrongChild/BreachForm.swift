import Casework
import Days
import HTML

/// The questions of the assessment, in the order that somebody answers them.
struct BreachForm {
    let record: EventID
    let assessment: BreachAssessment
    let sealed: SealedRecord
    let frame: Frame
    let errors: [FieldError]

    func draw(into page: inout Writer) {
        page.h2("What may come of it", .class("govuk-heading-m"))
        page.p(
            "The 72 hours run from when somebody here knew. They are counted from when it was taken off; if anybody knew earlier, they began then. Keep the assessment whatever it finds (Article 33(5)).",
            .class("govuk-body"))
        page.form(recordingTo: .sealed(record), frame) { form in
            form.input("hidden", name: "command", value: CommandID.new.text)
            text("What happened, and whose information is it?", "what", assessment.what, into: &form)
            text(
                "Who saw it or was sent it, and what have they been asked to do?", "seen", assessment.seen, into: &form)
            form.choices(
                "How likely is it that somebody comes to harm?", name: "risk",
                BreachRisk.allCases.map { ("\($0.rawValue)", $0.inWords) },
                chosen: [assessment.risk.map { "\($0.rawValue)" } ?? ""], error: errors.first { $0.field == "risk" })
            text("Why do you think so?", "because", assessment.because, into: &form)
            form.textField(
                "Which day was the Information Commissioner told?", name: "reported",
                value: assessment.reported.map { "\($0.day)" } ?? "",
                hint:
                    "As 2026-03-31. Leave it empty where they were not. Asked for unless harm is unlikely (Article 33(1)).",
                width: "tl-date", errors: errors)
            form.textField(
                "At what time?", name: "reported-at",
                value: assessment.reported.flatMap(\.minute).map(OfficeHours.clock) ?? "", hint: "As 14:30",
                width: "tl-date", errors: errors)
            text(
                "If that was after \(sealed.deadline.inWords), why?", "delay", assessment.delayBecause, into: &form)
            form.textField(
                "Which day were the people concerned told?", name: "told",
                value: assessment.told.map { "\($0)" } ?? "",
                hint: "As 2026-03-31. Asked for where the risk is high (Article 34).", width: "tl-date", errors: errors)
            text("If they were not, why not?", "not-told", assessment.notToldBecause, into: &form)
            text("What is done so that it does not happen again?", "lessons", assessment.lessons, into: &form)
            form.choices(
                "Is the assessment finished?", name: "finished",
                [("no", "Not yet: keep what is written"), ("yes", "Yes")],
                chosen: [assessment.isFinished ? "yes" : "no"])
            form.submit("Write it down")
        }
    }

    private func text(_ asks: String, _ name: String, _ value: String, into form: inout Writer) {
        form.textArea(asks, name: name, value: value, rows: 3, errors: errors)
    }
}

extension BreachRisk {
    var inWords: String {
        switch self {
        case .unlikely: "Unlikely"
        case .risk: "There is a risk"
        case .high: "There is a high risk"
        }
    }
}

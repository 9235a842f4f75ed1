import Casework
import Days
import Standards

/// Health, as far as records of it disagree.
extension Breaks {
    static let wellbeing = [healthDatesDisagree]

    static let healthDatesDisagree = BreakRule(
        "health_dates_disagree", "Consent, appointment and report of a health assessment do not agree", .local,
        Citation("Local aim", "HE12"), action: "Ask health which is right, and record all three days.",
        mend: .correcting
    ) { asked, found in
        for record in asked.records(.healthAssessment) {
            let (sent, held, report) = (
                record.day(.consentSent), record.day(.appointmentHeld), record.day(.reportReceived)
            )
            let about = asked.place(of: record)
            if let sent, let held, held < sent {
                found.add(
                    about, since: record.day, "Held on \(held.inWords), before consent was sent on \(sent.inWords).")
            } else if let report, held.map({ report < $0 }) ?? true {
                found.add(
                    about, since: record.day,
                    "The report came on \(report.inWords)"
                        + (held.map { ", before it was held on \($0.inWords)." } ?? "; no appointment is recorded."))
            } else if let held, report == nil, let due = asked.context.day(20, workingDaysAfter: held), due < asked.day
            {
                found.add(about, since: due, "Held on \(held.inWords); no report by \(due.inWords).")
            }
        }
    }
}

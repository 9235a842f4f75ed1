import Casework
import Days

/// Whether what was done was written down without delay.
extension Walk {
    /// A visit is written up when it is first signed, whatever is put right later.
    ///
    /// One of a day before anything of the child was signed here may have been written up where the record was kept then.
    func writtenUp(_ occasion: Occasion, _ list: inout DutyList) {
        let visit = child.record.records[occasion.index]
        guard let due = context.day(context.settings.visitWrittenDays, workingDaysAfter: visit.day) else {
            return list.addUnknown(from: occasion.trigger, due: nil, .workingDayTable, because: occasion.because)
        }
        let done = visit.signed.flatMap { $0 <= child.day ? $0 : nil }
        let isKept = signedSince.map { $0 <= visit.day } ?? false
        let standing: Standing =
            if let done, done <= due {
                .met
            } else if visit.signed == nil || !isKept {
                .unknown(.writing)
            } else if let done {
                .metLate(days: done - due)
            } else {
                child.day <= due ? .due : .overdue(days: child.day - due)
            }
        list.add(trigger: occasion.trigger, due: due, done: done, standing, because: occasion.because)
    }
}

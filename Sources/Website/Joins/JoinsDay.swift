import Days
import HTML

extension Writer {
    /// Says on which day what should be joined up is asked about, where people have signed records of a later one than the
    /// returns speak for.
    mutating func joinsAsked(on day: Day, insteadOf asAt: Day) {
        guard day > asAt else { return }
        text(" What should be joined up is asked about as at \(day.inWords), ")
        text("the day of the last record that was signed here, about any child.")
    }

    /// The same on a child’s own Thread, with when anything was last signed of this child: who reads that something is not there
    /// sees whether anybody wrote since.
    mutating func joinsAsked(on day: Day, insteadOf asAt: Day, lastSigned: Day?) {
        guard let lastSigned, lastSigned < day else { return }
        p(.class("govuk-hint")) { p in
            p.text("Asked as at \(day.inWords)")
            if day > asAt { p.text(", the day of the last record that was signed here about any child") }
            p.text(". The last record about this child is of \(lastSigned.inWords).")
        }
    }
}

import Days
import HTML

extension Writer {
    /// Says on which day what should be joined up is asked about, where people have signed records of a later one than the
    /// returns speak for.
    mutating func joinsAsked(on day: Day, insteadOf asAt: Day) {
        guard day > asAt else { return }
        text(" What should be joined up is asked about as at \(day.inWords), ")
        text("the day of the last record that was signed here.")
    }
}

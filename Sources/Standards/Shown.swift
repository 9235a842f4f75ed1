import Casework
import Days

/// The signed record that shows a duty done, where the work itself is recorded here.
///
/// A record shows that something was done wherever it was signed. That nothing was done is claimed only of days since the
/// child's record is kept here (``ChildAsAt/keptSince``, `docs/decisions/0061`).
struct Shown: Sendable {
    let kind: RecordKind
    /// Another kind of record that shows it as well.
    var orKind: RecordKind?
    /// The field that says which day it was done; nil: the day that the record is about.
    var on: CoreField?
    /// What the law allows instead, where nothing recorded says whether that was so: a plan that could not be prepared
    /// before. Such a duty is met or unknown, and never late.
    var unless: Facts = []
    /// Which records of the kind are about this turn of the duty.
    var test: @Sendable (HeldRecord, Occasion, Walk) -> Bool = { record, occasion, walk in
        walk.isOfStretch(record.day, occasion)
    }

    /// How a duty stands by what is signed here; nil where that does not say.
    func standing(_ occasion: Occasion, _ due: Day?, _ walk: Walk) -> (standing: Standing, done: Day?)? {
        guard let kept = walk.child.keptSince else { return nil }
        let done = walk.child.record.records.lazy.filter {
            ($0.kind == kind || $0.kind == orKind) && test($0, occasion, walk)
        }
        .compactMap { record in on.map { record.day($0) } ?? record.day }.filter { $0 <= walk.child.day }.min()
        guard let due else { return done.map { (.met, $0) } }
        if let done, done <= due { return (.met, done) }
        // Before that day it may have been done where nobody here can see it.
        guard kept <= occasion.day else { return nil }
        if let stop = occasion.stop, stop.day <= due { return nil }
        if !unless.isEmpty { return (.unknown(unless), nil) }
        if let done { return (.metLate(days: done - due), done) }
        let last = min(walk.child.day, occasion.stop?.day ?? walk.child.day)
        return (last <= due ? .due : .overdue(days: last - due), nil)
    }
}

extension Walk {
    /// Whether a day belongs to the stretch of care of an occasion: in it, or after the stretch before and leading to it.
    func isOfStretch(_ day: Day, _ occasion: Occasion) -> Bool {
        let before = occasion.stretch > 0 ? stretches[occasion.stretch - 1].end : nil
        return day >= before ?? .distantPast && day <= stretches[occasion.stretch].end ?? .distantFuture
    }
}

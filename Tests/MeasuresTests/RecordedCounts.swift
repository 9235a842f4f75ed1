import Casework
import Measures
import Standards
import TestSupport

/// Numerator, denominator and unknown of a figure about children whose work is recorded here.
func counts(_ id: String, _ asAt: String, _ records: ChildRecord...) -> [Int] {
    var context = covered()
    context.isRecordedHere = true
    var set = FigureSet(asAt: day(asAt), context)
    for record in records {
        let child = ChildAsAt(record, day(asAt))
        set.add(child, duties: Catalogue.duties(of: child, context))
    }
    let figure = set.figures().first { $0.id == id }!
    return [figure.numerator.count, figure.denominator.count, figure.unknown.count]
}

import Casework
import Measures
import Standards
import TestSupport

/// A figure about children whose work is recorded here.
func recordedFigure(_ id: String, _ asAt: String, _ records: [ChildRecord]) -> Figure {
    var context = covered()
    context.isRecordedHere = true
    var set = FigureSet(asAt: day(asAt), context)
    for record in records {
        let child = ChildAsAt(record, day(asAt))
        set.add(child, duties: Catalogue.duties(of: child, context))
    }
    return set.figures().first { $0.id == id }!
}

/// Its numerator, denominator and unknown.
func counts(_ id: String, _ asAt: String, _ records: ChildRecord...) -> [Int] {
    let figure = recordedFigure(id, asAt, records)
    return [figure.numerator.count, figure.denominator.count, figure.unknown.count]
}

import Casework
import Measures
import Oversight
import Service
import Standards

/// Every duty, signal and figure of every child, worked out in one pass; what is counted shows that it was.
struct Everything {
    private(set) var children = 0
    private(set) var duties = 0
    private(set) var signals = 0
    private(set) var figures = 0

    init() {}

    init(_ question: Question) {
        var figures = FigureSet(asAt: question.asAt, question.context)
        var duties = DutyList()
        var signals = SignalList()
        for record in question.authority.children.values {
            let child = ChildAsAt(record, question.asAt)
            duties.removeAll()
            Catalogue.addDuties(of: child, question.context, to: &duties)
            signals.removeAll()
            Signals.add(of: child, question.context, to: &signals)
            figures.add(child, duties: duties.duties)
            children += 1
            self.duties += duties.duties.count
            self.signals += signals.signals.count
        }
        self.figures = figures.figures().count
    }
}

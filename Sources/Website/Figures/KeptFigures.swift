import Casework
import Days
import Measures
import Service

/// Figures and charts kept until somebody writes, and then brought up to date by the records that changed. Nothing here
/// depends on who asks, but for the parts of figures, which leave out the children who may not be listed to them.
actor KeptFigures {
    /// How many days, and how many charts of days, are kept: people mostly ask about the same one.
    private static let most = 4

    private var boards: [FigureBoard] = []
    private var cuts: [(head: EventID, asAt: Day, split: Split, hidden: Set<ChildID>, parts: [[FigurePart]])] = []
    private var series: [(question: Question, step: FigureSeries.Step, series: FigureSeries)] = []
    private var underWay: [(question: Question, step: FigureSeries.Step)] = []

    func board(_ question: Question) -> FigureBoard {
        let place = boards.firstIndex { $0.question.asksTheSame(as: question) }
        let kept = place.map { boards.remove(at: $0) }
        let board =
            if let kept {
                kept.question.authority.head == question.authority.head ? kept : kept.brought(to: question)
            } else {
                FigureBoard(question)
            }
        boards = [board] + boards.prefix(Self.most - 1)
        return board
    }

    func cut(_ board: FigureBoard, by split: Split) -> [[FigurePart]] {
        let head = board.question.authority.head
        let asAt = board.question.asAt
        let kept = cuts.first {
            $0.head == head && $0.asAt == asAt && $0.split == split && $0.hidden == board.hidden
        }
        if let kept { return kept.parts }
        let parts = board.cut(by: split)
        cuts = [(head, asAt, split, board.hidden, parts)] + cuts.prefix(2 * Split.allCases.count - 1)
        return parts
    }

    /// Every figure over time; nil where that is still being worked out when `patience` is over. The first time after an
    /// import all children are gone through, which takes a while for many; nobody's request waits for that longer.
    func series(
        _ question: Question, every step: FigureSeries.Step, patience: Duration = .milliseconds(400)
    ) async -> FigureSeries? {
        if let ready = ready(question, step) { return ready }
        if !underWay.contains(where: { $0.step == step && $0.question.asksTheSame(as: question) }) {
            underWay.append((question, step))
            Task.detached(priority: .utility) {
                var series = FigureSeries(asAt: question.asAt, every: step, question.context)
                for record in question.authority.children.values { series.add(record) }
                await self.keep(series, question, step)
            }
        }
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            try? await Task.sleep(for: .milliseconds(20))
            if let ready = ready(question, step) { return ready }
        }
        return nil
    }

    private func keep(_ made: FigureSeries, _ question: Question, _ step: FigureSeries.Step) {
        underWay.removeAll { $0.step == step && $0.question.asksTheSame(as: question) }
        series = [(question, step, made)] + series.prefix(Self.most - 1)
    }

    /// The series that is kept, brought up to date.
    private func ready(_ question: Question, _ step: FigureSeries.Step) -> FigureSeries? {
        guard let place = series.firstIndex(where: { $0.step == step && $0.question.asksTheSame(as: question) }) else {
            return nil
        }
        let changes = Changes(from: series[place].question.authority, to: question.authority)
        for record in changes.gone { series[place].series.remove(record) }
        for record in changes.come { series[place].series.add(record) }
        series[place].question = question
        return series[place].series
    }
}

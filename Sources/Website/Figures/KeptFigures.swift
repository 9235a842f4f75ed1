import Casework
import Days
import HTML
import Measures
import Service

/// Figures and charts kept until somebody writes, and then brought up to date by the records that changed. Nothing here
/// depends on who asks, but for the parts of figures, which leave out the children who may not be listed to them.
actor KeptFigures {
    /// How many days, and how many charts of days, are kept: people mostly ask about the same one.
    private static let most = 4

    private var boards: [FigureBoard] = []
    private var cuts: [Cut] = []
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
        keep(board)
        return board
    }

    /// Works out, away from those who ask now, the board that will be asked for next; nothing where nobody has asked yet.
    nonisolated func prepared(_ question: Question) async -> Records.Installation {
        guard let kept = await boards.first else { return {} }
        let isNear = kept.question.asksTheSame(as: question)
        let board = isNear ? kept.brought(to: question) : FigureBoard(question)
        let wanted = await cuts.filter { $0.asked.text == nil && $0.asAt == kept.question.asAt }
        let made = wanted.map { Cut(board.hiding($0.hidden), by: $0.split, $0.asked) }
        return {
            await self.keep(board)
            for cut in made { await self.keep(cut) }
        }
    }

    private func keep(_ board: FigureBoard) { boards = [board] + boards.prefix(Self.most - 1) }

    /// Figures cut by something, each tile as it is written.
    private struct Cut {
        let head: EventID
        let asAt: Day
        let split: Split
        /// Who may not be listed to whoever it is written for, and is in none of its parts.
        let hidden: Set<ChildID>
        /// Which the tiles' links keep.
        let asked: AskedDay
        let tiles: [Fragment]

        init(_ board: FigureBoard, by split: Split, _ asked: AskedDay) {
            (head, asAt) = (board.question.authority.head, board.question.asAt)
            (self.split, hidden, self.asked) = (split, board.hidden, asked)
            tiles = zip(board.figures, board.cut(by: split)).map { figure, parts in
                Fragment { CutTile(figure, parts, split, asked, board).write(into: &$0) }
            }
        }
    }

    /// The tiles of a board's figures, cut, in the order of its figures.
    func tiles(_ board: FigureBoard, by split: Split, _ asked: AskedDay) -> [Fragment] {
        let (head, asAt) = (board.question.authority.head, board.question.asAt)
        let kept = cuts.first {
            $0.head == head && $0.asAt == asAt && $0.split == split && $0.hidden == board.hidden && $0.asked == asked
        }
        if let kept { return kept.tiles }
        let cut = Cut(board, by: split, asked)
        keep(cut)
        return cut.tiles
    }

    private func keep(_ cut: Cut) { cuts = [cut] + cuts.prefix(2 * Split.allCases.count - 1) }

    /// Every figure over time; nil where that is still being worked out when `patience` is over. The first time after an
    /// import all children are gone through, which takes a while for many; nobody's request waits for that longer.
    func series(
        _ question: Question, every step: FigureSeries.Step, patience: Duration = .milliseconds(150)
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

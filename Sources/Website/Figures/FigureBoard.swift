import Casework
import Days
import Measures
import Service
import Standards

/// Every figure of one day, with what cuts it: worked out once for everybody, because an authority's figures are the same
/// whoever asks. Where a few records change, only those are counted again.
struct FigureBoard: Sendable {
    let question: Question
    let set: FigureSet
    private(set) var figures: [Figure]
    /// Children who may not be listed to whoever asks: in no part of a figure, and in the whole of no small one.
    private(set) var hidden: Set<ChildID> = []

    init(_ question: Question) {
        var set = FigureSet(asAt: question.asAt, question.context)
        for record in question.authority.children.values { set.add(record, question) }
        self.init(question, set)
    }

    private init(_ question: Question, _ set: FigureSet) {
        (self.question, self.set, figures) = (question, set, set.figures())
    }

    /// The board for a question of the same day and context whose records may differ.
    func brought(to question: Question) -> FigureBoard {
        var set = set
        let changes = Changes(from: self.question.authority, to: question.authority)
        for record in changes.gone { set.remove(record.id) }
        for record in changes.come { set.add(record, question) }
        return FigureBoard(question, set)
    }

    /// The board as it is told to somebody to whom some children may not be listed.
    func hiding(_ children: Set<ChildID>) -> FigureBoard {
        guard !children.isEmpty else { return self }
        var board = self
        board.hidden = children
        board.figures = figures.map { $0.told(hiding: children) }
        return board
    }

    func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }

    func parts(of figure: Figure, by split: Split) -> [Breakdown] {
        set.breakdown(of: figure.leavingOut(hidden), by: split, team: question.team(ofWorker:))
    }

    /// Each figure's parts as numbers, in the order of ``figures``.
    func cut(by split: Split) -> [[FigurePart]] {
        figures.map { figure in
            figure.absence == nil
                ? parts(of: figure, by: split).map { FigurePart(title: $0.title, count: $0.figure.count) } : []
        }
    }
}

/// A part of a figure, as numbers.
struct FigurePart: Sendable {
    let title: String
    let count: FigureCount
}

/// Which records differ between two states of an authority.
struct Changes {
    /// As they were: the records that changed or are no longer there.
    private(set) var gone: [ChildRecord] = []
    /// As they are: the records that changed or are new.
    private(set) var come: [ChildRecord] = []

    init(from old: Authority, to new: Authority) {
        if old.head == new.head { return }
        if let changed = new.changed(since: old) {
            (gone, come) = (changed.compactMap { old[$0] }, changed.compactMap { new[$0] })
            return
        }
        for record in new.children.values {
            let before = old[record.id]
            guard before != record else { continue }
            if let before { gone.append(before) }
            come.append(record)
        }
        if old.children.count + come.count - gone.count != new.children.count {
            gone += old.children.values.filter { new[$0.id] == nil }
        }
    }
}

extension FigureSet {
    fileprivate mutating func add(_ record: ChildRecord, _ question: Question) {
        let child = ChildAsAt(record, question.asAt)
        var duties = DutyList()
        Catalogue.addReviewDuties(of: child, question.context, to: &duties)
        add(child, duties: duties.duties)
    }
}

extension Question {
    /// Whether figures worked out for the other question hold for this one, but for the records that differ.
    func asksTheSame(as other: Question) -> Bool {
        asAt == other.asAt && context.coverage == other.context.coverage && context.settings == other.context.settings
    }
}

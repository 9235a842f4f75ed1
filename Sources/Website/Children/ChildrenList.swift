import Access
import Casework
import Days
import Search
import Service
import Spreadsheets

/// The children whom a query asks for and the viewer may find, in order.
struct ChildrenList: Sendable {
    static let pageSize = 50

    let query: ChildrenQuery
    let asAt: Day
    let notice: String
    private let rows: Rows
    /// Somebody like whom was asked for, where the search found nobody.
    let near: [ChildRecord]
    /// Whether the viewer may find anybody at all.
    let mayFindSome: Bool

    /// Everyone listed, in order.
    private enum Rows {
        /// Places among lines that are kept for everybody.
        case kept([ChildLine], places: [Int])
        /// As a search found them; a line is worked out where it is shown, so that a search waits for nobody else's record.
        case found([ChildID], Question)
    }

    /// Whether something may be done with a child whom these workers hold and held.
    typealias May = (ChildID, [Allocation]) -> Bool

    var count: Int {
        switch rows {
        case .kept(_, let places): places.count
        case .found(let children, _): children.count
        }
    }
    private var paging: Paging { Paging(count, by: Self.pageSize, asked: query.page) }
    var pages: Int { paging.count }
    var page: Int { paging.number }

    /// - Parameters:
    ///   - mayFind: whether the viewer may find a child; nobody else is listed, counted or suggested.
    init(
        _ query: ChildrenQuery, _ question: Question, finder: Finder, kept: ChildLines, notice: String, mayFind: May
    ) async {
        (self.query, asAt, self.notice) = (query, question.asAt, notice)
        let authority = question.authority
        func mayBeFound(_ record: ChildRecord) -> Bool { mayFind(record.id, record.allocations) }
        mayFindSome = authority.children.values.contains(where: mayBeFound)
        guard !query.find.isEmpty else {
            near = []
            let lines = await kept.ordered(question, by: query.sort, descending: query.isDescending)
            let places = lines.indices.filter {
                mayFind(lines[$0].child, lines[$0].allocations) && query.asksFor(lines[$0])
            }
            rows = .kept(lines, places: places)
            return
        }
        let index = await finder.index(of: authority)
        let found = index.find(query.find).filter { authority[$0].map(mayBeFound) ?? false }
        near =
            found.isEmpty
            ? Array(index.near(query.find).compactMap { authority[$0] }.filter(mayBeFound).prefix(3)) : []
        if query.sort.isEmpty, query.whom == .everyone, query.narrowing == 0 {
            rows = .found(found, question)
        } else if query.sort.isEmpty {
            let all = await kept.all(question)
            let lines = found.compactMap { all[$0] }
            rows = .kept(lines, places: lines.indices.filter { query.asksFor(lines[$0]) })
        } else {
            let wanted = Set(found)
            let lines = await kept.ordered(question, by: query.sort, descending: query.isDescending)
            rows = .kept(
                lines, places: lines.indices.filter { wanted.contains(lines[$0].child) && query.asksFor(lines[$0]) })
        }
    }

    /// The rows of one page.
    var shown: Table { table(from: paging.first, atMost: Self.pageSize) { _, _ in true } }

    /// The children whom a page shows or suggests.
    var children: [ChildID] { shown.children + near.map(\.id) }

    /// Every row, for taking away: those that `mayTake` holds for.
    func whole(_ mayTake: May) -> Table { table(from: 0, atMost: count, mayTake) }

    func count(where holds: May) -> Int {
        switch rows {
        case .kept(let lines, let places): places.count { holds(lines[$0].child, lines[$0].allocations) }
        case .found(let children, let question):
            children.count { holds($0, question.authority[$0]?.allocations ?? []) }
        }
    }

    private func table(from first: Int, atMost most: Int, _ holds: May) -> Table {
        let lines: [ChildLine] =
            switch rows {
            case .kept(let lines, let places): places.dropFirst(first).prefix(most).map { lines[$0] }
            case .found(let children, let question):
                children.dropFirst(first).prefix(most).compactMap { question.authority[$0] }
                    .map { ChildLine($0, question) }
            }
        let columns = query.chosenColumns
        return Table(
            "Children: \(query.whom.title.lowercased())", notes: [notice, "As at \(asAt.inWords)."] + query.inWords,
            columns: columns.map(\.heading),
            rows: lines.filter { holds($0.child, $0.allocations) }.map { line in
                Table.Row(line.child.description, columns.map { $0.cell(line) })
            })
    }
}

extension ChildrenQuery {
    /// Whether a child is among those asked for, whatever was typed.
    func asksFor(_ line: ChildLine) -> Bool {
        switch whom {
        case .lookedAfter: guard line.standing == .lookedAfter else { return false }
        case .careLeavers: guard line.standing == .careLeaver else { return false }
        case .everyone: break
        }
        for filter in ChildrenFilter.all {
            guard let chosen = filters[filter.id] else { continue }
            guard filter.choices.contains(where: { chosen.contains($0.id) && $0.holds(line) }) else { return false }
        }
        return (team.isEmpty || line.team == team) && (worker.isEmpty || line.worker == worker)
    }

    /// What narrows the list, a sentence each.
    var inWords: [String] {
        var sentences = find.isEmpty ? [] : ["Searched for “\(find)”."]
        for filter in ChildrenFilter.all {
            let chosen = filter.choices.filter { filters[filter.id]?.contains($0.id) ?? false }.map(\.title)
            if !chosen.isEmpty { sentences.append("\(filter.title): \(chosen.joined(separator: "; ")).") }
        }
        if !team.isEmpty { sentences.append("Team: \(team).") }
        if !worker.isEmpty { sentences.append("Social worker: \(worker).") }
        return sentences
    }
}

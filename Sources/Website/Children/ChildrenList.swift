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
    /// Everyone listed, in order; their lines are made where they are shown.
    private let records: [ChildRecord]
    private let line: @Sendable (ChildRecord) -> ChildLine
    /// Somebody like whom was asked for, where the search found nobody.
    let near: [ChildRecord]
    /// Whether the viewer may find anybody at all.
    let mayFindSome: Bool

    var count: Int { records.count }
    var pages: Int { max(1, (count + Self.pageSize - 1) / Self.pageSize) }
    var page: Int { min(query.page, pages) }

    /// - Parameters:
    ///   - mayFind: whether the viewer may find a child; nobody else is listed, counted or suggested.
    init(
        _ query: ChildrenQuery, _ question: Question, finder: Finder, kept: ChildLines, notice: String,
        mayFind: @Sendable (ChildRecord) -> Bool
    ) async {
        (self.query, asAt, self.notice) = (query, question.asAt, notice)
        let authority = question.authority
        mayFindSome = authority.children.values.contains(where: mayFind)
        var found: [ChildRecord]
        var near: [ChildRecord] = []
        if query.find.isEmpty {
            found = authority.children.values.filter(mayFind)
        } else {
            let index = await finder.index(of: authority)
            found = index.find(query.find).compactMap { authority[$0] }.filter(mayFind)
            if found.isEmpty {
                near = Array(index.near(query.find).compactMap { authority[$0] }.filter(mayFind).prefix(3))
            }
        }
        self.near = near
        let isAsFound = !query.find.isEmpty && query.sort.isEmpty
        if isAsFound, query.whom == .everyone, query.narrowing == 0 {
            // Only the rows that are shown are worked out: a search waits for nobody else's record.
            records = found
            line = { ChildLine($0, question) }
            return
        }
        let lines = await kept.all(question)
        let line: @Sendable (ChildRecord) -> ChildLine = { lines[$0.id] ?? ChildLine($0, question) }
        var rows = found.map { ($0, line($0)) }.filter { query.asksFor($0.1) }
        if !isAsFound {
            let column = ChildrenColumn.named(query.sort) ?? ChildrenColumn.all[0]
            rows.sort { a, b in
                column.precedes(a.1, b.1, descending: query.isDescending)
                    ?? ((a.1.filed, Int(a.1.number) ?? .max, a.0.id) < (b.1.filed, Int(b.1.number) ?? .max, b.0.id))
            }
        }
        (records, self.line) = (rows.map(\.0), line)
    }

    /// The rows of one page.
    var shown: Table { table(records.dropFirst((page - 1) * Self.pageSize).prefix(Self.pageSize)) }

    /// The children whom a page shows or suggests.
    var children: [ChildID] { shown.children + near.map(\.id) }

    /// Every row, for taking away: those of `records` that `mayTake` holds for.
    func whole(_ mayTake: (ChildRecord) -> Bool) -> Table { table(records.filter(mayTake)) }

    func count(where holds: (ChildRecord) -> Bool) -> Int { records.count(where: holds) }

    private func table(_ records: some Sequence<ChildRecord>) -> Table {
        let columns = query.chosenColumns
        return Table(
            "Children: \(query.whom.title.lowercased())", notes: [notice, "As at \(asAt.inWords)."] + query.inWords,
            columns: columns.map(\.heading),
            rows: records.map { record in
                let line = line(record)
                return Table.Row(record.id.description, columns.map { $0.cell(line) })
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

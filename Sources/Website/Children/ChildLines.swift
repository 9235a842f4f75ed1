import Casework
import Days
import Service

/// Every child's line as at a day, kept until a record, the day or what the returns cover changes, and then worked out
/// anew only for the children whose record did; and the same lines in the orders that somebody asked for.
actor ChildLines {
    private var kept: [Kept] = []
    /// How many days are kept: the one everybody asks about, and those that somebody looks back at.
    private static let days = 3
    private static let mostOrders = 8

    fileprivate struct Order: Hashable {
        let column: String
        let isDescending: Bool
    }

    fileprivate struct Kept {
        let question: Question
        let lines: [ChildID: ChildLine]
        var orders: [Order: [ChildLine]] = [:]
    }

    func all(_ question: Question) -> [ChildID: ChildLine] { latest(question).lines }

    /// Everybody's lines, ordered by a column; by name where it is none.
    func ordered(_ question: Question, by column: String, descending: Bool) -> [ChildLine] {
        var latest = latest(question)
        let order = Order(column: column, isDescending: descending)
        if let ordered = latest.orders[order] { return ordered }
        let ordered = order.of(Array(latest.lines.values))
        if latest.orders.count >= Self.mostOrders { latest.orders = [:] }
        latest.orders[order] = ordered
        keep(latest)
        return ordered
    }

    private func latest(_ question: Question) -> Kept {
        let before = kept.first { $0.question.asAt == question.asAt }
        if let before, before.question.authority.head == question.authority.head { return before }
        let made = Kept(question, after: before)
        keep(made)
        return made
    }

    /// Works out, away from those who ask now, the lines that will be asked for next; nothing where nobody has asked yet.
    nonisolated func prepared(_ question: Question) async -> Records.Installation {
        let kept = await kept
        guard let last = kept.first else { return {} }
        var made = Kept(question, after: kept.first { $0.question.asAt == question.asAt })
        for order in last.orders.keys where made.orders[order] == nil {
            made.orders[order] = order.of(Array(made.lines.values))
        }
        return { [made] in await self.keep(made) }
    }

    private func keep(_ made: Kept) {
        kept.removeAll { $0.question.asAt == made.question.asAt }
        kept.insert(made, at: 0)
        kept.removeLast(max(0, kept.count - Self.days))
    }
}

extension ChildLines.Kept {
    fileprivate init(_ question: Question, after before: ChildLines.Kept?) {
        self.question = question
        let useful = before.flatMap { $0.isOfUse(for: question) ? $0 : nil }
        guard let useful, let changed = question.authority.changed(since: useful.question.authority) else {
            var lines: [ChildID: ChildLine] = [:]
            lines.reserveCapacity(question.authority.children.count)
            for record in question.authority.children.values {
                let id = record.id
                if let useful, useful.question.authority[id] == record, let line = useful.lines[id] {
                    lines[id] = line
                } else {
                    lines[id] = ChildLine(record, question)
                }
            }
            self.lines = lines
            return
        }
        var lines = useful.lines
        let anew = changed.compactMap { question.authority[$0] }.map { ChildLine($0, question) }
        for child in changed { lines[child] = nil }
        for line in anew { lines[line.child] = line }
        self.lines = lines
        for (order, ordered) in useful.orders {
            // Nearly in order already, which the standard library's sort makes use of.
            orders[order] = order.of(ordered.filter { !changed.contains($0.child) } + anew)
        }
    }

    /// Whether the line of a child whose record is the same is still the same line.
    private func isOfUse(for question: Question) -> Bool {
        self.question.authority.coverage == question.authority.coverage
            && self.question.authority.workers == question.authority.workers
    }
}

extension ChildLines.Order {
    fileprivate func of(_ lines: [ChildLine]) -> [ChildLine] {
        let column = ChildrenColumn.named(column) ?? ChildrenColumn.all[0]
        return lines.sorted { a, b in
            column.precedes(a, b, descending: isDescending)
                ?? ((a.filed, Int(a.number) ?? .max, a.child) < (b.filed, Int(b.number) ?? .max, b.child))
        }
    }
}

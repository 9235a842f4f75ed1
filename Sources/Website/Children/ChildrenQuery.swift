import Days
import Foundation
import HTML

/// What a list of children was asked for. It is its address: a page, its export and a saved view say the same.
struct ChildrenQuery: Hashable, Sendable {
    enum Whom: String, CaseIterable, Sendable {
        case lookedAfter = "looked-after"
        case careLeavers = "care-leavers"
        case everyone

        var title: String {
            switch self {
            case .lookedAfter: "Looked after"
            case .careLeavers: "Care leavers"
            case .everyone: "Everyone known"
            }
        }
    }

    /// What was typed to search by.
    var find = ""
    /// Nil where it was not said: those looked after, or everyone where something was typed.
    var chosenWhom: Whom?
    /// The choices of each filter.
    var filters: [String: Set<String>] = [:]
    var team = ""
    var worker = ""
    /// The columns chosen; nil for the usual ones.
    var columns: Set<String>?
    /// The column to order by; empty for how near the search is, or the name.
    var sort = ""
    var isDescending = false
    /// As it was typed, so that a day that is none can be shown again.
    var asAt = ""
    var page = 1

    var whom: Whom { chosenWhom ?? (find.isEmpty ? .lookedAfter : .everyone) }
    var chosenColumns: [ChildrenColumn] {
        ChildrenColumn.all.filter { column in
            ChildrenColumn.always.contains(column.id) || columns?.contains(column.id) ?? column.isUsual
        }
    }

    /// How many filters narrow the list.
    var narrowing: Int { filters.values.count { !$0.isEmpty } + (team.isEmpty ? 0 : 1) + (worker.isEmpty ? 0 : 1) }

    init() {}

    /// - Parameter values: what the address gives under a name, in its order.
    init(_ values: (String) -> [String]) {
        func one(_ name: String) -> String { values(name).first { !$0.isEmpty } ?? "" }
        find = String(one("find").prefix(100))
        chosenWhom = Whom(rawValue: one("who"))
        for filter in ChildrenFilter.all {
            let chosen = Set(values(filter.id).filter { filter.choice($0) != nil })
            if !chosen.isEmpty { filters[filter.id] = chosen }
        }
        (team, worker) = (one("team"), one("worker"))
        let columns = Set(values("column").filter { ChildrenColumn.named($0) != nil })
            .subtracting(ChildrenColumn.always)
        let usual = Set(ChildrenColumn.all.filter { $0.isUsual && !ChildrenColumn.always.contains($0.id) }.map(\.id))
        self.columns = columns.isEmpty || columns == usual ? nil : columns
        // One value for both, so that one field of a form can choose: "-age" is oldest first.
        let order = one("sort")
        isDescending = order.hasPrefix("-")
        sort = ChildrenColumn.named(isDescending ? String(order.dropFirst()) : order)?.id ?? ""
        asAt = one("as-at")
        page = max(1, Int(one("page")) ?? 1)
    }

    /// Reads the question of an address, such as a saved view holds.
    init(address: String) {
        var values: [String: [String]] = [:]
        for item in URLComponents(string: address)?.queryItems ?? [] {
            values[item.name, default: []].append(item.value ?? "")
        }
        self.init { values[$0] ?? [] }
    }

    /// What an address says after the question mark, in one order, whatever order it was asked in.
    var fields: [(name: String, value: String)] {
        var items: [(name: String, value: String)] = []
        if !find.isEmpty { items.append(("find", find)) }
        if let chosenWhom { items.append(("who", chosenWhom.rawValue)) }
        for filter in ChildrenFilter.all {
            for choice in filter.choices where filters[filter.id]?.contains(choice.id) ?? false {
                items.append((filter.id, choice.id))
            }
        }
        if !team.isEmpty { items.append(("team", team)) }
        if !worker.isEmpty { items.append(("worker", worker)) }
        if let columns {
            for column in ChildrenColumn.all where columns.contains(column.id) { items.append(("column", column.id)) }
        }
        if !sort.isEmpty { items.append(("sort", (isDescending ? "-" : "") + sort)) }
        if !asAt.isEmpty { items.append(("as-at", asAt)) }
        if page > 1 { items.append(("page", "\(page)")) }
        return items
    }

    /// The page that answers it, or another address that reads the same question.
    func link(_ page: Link = .children) -> Link { fields.reduce(page) { $0.query($1.name, $1.value) } }

    /// The same asked otherwise, from the first page.
    func with(_ change: (inout ChildrenQuery) -> Void) -> ChildrenQuery {
        var query = self
        query.page = 1
        change(&query)
        return query
    }

    /// As it is kept in a saved view: without the page or the day, which are today's matter.
    var saved: String { with { $0.asAt = "" }.link().address }
}

import Casework
import Days
import Spreadsheets

/// A column that a list of children can have. Adding one is adding a row of ``all``.
struct ChildrenColumn: Sendable, Identifiable {
    /// As addresses write it; never changed, so that saved views go on working.
    let id: String
    let heading: Table.Column
    /// Whether a list has it until somebody chooses.
    let isUsual: Bool
    let cell: @Sendable (ChildLine) -> Table.Cell
    /// What the column is ordered by.
    let order: Order

    enum Order: Sendable {
        case text(@Sendable (ChildLine) -> String?)
        case number(@Sendable (ChildLine) -> Int?)
        case day(@Sendable (ChildLine) -> Day?)
    }

    private init(
        _ id: String, _ title: String, width: Int = 16, numeric: Bool = false, usual: Bool = false, order: Order,
        _ cell: @escaping @Sendable (ChildLine) -> Table.Cell
    ) {
        (self.id, self.isUsual, self.order, self.cell) = (id, usual, order, cell)
        heading = Table.Column(title, width: width, isNumeric: numeric)
    }

    private static func text(
        _ id: String, _ title: String, width: Int = 20, usual: Bool = false,
        _ value: @escaping @Sendable (ChildLine) -> String?
    ) -> ChildrenColumn {
        ChildrenColumn(id, title, width: width, usual: usual, order: .text(value)) {
            value($0).map { .text($0) } ?? .nothing
        }
    }

    private static func day(
        _ id: String, _ title: String, _ value: @escaping @Sendable (ChildLine) -> Day?
    ) -> ChildrenColumn {
        ChildrenColumn(id, title, width: 18, order: .day(value)) { value($0).map { .day($0) } ?? .nothing }
    }

    /// In the order in which lists have them. The first two say who it is and are always there.
    static let all: [ChildrenColumn] = [
        ChildrenColumn("name", "Name", width: 30, usual: true, order: .text { $0.name == nil ? nil : $0.filed }) {
            .text($0.name ?? noName)
        },
        ChildrenColumn("number", "Number", width: 10, usual: true, order: .number { Int($0.number) }) {
            .text($0.number)
        },
        ChildrenColumn(
            "age", "Age", width: 8, numeric: true, usual: true, order: .number { $0.ages?.lowerBound },
            {
                switch $0.ages {
                case let ages? where ages.lowerBound == ages.upperBound: .number(ages.lowerBound)
                case let ages?: .text("\(ages.lowerBound) or \(ages.upperBound)")
                case nil: .text("not known")
                }
            }),
        .day("born", "Born") { $0.born },
        .text("standing", "Is") {
            switch $0.standing {
            case .lookedAfter: "looked after"
            case .careLeaver: "care leaver"
            case .neither: "not looked after"
            }
        },
        ChildrenColumn("since", "Looked after since", width: 26, order: .day { $0.since?.day }) {
            switch $0.since {
            case let start? where start.isKnown: .day(start.day)
            case let start?: .text("on or before \(start.day.inWords)")
            case nil: .nothing
            }
        },
        .text("law", "Legal status", width: 28, usual: true) { $0.legal?.meaning },
        .text("place", "Placement", width: 34, usual: true) { $0.placement?.meaning },
        .text("worker", "Social worker", width: 24, usual: true) {
            $0.workerName ?? ($0.standing == .lookedAfter ? "no one known" : nil)
        },
        .text("team", "Team", width: 20, usual: true) { $0.team },
        .text("iro", "IRO", width: 24) { $0.iro },
        .text("adviser", "Personal adviser", width: 24) { $0.adviser },
        ChildrenColumn("overdue", "Overdue", width: 10, numeric: true, usual: true, order: .number { $0.overdue }) {
            .number($0.overdue)
        },
        ChildrenColumn("unknown", "Not known", width: 11, numeric: true, order: .number { $0.unknown }) {
            .number($0.unknown)
        },
        .day("review", "Last review") { $0.lastReview },
        .day("missing", "Missing since") { $0.missingSince },
    ]

    /// What stands where no name is known.
    static let noName = "Name not known"
    static let always: Set<String> = ["name", "number"]
    static func named(_ id: String) -> ChildrenColumn? { all.first { $0.id == id } }

    /// Whether `a` stands before `b`; what is not known stands last, whichever way the order goes.
    func precedes(_ a: ChildLine, _ b: ChildLine, descending: Bool) -> Bool? {
        func compare<Value: Comparable>(_ a: Value?, _ b: Value?) -> Bool? {
            switch (a, b) {
            case (let a?, let b?): a == b ? nil : descending ? b < a : a < b
            case (nil, nil): nil
            case (let a, _): a != nil
            }
        }
        switch order {
        case .text(let value): return compare(value(a), value(b))
        case .number(let value): return compare(value(a), value(b))
        case .day(let value): return compare(value(a), value(b))
        }
    }
}

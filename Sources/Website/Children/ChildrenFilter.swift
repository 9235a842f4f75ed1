import Casework
import Days

/// A question that a list of children can be narrowed by, with the answers it takes. Adding one is adding a row of ``all``.
struct ChildrenFilter: Sendable, Identifiable {
    struct Choice: Sendable {
        /// As addresses write it; never changed, so that saved views go on working.
        let id: String
        let title: String
        let holds: @Sendable (ChildLine) -> Bool

        init(_ id: String, _ title: String, _ holds: @escaping @Sendable (ChildLine) -> Bool) {
            (self.id, self.title, self.holds) = (id, title, holds)
        }
    }

    let id: String
    let title: String
    /// A child is listed where one of those chosen holds.
    let choices: [Choice]

    func choice(_ id: String) -> Choice? { choices.first { $0.id == id } }

    static let all = [ages, legal, placement, now]

    private static let ages = ChildrenFilter(
        id: "age", title: "Age",
        choices: [
            band("0", "Under 1", 0...0), band("1", "1 to 4", 1...4), band("5", "5 to 9", 5...9),
            band("10", "10 to 15", 10...15), band("16", "16 and 17", 16...17), band("18", "18 and over", 18...130),
            Choice("unknown", "Not known") { $0.ages == nil },
        ])

    /// A child with two birth dates is in each band that either puts them in.
    private static func band(_ id: String, _ title: String, _ years: ClosedRange<Int>) -> Choice {
        Choice(id, title) { $0.ages.map { $0.overlaps(years) } ?? false }
    }

    private static let legal = ChildrenFilter(
        id: "law", title: "Legal status",
        choices: [
            status("c1", "Interim care order", ["C1"]), status("c2", "Care order", ["C2"]),
            status("e1", "Placement or freeing order", ["E1", "D1"]), status("v2", "Section 20", ["V2"]),
            status("short", "Short breaks", ["V3", "V4"]),
            status("emergency", "Police protection or emergency order", ["L1", "L2", "L3"]),
            status("remand", "Remand or detention", ["J1", "J2", "J3"]),
        ])

    private static func status(_ id: String, _ title: String, _ statuses: Set<LegalStatus>) -> Choice {
        Choice(id, title) { $0.legal.map(statuses.contains) ?? false }
    }

    private static let placement = ChildrenFilter(
        id: "place", title: "Placement",
        choices: [
            place("foster", "Foster carers", ["U4", "U5", "U6"]),
            place("family", "Relatives or friends who foster", ["U1", "U2", "U3"]),
            place("home", "Children’s home", ["K2"]),
            place("supported", "Supported accommodation", ["H5", "P2", "K3"]),
            place("parents", "Own parents", ["P1"]),
            Choice("adoptive", "Adoptive placement") { $0.placement?.isAdoptive ?? false },
            Choice("secure", "Secure home or custody") { $0.placement?.isCustodial ?? false },
            Choice("away", "Away for a while") { $0.placement?.isTemporary ?? false },
            place("other", "Anywhere else", ["P3", "R1", "R2", "R3", "S1", "Z1", "Z11", "Z12", "Z13", "Z14"]),
        ])

    private static func place(_ id: String, _ title: String, _ types: Set<PlacementType>) -> Choice {
        Choice(id, title) { $0.placement.map(types.contains) ?? false }
    }

    private static let now = ChildrenFilter(
        id: "now", title: "Now",
        choices: [
            Choice("missing", "Missing or away") { $0.missingSince != nil },
            Choice("overdue", "Something overdue") { $0.overdue > 0 },
            Choice("unheld", "No one known to be allocated") { $0.standing == .lookedAfter && $0.worker == nil },
        ])
}

import Casework
import Days

/// Whom something urgent is told to: at once, and step by step while nobody acknowledges it.
///
/// In office hours the manager of the child's worker, then that manager's own, then the directors; outside them the
/// out-of-hours team, then the directors. Nobody whom it is about, nor whoever says it; and of a record that is restricted,
/// nobody who may not open it.
public struct UrgentLadder: Sendable {
    private let authority: Authority
    private let today: Day
    private let accounts: [Account]
    /// Whether the manager is on duty; nil where no table of holidays tells.
    private let isOpen: Bool?

    public init(_ accounts: some Sequence<Account>, _ authority: Authority, isOpen: Bool?, today: Day) {
        (self.authority, self.today, self.isOpen) = (authority, today, isOpen)
        self.accounts = accounts.filter { $0.isOpen(on: today) }.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    /// - Parameters:
    ///   - writer: The account that says it, which knows already.
    ///   - about: Ids of accounts and codes of workers that it is about.
    public func steps(
        for child: ChildRecord, saidBy writer: String, about: [String]
    ) -> (way: UrgentWay, steps: [[String]]) {
        let fit = accounts.filter { account in
            account.id != writer && !account.viewer.isNamed(in: about)
                && account.viewer.answer(.answerUrgent, child, in: authority, on: today) == .yes
        }
        func with(_ role: Role) -> [String] { fit.filter { $0.roles.contains(role) }.map(\.id) }
        let directors = with(.director)
        let managers = isOpen == false ? [] : managers(of: child, fit, with(.teamManager))
        let outOfHours = isOpen == true ? [] : with(.outOfHours)
        let first: [[String]]
        let way: UrgentWay
        switch (isOpen, managers.isEmpty, outOfHours.isEmpty) {
        case (true, false, _): (way, first) = (.manager, managers)
        case (true, true, _): (way, first) = (.noManager, [])
        case (false, _, false): (way, first) = (.outOfHours, [outOfHours])
        case (false, _, true): (way, first) = (.noOutOfHours, [])
        case (nil, _, _):
            (way, first) = (.both, [(managers.first ?? []) + outOfHours] + managers.dropFirst())
        }
        var seen: Set<String> = []
        let steps = (first + [directors]).map { step in step.filter { seen.insert($0).inserted } }
            .filter { !$0.isEmpty }
        return steps.isEmpty ? (.nobody, []) : (way, steps)
    }

    /// The manager of whoever holds the child's work today, or held it last; then that manager's own. Where the staff file
    /// names no manager who has an account, the managers of the team.
    private func managers(of child: ChildRecord, _ fit: [Account], _ managers: [String]) -> [[String]] {
        let held = child.allocations.filter { $0.role == .socialWorker && $0.start <= today }
        let open = held.filter { $0.isOpen(on: today) }
        var codes = Set(
            (open.isEmpty ? held.suffix(1) : open[...]).compactMap { authority.workers[$0.worker]?.manager })
        codes.remove("")
        var steps: [[String]] = []
        for _ in 0..<2 where !codes.isEmpty {
            let step = fit.filter { $0.worker.map(codes.contains) ?? false }.map(\.id)
            if !step.isEmpty { steps.append(step) }
            codes = Set(codes.compactMap { authority.workers[$0]?.manager }).subtracting(codes).subtracting([""])
        }
        if steps.isEmpty {
            let near = Set(managers).intersection(
                fit.filter { $0.viewer.relation(to: child, in: authority, on: today) <= .team }.map(\.id))
            if !near.isEmpty { steps.append(near.sorted()) }
        }
        return steps
    }

    /// Everybody whom the text may name: the ids of accounts and the codes of workers with a part of whose name, of three
    /// letters and more, one of its words is the same. It is better that one too many is passed over than that somebody
    /// hears of what is said against them.
    public func named(in text: String) -> [String] {
        func words(_ text: String) -> Set<String> {
            Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 3 }.map(String.init))
        }
        let said = words(text).subtracting([
            "miss", "mrs", "the", "and", "worker", "social", "manager", "team", "carer",
        ])
        guard !said.isEmpty else { return [] }
        let people = accounts.filter { !words($0.name).isDisjoint(with: said) }.map(\.id)
        let workers = authority.workers.values.filter { !words($0.name).isDisjoint(with: said) }.map(\.code)
        return (people + workers).sorted()
    }
}

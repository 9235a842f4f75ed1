import Access
import Casework
import Days
import Oversight

extension Answerer {
    /// Who somebody is to something to join up, by today's policy: what they owe, whose work they answer for, and whether
    /// they review the child.
    init(_ viewer: Viewer, _ found: Break, of child: ChildRecord, in authority: Authority, on today: Day) {
        let code = viewer.worker ?? ""
        let isTheir = { (worker: String?) in !code.isEmpty && worker == code }
        let manager = found.owner.worker.flatMap { authority.workers[$0]?.manager }
        let decides = viewer.answer(.decideJoins, child, in: authority, on: today) == .yes
        let isAbove = decides && viewer.reach(.decideJoins) == .everybody
        let (owes, manages) =
            switch found.owner.role {
            case .socialWorker: (isTheir(found.owner.worker), decides)
            // The team answers for nothing of the reviewing officer's; whoever manages that officer does.
            case .iro: (isTheir(found.owner.worker), isAbove || (decides && isTheir(manager)))
            // A manager's own: whoever manages the team has to mend it, so somebody above them answers.
            case .teamManager, .serviceManager, .director: (isTheir(manager) || (decides && !isAbove), isAbove)
            }
        let reviews = child.allocations.contains { $0.role == .iro && $0.isOpen(on: today) && isTheir($0.worker) }
        self.init(
            account: viewer.id, alsoKnownAs: [viewer.name, code], owes: owes, manages: manages, reviews: reviews)
    }
}

extension Visit {
    /// What is to be joined up in a child's record now, answered or not.
    func joins(of child: ChildRecord) -> [Break] {
        question.map { $0.joins(of: ChildAsAt(child, $0.threadDay)) } ?? []
    }

    func answerer(_ found: Break, of child: ChildRecord, in authority: Authority) -> Answerer {
        Answerer(viewer, found, of: child, in: authority, on: today)
    }

    /// The ways in which the viewer may answer it otherwise than by mending it.
    func ways(_ found: Break, of child: ChildRecord, in authority: Authority) -> [JoinWay] {
        guard viewer.answer(.answerJoins, child, in: authority, on: today) == .yes else { return [] }
        let mayPutOff = found.refusal(of: answerer(found, of: child, in: authority)) == nil
        return (found.lookingAgain == nil ? [] : [.stillRight]) + (mayPutOff ? [.notSo, .later] : [])
    }

    /// The answer that waits for the viewer to agree; nil where none does.
    func waitsForViewer(_ found: Break, of child: ChildRecord, in authority: Authority) -> HeldJoinAnswer? {
        guard case .awaitsSecond(let answer) = found.state,
            viewer.answer(.answerJoins, child, in: authority, on: today) == .yes,
            found.refusal(ofSecond: answerer(found, of: child, in: authority), to: answer) == nil
        else { return nil }
        return answer
    }
}

import Casework
import Days
import Testing

@testable import Access

/// Whom something urgent goes to, hour by hour, and whom it never goes to.
struct UrgentLadderTests {
    private let today = Day(uncheckedYear: 2026, month: 3, day: 31)
    private let child: ChildRecord
    private let authority: Authority

    init() {
        var authority = Authority()
        let workers = [("A", "East", "M"), ("M", "East", "H"), ("H", "", ""), ("N", "West", "")]
        for (key, (code, team, manager)) in workers.enumerated() {
            authority.apply(
                .described(Worker(code: code, name: "Name\(code) Thornmere", team: team, manager: manager)),
                to: StreamID(.worker, key: UInt64(key + 1)))
        }
        var child = ChildRecord(id: ChildID(key: 1))
        child.apply(
            .worker(.allocated(worker: "A", .socialWorker, today + -90, WorkerChangeReason(.blank))),
            origin: Origin(EventID(1), .staffFile))
        authority.replace(child)
        (self.child, self.authority) = (child, authority)
    }

    private func account(
        _ id: String, _ role: Role, _ worker: String? = nil, name: String = "", isDisabled: Bool = false
    )
        -> Account
    {
        Account(
            id: id, email: "\(id)@x.example", name: name.isEmpty ? "Person \(id)" : name, roles: [role], worker: worker,
            ends: nil, isDisabled: isDisabled, isFictional: false, hasPassword: true, hasSecondFactor: false)
    }

    private var everybody: [Account] {
        [
            account("w", .socialWorker, "A"), account("m", .teamManager, "M", name: "Mary Oddington"),
            account("n", .teamManager, "N"), account("d", .director), account("o", .outOfHours),
            account("a", .administrator), account("i", .informationGovernance),
        ]
    }

    private func steps(
        _ accounts: [Account]? = nil, isOpen: Bool? = true, by writer: String = "w", about: [String] = [],
        protection: ProtectionEvent? = nil
    ) -> (way: UrgentWay, steps: [[String]]) {
        var record = child
        if let protection { record.apply(.protection(protection), origin: Origin(EventID(2), .recordedHere)) }
        var authority = authority
        authority.replace(record)
        return UrgentLadder(accounts ?? everybody, authority, isOpen: isOpen, today: today)
            .steps(for: record, saidBy: writer, about: about)
    }

    @Test func inOfficeHoursTheWorkersManagerComesFirstThenTheDirectors() {
        let told = steps()
        #expect(told.way == .manager && told.steps == [["m"], ["d"]])
    }

    @Test func outsideThemTheOutOfHoursTeamDoes() {
        #expect(steps(isOpen: false).way == .outOfHours && steps(isOpen: false).steps == [["o"], ["d"]])
        let nobody = steps(everybody.filter { $0.id != "o" }, isOpen: false)
        #expect(nobody.way == .noOutOfHours && nobody.steps == [["d"]])
    }

    @Test func whereNobodyKnowsWhetherItIsAHolidayBothAreTold() {
        #expect(steps(isOpen: nil).way == .both && steps(isOpen: nil).steps == [["m", "o"], ["d"]])
    }

    @Test func whoeverItIsAboutIsNeverTold() {
        #expect(steps(about: ["M"]).steps == [["d"]] && steps(about: ["M"]).way == .noManager)
        #expect(steps(about: ["m", "d"]).way == .nobody)
        for about in [["m"], ["d"], ["M", "d"], ["o"]] {
            for isOpen in [true, false, nil] {
                #expect(steps(isOpen: isOpen, about: about).steps.joined().allSatisfy { !about.contains($0) })
            }
        }
    }

    @Test func whoeverSaysItKnowsAlready() { #expect(steps(by: "m").steps == [["d"]]) }

    @Test func anAccountThatIsClosedIsNobody() {
        let accounts = everybody.filter { $0.id != "m" } + [account("m", .teamManager, "M", isDisabled: true)]
        #expect(steps(accounts).way == .noManager && steps(accounts).steps == [["d"]])
    }

    @Test func ofARestrictedRecordOnlyThoseAreToldWhoMayOpenIt() {
        let order = ProtectionEvent.Order(by: "Head", reason: "A relative works here")
        let named = ProtectionEvent.restricted(Restriction(named: ["d"]), order)
        #expect(steps(protection: named).steps == [["d"]])
        #expect(steps(isOpen: false, protection: named).steps == [["d"]])
        #expect(steps(protection: .restricted(Restriction(named: ["x"]), order)).way == .nobody)
        #expect(steps(protection: .restricted(Restriction(named: ["m", "d"], parties: ["M"]), order)).steps == [["d"]])
        #expect(steps(protection: .sealed(.adoption, order)).way == .nobody)
    }

    @Test func aNameMeansEverybodyWhoHasAPartOfIt() {
        let ladder = UrgentLadder(everybody, authority, isOpen: true, today: today)
        #expect(ladder.named(in: "Mrs ODDINGTON") == ["m"])
        #expect(ladder.named(in: "nameM, her manager") == ["M"])
        #expect(Set(ladder.named(in: "somebody called Thornmere")) == ["A", "M", "H", "N"])
        #expect(ladder.named(in: "the social worker").isEmpty && ladder.named(in: "").isEmpty)
    }

    @Test func hearingFollowsWhoTheyAre() {
        let word = UrgentWord(
            at: Moment(today, minute: 600).instant.at, by: "w", concern: .staff, about: ["N"], words: "…",
            way: .manager,
            steps: [["m"], ["d"]], minutes: 60)
        var record = child
        record.apply(.urgent(.said(word)), origin: Origin(EventID(2), .recordedHere))
        var authority = authority
        authority.replace(record)
        func hears(_ id: String, after minutes: Int = 0) -> UrgentHearing {
            let at = Instant(milliseconds: word.at.milliseconds + Int64(minutes) * 60_000)
            let viewer = everybody.first { $0.id == id }!.viewer
            return viewer.hearing(record.urgent[0], of: record, in: authority, at: at)
        }
        #expect(hears("w") == .everything && hears("m") == .everything && hears("d") == .everything)
        #expect(hears("n") == .nothing && hears("o") == .nothing && hears("i") == .nothing)
        let waits = { (id: String, minutes: Int) in
            everybody.first { $0.id == id }!.viewer.urgent(
                in: authority, at: Instant(milliseconds: word.at.milliseconds + Int64(minutes) * 60_000)
            ).count
        }
        #expect(waits("m", 0) == 1 && waits("d", 59) == 0 && waits("d", 60) == 1 && waits("w", 60) == 0)
    }
}

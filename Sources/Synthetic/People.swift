import Days

/// The lists of who is called what and who works where, beside the returns.
struct People {
    let seed: UInt64
    let workforce: Workforce

    private var names: Names { Names(seed: seed) }

    /// Every child that the returns know, as a names file has them.
    func names(of careers: some Sequence<Career>) -> [UInt8] {
        var table = CSV(
            header: "ssda903_id,given_names,family_name,known_as,former_names,pronouns", mess: 0, seed: seed)
        for career in careers {
            let name = names.child(career)
            table.put(number: 100_000 + career.outline.number)
            table.put(text: name.given)
            table.put(text: name.family)
            table.put(text: name.knownAs)
            table.put(text: name.former.joined(separator: "; "))
            table.put(text: name.pronouns)
            table.endRow()
        }
        return table.bytes
    }

    /// Everyone at a desk since `start`, and the managers of the teams.
    func staff(from start: Day) -> [UInt8] {
        var table = CSV(header: "code,name,role,team,manager,from,to,agency", mess: 0, seed: seed)
        for (number, team) in workforce.teams.enumerated() {
            let code = Workforce.code(ofManager: number)
            table.put(code)
            table.put(text: names.worker(code))
            table.put(text: "Team manager")
            table.put(text: team.name)
            table.put(Code.blank)
            table.put(iso: start)
            table.put(iso: nil)
            table.put(text: "no")
            table.endRow()
        }
        for desk in workforce.desks {
            for tenure in desk.tenures where tenure.end >= start {
                let code = Workforce.code(ofWorker: tenure.worker)
                table.put(code)
                table.put(text: names.worker(code))
                table.put(text: desk.service.role)
                table.put(text: desk.team.map { workforce.teams[$0].name } ?? desk.service.teamName)
                table.put(desk.team.map { Workforce.code(ofManager: $0) } ?? .blank)
                table.put(iso: tenure.start)
                table.put(iso: tenure.end == .distantFuture ? nil : tenure.end)
                table.put(text: tenure.isAgency ? "yes" : "no")
                table.endRow()
            }
        }
        return table.bytes
    }

    /// What draws the desk of the officer who reviews a child.
    private static let reviewing: UInt64 = 0x0049_524F

    /// Who reviews a child on a day, by name.
    func reviewingOfficer(of outline: Outline, on day: Day) -> String {
        var random = SeededRandom(seed: seed ^ Self.reviewing, stream: UInt64(outline.number))
        let desk = workforce.desks[workforce.desk(.reviewing, &random)]
        let officer = desk.tenures.last { $0.start <= day }
        return officer.map { names.worker(Workforce.code(ofWorker: $0.worker)) } ?? ""
    }

    /// Whose a child was on a day, by name; nobody's where the staff list has none.
    func socialWorker(of career: Career, on day: Day) -> String {
        let allocation = career.allocations.last { $0.start <= day } ?? career.allocations.first
        return allocation.map { names.worker(Workforce.code(ofWorker: $0.worker)) } ?? ""
    }

    /// Who else holds each child whom the returns reach, over time: reviewing officers, personal advisers, supervising
    /// social workers, and colleagues who stand in. A return has the social workers only.
    func allocations(of careers: some Sequence<Career>, from start: Day, to end: Day) -> [UInt8] {
        var table = CSV(header: "ssda903_id,worker,role,from,to", mess: 0, seed: seed)
        for career in careers {
            let outline = career.outline
            func add(_ worker: Int, _ role: String, _ first: Day, _ last: Day) {
                guard first < last, first <= end, last > start else { return }
                table.put(number: 100_000 + outline.number)
                table.put(Workforce.code(ofWorker: worker))
                table.put(text: role)
                table.put(iso: first)
                table.put(iso: last <= end ? last : nil)
                table.endRow()
            }
            func sit(_ service: Workforce.Service, _ stream: UInt64, _ role: String, _ first: Day, _ last: Day) {
                guard last > start, first <= end else { return }
                var random = SeededRandom(seed: seed ^ stream, stream: UInt64(outline.number))
                for tenure in workforce.desks[workforce.desk(service, &random)].tenures
                where tenure.end > max(first, start) && tenure.start < min(last, end) {
                    add(tenure.worker, role, max(tenure.start, first), min(tenure.end, last))
                }
            }
            for period in [outline.first, outline.second].compactMap(\.self) where !period.path.isShortBreaks {
                sit(.reviewing, Self.reviewing, "IRO", period.start, period.end)
            }
            if let (first, last) = career.adviserNeeded {
                sit(.leavingCare, 0x0050_4153, "personal adviser", first, last)
            }
            for episode in career.episodes where episode.place.kind.isFostering && episode.place.provider == "PR1" {
                sit(.fostering, 0x0053_5357, "supervising social worker", episode.start, episode.end)
            }
            for allocation in career.allocations where allocation.end > end {
                if let colleague = workforce.standIns[allocation.worker] {
                    add(colleague, "co-worker", max(allocation.start, end - 30), .distantFuture)
                }
            }
        }
        return table.bytes
    }
}

extension Career {
    /// From when until when there is a personal adviser: from some weeks after the sixteenth birthday, or later where care
    /// began later, to the twenty-first; for those in care for thirteen weeks or more, until 16 at the least.
    fileprivate var adviserNeeded: (Day, Day)? {
        let last = outline.last
        let sixteenth = outline.born.birthday(16)
        guard !last.path.isShortBreaks, last.end > sixteenth, last.end - last.start >= 91 else { return nil }
        switch last.reason {
        case "E2", "E3", "E11", "E12", "E15", "E41", "E45", "E46", "E47", "E48": return nil
        default: return (max(sixteenth, last.start) + 40 + outline.number % 50, outline.born.birthday(21))
        }
    }
}

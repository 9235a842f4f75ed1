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
        for team in 0..<workforce.teams {
            let code = Workforce.code(ofManager: team)
            table.put(code)
            table.put(text: names.worker(code))
            table.put(text: "Team manager")
            table.put(text: "Team \(team + 1)")
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
                table.put(text: desk.role == .reviewing ? "Independent reviewing officer" : "Social worker")
                table.put(text: desk.role == .reviewing ? "IRO service" : "Team \(desk.team + 1)")
                table.put(desk.role == .reviewing ? .blank : Workforce.code(ofManager: desk.team))
                table.put(iso: tenure.start)
                table.put(iso: tenure.end == .distantFuture ? nil : tenure.end)
                table.put(text: tenure.isAgency ? "yes" : "no")
                table.endRow()
            }
        }
        return table.bytes
    }

    /// The reviewing officers of every child whose care the returns reach, over time.
    func reviewingOfficers(of children: some Sequence<Outline>, from start: Day, to end: Day) -> [UInt8] {
        var table = CSV(header: "ssda903_id,worker,role,from,to", mess: 0, seed: seed)
        for child in children {
            var random = SeededRandom(seed: seed ^ 0x0049_524F, stream: UInt64(child.number))
            for period in [child.first, child.second].compactMap(\.self)
            where period.start <= end && period.end >= start && !period.path.isShortBreaks {
                let desk = workforce.desks[workforce.desk(.reviewing, &random)]
                for tenure in desk.tenures
                where tenure.end > max(period.start, start) && tenure.start < min(period.end, end) {
                    let last = min(tenure.end, period.end)
                    table.put(number: 100_000 + child.number)
                    table.put(Workforce.code(ofWorker: tenure.worker))
                    table.put(Code("IRO"))
                    table.put(iso: max(tenure.start, period.start))
                    table.put(iso: last <= end ? last : nil)
                    table.endRow()
                }
            }
        }
        return table.bytes
    }
}

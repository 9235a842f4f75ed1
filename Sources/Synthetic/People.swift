import Days

/// Names for the fictional authority's children and staff, and the lists of who works where. The family names are made
/// of two halves that make no real place.
struct People {
    let seed: UInt64
    let workforce: Workforce

    private static let girls = [
        "Ada", "Bea", "Cora", "Dilys", "Esme", "Fern", "Greta", "Hana", "Isla", "Juno", "Keira", "Lowri", "Maya", "Nia",
        "Orla", "Poppy", "Rhea", "Safa", "Tess", "Wren",
    ]
    private static let boys = [
        "Alfie", "Bryn", "Callum", "Dai", "Elis", "Finn", "Gethin", "Hari", "Idris", "Jago", "Kofi", "Leo", "Milo",
        "Noah",
        "Omar", "Perry", "Rafi", "Silas", "Tomos", "Yusuf",
    ]
    private static let first = [
        "Thorn", "Wick", "Hazel", "Marl", "Quill", "Larch", "Sedge", "Otter", "Fallow", "Heron", "Bram", "Tarn",
        "Copper",
        "Ember", "Willow", "Pebble",
    ]
    private static let second = [
        "mere", "bury", "worth", "dale", "combe", "stead", "wick", "ley", "hurst", "gate", "thwaite", "brook",
    ]

    private func name(_ list: [String], _ random: inout SeededRandom) -> (given: String, family: String) {
        (
            list[random.below(list.count)],
            People.first[random.below(People.first.count)] + People.second[random.below(People.second.count)]
        )
    }

    private func workersName(_ code: Code) -> String {
        var random = SeededRandom(seed: seed ^ 0x5354_4146, stream: code.bytes)
        let name = name(random.chance(0.8) ? People.girls : People.boys, &random)
        return "\(name.given) \(name.family)"
    }

    func names(of children: some Sequence<Outline>) -> [UInt8] {
        var table = CSV(header: "ssda903_id,given_name,family_name", mess: 0, seed: seed)
        for child in children {
            var random = SeededRandom(seed: seed ^ 0x4E41_4D45, stream: UInt64(child.number))
            let name = name(child.isMale ? People.boys : People.girls, &random)
            table.put(number: 100_000 + child.number)
            table.put(text: name.given)
            table.put(text: name.family)
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
            table.put(text: workersName(code))
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
                table.put(text: workersName(code))
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

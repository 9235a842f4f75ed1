import Days

extension Career {
    /// The placements of one period of care, each from its day, with why the one before it ended.
    mutating func throwPlaces(_ period: Outline.Period) {
        places.removeAll(keepingCapacity: true)
        let last = min(period.end - 1, horizon)
        var day = period.start
        places.append((day, place(of: firstKind(period)), .blank, false))
        // After the match nobody moves but to the adopters.
        let settled = period.path == .adoption ? min(period.placed - 20, last) : last
        var moves = 0
        while true {
            let now = places[places.count - 1].place
            let rate = 0.35 * fragility * (moves == 0 ? 1.2 : 0.8) * (now.kind.isConnected ? 0.5 : 1)
            let next = day + max(4, random.wait(mean: 365 / min(rate, 3.5)))
            let becomesLongTerm =
                (now.kind == .foster || now.kind == .relative) && day - period.start > 200
                && random.chance(0.4)
            if becomesLongTerm, let order = legal.last, order.code == "C2", order.day < day + 120,
                day + 250 < min(next, settled)
            {
                let matched = day + random.within(120...249)
                var same = now
                same.kind = now.kind == .foster ? .fosterLongTerm : .relativeLongTerm
                places.append((matched, same, "PLACE", true))
                day = matched
                continue
            }
            if next >= settled { break }
            throwTemporaryMove(from: day, to: next, now)
            day = next
            let planned = random.chance(fragility > 2 ? 0.25 : 0.6)
            let kind = nextKind(period, on: day, after: now.kind)
            places.append((day, place(of: kind), planned ? "CARPL" : random.pick(Tables.unplanned), false))
            moves += 1
        }
        throwTemporaryMove(from: day, to: settled, places[places.count - 1].place)
        if period.path == .adoption, period.placed <= last, period.placed < period.end {
            let before = places[places.count - 1].place
            if adoption?.withFormerCarer == true, before.kind.isFostering {
                var same = before
                same.kind = .adoptedByCarer
                places.append((period.placed, same, "PLACE", true))
            } else {
                adoption?.withFormerCarer = false
                places.append((period.placed, place(of: .adoptedByOthers), "CARPL", false))
            }
        }
    }

    private mutating func firstKind(_ period: Outline.Period) -> PlaceKind {
        let age = outline.born.age(on: period.start)
        let throwOf = random.unit()
        switch period.path {
        case .remand:
            return throwOf < 0.35 ? .custody : throwOf < 0.5 ? .secureHome : throwOf < 0.8 ? .childrensHome : .foster
        case .unaccompanied: return age >= 16 && throwOf < 0.65 ? .supported : .foster
        case .adoption: return throwOf < 0.15 ? .fosterToAdopt : throwOf < 0.22 ? .motherAndBaby : .foster
        default: break
        }
        let isAtHome = legal.first?.code == "C1" && throwOf > 0.93
        if isAtHome { return .parents }
        if age < 1, throwOf < 0.1 { return .motherAndBaby }
        if throwOf < 0.22 { return .relative }
        if age >= 16, throwOf < 0.5 { return .supported }
        if age >= 10, throwOf < 0.4 { return .childrensHome }
        if isDisabled, age >= 6, throwOf < 0.6 { return .school }
        return .foster
    }

    private mutating func nextKind(_ period: Outline.Period, on day: Day, after kind: PlaceKind) -> PlaceKind {
        let age = outline.born.age(on: day)
        let status = legal.last { $0.day <= day }?.code
        let throwOf = random.unit()
        if kind == .custody || kind == .secureHome { return age >= 16 ? .supported : .childrensHome }
        if age >= 16, throwOf < 0.45 { return throwOf < 0.04 ? .independent : .supported }
        // A child whom nobody will take is sometimes put where no child should be.
        if age >= 12, fragility > 4, throwOf < 0.12 { return throwOf < 0.02 ? .secureHome : .unregistered }
        if age >= 14, fragility > 4, throwOf < 0.2, day < Day(2021, 9, 9) ?? day { return .supported }
        if age >= 9, throwOf < (fragility > 2 ? 0.65 : 0.4) { return .childrensHome }
        if status == "C2", throwOf > 0.93, kind != .parents { return .parents }
        return throwOf > 0.82 ? .relative : .foster
    }

    private mutating func place(of kind: PlaceKind) -> Placement {
        let throwOf = random.unit()
        var provider: Code =
            switch kind {
            case .parents: "PR0"
            case .relative, .relativeLongTerm, .motherAndBaby: "PR1"
            case .custody, .hospitalHome: "PR3"
            case .foster, .fosterLongTerm, .fosterToAdopt: throwOf < 0.62 ? "PR1" : throwOf < 0.94 ? "PR4" : "PR5"
            case .childrensHome: throwOf < 0.2 ? "PR1" : throwOf < 0.92 ? "PR4" : "PR5"
            case .adoptedByCarer, .adoptedByOthers: throwOf < 0.6 ? "PR1" : throwOf < 0.8 ? "PR2" : "PR5"
            default: throwOf < 0.8 ? "PR4" : "PR5"
            }
        if kind == .unregistered { provider = .blank }
        let isOwn = provider == "PR1" || provider == "PR0"
        let isNear = isOwn ? 0.97 : kind == .foster || kind == .fosterLongTerm ? 0.55 : 0.38
        let districts = random.chance(isNear) ? [Area.home] : random.chance(0.62) ? Area.adjoining : Area.distant
        let postcode = kind == .parents ? homePostcode : Area.postcode(in: districts, &random)
        return Placement(
            kind: kind, provider: provider, postcode: postcode,
            // Adopters come from an adoption agency, which has no number and is written so.
            urn: kind == .adoptedByOthers ? "XXXXXXX" : Code("SC", 990_000 + random.below(400), digits: 6))
    }

    /// Now and then some days away that the child comes back from: to hospital, on holiday, while the carer rests.
    private mutating func throwTemporaryMove(from start: Day, to end: Day, _ place: Placement) {
        guard place.kind.isFostering, end - start > 80, random.chance(0.08) else { return }
        let out = start + random.within(20...(end - start - 50))
        let kind: PlaceKind = [.hospital, .holiday, .carersHoliday, .week][random.below(4)]
        let back = out + random.within(2...(kind == .week ? 6 : 14))
        // An episode must come back to the place and the law that it left.
        guard !legal.contains(where: { $0.day >= out && $0.day <= back }) else { return }
        let away = Placement(
            kind: kind, provider: .blank, postcode: Area.postcode(in: [Area.home], &random), urn: .blank)
        places.append((out, away, .blank, false))
        places.append((back, place, .blank, false))
    }
}

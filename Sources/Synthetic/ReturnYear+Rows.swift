import Days

extension ReturnYear {
    mutating func addHeader(_ career: Career, _ child: Int, _ inYear: [Career.Episode]) {
        let born = career.outline.born
        self[.header].put(number: child)
        self[.header].put(sex(career))
        self[.header].put(born)
        self[.header].put(career.ethnicity)
        self[.header].put(text: pupilNumber(career))
        let isAsked = !career.outline.isMale && inYear.contains { $0.legal != "V3" && $0.legal != "V4" }
        let baby = isAsked ? career.childBorn.flatMap(known) : nil
        if isAsked { self[.header].put(number: baby == nil ? 0 : 1) } else { self[.header].put(Code.blank) }
        self[.header].put(baby)
        self[.header].endRow()
    }

    /// 1 and 2 until 2023-24, M and F since.
    func sex(_ career: Career) -> Code {
        if year.start >= 2024 { return career.outline.isMale ? "M" : "F" }
        return career.outline.isMale ? "1" : "2"
    }

    /// A unique pupil number, its check letter worked out as the Department for Education has it, from an authority
    /// number (999) that no authority has; `UN1` under school age.
    private func pupilNumber(_ career: Career) -> String {
        guard career.outline.born.age(on: year.lastDay) >= 5 else { return "UN1" }
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".unicodeScalars)
        var rest = career.outline.number
        var digits = [9, 9, 9] + Array(repeating: 0, count: 9)
        for place in stride(from: 11, through: 3, by: -1) { (digits[place], rest) = (rest % 10, rest / 10) }
        let sum = digits.indices.reduce(0) { $0 + digits[$1] * ($1 + 2) }
        var text = String(Character(letters[sum % 23]))
        for digit in digits { text.unicodeScalars.append(Unicode.Scalar(UInt8(48 + digit))) }
        return text
    }

    mutating func addEpisode(_ episode: Career.Episode, _ child: Int, _ career: Career) {
        let isShortBreak = episode.legal == "V3" || episode.legal == "V4"
        let end = known(episode.end)
        self[.episodes].put(number: child)
        self[.episodes].put(episode.start)
        self[.episodes].put(episode.began)
        self[.episodes].put(episode.legal)
        self[.episodes].put(career.need)
        self[.episodes].put(episode.place.kind.code(in: year))
        self[.episodes].put(episode.place.provider)
        self[.episodes].put(end)
        self[.episodes].put(end == nil ? .blank : episode.reasonEnded)
        self[.episodes].put(end == nil ? .blank : episode.reasonPlaceChanged)
        self[.episodes].put(isShortBreak || career.unaccompaniedUntil != nil ? .blank : career.homePostcode)
        self[.episodes].put(isShortBreak ? .blank : episode.place.postcode)
        let hasURN = !isShortBreak && episode.place.kind.hasURN(in: year)
        self[.episodes].put(hasURN ? episode.place.urn : .blank)
        self[.episodes].endRow()
    }

    mutating func addAdoption(_ career: Career, _ child: Int, _ inYear: [Career.Episode]) {
        guard let plan = career.adoption, plan.decided <= year.lastDay else { return }
        let born = career.outline.born
        let ceased = plan.ceased.flatMap(known)
        row(.placedAdoption, child, born) { table in
            table.put(plan.decided)
            table.put(ceased)
            table.put(ceased == nil ? .blank : plan.reasonCeased)
        }
        let isAdopted = inYear.contains {
            ($0.reasonEnded == "E11" || $0.reasonEnded == "E12") && $0.end <= year.lastDay
        }
        guard isAdopted else { return }
        var random = SeededRandom(seed: seed ^ 0xAD1, stream: UInt64(career.outline.number))
        let status = random.pick(Tables.adopters)
        let single = status == "L0"
        let isWomen = random.chance(0.6)
        let sexes: Code =
            switch status {
            case "L0": isWomen ? "F1" : "M1"
            case "L12", "L4": isWomen ? "FF" : "MM"
            default: "MF"
            }
        row(.ad1, child, born) { table in
            table.put(plan.decided)
            table.put(plan.matched)
            table.put(number: plan.withFormerCarer ? 1 : 0)
            table.put(number: single ? 1 : 2)
            table.put(sexes)
            table.put(status)
        }
    }
}

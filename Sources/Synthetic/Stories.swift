import Days

/// What people of Severn Vale wrote of some of its children: records for `throughline record`, good ones and ones in which
/// something is not joined up. Every word of it is made up.
struct Stories {
    /// How many children have one.
    static let most = 40

    /// Each way in which a story is left unjoined; the first is whole.
    enum Turn: CaseIterable {
        case whole, needUnanswered, riskUnanswered, vagueAction, viewUnheard, disclosure, notMeasured, reviewSilent
        case notTold, familyTime
    }

    /// A line a record, in the order of their days.
    static func lines(of careers: some Sequence<Career>, to horizon: Day) -> [UInt8] {
        var told = 0
        var lines = ""
        for career in careers {
            guard told < most else { break }
            guard career.outline.isInCare(on: horizon), !career.outline.last.path.isShortBreaks,
                (5...15).contains(career.outline.born.age(on: horizon)), let now = career.episodes.last,
                now.end > horizon, horizon - now.start > 120
            else { continue }
            var story = Story(career, placed: now.start, to: horizon)
            story.tell(Turn.allCases[told % Turn.allCases.count])
            lines += story.lines
            told += 1
        }
        return Array(lines.utf8)
    }
}

/// One child's story.
private struct Story {
    let child: Int
    let placed: Day
    let horizon: Day
    private(set) var lines = ""

    init(_ career: Career, placed: Day, to horizon: Day) {
        child = 100_000 + career.outline.number
        (self.placed, self.horizon) = (placed, horizon)
    }

    mutating func tell(_ turn: Stories.Turn) {
        let start = horizon - 110
        let actionForNeed = action(
            "A1", "A story and a night light each evening", owner: turn == .vagueAction ? "" : "Foster carer",
            due: horizon + 40, purpose: "Calm nights", addresses: turn == .needUnanswered ? ["N2"] : ["N1", "O1"])
        record(
            "assessment", start,
            [
                "assessment_type": .text("update"), "target": .text("\(start + 10)"),
                "target_reason": .text("Before the spring term, so that school is ready"),
                "history": .text("Two homes before this one, and a long time with nan before that."),
                "placement_from": .text("\(placed)"),
                "what": .text("Wakes most nights and is tired at school; laughs a lot with the carers’ dog."),
                "so_what": .text("Nights are when the worry comes. Tired days make school harder than it need be."),
                "now_what": .text("Calm nights first, then reading."),
                "needs": .list([
                    .object(["id": .text("N1"), "what": .text("To feel safe at night"), "area": .text("emotional")]),
                    .object([
                        "id": .text("N2"), "what": .text("To know their father’s family"), "area": .text("identity"),
                    ]),
                ]),
                "risks": .list([
                    .object([
                        "id": .text("R1"), "what": .text("Older young people waiting at the park"),
                        "level": .text("high"), "known": .flag(true),
                    ])
                ]),
            ])
        record(
            "care_plan", start + 4,
            [
                "permanence": .text("long_term_fostering"), "parallel_plan": .text("With an aunt, being assessed"),
                "health": .text("Dentist twice a year; glasses."),
                "education": .text("Reading with an adult each day."),
                "emotional": .text("Calm nights, and somebody to talk to on Thursdays."),
                "identity": .text("Photographs and stories from their father’s sister."),
                "family_and_social": .text("Mum on Saturdays; football on Sundays."),
                "social_presentation": .text("Chooses own clothes."),
                "self_care": .text("Bathes alone, likes bubbles."),
                "wishes": .text("To stay, and to see nan."), "agreement": .text("Mum agreed at the meeting."),
                "outcomes": .list([
                    .object([
                        "id": .text("O1"), "what": .text("Sleeps through the night"), "need": .text("N1"),
                        "baseline": .text("wakes four times"), "target": .text("wakes once or less"),
                        "measure": .text("the carers’ diary"),
                        "measure_by": .text("\(turn == .notMeasured ? horizon - 20 : horizon + 40)"),
                    ])
                ]),
                "actions": .list([
                    actionForNeed,
                    action(
                        "A2", "Ask their aunt for photographs", owner: "Social worker", due: horizon + 30,
                        purpose: "They know where they come from", addresses: ["N2"]),
                    action(
                        "A3", "Collect from school every day", owner: "Foster carer", due: horizon + 60,
                        purpose: "Not alone in the park", addresses: turn == .riskUnanswered ? ["N1"] : ["R1"]),
                ]),
            ])
        record(
            "family_time_plan", start + 4,
            [
                "wishes": .text("Saturdays, and not in the office."),
                "people": .list([
                    .object([
                        "person": .text("Mum"), "arrangement": .text("Saturdays at ten, at the swimming pool"),
                        "formal": .flag(true),
                    ]),
                    .object(
                        turn == .familyTime
                            ? ["person": .text("Nan")]
                            : [
                                "person": .text("Nan"), "arrangement": .text("Sunday telephone call"),
                                "formal": .flag(true),
                            ]),
                ]),
            ])
        people(start + 5)
        visit(start + 20, turn)
        record(
            "direct_work", start + 35,
            [
                "aim": .text("To talk about feelings"), "tool": .text("Picture cards"),
                "childs_words": .text("Blue is when I miss my cat."),
                "effect_on_plan": .text("The cat’s photograph goes beside the bed."),
            ])
        record(
            "life_story", start + 36,
            ["life_story_state": .text("started"), "told_why_in_care": .flag(turn != .notTold)])
        record(
            "identity_profile", start + 36,
            [
                "identity": .text("A drummer, a brother, somebody with two countries."),
                "wishes": .text("To cook what their father’s mother cooks."),
                "actions": .list([
                    action(
                        "A5", "Ask their aunt for recipes and cook one together", owner: "Foster carer",
                        due: horizon + 25, purpose: "The house smells of home", addresses: ["N2"])
                ]),
            ])
        record(
            "personal_education_plan", start + 38,
            [
                "school": .text("Larkrise Primary"), "attendance": .text("All but two days this term."),
                "education": .text("Reading is a year behind and catching up; number is strong."),
                "wishes": .text("To be in the band."),
            ])
        chronology(start + 37)
        review(start + 50, turn)
    }

    /// What no other record tells, and what it meant.
    private mutating func chronology(_ day: Day) {
        record(
            "chronology_entry", day,
            [
                "subject": .text("Nan moved to the coast, two hours away"), "significance": .text("significant"),
                "impact": .text("No more Sunday lunches. For weeks there was no talk of nan at all."),
                "theme": .text("family"), "also_theme": .text("feelings"),
            ])
        record(
            "chronology_entry", day + 3,
            [
                "subject": .text("First swimming badge"), "significance": .text("background"),
                "impact": .text("Wears it on every coat."), "theme": .text("went_well"),
            ])
    }

    /// Who is around the child, and what each may know; where Mum’s partner has frightened people, the address is confidential.
    private mutating func people(_ day: Day) {
        func person(_ name: String, _ relation: String, may: String, named: String, _ more: [String: Told]) -> Told {
            let said: [String: Told] = [
                "person": .text(name), "relation": .text(relation), "address": .text(may), "school": .text(may),
                "health": .text(may), "carers": .text(may), "named": .text(named), "by": .text("The team manager"),
            ]
            return .object(said.merging(more) { $1 })
        }
        let isConfidential = child % 3 == 0
        record(
            "people", day,
            [
                "address_confidential": .text(isConfidential ? "yes" : "no"),
                "school": .text("Larkrise Primary"), "carers_names": .text("Jo and Sam Weir"),
                "network": .list([
                    person(
                        "Mum", "mother", may: isConfidential ? "no" : "yes", named: "everybody",
                        [
                            "parental_responsibility": .text("yes"), "evidence": .text("Birth certificate seen"),
                            "contact": .text("supervised"), "because": .text("Agreed at the planning meeting"),
                        ]),
                    person(
                        "Nan", "grandmother", may: "yes", named: "everybody",
                        ["contact": .text("yes"), "because": .text("She visits them at home")]),
                    person(
                        "Gary Stroud", "Mum’s partner", may: "no", named: "nobody",
                        ["contact": .text("no"), "because": .text("He has threatened people before")]),
                ]),
            ])
    }

    private mutating func visit(_ day: Day, _ turn: Stories.Turn) {
        var said: [String: Told] = [
            "purpose": .text("To see how the nights are going"), "purpose_actions": .list([.text("A1")]),
            "seen": .flag(true), "alone": .text("alone"), "place": .text("placement"),
            "childs_words": .text("The light helps. I still listen for the stairs."),
            "observations": .text("Chatty, showed me the bedroom and the dog’s bed beside it."),
            "bedroom_seen": .text("seen"), "significant": .text(turn == .disclosure ? "disclosure" : "none"),
            "views": .list([
                .object([
                    "id": .text("V1"), "what": .text("I want to see nan in real life"), "clearly_said": .flag(true),
                ])
            ]),
        ]
        if turn != .disclosure {
            said["actions"] = .list([
                action(
                    "A4", "Ask nan which days suit her", owner: "Social worker", due: horizon + 30,
                    purpose: "They see each other", addresses: ["V1"])
            ])
        }
        record("visit", day, said)
    }

    private mutating func review(_ day: Day, _ turn: Stories.Turn) {
        var said: [String: Told] = [
            "participation": .text("PN1"), "spoke_alone": .text("yes"),
            "wishes": .text("To stay here and to see nan."), "chairs_view": .text("Settled, and sleeping better."),
            "health_considered": .text("Well; glasses are worn."),
            "decisions": .list([
                .object([
                    "id": .text("D1"), "what": .text("Nan comes to tea each month"), "owner": .text("Social worker"),
                    "due": .text("\(horizon + 20)"), "addresses": .list([.text("V1")]),
                ])
            ]),
        ]
        if turn != .reviewSilent {
            said["family_time_considered"] = .text("Saturdays happen; nan is missed.")
            said["advocacy_told"] = .flag(turn != .viewUnheard)
            said["visitor_considered"] = .flag(true)
            said["risks_considered"] = .list([
                .object(["item": .text("R1"), "what": .text("Collected each day; nobody has come near since.")])
            ])
        }
        if turn != .viewUnheard {
            said["views_answered"] = .list([
                .object([
                    "view": .text("V1"), "done": .text("Nan will come to tea each month"),
                    "told": .text("By the social worker, at bedtime"),
                ])
            ])
        }
        record("review", day, said)
    }

    private func action(
        _ id: String, _ what: String, owner: String, due: Day, purpose: String, addresses: [String]
    ) -> Told {
        .object([
            "id": .text(id), "what": .text(what), "owner": .text(owner), "due": .text("\(due)"),
            "purpose": .text(purpose), "addresses": .list(addresses.map { .text($0) }),
        ])
    }

    private mutating func record(_ kind: String, _ day: Day, _ answers: [String: Told]) {
        let line = Told.object([
            "command_id": .text("severn-vale-\(child)-\(kind)-\(day)"), "child": .text("\(child)"), "kind": .text(kind),
            "occurred": .text("\(day)"), "answers": .object(answers),
        ])
        lines += line.json + "\n"
    }
}

/// JSON of words that are written in this file: nothing in them needs escaping but quotes, which they have none of.
private indirect enum Told {
    case text(String)
    case flag(Bool)
    case list([Told])
    case object([String: Told])

    /// Names in order, so that the same story always makes the same bytes.
    var json: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): "[" + items.map(\.json).joined(separator: ",") + "]"
        case .object(let cells):
            "{" + cells.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value.json)" }.joined(separator: ",") + "}"
        }
    }
}

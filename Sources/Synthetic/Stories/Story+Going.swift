import Days

/// What was seen, what was decided, and what came of it.
extension Story {
    mutating func visit(_ number: Int) {
        let isFirst = number == 0
        let isUnjoined = number == 2
        let isTold = isUnjoined && leaves(.disclosureNotFollowed)
        let isBare = isTold || (isUnjoined && leaves(.visitWithoutActions))
        let purpose: Told = leaves(.planAbsent) ? ["A4"] : ["A1"]
        record(
            "visit", day(24 + number * 28),
            [
                "purpose": isUnjoined && leaves(.visitWithoutPurpose)
                    ? nil : .text("\(Ways.purpose.of(child + number)): \(life.actionFor.lowercasedFirst)"),
                "purpose_actions": isUnjoined && leaves(.visitWithoutPurpose) || isFirst && leaves(.planAbsent)
                    ? nil : purpose,
                "seen": true, "alone": "alone", "place": "placement", "childs_words": .text(life.says[number]),
                "observations": .text(life.seen[number]), "bedroom_seen": "seen",
                "significant": isTold ? "disclosure" : "none",
                "evidences": number == 1 && !leaves(.planAbsent)
                    ? [["item": ["A1", "O1"], "what": .text(life.seen[number])]] : nil,
                "review_asked": isUnjoined && leaves(.reviewAskedNotHeld) ? true : nil,
                "views": isFirst ? [["id": "V1", "what": .text(life.wish), "clearly_said": true]] : nil,
                "actions": isFirst
                    ? [
                        action(
                            "A4", "Ask \(life.people[1].name) \(Ways.askWhom.of(child))", owner: "Social worker",
                            due: due(30),
                            purpose: "What was wished for happens", addresses: ["V1"])
                    ] : isBare ? nil : ["none_because": .text(Ways.nothingNew.of(child + number))],
            ])
    }

    mutating func review() {
        record(
            "review", day(60),
            [
                "participation": "PN1", "attended": attended,
                "first_meeting": child % 8 == 3 ? .day(day(60) - 12) : nil,
                "spoke_alone": "yes", "wishes": .text(life.wish),
                "chairs_view": said(plot.ending == .better ? .better : .notYet),
                "health_considered": leaves(.reviewLeftHealth) ? nil : .text(life.health),
                "changes_considered": "Nothing has changed but the days, and no other plan was asked for.",
                "permanence_considered": "The long-term plan is still right, and so is the order.",
                "placement_considered": "It is still the right home.",
                "education_considered": age < 4 ? nil : "It goes as the education plan says.",
                "identity_considered": "What was planned for it is happening.",
                "family_time_considered": .text("\(life.people[0].name): \(Ways.familyTime.of(child))."),
                "advocacy_told": leaves(.viewNotConsidered) ? false : true, "visitor_considered": true,
                "risks_considered": leaves(.reviewLeftRisk) || leaves(.planAbsent)
                    ? nil : [["item": "R1", "what": .text(life.safetyAction)]],
                "views_answered": leaves(.viewNotConsidered)
                    ? nil
                    : .list(answered(contributes ? ["V1", "V2"] : ["V1"])),
                "decisions": [
                    [
                        "id": "D1", "what": .text(life.answer), "owner": "Social worker",
                        "due": leaves(.decisionPastTwoReviews) ? .day(day(68)) : due(20), "addresses": ["V1"],
                    ]
                ],
            ])
    }

    private func answered(_ views: [Told]) -> [Told] {
        views.map { ["view": $0, "done": .text(life.answer), "told": said(.told)] }
    }

    /// What the child says to their review themselves, in every other story of a child who is old enough and was asked.
    var contributes: Bool {
        age >= 7 && child.isMultiple(of: 2) && plot.cast != .new && !leaves(.viewNotConsidered)
            && !leaves(.viewNotAnswered)
    }

    mutating func contribution() {
        guard contributes else { return }
        let isAlone = age > 12
        record(
            "review_contribution", day(56),
            [
                "views": [
                    [
                        "id": "V2", "what": .text("\(Ways.talkAbout.of(child / 2)) \(life.people[1].name)."),
                        "clearly_said": true,
                    ]
                ],
                "childs_words": .text(Ways.beforeIt.of(child / 2)),
                "taking_part": isAlone ? "whole_meeting" : "part",
                "wants_there": .text("\(life.people[1].name), if that can be."),
                "contributed_how": isAlone ? "alone" : "with_help", "helped_by": isAlone ? nil : "My carer",
            ])
    }

    /// Reviews brought forward, where the story needs them.
    mutating func laterReviews() {
        func again(_ number: Int, looked: Bool, considers: Bool) {
            record(
                "review", day(number),
                [
                    "participation": "PN1", "spoke_alone": "yes", "wishes": .text(life.wish),
                    "chairs_view": .text(Ways.broughtForward.of(child + number)),
                    "health_considered": considers ? .text(life.health) : nil,
                    "risks_considered": [["item": "R1", "what": .text(life.safetyAction)]],
                    "decisions_looked": looked ? [["decision": "D1", "state": "going_on"]] : nil,
                    "decisions": ["none_because": "What was decided stands."],
                ])
        }
        if leaves(.decisionPastTwoReviews) {
            again(80, looked: true, considers: true)
            again(100, looked: true, considers: true)
        }
        if leaves(.reviewLeftDecision) { again(90, looked: false, considers: !leaves(.reviewLeftHealth)) }
    }

    /// What was planned for the first need is done where it has got better, in two stories of three.
    private var whatHelped: [Told] {
        guard plot.ending == .better, !child.isMultiple(of: 3) else { return [] }
        return [["action": "A1", "state": "done", "on": .day(day(94)), "effect": .text(life.target)]]
    }

    /// Whether it got better: measured, and told with what it changed.
    mutating func progress() {
        guard !leaves(.planAbsent) else { return }
        let isMeasured = !leaves(.outcomeNotMeasured) && plot.ending != .worse
        record(
            "case_note", day(95),
            [
                "subject": "How it goes", "significant": "none", "observations": .text(life.seen[2]),
                "progress": .list(
                    [
                        .cells([
                            "action": "A4", "state": "done", "on": .day(day(92)),
                            "effect": leaves(.actionWithoutEffect) ? nil : .text(life.says[2]),
                        ])
                    ] + whatHelped),
                "measurements": isMeasured
                    ? [
                        [
                            "outcome": "O1",
                            "value": plot.ending == .better ? .text(life.target) : .text(life.baseline),
                            "change": .text(plot.ending.rawValue), "on": .day(day(94)),
                        ]
                    ] : nil,
            ])
    }

    /// An assessment later than the first, and the plan looked at again, where the story needs them.
    mutating func lookedAgain() {
        let isAfterMove = plot.cast == .moved && !leaves(.changeNotLookedAt)
        guard leaves(.assessmentLeavesOutRisk) || isAfterMove else { return }
        let when = max(day(97), window.placed + 8)
        setDay(on: when - 3, .day(window.horizon), type: "update", because: "Much has changed, and the review is near.")
        record(
            "assessment", when, for: worker(when),
            [
                "assessment_type": "update", "target": .day(window.horizon),
                "target_reason": "Much has changed, and the review is near.",
                "history": .text(life.history), "placement_from": .day(window.placed), "what": .text(life.what),
                "so_what": .text(life.soWhat), "now_what": .text(life.nowWhat),
                "needs": ["none_because": "None is new."],
                "risks_considered": leaves(.assessmentLeavesOutRisk)
                    ? nil : [["item": "R1", "what": .text(life.safetyAction)]],
            ])
        approve(when, on: when + 1)
        if isAfterMove, !leaves(.planOlderThanChange) { carePlan(again: max(day(99), window.placed + 10)) }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

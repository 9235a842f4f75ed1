import Casework
import Days
import TestSupport
import Testing

/// What a plan of the reviewing service has to say before anybody may sign it.
struct ReviewingPlanTests {
    @Test func aPlanThatSaysAllOfItIsSigned() throws {
        let plan = try ReviewingPlans.plan()
        #expect(
            plan.inPost == 640 && plan.established == 800 && plan.functions.count == ReviewingFunction.allCases.count)
        #expect(plan.actions.map(\.id) == [1] && plan.actions(for: .enoughOfficers).count == 1)
        #expect(plan.how(.voice) == "As it is written")
    }

    @Test(arguments: ["ongoing", "ASAP", "tbc", "next review"])
    func aVagueDayIsAnsweredKindly(_ vague: String) {
        let refused = ReviewingPlans.refused { $0.actions[0].due = vague }
        #expect(refused == ["actions[1].due": VagueDay.remedy])
    }

    @Test(arguments: ["All officers", "The team", "tbc", "CAMHS", "Ruth Example and Ivo Marsh"])
    func anOwnerIsOnePerson(_ vague: String) {
        #expect(Set(ReviewingPlans.refused { $0.actions[0].owner = vague }.keys) == ["actions[1].owner"])
    }

    @Test func everythingThatIsInTheWayIsSaidAtOnce() {
        let refused = ReviewingPlans.refused {
            ($0.year, $0.inPost, $0.signedBy) = ("2018", "six", "")
            $0.functions["voice"] = " "
            $0.functions["tea"] = "Tea is made"
            $0.actions[0].function = ""
            $0.actions[0].knownBy = ""
        }
        #expect(
            Set(refused.keys) == [
                "year", "in_post", "signed_by", "functions.voice", "functions.tea", "actions[1].function",
                "actions[1].known_by",
            ])
    }

    @Test func aPlanIsSignedInItsYearForADayThatHasCome() {
        #expect(ReviewingPlans.refused { $0.day = "2018-07-01" }["day"] != nil, "not come")
        #expect(ReviewingPlans.refused { $0.day = "2017-12-28" }["day"] != nil, "too early")
        #expect(ReviewingPlans.refused { $0.day = "2017-12-31" } == [:], "in the three months before")
        #expect(ReviewingPlans.refused { ($0.year, $0.reportDue) = ("2017-18", "2018-09-30") }["day"] != nil, "over")
        #expect(ReviewingPlans.refused { $0.reportDue = "2019-03-31" }["report_due"] != nil, "the year is not over")
    }

    @Test func whatIsDoneSaysWhenAndWhatItChanged() {
        #expect(ReviewingPlans.refused { $0.actions[0].done = "2018-05-10" }["actions[1].changed"] != nil)
        #expect(ReviewingPlans.refused { $0.actions[0].changed = "Less waiting" }["actions[1].done"] != nil)
        let late = ReviewingPlans.refused {
            ($0.actions[0].done, $0.actions[0].changed) = ("2018-05-15", "Less waiting")
        }
        #expect(late["actions[1].done"] != nil, "after the day that it is signed for")
        #expect(ReviewingPlans.refused { ($0.actions[0].done, $0.actions[0].changed) = ("2018-05-14", "Less") } == [:])
    }

    @Test func anEmptyRowIsNoAction() throws {
        let command = ReviewingPlans.command {
            $0.actions.insert(ReviewingPlanCommand.Row(), at: 0)
            $0.actions[0].function = "voice"
        }
        #expect(try ReviewingPlans.decided(command).get().actions.map(\.what) == ["Fill the empty post"])
    }

    @Test func anActionKeepsItsNumberFromVersionToVersion() throws {
        let first = try ReviewingPlans.plan()
        var command = ReviewingPlans.command()
        var another = command.actions[0]
        another.what = "Ask children what they think of their reviews"
        command.actions.insert(another, at: 0)
        let second = try ReviewingPlans.decided(command, beside: first).get()
        #expect(second.actions.map(\.id) == [2, 1], "the same words are the same action")
        command = ReviewingPlanCommand(second)
        command.actions[1].what = "Fill both posts"
        let third = try ReviewingPlans.decided(command, beside: second).get()
        #expect(third.actions.map(\.id) == [2, 1])
        #expect(third.differences(from: second).map(\.title) == ["Action: Fill both posts"])
    }

    @Test func aNumberIsOneThatThePlanHas() throws {
        var command = ReviewingPlans.command { $0.actions[0].id = "4294967295" }
        command.actions.append(command.actions[0])
        command.actions[1].id = ""
        let first = try ReviewingPlans.decided(command).get()
        #expect(first.actions.map(\.id) == [1, 2], "no plan has the number that was given")
        command.actions[1].id = "2"
        command.actions[1].what = "Fill both posts"
        command.actions.append(command.actions[1])
        #expect(try ReviewingPlans.decided(command, beside: first).get().actions.map(\.id) == [1, 2, 3], "once each")
        let highest = try ReviewingPlans.plan {
            $0.actions[0] = ReviewingAction(
                id: .max, function: "voice", what: "Ask", owner: "Ruth Example", due: $0.day, knownBy: "They say so")
        }
        #expect(try ReviewingPlans.decided(ReviewingPlans.command(), beside: highest).get().actions.map(\.id) == [1])
    }

    @Test func theSameWordsForAnotherFunctionAreAnotherAction() throws {
        var command = ReviewingPlans.command()
        for function in ["voice", "voice"] {
            command.actions.append(command.actions[0])
            command.actions[command.actions.count - 1].function = function
        }
        let first = try ReviewingPlans.decided(command).get()
        #expect(first.actions.map(\.id) == [1, 2, 3])
        #expect(try ReviewingPlans.decided(command, beside: first).get() == first, "the same again is the same")
        command.actions.remove(at: 0)
        #expect(try ReviewingPlans.decided(command, beside: first).get().actions.map(\.id) == [2, 3])
    }

    @Test func whatGoesToThePublicNamesNobodyWhoIsKnownHere() {
        var authority = Authority()
        authority.apply(.described(Worker(code: "SW1", name: "Ann Okoro")), to: StreamID(.worker, key: 1))
        var child = ChildRecord(id: ChildID(key: 1))
        child.apply(
            .identity(.named(ChildName(given: "Ada Mae", family: "Example", knownAs: "Ade"))),
            origin: Origin(EventID(1), .recordedHere))
        authority.replace(child)
        let names = NamesHere(authority)
        #expect(
            names.without("We asked Ann Okoro’s team, ade example, and others.")
                == "We asked [name left out]’s team, [name left out], and others.")
        #expect(names.without("In a week.\nAnn Okoro rings") == "In a week.\n[name left out] rings")
        #expect(names.without("Marsh/Ann Okoro/Ellis") == "Marsh/[name left out]/Ellis")
        #expect(names.without("‘Ann Okoro', ANN OKORO'S") == "‘[name left out]', [name left out]'S")
        #expect(names.areNamed(in: "Ann\u{a0}Okoro—and others"))
        let unnamed = "What children’s officers do,\n week by week: it’s the same."
        #expect(names.without(unnamed) == unnamed)
        #expect(names.without("It was Ann Okoro.") == "It was [name left out].")
        #expect(names.without("As Ada Mae Example said") == "As [name left out] said")
        #expect(!names.areNamed(in: "Ann and Ada spoke of an example"))
        let command = ReviewingPlans.command { $0.functions["voice"] = "Ask Ade Example" }
        guard case .failure(let refusals) = ReviewingPlans.decided(command, in: authority) else {
            Issue.record("a child is named")
            return
        }
        #expect(refusals.all.map(\.field) == ["functions.voice"])
        let owned = ReviewingPlans.command { $0.actions[0].owner = "Ann Okoro" }
        #expect((try? ReviewingPlans.decided(owned, in: authority).get()) != nil, "who sees to it is named")
    }

    @Test func postsAreReadAsPeopleWriteThem() {
        for (text, hundredths) in [("6.4", 640), ("8", 800), ("0", 0), ("7.25", 725), ("8.0", 800)] {
            #expect(FullTimePosts.read(text) == hundredths)
        }
        for text in ["", "six", "-1", "6,4", "6.", ".5", "6.425", "1001", "1e3"] {
            #expect(FullTimePosts.read(text) == nil, "\(text)")
        }
        for hundredths in [0, 5, 640, 725, 800] {
            #expect(FullTimePosts.read(FullTimePosts.text(hundredths)) == hundredths)
        }
    }
}

import Casework
import Days
import Testing

/// What everybody is to do, nobody does; and “ongoing” is no day.
struct VagueWordsTests {
    private static func refusal(owner: String) -> RecordRefusal? {
        let note = RecordingTests.note([.actions: .rows([RecordingTests.action("Ring", [.owner: .text(owner)])])])
        guard
            case .failure(let refusals) = note.decided(
                for: ChildRecord(id: ChildID(key: 1)), today: RecordingTests.today)
        else { return nil }
        return refusals.all.first
    }

    @Test(arguments: [
        "Everyone", "everybody.", "All", "All professionals", "SW and carer and school", "Ann Worker and Jo Smith",
        "Ann/Jo", "Social worker / carer", "Ann Worker, Jo Smith", "Carer, teacher", "Mum, Dad", "Ann & Jo",
        "Carer or social worker", "Both parents", "The team", "Professionals", "Core group", "Carers",
    ])
    func aGroupIsNoOwner(_ words: String) throws {
        let refusal = try #require(Self.refusal(owner: words))
        #expect(refusal.field == "actions[1].owner" && refusal.what == "“\(words)” is more than one person")
        #expect(refusal.remedy.contains("name") && refusal.remedy.contains("one person"))
    }

    @Test(arguments: ["ASAP", "TBC", "tbc.", "T.B.C", "To be confirmed", "N/A", "None", "Ongoing", "On-going"])
    func nobodyIsNoOwner(_ words: String) {
        #expect(Self.refusal(owner: words)?.what == "“\(words)” names nobody")
    }

    @Test(arguments: ["School", "CAMHS", "the police", "Health", "Children’s services", "Local authority"])
    func anAgencyIsAskedWhoThere(_ words: String) throws {
        let refusal = try #require(Self.refusal(owner: words))
        #expect(refusal.what == "“\(words)” is an agency, not a person")
        #expect(refusal.remedy.contains("Jo Okafor (\(words))"))
    }

    @Test(arguments: [
        "Ann Worker", "Ann Worker, team manager", "Carer", "Social worker", "Class teacher", "S/W",
        "Jo Okafor (school)", "Jo Okafor, school nurse",
        "Jo Okafor, Hilltop Primary School", "Class teacher, Hilltop School", "Jo Okafor (health and wellbeing)",
        "Jo Okafor, Education and Health", "Andy Sandor", "Anne-Marie O’Brien", "Personal adviser", "Nan",
    ])
    func onePersonIs(_ words: String) { #expect(Self.refusal(owner: words) == nil) }

    @Test func aDecisionHasOneOwnerToo() {
        let row = AnswerRow([.what: .text("Nan"), .owner: .text("Everyone"), .due: .day(RecordingTests.day)])
        let review = RecordCommand(
            kind: .review, day: RecordingTests.day, form: RecordingTests.form, answers: [.decisions: .rows([row])])
        #expect(RecordingTests.refusals(review).contains("decisions[1].owner"))
    }

    @Test(arguments: [
        "Ongoing", "ongoing.", " ON-GOING ", "On going", "Review date", "next review", "as and when", "As & when",
        "continuous", "TBC", "t.b.c.", "A.S.A.P.", "asap!", "as soon as possible", "Immediately", "ongoing / weekly",
        "until further notice",
    ])
    func whatIsNoDayIsKnownHoweverItIsSpelt(_ words: String) { #expect(VagueDay.says(words)) }

    @Test(arguments: ["31 March", "2026-13-01", "tomorrow", "Friday", "reviewed", "4 May 2026", ""])
    func aMistypedDayIsNotTakenForThat(_ words: String) { #expect(!VagueDay.says(words)) }
}

import Casework
import Days
import Testing

/// What each way of leaving care means.
struct CareEndingTests {
    @Test(arguments: [
        ("X1", CareEnding.Outcome.careContinued), ("E2", .died), ("E3", .anotherAuthority), ("E4A", .returnedHome),
        ("E4B", .returnedHome), ("E5", .independent), ("E6", .independent), ("E7", .adultServices), ("E8", .other),
        ("E9", .custody), ("E11", .adopted), ("E12", .adopted), ("E15", .assessedAsAdult), ("E17", .stayedWithCarers),
        ("E41", .residenceOrder), ("E45", .specialGuardianship), ("E46", .specialGuardianship),
        ("E47", .specialGuardianship), ("E48", .specialGuardianship),
    ])
    func anEndingMeansWhatTheCollectionSays(_ code: String, _ outcome: CareEnding.Outcome) {
        #expect(Code(code).map { CareEnding($0).outcome } == outcome)
    }

    @Test func anEndingNobodyKnowsHasNoMeaning() {
        #expect(CareEnding("E99").outcome == nil)
        #expect(CareEnding("E99").meaning == "code E99 (not known)")
    }

    @Test func aCodeHoldsEightCharactersAndNoMore() {
        #expect(Code("sc012345" as String)?.description == "SC012345")
        #expect(Code("SC0123456" as String) == nil)
        #expect(Code("caf\u{E9}" as String) == nil)
        #expect(Code("  pn1 " as String) == Code("PN1" as String))
    }
}

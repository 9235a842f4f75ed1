import Casework
import Days
import TestSupport
import Testing

/// Who is whose brother or sister, and whether they live in one home.
struct SiblingTests {
    static func said(
        of other: UInt64, _ relation: SiblingRelation = .full, on when: String, why: String = ""
    ) -> [ChildEvent] {
        var answers: [CoreField: Answer] = [.siblingRelation: .choice(relation.rawValue)]
        if !why.isEmpty { answers[.reason] = .text(why) }
        return [
            .sibling(
                SiblingSaid(
                    of: ChildID(key: other),
                    SignedRecord(
                        kind: .siblings, day: day(when), form: FormEdition(version: 1, digest: 1), answers: answers)))
        ]
    }

    private static func stay(
        _ start: String, at postcode: Code = "SV12AB", _ placement: PlacementType = "U6", urn: Code = "SC1",
        ended: String? = nil
    ) -> [ChildEvent] {
        let first = Episode(
            start: day(start), reason: "S", legalStatus: "C2", placement: placement, provider: "PR1",
            placementPostcode: postcode, urn: urn)
        return [.episode(.started(first))]
            + (ended.map {
                [.episode(.ended(start: day(start), EpisodeEnd(day: day($0), ending: "E4A", reason: "")))]
            } ?? [])
    }

    private static func living(_ one: [ChildEvent], _ other: [ChildEvent]) -> LivingTogether {
        let now = day("2024-06-01")
        return LivingTogether(ChildAsAt(record(key: 1, one), now), ChildAsAt(record(key: 2, other), now))
    }

    @Test func theLastWordOfTwoChildrenStandsAndAMistakeTakesTheLinkAway() {
        let child = record(
            key: 1, Self.said(of: 2, on: "2024-01-01"), Self.said(of: 3, .half, on: "2024-01-02"),
            Self.said(of: 2, .none, on: "2024-03-01"))
        #expect(child.linkedSiblings.map(\.other) == [ChildID(key: 3)])
        #expect(ChildAsAt(child, day("2024-02-01")).record.linkedSiblings.map(\.relation) == [.full, .half])
    }

    @Test func whomItNamesIsNotAmongItsWords() {
        let signed = SignedRecord(
            kind: .siblings, day: day("2024-01-01"), form: FormEdition(version: 1, digest: 1),
            answers: [.sibling: .text("900002"), .siblingRelation: .choice("full")])
        #expect(SiblingSaid(of: ChildID(key: 2), signed).record.answers[.sibling] == nil)
        #expect(!ChildEvent.sibling(SiblingSaid(of: ChildID(key: 2), signed)).sentence.contains("900002"))
    }

    @Test func oneHomeIsOneWhereNothingAboutItDiffers() {
        #expect(Self.living(Self.stay("2024-01-01"), Self.stay("2024-02-01")) == .together)
    }

    @Test func twoPostcodesAreTwoHomesSinceTheLaterMove() {
        let living = Self.living(Self.stay("2024-01-01"), Self.stay("2024-02-01", at: "SV99ZZ"))
        #expect(living == .apart(since: StartDay(day("2024-02-01"), isKnown: true)))
    }

    @Test func nextDoorIsNotTogether() {
        #expect(
            Self.living(Self.stay("2024-01-01"), Self.stay("2024-01-01", "K2")) == .unknown(.onlyThePostcodeAgrees))
    }

    @Test func whereNobodySaidWhereNobodyKnows() {
        #expect(Self.living(Self.stay("2024-01-01"), Self.stay("2024-01-01", at: .blank)) == .unknown(.placeNotSaid))
        #expect(Self.living(Self.stay("2024-01-01"), []) == .unknown(.notLookedAfter))
        #expect(
            Self.living(Self.stay("2024-01-01"), Self.stay("2024-01-01", ended: "2024-03-01"))
                == .unknown(.notLookedAfter))
    }

    @Test func twoNumbersOfOfstedsAreTwoHomesWhereAPostcodeIsNotSaid() {
        let hidden = Self.stay("2024-01-01", at: .blank, urn: "SC2")
        #expect(
            Self.living(Self.stay("2024-01-01"), hidden) == .apart(since: StartDay(day("2024-01-01"), isKnown: true)))
        let unnumbered = Self.stay("2024-01-01", at: .blank, urn: "XXXXXXX")
        #expect(Self.living(Self.stay("2024-01-01"), unnumbered) == .unknown(.placeNotSaid))
    }

    @Test func aReasonIsOfTheHomesItWasSaidOf() {
        var authority = Authority()
        let here = record(key: 1, Self.stay("2024-01-01"), Self.said(of: 2, on: "2024-02-15", why: "No room"))
        authority.replace(here)
        authority.replace(record(key: 2, Self.stay("2024-02-01", at: "SV99ZZ")))
        #expect(authority.siblings(of: ChildAsAt(here, day("2024-03-01"))).map(\.saysWhyTheyLiveApart) == [true])
        authority.replace(record(key: 2, Self.stay("2024-02-20", at: "SV99ZZ")))
        #expect(authority.siblings(of: ChildAsAt(here, day("2024-03-01"))).map(\.saysWhyTheyLiveApart) == [false])
    }

    /// Whatever stands around either record, or an adopter who may be known: nothing may be asked of it in a place that
    /// more people read.
    @Test func nothingIsAskedOfAProtectedOrAnAdoptedOne() {
        let here = record(key: 1, Self.stay("2024-01-01"), Self.said(of: 2, on: "2024-02-15"))
        let order = ProtectionEvent.Order(by: "b", reason: "r")
        let others: [[ChildEvent]] = [
            [.protection(.sealed(.adoption, order))], [.protection(.restricted(Restriction(named: ["x"]), order))],
            [.adoption(.matched(AdoptionMatch(matched: day("2024-02-20"))))],
        ]
        for more in [[]] + others {
            var authority = Authority()
            authority.replace(here)
            authority.replace(record(key: 2, Self.stay("2024-02-01", at: "SV99ZZ"), more))
            let asked = authority.openSiblings(of: ChildAsAt(here, day("2024-03-01")))
            #expect(asked.count == (more.isEmpty ? 1 : 0))
            #expect(authority.openSiblings(of: ChildAsAt(here, day("2024-03-01")), besides: [ChildID(key: 2)]).isEmpty)
        }
    }
}

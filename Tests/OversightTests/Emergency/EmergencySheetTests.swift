import Casework
import Days
import Oversight
import TestSupport
import Testing

/// The sheet says what the record holds and, of everything else, that it does not.
struct EmergencySheetTests {
    private func sheet(_ events: [ChildEvent]..., asAt: String = "2026-03-31") -> EmergencySheet {
        var authority = Authority()
        authority.apply(
            .described(Worker(code: "SW1", name: "Ada Okoro", team: "East", manager: "TM1")),
            to: StreamID(.worker, key: 1))
        authority.apply(.described(Worker(code: "TM1", name: "Omar Lee")), to: StreamID(.worker, key: 2))
        let child = record(born: "2012-05-10", events.flatMap { $0 })
        return EmergencySheet(ChildAsAt(child, day(asAt)), in: authority)
    }

    private func line(_ title: String, _ sheet: EmergencySheet) -> EmergencySheet.Line? {
        sheet.parts.flatMap(\.lines).first { $0.title == title }
    }

    @Test func itTellsWhereAndWithWhomAndWhoIsResponsible() {
        let sheet = sheet(
            episode("2025-05-01", at: "ZZ992BB"), worker("SW1", "2025-05-01"),
            [.identity(.named(ChildName(given: "Siobhan", family: "Thornmere", knownAs: "Shiv", pronouns: "she/her")))])
        #expect(line("Name", sheet)?.value == "Siobhan Thornmere")
        #expect(line("Goes by", sheet)?.value == "Shiv")
        #expect(line("Age", sheet)?.value == "13")
        #expect(line("Postcode", sheet)?.value == "ZZ99 2BB")
        #expect(line("Social worker", sheet)?.value == "Ada Okoro, East")
        #expect(line("Their manager", sheet)?.value == "Omar Lee")
    }

    @Test func onlyThePostcodeTellsWhereTheChildIs() {
        let sheet = sheet(episode("2025-05-01", home: "ZZ991AA", at: "ZZ992BB"))
        #expect(sheet.parts.flatMap(\.lines).filter(\.isAddress).map(\.title) == ["Postcode"])
        let values = sheet.parts.flatMap(\.lines).compactMap(\.value)
        #expect(!values.contains { $0.contains("ZZ99 1AA") || $0.contains("ZZ991AA") })
    }

    @Test func whatTheRecordDoesNotHoldIsNeverLeftOut() {
        let sheet = sheet(episode("2025-05-01"))
        for title in [
            "Medication and allergies", "Who may know where the child is", "On call tonight", "Telephone numbers",
            "Who holds parental responsibility", "Exploitation, self-harm, people who are a danger", "Postcode",
            "Name", "Pronouns",
        ] {
            let line = line(title, sheet)
            #expect(line != nil && line?.value == nil, "\(title)")
        }
        #expect(line("Social worker", sheet)?.value == "no one known")
        #expect(line("Missing or away in the last twelve months", sheet)?.value == "0 times")
    }

    @Test func aChildWhoIsMissingOrHasDiedIsSaidFirst() {
        let missing = sheet(episode("2025-05-01"), missing("2026-03-29"))
        #expect(missing.alerts == ["Missing since 29 March 2026; no return is recorded."])
        let died = sheet(episode("2025-05-01", end: "2026-02-01", "E2"))
        #expect(died.alerts == ["Died on 1 February 2026."])
        #expect(line("Placement", died)?.value == "none on 31 March 2026")
    }

    @Test func nothingAfterTheDayIsKnown() {
        let before = sheet(
            episode("2025-05-01", at: "ZZ992BB"), missing("2026-01-01", "2026-01-02"), asAt: "2025-12-31")
        #expect(line("Missing or away in the last twelve months", before)?.value == "0 times")
    }
}

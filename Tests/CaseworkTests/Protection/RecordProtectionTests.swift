import Casework
import Days
import TestSupport
import Testing

/// What stands around a record is what was said last.
struct RecordProtectionTests {
    private let order = ProtectionEvent.Order(by: "the head of service", reason: "a relative works here")
    private let named = Restriction(named: ["SW1"], parties: ["SW2"])

    private func protection(_ events: ProtectionEvent...) -> RecordProtection? {
        record(events.map { .protection($0) }).protection
    }

    @Test func nothingStandsAroundARecordUntilItIsSaid() { #expect(record([]).protection == nil) }

    @Test func theLatestRestrictionCountsWithWhoOrderedIt() {
        let other = ProtectionEvent.Order(by: "the court", reason: "an order")
        let held = protection(
            .restricted(named, order), .restricted(Restriction(named: ["SW3"]), other))
        #expect(held?.restriction == Restriction(named: ["SW3"]) && held?.restrictedBy == other)
    }

    @Test func whatIsLiftedIsGone() {
        #expect(protection(.restricted(named, order), .lifted(order)) == nil)
        #expect(protection(.sealed(.adoption, order), .unsealed(order)) == nil)
    }

    @Test func aSealThatIsTakenOffLeavesTheRestrictionThatWasThere() {
        let held = protection(.restricted(named, order), .sealed(.wrongChild, order), .unsealed(order))
        #expect(held?.restriction == named && held?.seal == nil && held?.sealedBy == nil)
    }

    @Test func anAuthorityKnowsWhichRecordsAreProtected() {
        var authority = Authority()
        authority.replace(record(key: 1, [.protection(.sealed(.adoption, order))]))
        authority.replace(record(key: 2, []))
        #expect(authority.protected == [ChildID(key: 1)])
        authority.replace(record(key: 1, []))
        #expect(authority.protected.isEmpty)
    }
}

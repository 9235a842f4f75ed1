import Casework
import Testing

@testable import Access

@Suite struct PolicyTests {
    @Test func whatIsNotInTheTableIsRefused() {
        for role in Role.allCases {
            for action in Action.allCases where Policy.table[role]?[action] == nil && action != .ownAccount {
                #expect(!Policy.allows([role], action))
                for relation in Relation.allCases {
                    #expect(Policy.answer([role], action, relation, .ordinary) == .no(.notYours))
                }
            }
        }
    }

    @Test func whoeverMayDoItFromAfarMayDoItFromNear() {
        for role in Role.allCases {
            for action in Action.allCases where Policy.answer([role], action, .other, .ordinary) == .yes {
                #expect(Policy.answer([role], action, .team, .ordinary) == .yes)
                #expect(Policy.answer([role], action, .own, .ordinary) == .yes)
            }
        }
    }

    @Test func nothingOpensASealedRecordButInformationGovernance() {
        for role in Role.allCases where role != .informationGovernance {
            for action in Action.allCases {
                for relation in Relation.allCases {
                    #expect(Policy.answer([role], action, relation, .sealed) == .no(.noSuchChild))
                }
            }
        }
    }

    @Test func aPartyIsRefusedWhateverTheirRoles() {
        for action in Action.allCases {
            #expect(Policy.answer(Role.allCases, action, .own, .party) == .no(.isParty))
        }
    }

    @Test func nobodyGivesAReasonAtTheCommandLine() {
        for action in Action.allCases {
            #expect(Policy.answer([.commandLine], action, .other, .restricted(isNamed: false)) != .withReason)
            #expect(Policy.answer([.commandLine], action, .other, .sealed) == .no(.noSuchChild))
        }
        #expect(Policy.answer([.commandLine], .seeChild, .other, .restricted(isNamed: true)) == .yes)
        #expect(!Role.ofAccounts.contains(.commandLine))
    }

    @Test func aReasonOpensARecordAndItsEmergencyPageAndNothingElse() {
        for role in Role.allCases {
            for action in Action.allCases {
                for relation in Relation.allCases {
                    let answer = Policy.answer([role], action, relation, .restricted(isNamed: false))
                    if answer == .withReason { #expect([.seeChild, .useEmergencyPage].contains(action)) }
                }
            }
        }
        #expect(Policy.answer([.outOfHours], .useEmergencyPage, .other, .restricted(isNamed: false)) == .withReason)
        #expect(Policy.answer([.outOfHours], .seeChild, .other, .ordinary) == .no(.notYours))
    }

    /// What an auditor writes asks an action of its own, so that nothing else opens to them, and theirs to nobody else.
    @Test func anAuditorWritesAuditsAndNothingElseAndNobodyElseDoes() {
        for role in Role.ofAccounts {
            for relation in Relation.allCases {
                let audits = Policy.answer([role], .auditWork, relation, .ordinary) == .yes
                #expect(audits == (role == .auditor))
            }
        }
        #expect(!Policy.allows([.auditor], .recordWork) && !Policy.allows([.auditor], .correctRecords))
        #expect(Policy.answer([.auditor], .auditWork, .other, .restricted(isNamed: false)) == .no(.restricted))
        #expect(RecordKind.allCases.filter { $0.action == .auditWork } == [.assessmentAudit])
        #expect(Action.recording == [.recordWork, .auditWork])
    }

    @Test func aRestrictedRecordTakesANameOrAReason() {
        #expect(Policy.answer([.socialWorker], .seeChild, .own, .restricted(isNamed: true)) == .yes)
        #expect(Policy.answer([.socialWorker], .seeChild, .own, .restricted(isNamed: false)) == .withReason)
        #expect(Policy.answer([.socialWorker], .seeChild, .other, .restricted(isNamed: false)) == .no(.notYours))
    }
}

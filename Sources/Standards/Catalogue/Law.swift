import Casework
import Days

/// Legal status, section 20 and the courts.
extension Catalogue {
    static let legal: [Standard] = [
        .unstarted(
            "LG01", "Section 20 ends at once where a parent able to care objects or removes the child", .regulation,
            .verified, Citation("CA 1989 s20; [2018] UKSC 37"), because: "it holds no objections"),
        .unseen(
            "LG02", "Section 20 agreement recorded at the start", .goodPractice, .unverified,
            Citation("[2018] UKSC 37; [2015] EWCA Civ 1112"), .legalStatusBegan, .sameDay, .section20Agreement
        ) { occasion, walk in walk.child.legalSpells[occasion.index].status == .section20 },
        .unseen(
            "LG03", "Legal planning looked at within three months of section 20 beginning", .local, .secondary,
            Citation("Local aim; CA 1989", "s20"), .legalStatusBegan, .months(3), .legalPlanning,
            shownBy: Shown(kind: .legalPlanning) { planning, occasion, _ in planning.day >= occasion.day }
        ) { occasion, walk in walk.child.legalSpells[occasion.index].status == .section20 },
        .worked(
            "LG04", "Coming into care decided with legal advice and senior approval before, or the next working day",
            .statutoryGuidance, .unverified, Citation("Court orders guidance 2014", "vol 1"), .careBegan
        ) { occasion, walk, list in
            guard occasion.trigger.isKnown else {
                return list.addUnknown(
                    from: occasion.trigger, due: nil, [.approvals, .startOfCare], because: occasion.because)
            }
            let isEmergency = walk.child.legalStatus(on: occasion.day)?.isEmergency ?? false
            let due = isEmergency ? walk.context.day(1, workingDaysAfter: occasion.day) : occasion.day
            list.addUnknown(from: occasion.trigger, due: due, .approvals, because: occasion.because)
        },
        .unseen(
            "LG05", "Care proceedings within 26 weeks of issue", .regulation, .verified,
            Citation("CA 1989", "s32(1),(5),(7)"), .legalStatusBegan, .unsaid, .dateOfIssue
        ) { occasion, walk in walk.child.legalSpells[occasion.index].status == .interimCareOrder },
        .worked(
            "LG06", "Police protection no longer than 72 hours, an emergency order no longer than 8 days and 7 more",
            .regulation, .unverified, Citation("CA 1989", "ss44–46"), .legalStatusBegan
        ) { occasion, walk, list in EmergencyPowers(walk, occasion)?.add(&list) },
        .unseen(
            "LG07", "Secure accommodation: reviewed within a month, and by order of a court after 72 hours",
            .regulation, .unverified, Citation("Secure Accommodation Regs 1991"), .placementBegan, .months(1),
            .secureReviews
        ) { occasion, walk in walk.child.placements[occasion.index].type == "K1" },
        .unstarted(
            "LG08", "Pre-proceedings: decided within 6 weeks, complete in about 16", .statutoryGuidance, .unverified,
            Citation("Public Law Working Group 2021"), because: "it holds no letters before proceedings"),
        .worked(
            "LG09", "Deprivation of liberty only under an order in force", .regulation, .verified,
            Citation("Inherent jurisdiction; SSDA903 DoLo"), .liberty, inForce: DayInterval(from: ordersReturned)
        ) { occasion, walk, list in
            let order = walk.child.record.deprivations[occasion.index]
            var running = occasion
            running.stop = order.end.map { Stop(day: $0, why: .statusChanged) }
            guard let since = running.running(on: ordersReturned, upTo: walk.child.day) else { return }
            list.addUnknown(
                from: StartDay(since, isKnown: true), due: nil, .deprivationOrder,
                because: since == occasion.day ? occasion.because : .cameIntoForce)
        },
        .unstarted(
            "LG10", "Family group decision-making offered before a care application", .regulation, .verified,
            Citation("CWSA 2026", "s1"), because: "the section is not yet in force"),
    ]

    /// The first day of the collection that holds such orders.
    private static let ordersReturned = Day(uncheckedYear: 2026, month: 4, day: 1)
}

/// How long an emergency power held, in whole days: the law counts hours, so the day on which they run out decides
/// nothing.
struct EmergencyPowers {
    private let occasion: Occasion
    private let spell: LegalSpell
    private let lastSeen: Day
    /// Days surely within the law, and the most there can be.
    private let (days, most): (Int, Int)
    /// What would settle the days between.
    private let missing: Facts

    /// Nil for any other legal status.
    init?(_ walk: Walk, _ occasion: Occasion) {
        (self.occasion, spell, lastSeen) = (occasion, walk.child.legalSpells[occasion.index], walk.lastSeen)
        switch spell.status {
        // Within 72 hours of any time on the first day: surely until two days after, surely not after the third.
        case .policeProtection: (days, most, missing) = (2, 3, .timeOfDay)
        case .emergencyProtectionOrder: (days, most, missing) = (8, 15, .courtExtension)
        default: return nil
        }
    }

    func add(_ list: inout DutyList) {
        let (trigger, because) = (occasion.trigger, occasion.because)
        let (short, long) = (trigger.day + days, trigger.day + most)
        let last = spell.end ?? lastSeen
        if last > long {
            let standing: Standing = spell.end == nil ? .overdue(days: last - long) : .metLate(days: last - long)
            list.add(trigger: trigger, due: long, done: spell.end, standing, because: because)
        } else if !trigger.isKnown {
            list.addUnknown(from: trigger, due: nil, .startOfStatus, because: because)
        } else if let end = spell.end {
            list.add(
                trigger: trigger, due: most == 3 ? long : short, done: end, end <= short ? .met : .unknown(missing),
                because: because)
        } else {
            list.add(
                trigger: trigger, due: most == 3 ? long : short,
                last <= short ? .due : .unknown(missing), because: because)
        }
    }
}

import Casework
import Days
import Standards

/// Signals about where the child lives and how earlier placements ended.
extension Signals {
    static let placements = [pressure, unplannedEnding, repeatedEndings, distant, outOfArea]

    /// RS06: things on record that research links with placements ending early. They are listed, never added up; the
    /// question is asked where three or more are on record, so that it stays worth asking.
    /// Source: Rock et al., systematic review of placement stability.
    static let pressure = SignalRule(
        "RS06", "Several known pressures on this placement: what support do carers and child have?",
        reads: [.episodes, .identity, .workers, .yearlyOutcomes], owner: .socialWorker
    ) { child, _, list in
        guard let placement = child.currentPlacement, !placement.type.isAdoptive, !placement.type.isWithParents,
            !placement.type.isTemporary
        else { return }
        var facts: [SignalFact] = []
        if let age = child.age(on: placement.start.day), age >= 11 { facts.append(.ageAtPlacement(age)) }
        var earlier = 0
        var first: Placement?
        for other in child.placements where other.period == placement.period {
            first = first ?? other
            if other.start.day < placement.start.day, !other.type.isTemporary { earlier += 1 }
        }
        if earlier > 0 { facts.append(.earlierPlacements(earlier)) }
        if let first, isResidential(first.type) { facts.append(.firstPlacementResidential(first.type)) }
        if !placement.type.isBlank, !(["U1", "U2", "U3"] as [PlacementType]).contains(placement.type) {
            facts.append(.notWithRelatives)
        }
        let workers = 1 + changesOfWorker(child, after: child.day.adding(months: -12)).count
        if workers >= 3 { facts.append(.socialWorkers(workers)) }
        if let last = child.record.yearlyOutcomes.last?.outcomes, let score = last.sdqScore, score >= 17 {
            facts.append(.difficultiesScore(score, last.year))
        }
        guard facts.count >= 3 else { return }
        list.add(child, since: placement.start.day, facts)
    }

    static func isResidential(_ type: PlacementType) -> Bool {
        type == "K1" || type == "K2" || type == "R1" || type == "R5" || type == "S1"
    }

    /// One placement ended unplanned in the last twelve months.
    static let unplannedEnding = SignalRule(
        "UNPL", "A placement ended unplanned: what did the child say, and what was learned?", reads: [.episodes],
        owner: .socialWorker
    ) { child, _, list in
        let endings = unplannedEndings(child)
        guard endings.count == 1, let day = endings[0].end else { return }
        list.add(child, since: day, [.placementEnded(endings[0].type, day, endings[0].endReason)])
    }

    /// Two or more in twelve months; asked in place of ``unplannedEnding``, because one change is one item.
    static let repeatedEndings = SignalRule(
        "RPT", "Placements keep ending unplanned: what needs to be different next time?", reads: [.episodes],
        owner: .teamManager
    ) { child, _, list in
        let endings = unplannedEndings(child)
        guard endings.count >= 2, let since = endings[1].end else { return }
        list.add(
            child, since: since,
            endings.compactMap { ended in ended.end.map { .placementEnded(ended.type, $0, ended.endReason) } })
    }

    static func unplannedEndings(_ child: ChildAsAt) -> [Placement] {
        let from = child.day.adding(months: -12)
        return child.placements.filter { placement in
            placement.endReason.isUnplanned && placement.end.map { $0 > from && $0 <= child.day } ?? false
        }
    }

    /// Further from home than the authority's number of miles (20 unless set), where both postcodes are in the table.
    /// This is not the regulations' "at a distance", which asks about adjoining authorities.
    static let distant = SignalRule(
        "FAR", "Living far from home: how are family, school and health kept within reach?", reads: [.episodes],
        owner: .socialWorker
    ) { child, context, list in
        guard let places = context.places, let placement = child.currentPlacement,
            let home = places.place(of: placement.homePostcode), let here = places.place(of: placement.postcode)
        else { return }
        let miles = home.miles(to: here)
        guard miles > context.settings.distantMiles else { return }
        list.add(
            child, since: placement.start.day, [.placement(placement.type, since: placement.start), .miles(miles)])
    }

    /// In another authority's area, where this authority's own code is set and the postcode is in the table.
    static let outOfArea = SignalRule(
        "OOA", "Living in another authority’s area: do they know, and are services in place?", reads: [.episodes],
        owner: .socialWorker
    ) { child, context, list in
        guard !context.settings.authorityArea.isEmpty, let placement = child.currentPlacement,
            let here = context.places?.place(of: placement.postcode), here.area != context.settings.authorityArea
        else { return }
        list.add(
            child, since: placement.start.day,
            [.placement(placement.type, since: placement.start), .area(here.areaName)])
    }
}

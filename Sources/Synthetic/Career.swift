import Days

/// What happened to one child between coming into care and leaving it, as dated facts. Returns are cut from it.
///
/// The parts are thrown in the order of the files beside this one: the law first, then the places, then what depends on
/// both. Nothing is thrown after `horizon`, the end of the last return.
struct Career {
    struct Episode {
        var start: Day
        /// Why this episode began: S, L, P, T, B or U.
        var began: Code
        var legal: Code
        var place: Placement
        /// ``Day/distantFuture`` while open.
        var end: Day = .distantFuture
        var reasonEnded: Code = .blank
        var reasonPlaceChanged: Code = .blank
    }

    struct Placement: Equatable {
        var kind: PlaceKind
        var provider: Code
        var postcode: Code
        var urn: Code
    }

    struct Review {
        var day: Day
        var participation: Code
    }

    struct Absence {
        var kind: Code
        var start: Day
        var end: Day
    }

    struct Allocation {
        var worker: Int
        var start: Day
        var end: Day
        var reason: Code
    }

    /// A decision that the child should be placed for adoption, and whether it was reversed.
    struct AdoptionPlan {
        var decided: Day
        var matched: Day
        var withFormerCarer: Bool
        var ceased: Day?
        var reasonCeased: Code
    }

    let outline: Outline
    let horizon: Day
    var random: SeededRandom

    var ethnicity: Code = .blank
    var need: Code = .blank
    var homePostcode: Code = .blank
    /// Placements break down more often for some children than for others: 1 for most, up to 8.
    var fragility = 1.0
    /// Times missing or away in a year.
    var absencesAYear = 0.0
    var isDisabled = false
    /// Born to a girl in care.
    var childBorn: Day?
    /// The end of the time as an unaccompanied asylum-seeking child.
    var unaccompaniedUntil: Day?
    var adoption: AdoptionPlan?
    var previousPermanence: (code: Code, authority: Code, day: Day?) = ("Z1", .blank, nil)
    var deprivations: [DayInterval] = []

    var legal: [(day: Day, code: Code)] = []
    var places: [(day: Day, place: Placement, why: Code, isSameCarer: Bool)] = []
    var episodes: [Episode] = []
    var reviews: [Review] = []
    var absences: [Absence] = []
    var allocations: [Allocation] = []

    init(_ outline: Outline, workforce: Workforce, horizon: Day) {
        self.outline = outline
        self.horizon = horizon
        random = outline.random
        throwCharacter()
        for period in [outline.first, outline.second].compactMap(\.self) where period.start <= horizon {
            switch period.path {
            case .shortBreaks: throwShortBreaks(period)
            case .shortBreakAgreement: throwShortBreakAgreement(period)
            default:
                throwLaw(period)
                throwPlaces(period)
                mergeEpisodes(period)
                throwReviews(period)
                throwAbsences(period)
            }
            throwAllocations(period, workforce)
        }
        throwDeprivations()
    }

    /// What stays the same all through.
    private mutating func throwCharacter() {
        let first = outline.first
        isDisabled = first.path.isShortBreaks || random.chance(0.06)
        var home = outline.home
        ethnicity = home.pick(first.path == .unaccompanied ? Tables.ethnicityFromAbroad : Tables.ethnicity)
        need =
            switch first.path {
            case .unaccompanied: "N8"
            case .remand: "N6"
            case .shortBreaks, .shortBreakAgreement: "N2"
            default: random.pick(Tables.need)
            }
        homePostcode = Area.postcode(in: home.chance(0.95) ? [Area.home] : Area.adjoining, &home)
        fragility = random.chance(0.12) ? 3 + random.unit() * 5 : random.chance(0.3) ? 1.8 : 0.7
        let mischance = random.unit()
        absencesAYear = mischance < 0.86 ? 0.05 : mischance < 0.95 ? 1.5 : mischance < 0.99 ? 6 : 30
        if first.path == .unaccompanied {
            unaccompaniedUntil = outline.born.birthday(18)
        }
        let seventeenth = outline.born.birthday(16) + random.below(700)
        if !outline.isMale, !first.path.isShortBreaks, random.chance(0.03), seventeenth > first.start,
            seventeenth < outline.last.end
        {
            childBorn = seventeenth
        }
        if first.path != .unaccompanied, first.start - outline.born > 1_500, random.chance(0.06) {
            previousPermanence = (
                random.pick(["P1": 2, "P2": 5, "P3": 2]), random.chance(0.5) ? .blank : "WAL",
                first.start - random.within(200...1_200)
            )
        }
    }

    /// A child in a children's home or an unregistered place may be deprived of liberty by order of the court.
    private mutating func throwDeprivations() {
        for episode in episodes where episode.place.kind == .childrensHome || episode.place.kind == .unregistered {
            guard random.chance(episode.place.kind == .unregistered ? 0.5 : 0.05) else { continue }
            let start = episode.start + random.below(20)
            guard start < min(episode.end, horizon),
                let order = DayInterval(start, min(episode.end, start + random.within(28...200)))
            else { continue }
            deprivations.append(order)
        }
    }
}

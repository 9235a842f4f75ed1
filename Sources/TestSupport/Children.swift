import Casework
import Days
import Standards

/// Fictional children made event by event, as a return would tell of them.
public func day(_ iso: String) -> Day { Day(iso)! }

public func record(key: UInt64 = 1, born: String? = "2010-05-10", _ events: [ChildEvent]...) -> ChildRecord {
    var record = ChildRecord(id: ChildID(key: key))
    var seq: Int64 = 1
    let described = ChildEvent.identity(.described(ChildDetails(birthDate: born.map(day), sex: "F", ethnicity: "WBRI")))
    for event in [described] + events.flatMap({ $0 }) {
        record.apply(event, origin: Origin(EventID(seq), .ssda903(CollectionYear(startingIn: 2024))))
        seq += 1
    }
    return record
}

public func episode(
    _ start: String, _ reason: EpisodeReason = "S", _ status: LegalStatus = "C2", _ place: PlacementType = "U6",
    home: Code = .blank, at postcode: Code = .blank, end: String? = nil, _ ending: CareEnding = "X1",
    why: PlacementChangeReason = ""
) -> [ChildEvent] {
    let first = ChildEvent.episode(
        .started(
            Episode(
                start: day(start), reason: reason, legalStatus: status, need: "N1", placement: place, provider: "PR1",
                homePostcode: home, placementPostcode: postcode)))
    guard let end else { return [first] }
    return [
        first,
        .episode(.ended(start: day(start), EpisodeEnd(day: day(end), ending: ending, reason: why))),
    ]
}

public func missing(_ start: String, _ end: String? = nil, _ kind: MissingKind = "M") -> [ChildEvent] {
    [.missing(.started(day(start), kind))] + (end.map { [.missing(.returned(started: day(start), day($0)))] } ?? [])
}

public func review(_ when: String, _ code: Participation) -> [ChildEvent] {
    [.reviewHeld(Review(day: day(when), participation: code))]
}

public func worker(
    _ code: String, _ start: String, _ end: String? = nil, role: AllocationRole = .socialWorker
) -> [ChildEvent] {
    [.worker(.allocated(worker: code, role, day(start), "MANAGE"))]
        + (end.map { [.worker(.ended(worker: code, role, started: day(start), day($0)))] } ?? [])
}

/// A record that somebody signed here, of the answers that a test is about.
public func signed(_ kind: RecordKind, _ when: String, _ answers: [CoreField: Answer] = [:]) -> [ChildEvent] {
    [
        .signed(
            SignedRecord(kind: kind, day: day(when), form: FormEdition(version: 1, digest: 1), answers: answers))
    ]
}

/// An assessment that names one need, N1, and one risk, R1, where it is asked to.
public func assessed(_ when: String, risk: RiskLevel? = nil) -> [ChildEvent] {
    let need = AnswerRow([.id: .items([ItemID("N1")!]), .what: .text("To sleep"), .area: .choice("emotional")])
    let named = risk.map {
        AnswerRow([.id: .items([ItemID("R1")!]), .what: .text("A car outside"), .level: .choice($0.rawValue)])
    }
    var answers: [CoreField: Answer] = [
        .history: .text("Long"), .what: .text("So"), .soWhat: .text("What"), .nowWhat: .text("Now"),
        .needs: .rows([need]),
        // As earlier forms had it: nobody is asked to approve it.
        .managersComment: .text("It says why the nights are hard"),
    ]
    if let named { answers[.risks] = .rows([named]) }
    return signed(.assessment, when, answers)
}

public func order(_ start: String, _ end: String? = nil) -> [ChildEvent] {
    [.deprivation(.started(day(start)))]
        + (end.map { [.deprivation(.ended(started: day(start), day($0)))] } ?? [])
}

/// Returns with every table for the years from 2021-22 to 2025-26, drawn to the last day.
public func covered(_ tables: [ReturnTable] = ReturnTable.allCases, from: Int = 2021, through: Int = 2025) -> Context {
    let imports = (from...through).map { start in
        let year = CollectionYear(startingIn: start)
        return ReturnImported(
            year: year, tables: ReturnTables(tables), horizon: year.lastDay, digest: "", rowsRead: 0, rowsSetAside: 0)
    }
    return Context(coverage: Coverage(imports))
}

/// Two made-up postcodes, thirty miles apart, in two areas.
public struct TwoPlaces: Places {
    public init() {}

    public var edition: String { "two made-up postcodes" }

    public func place(of postcode: Code) -> Place? {
        switch postcode {
        case "AA11AA": Place(easting: 400_000, northing: 200_000, area: "E1")
        case "BB22BB": Place(easting: 400_000 + 48_280, northing: 200_000, area: "E2")
        default: nil
        }
    }
}

/// A visit at which the child was seen alone where they live.
public func visit(_ when: String, _ more: [CoreField: Answer] = [:]) -> [ChildEvent] {
    signed(
        .visit, when,
        [.seen: .flag(true), .alone: .choice("alone"), .place: .choice("placement")].merging(more) { $1 })
}

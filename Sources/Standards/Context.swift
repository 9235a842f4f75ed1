import Casework
import Days

/// What a rule may know besides the record: calendars, what the returns speak for, and the authority's own settings. All
/// values; a rule has nowhere else to look.
public struct Context: Sendable {
    /// Working days as the care-planning regulations mean them.
    public var workingDays: WorkingDays
    public var coverage: Coverage
    /// Until when absence can be evidence: the latest return's horizon. Nil before the first import.
    public var horizon: Day?
    public var settings: LocalSettings
    /// Whether anything has been signed here; nothing has where an authority has only its returns.
    public var isRecordedHere: Bool
    /// Where postcodes are; nil where no table was given.
    public var places: (any Places)?

    public init(
        workingDays: WorkingDays = .englandAndWales, coverage: Coverage = Coverage(), horizon: Day? = nil,
        settings: LocalSettings = LocalSettings(), places: (any Places)? = nil, isRecordedHere: Bool = false
    ) {
        self.isRecordedHere = isRecordedHere
        (self.workingDays, self.coverage, self.settings, self.places) = (workingDays, coverage, settings, places)
        self.horizon = horizon ?? coverage.horizon
    }

    /// Whether every rule answers the same in `other`: one way to know that what was worked out still holds.
    public func answersLike(_ other: Context) -> Bool {
        isRecordedHere == other.isRecordedHere && coverage == other.coverage && horizon == other.horizon
            && settings == other.settings
            && places?.edition == other.places?.edition && workingDays.name == other.workingDays.name
            && workingDays.years == other.workingDays.years && workingDays.holidays == other.workingDays.holidays
    }

    /// The last day "within `count` working days of" `day`; nil where the table does not reach.
    @inlinable public func day(_ count: Int, workingDaysAfter day: Day) -> Day? { workingDays.day(count, after: day) }
}

/// What an authority may set for itself. Each has the default that the catalogue gives.
public struct LocalSettings: Hashable, Sendable {
    /// Months between looks at legal planning for a child under section 20 (LG03).
    public var section20ReviewMonths = 3
    /// Miles from home at which a placement is called distant.
    public var distantMiles = 20.0
    /// The authority's own code in the postcode table (`E10000013`), where it was set; else out of area is unknown.
    public var authorityArea = ""
    /// Population of children under 18, for rates; nil where it was not given.
    public var population: Int?
    /// When a manager on duty is told of what is urgent, and not the out-of-hours team.
    public var officeHours = OfficeHours()
    /// Minutes after which what was said urgently, and nobody has acknowledged, goes to whoever is above.
    public var urgentMinutes = 60
    /// Where to telephone if a child is at risk, as pages print it beside 999; empty where the council has not said.
    public var urgentTelephone = ""
    /// Days that what the law or a child's safety asks can be put off, from the first time that it was.
    public var putOffDays = 28
    /// How much of one kind of thing to join up may be answered “not so”, in percent, before the kind leaves My work.
    public var notSoPercent = 20
    /// Working days in which a visit is to be written up (VI13).
    public var visitWrittenDays = 5
    /// The school terms of the area, earliest first (ED03); empty where the council has not said.
    public var schoolTerms: [DayInterval] = []

    public init() {}
}

/// Where a postcode is.
public struct Place: Hashable, Sendable {
    /// Metres east and north on the national grid.
    public let easting: Int32
    public let northing: Int32
    /// The code, as the Office for National Statistics gives it, of the council that looks after the area's children.
    public let area: String
    /// That council, or the country where it is not in England.
    public let areaName: String
    public init(easting: Int32, northing: Int32, area: String, areaName: String? = nil) {
        (self.easting, self.northing, self.area) = (easting, northing, area)
        self.areaName = areaName ?? area
    }

    /// Miles as the crow flies: √(Δeast² + Δnorth²) ÷ 1,609.3, to one decimal, as the DfE's checks work it out.
    public func miles(to other: Place) -> Double {
        let (east, north) = (Double(easting - other.easting), Double(northing - other.northing))
        return ((east * east + north * north).squareRoot() / 160.93).rounded() / 10
    }
}

/// A table of postcodes.
public protocol Places: Sendable {
    /// What tells this table from another.
    var edition: String { get }
    /// Nil where the table does not have the postcode, which is held without its space.
    func place(of postcode: Code) -> Place?
}

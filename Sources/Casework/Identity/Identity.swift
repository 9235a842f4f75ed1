import Days

/// Where a fact stands in the journal, and where what it says came from.
public struct Origin: Hashable, Sendable {
    /// The first event of the fact: the one that a correction names.
    public let event: EventID
    public let source: Source
    @inlinable public init(_ event: EventID, _ source: Source) { (self.event, self.source) = (event, source) }
}

/// Who a child is, as one source describes them (SSDA903 `Header`).
public struct ChildDetails: Hashable, Sendable {
    public var birthDate: Day?
    public var sex: Sex
    public var ethnicity: Ethnicity
    /// The unique pupil number, thirteen characters, or why there is none.
    public var upn: String
    /// Whether the young person is a mother; nil where it was not said.
    public var isMother: Bool?
    public var motherOfChildBorn: Day?

    public init(
        birthDate: Day? = nil, sex: Sex = Sex(.blank), ethnicity: Ethnicity = Ethnicity(.blank), upn: String = "",
        isMother: Bool? = nil, motherOfChildBorn: Day? = nil
    ) {
        (self.birthDate, self.sex, self.ethnicity) = (birthDate, sex, ethnicity)
        (self.upn, self.isMother, self.motherOfChildBorn) = (upn, isMother, motherOfChildBorn)
    }
}

/// Sex as recorded (SSDA903 `SEX`).
public struct Sex: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }
    public static let meanings: [Code: String] = [
        "1": "male", "2": "female", "M": "male", "F": "female", "U": "not known",
    ]
    /// The collections until 2022-23 wrote 1 and 2 for M and F: one sex, however written.
    @inlinable public var asWrittenNow: Sex { self == "1" ? "M" : self == "2" ? "F" : self }
}

/// Ethnic group (SSDA903 `ETHNIC`).
public struct Ethnicity: CodeSet {
    public let code: Code
    @inlinable public init(_ code: Code) { self.code = code }
    public static let meanings: [Code: String] = [
        "WBRI": "White British", "WIRI": "White Irish", "WOTH": "any other White background",
        "WIRT": "Traveller of Irish heritage", "WROM": "Gypsy or Roma", "MWBC": "White and Black Caribbean",
        "MWBA": "White and Black African", "MWAS": "White and Asian", "MOTH": "any other Mixed background",
        "AIND": "Indian", "APKN": "Pakistani", "ABAN": "Bangladeshi", "CHNE": "Chinese",
        "AOTH": "any other Asian background", "BCRB": "Caribbean", "BAFR": "African",
        "BOTH": "any other Black background", "OOTH": "any other ethnic group", "REFU": "refused",
        "NOBT": "not yet obtained",
    ]
}

/// What the record knows of who a child is: the description that stands, and what other sources say otherwise.
public struct Identity: Hashable, Sendable {
    /// The number the authority's returns know the child by.
    public internal(set) var ssda903 = ""
    public internal(set) var details = ChildDetails()
    /// What the child is and was called; empty until a names file says it.
    public internal(set) var names = ChildNames()
    public internal(set) var described: Origin?
    /// Birth dates that compete with the one in ``details``, each with where it came from.
    public internal(set) var otherBirthDates: [(day: Day, origin: Origin)] = []
    public internal(set) var otherSexes: [(sex: Sex, origin: Origin)] = []

    /// Every birth date on record, earliest first. None: the birth date is not known.
    public var birthDates: [Day] {
        if otherBirthDates.isEmpty { return details.birthDate.map { [$0] } ?? [] }
        return Set(otherBirthDates.map(\.day) + (details.birthDate.map { [$0] } ?? [])).sorted()
    }

    public static func == (a: Identity, b: Identity) -> Bool {
        a.ssda903 == b.ssda903 && a.details == b.details && a.described == b.described && a.names == b.names
            && a.otherBirthDates.elementsEqual(b.otherBirthDates, by: ==)
            && a.otherSexes.elementsEqual(b.otherSexes, by: ==)
    }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ssda903)
        hasher.combine(details)
    }
}

/// What can be said of who a child is.
public enum IdentityEvent: Hashable, Sendable {
    /// The number that the authority's returns know the child by.
    case numbered(ssda903: String)
    case described(ChildDetails)
    /// Another source gives another birth date or another sex. Both stay on the record until a person decides.
    case alsoDescribed(birthDate: Day?, sex: Sex)
    /// What the child is called from now on. The name before it becomes a former one.
    case named(ChildName)
    /// A whole name that the child had before.
    case formerlyNamed(String)
    /// An unaccompanied asylum-seeking child (SSDA903 `UASC`), until the day that ceases; nil where it was not said.
    case unaccompanied(until: Day?)
}

/// An unaccompanied asylum-seeking child.
public struct Unaccompanied: Hashable, Sendable {
    /// When that status ends or ended; it may lie ahead.
    public let until: Day?
    public let origin: Origin
}

import Casework
import Days

/// What somebody needs who has to act for a child tonight: who it is, where, what risks are known, who may be told, and
/// whom to ask. What the record does not hold is said, line by line, so that nobody takes silence for "none".
///
/// It is for a screen, and for the paper that is kept for the night the service is down; whoever prints it decides about
/// lines that ``Line/isAddress``.
public struct EmergencySheet: Sendable {
    public struct Line: Hashable, Sendable {
        public let title: String
        /// Nil where the record does not hold it.
        public let value: String?
        /// Whether it tells where the child is.
        public let isAddress: Bool

        init(_ title: String, _ value: String?, isAddress: Bool = false) {
            (self.title, self.value, self.isAddress) = (title, value, isAddress)
        }
    }

    public struct Part: Hashable, Sendable {
        public let title: String
        public let lines: [Line]
    }

    public let child: ChildID
    /// The name and number as headings have them.
    public let title: String
    public let asAt: Day
    /// What has to be read before anything else, a sentence each.
    public let alerts: [String]
    public let parts: [Part]

    /// In the place of what the record does not hold.
    public static let notRecorded = "not recorded here"

    /// The sheet of a child as at a day, with the workers' names as the authority has them.
    public init(_ child: ChildAsAt, in authority: Authority) {
        (self.child, title, asAt) = (child.id, child.record.identity.title, child.day)
        alerts = Self.alerts(child)
        parts = [
            Part(title: "Who the child is", lines: Self.who(child)),
            Part(title: "Where the child is", lines: Self.place(child)),
            Part(title: "Who may be told", lines: Self.told(child.record)),
            Part(title: "Risks that are known", lines: Self.risks(child)),
            Part(title: "Health", lines: Self.health),
            Part(title: "Who decides, and in law", lines: Self.law(child)),
            Part(title: "Whom to ask", lines: Self.contacts(child, in: authority)),
        ]
    }

    private static func alerts(_ child: ChildAsAt) -> [String] {
        var alerts: [String] = []
        if let died = child.died { alerts.append("Died on \(died.inWords).") }
        if let episode = child.openMissingEpisode, child.died == nil {
            let what = episode.kind == .missing ? "Missing" : "Away without authorisation"
            alerts.append("\(what) since \(episode.start.inWords); no return is recorded.")
        }
        if child.record.hasConfidentialAddress == true { alerts.append("Where the child lives is confidential.") }
        if child.record.identity.birthDates.count > 1 {
            alerts.append("Two birth dates are recorded. The safeguards of the younger age apply.")
        }
        return alerts
    }

    private static func who(_ child: ChildAsAt) -> [Line] {
        let identity = child.record.identity
        let name = identity.names.current
        let born = identity.birthDates.map(\.inWords).joined(separator: " or ")
        let age =
            switch child.ages(on: child.day) {
            case let ages? where ages.lowerBound == ages.upperBound: "\(ages.lowerBound)"
            case let ages?: "\(ages.lowerBound) or \(ages.upperBound)"
            case nil: nil as String?
            }
        return [
            Line("Name", name.legal.orNil), Line("Goes by", name.knownAs.orNil ?? name.given.orNil),
            Line("Had the name", identity.names.former.joined(separator: ", ").orNil ?? "no other on record"),
            Line("Pronouns", name.pronouns.orNil), Line("Born", born.orNil), Line("Age", age),
            Line("Number in the return", identity.ssda903.orNil), Line("Looks, photograph", nil),
            Line("Language, and how the child is best spoken with", nil),
        ]
    }

    private static func place(_ child: ChildAsAt) -> [Line] {
        guard let placement = child.currentPlacement else {
            return [Line("Placement", "none on \(child.day.inWords)")]
        }
        return [
            Line("Placement", placement.type.meaning),
            Line("Since", "\(placement.start.isKnown ? "" : "on or before ")\(placement.start.day.inWords)"),
            Line("Provided by", placement.provider.code.isBlank ? nil : placement.provider.meaning),
            Line(
                "Postcode", placement.postcode.isBlank ? nil : placement.postcode.asPostcode, isAddress: true),
            Line("Street, carers’ names and telephone", nil),
        ]
    }

    /// Until the record says for each person whether they may know, nobody may.
    private static func told(_ record: ChildRecord) -> [Line] {
        let people = record.thread.people
        guard !people.isEmpty else {
            return [
                Line("Who may know where the child is", nil),
                Line(
                    "Until it is",
                    "Tell nobody where the child is, nor the school or the carers’ names, parents neither."),
            ]
        }
        return people.map { person in
            let may = Secret.ofPlace.filter { person.mayKnow[$0] == true }.map(\.title)
            return Line(
                "\(person.name), \(person.relation)",
                may.isEmpty ? "may know nothing of where the child is" : "may know " + may.joined(separator: ", "))
        } + [Line("Anybody else", "Tell nobody else where the child is, nor the school or the carers’ names.")]
    }

    private static func risks(_ child: ChildAsAt) -> [Line] {
        let year = child.record.missing.filter { $0.start > child.day.adding(months: -12) }
        let times = "\(year.count) \(year.count == 1 ? "time" : "times")"
        let last = year.last.map { "; the last from \($0.start.inWords) to \($0.end?.inWords ?? "no day recorded")" }
        let order = child.record.deprivations.last { $0.end.map { $0 > child.day } ?? true }
        return [
            Line("Missing or away in the last twelve months", times + (last ?? "")),
            Line(
                "Order that authorises a deprivation of liberty",
                order.map { "from \($0.start.inWords)" } ?? "none on record"),
            Line("Exploitation, self-harm, people who are a danger", nil),
        ]
    }

    private static let health = [
        Line("Medication and allergies", nil), Line("GP and consent to treatment", nil),
    ]

    private static func law(_ child: ChildAsAt) -> [Line] {
        let holders = child.record.thread.people.filter { $0.parentalResponsibility == .yes }
            .map { "\($0.name), \($0.relation)" }
        return [
            Line("Legal status", child.legalStatus?.meaning ?? "none on \(child.day.inWords)"),
            Line("Since", child.currentLegalSpell?.start.day.inWords),
            Line("Who holds parental responsibility", holders.joined(separator: ", ").orNil),
        ]
    }

    private static func contacts(_ child: ChildAsAt, in authority: Authority) -> [Line] {
        let open = child.record.allocations.filter { $0.isOpen(on: child.day) }
        var lines = open.map { allocation -> Line in
            let team = authority.workers[allocation.worker]?.team ?? ""
            let name = authority.name(ofWorker: allocation.worker)
            return Line(
                allocation.role.title.prefix(1).uppercased() + allocation.role.title.dropFirst(),
                team.isEmpty ? name : "\(name), \(team)")
        }
        if child.socialWorker == nil { lines.insert(Line("Social worker", "no one known"), at: 0) }
        let managers = Set(
            open.filter { $0.role == .socialWorker }.compactMap { authority.workers[$0.worker]?.manager })
        for manager in managers.filter({ !$0.isEmpty }).sorted() {
            lines.append(Line("Their manager", authority.name(ofWorker: manager)))
        }
        return lines + [Line("Telephone numbers", nil), Line("On call tonight", nil)]
    }
}

extension Authority {
    fileprivate func name(ofWorker code: String) -> String {
        workers[code].flatMap { $0.name.isEmpty ? nil : $0.name } ?? code
    }
}

extension String {
    fileprivate var orNil: String? { isEmpty ? nil : self }
}

extension Code {
    /// As people write it: `GL51 3LH`.
    fileprivate var asPostcode: String {
        let text = description
        return text.count > 4 && !text.contains(" ") ? "\(text.dropLast(3)) \(text.suffix(3))" : text
    }
}

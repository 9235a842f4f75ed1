import Days

/// A child's chronology: it makes itself out of the care that is held and the records that were signed, and carries what
/// people have said of its lines. Earliest first, as a chronology is read.
///
/// A function of the child as at a day and of the records' words; nobody keeps it, so nobody can forget to.
public struct Chronology: Hashable, Sendable {
    public private(set) var lines: [ChronologyLine]

    /// - Parameter told: The child's signed records that stand, with their words; those of later days are left out.
    public init(_ child: ChildAsAt, told: [ToldRecord]) {
        let told = told.filter { $0.record.day <= child.day }
        let reviewed = Set(told.filter { $0.record.kind == .review }.map(\.record.day))
        lines = Self.care(child).filter { $0.kind != .review || !reviewed.contains($0.day) }.map(\.line)
        let entries = told.filter { $0.record.kind == .chronologyEntry }
        lines += told.compactMap { $0.record.kind == .chronologyEntry ? nil : $0.line }
        sayWhatIsNotApproved(of: child.record)
        for entry in entries { take(entry) }
        // Of one day, what happened comes before what was written of it.
        lines.sort { ($0.day, $0.isRecord ? 1 : 0, $0.name) < ($1.day, $1.isRecord ? 1 : 0, $1.name) }
    }

    public func line(_ name: ItemID) -> ChronologyLine? { lines.first { $0.name == name } }

    /// Those that somebody asks for, in their order.
    public func lines(_ choice: ChronologyChoice) -> [ChronologyLine] { lines.filter(choice.takes) }

    /// An assessment that no manager has approved says so wherever it is told, while no later one took its place.
    private mutating func sayWhatIsNotApproved(of child: ChildRecord) {
        guard child.records.contains(where: { $0.kind == .assessment }) else { return }
        let waiting = child.openAssessmentWorks
        for place in lines.indices {
            guard case .record(let event, .assessment) = lines[place].source,
                let work = waiting.first(where: { $0.assessment?.origin.event == event })
            else { continue }
            // A manager may have read it where nobody wrote it down here.
            lines[place].what +=
                work.standing == .waiting
                ? "; no manager’s word on it is recorded here" : "; \(work.standing.words)"
        }
    }

    /// A person's word about lines that are there, the latest before those before it; or a line of its own.
    private mutating func take(_ entry: ToldRecord) {
        let record = entry.record
        var about: [ItemID] = []
        if case .items(let names) = record.answers[.chronologyLines] { about = names }
        let places = lines.indices.filter { about.contains(lines[$0].name) }
        for place in places { lines[place].mark = entry.mark(of: lines[place].what) }
        guard places.isEmpty, var own = entry.line else { return }
        own.mark = entry.mark(of: own.what)
        lines.append(own)
    }
}

extension ToldRecord {
    /// What an entry says of a line that tells something in the words of `what`.
    fileprivate func mark(of what: String) -> ChronologyLine.Mark {
        func words(_ field: CoreField) -> (text: String, ofClass: InformationClass) {
            let ofClass = record.informationClass(of: field.name)
            return (ofClass == .privateTalk ? "" : record.text(field), ofClass)
        }
        let (says, impact) = (words(.subject), words(.impact))
        return ChronologyLine.Mark(
            isSignificant: record.answers[.significance] != .choice("background"),
            says: says.text.trimmed == what || says.text.firstSentence == what ? "" : says.text,
            saysClass: says.ofClass, impact: impact.text, impactClass: impact.ofClass,
            themes: [CoreField.theme, .alsoTheme].compactMap { field in
                if case .choice(let name) = record.answers[field] { ChronologyTheme(rawValue: name) } else { nil }
            }, record: event)
    }
}

/// Which lines somebody asks for. Nothing said is everything.
public struct ChronologyChoice: Hashable, Sendable {
    public var themes: Set<ChronologyTheme>
    public var isSignificantOnly: Bool
    public var from: Day?
    public var until: Day?

    public init(
        themes: Set<ChronologyTheme> = [], isSignificantOnly: Bool = false, from: Day? = nil, until: Day? = nil
    ) {
        (self.themes, self.isSignificantOnly, self.from, self.until) = (themes, isSignificantOnly, from, until)
    }

    func takes(_ line: ChronologyLine) -> Bool {
        (themes.isEmpty || !themes.isDisjoint(with: line.themes)) && (!isSignificantOnly || line.isSignificant)
            && (from.map { $0 <= line.day } ?? true) && (until.map { line.day <= $0 } ?? true)
    }
}

extension ChildRecord {
    /// What each line of the child's chronology is called.
    var chronologyNames: Set<ItemID> {
        Set(Chronology.care(ChildAsAt(self, .distantFuture)).map(\.line.name))
            .union(records.map { ItemID(lineOf: $0.origin.event) })
    }

    /// What a line of the chronology is, in a few words; its name where there is none so called.
    public func chronologyWords(for name: ItemID) -> String {
        if let record = records.first(where: { ItemID(lineOf: $0.origin.event) == name }) {
            return "\(record.day.inWords): \(record.kind.title)"
        }
        let line = Chronology.care(ChildAsAt(self, .distantFuture)).first { $0.line.name == name }?.line
        return line.map { "\($0.day.inWords): \($0.what)" } ?? name.name
    }
}

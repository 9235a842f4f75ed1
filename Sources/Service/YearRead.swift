import Casework
import Days
import Returns

/// Where returns are read from, and how.
struct Sources {
    let limits: ReadingLimits
    let today: Day
    let progress: (ImportReturn.Progress) throws -> Void
}

/// One year's return as it was read, before it is compared with what is known.
struct YearRead {
    let paths: [String]
    let reading: Return
    /// The day the return speaks until.
    let horizon: Day
    /// Numbers that here mean another child than in the return.
    let strangers: Set<String>

    init(
        _ paths: [String], _ year: CollectionYear, _ horizon: Day, _ source: Sources,
        settingAside strangers: Set<String> = []
    ) throws {
        (self.paths, self.horizon, self.strangers) = (paths, horizon, strangers)
        let reader = ReturnReader(year: year, importedOn: source.today, limits: source.limits)
        reading = try reader.read(paths, settingAside: strangers) {
            // Whoever calls the import off is heard when the first child is compared.
            try? source.progress(.reading(year, rows: $0))
        }
    }

    /// The return read again with every row of a number set aside that here means somebody else, so that nothing of
    /// theirs enters a child's record and each row is reported where it stands.
    func settingStrangersAside(in authority: Authority, _ source: Sources) throws -> YearRead {
        let found = reading.children.filter { child in
            authority.child(ssda903: child.ssda903)?.isSomebodyElse(than: child) ?? false
        }
        if found.isEmpty { return self }
        return try YearRead(paths, reading.year, horizon, source, settingAside: Set(found.map(\.ssda903)))
    }
}

extension ChildRecord {
    /// Whether a return's child of the same number differs in birth date and in sex.
    func isSomebodyElse(than child: ReportedChild) -> Bool {
        guard !identity.birthDates.isEmpty, !child.birthDates.isEmpty, !identity.details.sex.isBlank,
            let sex = child.sexes.first
        else { return false }
        let sexes = [identity.details.sex] + identity.otherSexes.map(\.sex)
        return !child.birthDates.contains(where: identity.birthDates.contains)
            && !sexes.contains { $0.asWrittenNow == sex.asWrittenNow }
    }
}

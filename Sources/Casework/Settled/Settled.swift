import Days

/// Something that was settled with the people around a child, a row of a signed record each: what it is, how it stands, who
/// said so, on which day and until when.
///
/// The fold keeps what rules and pages ask of it; the reasons stay in the record.
public struct Settled: Hashable, Sendable {
    /// What it is about, and how it stands.
    public enum What: Hashable, Sendable {
        case decision(DelegatedMatter, Decider)
        case agreement(Around, Agreement)
        case readiness(ReadyMatter, Ready)
        case consent(ConsentMatter, Consent)
        case attendance(Around, Attendance)
    }

    public let what: What
    /// It in a few words, where the row has some: which decision, which trip. Empty where it has none.
    public let words: String
    /// The person it is about or who sees to it, as the row names them; empty where it names nobody.
    public let who: String
    public let on: Day?
    /// Until when it holds, or by when it is to be ready.
    public let until: Day?
    /// The day of the record that says so.
    public let since: Day
    public let from: RecordKind
    public let origin: Origin

    /// Nil for a row of a table that settles nothing.
    init?(_ row: AnswerRow, of table: RecordTable, _ record: SignedRecord, _ origin: Origin, isPrivate: Bool) {
        switch table {
        case .delegated:
            guard let matter = DelegatedMatter(rawValue: row.text(.matter)),
                let decider = Decider(rawValue: row.text(.decides))
            else { return nil }
            what = .decision(matter, decider)
        case .agreements:
            guard let role = Around(rawValue: row.text(.role)), let said = Agreement(rawValue: row.text(.agreed)) else {
                return nil
            }
            what = .agreement(role, said)
        case .readiness:
            guard let matter = ReadyMatter(rawValue: row.text(.matter)), let state = Ready(rawValue: row.text(.ready))
            else { return nil }
            what = .readiness(matter, state)
        case .consents:
            guard let matter = ConsentMatter(rawValue: row.text(.matter)),
                let said = Consent(rawValue: row.text(.consent))
            else { return nil }
            what = .consent(matter, said)
        case .attended:
            guard let role = Around(rawValue: row.text(.role)), let there = Attendance(rawValue: row.text(.there))
            else {
                return nil
            }
            what = .attendance(role, there)
        default: return nil
        }
        // What the child told the IRO alone stays in the record, which asks who reads.
        words = isPrivate ? "" : row.text(.what)
        who = isPrivate ? "" : [row.text(.person), row.text(.owner)].first { !$0.saysNothing } ?? ""
        (on, until) = (row.day(.on), row.day(.until) ?? row.day(.due))
        (since, from, self.origin) = (record.day, record.kind, origin)
    }
}

extension ChildThread {
    /// What one record settled, in its order.
    public func settled(by record: HeldRecord) -> [Settled] {
        settled.filter { $0.origin.event == record.origin.event }
    }

    /// Where the young person stands with each thing that adult life needs: the last word of each.
    public var readiness: [ReadyMatter: Settled] {
        var last: [ReadyMatter: Settled] = [:]
        for one in settled {
            guard case .readiness(let matter, _) = one.what, one.since >= last[matter]?.since ?? .distantPast else {
                continue
            }
            last[matter] = one
        }
        return last
    }

    /// What was consented to, or not: the last word of each person on each matter, in the order it was first said.
    public var consents: [Settled] {
        var last: [Settled] = []
        for one in settled {
            guard case .consent = one.what else { continue }
            if let index = last.firstIndex(where: { $0.isAboutTheSameConsent(as: one) }) {
                if one.since >= last[index].since { last[index] = one }
            } else {
                last.append(one)
            }
        }
        return last
    }
}

extension Settled {
    fileprivate func isAboutTheSameConsent(as other: Settled) -> Bool {
        guard case .consent(let matter, _) = what, case .consent(let its, _) = other.what else { return false }
        return matter == its && PersonKey(who) == PersonKey(other.who) && PersonKey(words) == PersonKey(other.words)
    }

    /// Whether it held on a day: neither said later nor over by then.
    public func holds(on day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }
}

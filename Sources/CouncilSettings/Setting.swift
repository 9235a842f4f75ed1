import Days

/// One thing that can be set: its key in the file, its variable in the environment, what it may be and what it means.
public struct Setting: Sendable {
    /// As the file has it, sections and name joined by stops: `server.port`.
    public let key: String
    /// The variable that says otherwise: `THROUGHLINE_SERVER_PORT`.
    public let variable: String
    /// In one line, for whoever sets it.
    public let meaning: String
    /// Never printed.
    public let isSecret: Bool
    /// Takes what was written; gives what should have been written where that cannot be used.
    let take: @Sendable (_ text: String, inout Settings) -> String?
    /// As it would be written; empty where it is not set.
    let show: @Sendable (Settings) -> String

    init(
        _ key: String, variable: String? = nil, _ meaning: String, isSecret: Bool = false,
        take: @escaping @Sendable (String, inout Settings) -> String?, show: @escaping @Sendable (Settings) -> String
    ) {
        self.key = key
        let name = key.uppercased().map { $0 == "." ? "_" : $0 }
        self.variable = variable ?? "THROUGHLINE_" + String(name)
        (self.meaning, self.isSecret, self.take, self.show) = (meaning, isSecret, take, show)
    }

    /// What it is in these settings, a secret masked.
    public func shown(in settings: Settings) -> String {
        let text = show(settings)
        return isSecret && !text.isEmpty ? "********" : text
    }
}

extension Setting {
    typealias Place<Value> = WritableKeyPath<Settings, Value> & Sendable

    static func text(
        _ key: String, variable: String? = nil, _ place: Place<String>, _ meaning: String, isSecret: Bool = false,
        expecting form: (words: String, check: @Sendable (String) -> Bool)? = nil
    ) -> Setting {
        Setting(key, variable: variable, meaning, isSecret: isSecret) { text, settings in
            if let form, !text.isEmpty, !form.check(text) { return form.words }
            settings[keyPath: place] = text
            return nil
        } show: {
            $0[keyPath: place]
        }
    }

    static func whole(_ key: String, _ place: Place<Int>, _ range: ClosedRange<Int>, _ meaning: String) -> Setting {
        Setting(key, meaning) { text, settings in
            guard let number = Int(text), range.contains(number) else { return range.inWords }
            settings[keyPath: place] = number
            return nil
        } show: {
            String($0[keyPath: place])
        }
    }

    static func whole(_ key: String, _ place: Place<Int?>, _ range: ClosedRange<Int>, _ meaning: String) -> Setting {
        Setting(key, meaning) { text, settings in
            if text.isEmpty {
                settings[keyPath: place] = nil
                return nil
            }
            guard let number = Int(text), range.contains(number) else { return range.inWords }
            settings[keyPath: place] = number
            return nil
        } show: {
            $0[keyPath: place].map(String.init) ?? ""
        }
    }

    static func number(
        _ key: String, _ place: Place<Double>, _ range: ClosedRange<Double>, _ meaning: String
    ) -> Setting {
        Setting(key, meaning) { text, settings in
            guard let number = Double(text), range.contains(number) else {
                return "a number from \(range.lowerBound) to \(range.upperBound)"
            }
            settings[keyPath: place] = number
            return nil
        } show: {
            let number = $0[keyPath: place]
            return number == number.rounded() ? String(Int(number)) : String(number)
        }
    }

    /// A time by the clock, held as minutes after midnight.
    static func clock(_ key: String, _ place: Place<Int>, _ meaning: String) -> Setting {
        Setting(key, meaning) { text, settings in
            let parts = text.split(separator: ":").map { Int($0) }
            guard text.utf8.count == 5, parts.count == 2, let hour = parts[0], let minute = parts[1],
                (0..<24).contains(hour), (0..<60).contains(minute)
            else { return "a time as 09:00" }
            settings[keyPath: place] = hour * 60 + minute
            return nil
        } show: {
            OfficeHours.clock($0[keyPath: place])
        }
    }

    /// Times from a day to a day, one after another and none inside another; held in their order.
    static func intervals(_ key: String, _ place: Place<[DayInterval]>, _ meaning: String) -> Setting {
        Setting(key, meaning) { text, settings in
            var intervals: [DayInterval] = []
            for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
                let days = part.split(separator: "/", omittingEmptySubsequences: false).map { Day($0) }
                guard days.count == 2, let first = days[0], let last = days[1], let interval = DayInterval(first, last)
                else { return "days from and to, as 2025-09-03/2025-12-19, with commas between them" }
                intervals.append(interval)
            }
            intervals.sort { $0.start < $1.start }
            if zip(intervals, intervals.dropFirst()).contains(where: { $0.overlaps($1) }) {
                return "times of which none is in another"
            }
            settings[keyPath: place] = intervals
            return nil
        } show: {
            $0[keyPath: place].map(\.description).joined(separator: ", ")
        }
    }

    static func choice<Choice: RawRepresentable<String> & CaseIterable & Sendable>(
        _ key: String, _ place: Place<Choice>, _ meaning: String
    ) -> Setting {
        Setting(key, meaning) { text, settings in
            guard let choice = Choice(rawValue: text) else {
                return "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
            }
            settings[keyPath: place] = choice
            return nil
        } show: {
            $0[keyPath: place].rawValue
        }
    }

    /// Several, in the file as a list, elsewhere with commas between them.
    static func list(_ key: String, _ place: Place<[String]>, _ meaning: String) -> Setting {
        Setting(key, meaning) { text, settings in
            settings[keyPath: place] = text.split(separator: ",").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            return nil
        } show: {
            $0[keyPath: place].joined(separator: ", ")
        }
    }
}

extension ClosedRange<Int> {
    fileprivate var inWords: String { "a whole number from \(lowerBound) to \(upperBound)" }
}

import Access
import ArgumentParser
import Casework
import CouncilSettings
import Days
import Foundation
import JournalStore
import Service
import Standards

/// Where the record is.
struct DataOption: ParsableArguments {
    @Option(name: .long, help: "The folder that holds the journal.")
    var data = "data"

    var directory: DataDirectory { DataDirectory(path: data) }
}

/// How the answer is written.
struct FormatOption: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(name: .long, help: "text for people, json for programs (see docs/cli.md).")
    var format = Format.text
}

/// Which record is asked, and about which day.
struct QuestionOptions: ParsableArguments {
    @OptionGroup var data: DataOption

    @Option(name: .long, help: "The day asked about, as 2018-03-31. Without it, the last day the returns speak for.")
    var asAt: Day?

    @Option(name: .long, help: "What was known then: a place in the journal, a day (its end) or an instant in UTC.")
    var knownAt: KnownAt?

    @OptionGroup var places: PlaceOptions
    @OptionGroup var config: SettingsOption

    @Option(name: .long, help: "How many children under 18 live in the area, for rates.")
    var population: Int?

    /// The question that the options put.
    ///
    /// - Parameter includingRecords: Where no day is given, ask as at the last record signed here if that is after the
    ///   returns' horizon: for questions about what people wrote here.
    func question(includingRecords: Bool = false) async throws -> Question {
        let records = Records(try data.directory.journal())
        let authority =
            switch knownAt {
            case .event(let event): try await records.known(at: event)
            case .instant(let instant): try await records.known(at: instant)
            case nil: try await records.current()
            }
        let said = places.said + (population.map { [("--population", "authority.population", "\($0)")] } ?? [])
        let settings = try config.inForce(data.directory, said: said).settings
        let table = try PlaceOptions.table(settings)
        let signed = includingRecords ? authority.signedUntil : nil
        let day = asAt ?? signed.map { max($0, authority.coverage.horizon ?? $0) }
        guard
            let question = Question(
                authority, asAt: day, places: table, settings: settings.local, answersUntil: asAt == nil ? .today : nil)
        else {
            throw ServiceError.nothingImported
        }
        return question.leavingOut(try await records.hiddenFromCommandLine())
    }
}

extension Records {
    /// The children whose records no command opens: sealed, or restricted to others. Today's, whatever is asked about.
    func hiddenFromCommandLine() async throws -> Set<ChildID> {
        Sight(.commandLine, try await current(), .findChildren, today: .today).hidden
    }
}

extension Viewer {
    /// Whoever the operating system says is at the keyboard, as the policy knows them.
    static var commandLine: Viewer {
        Viewer(id: Actor.commandLine.name, name: NSUserName(), roles: [.commandLine], worker: nil)
    }
}

/// A place in the journal, or an instant.
enum KnownAt: ExpressibleByArgument {
    case event(EventID)
    case instant(Instant)

    init?(argument: String) {
        if let seq = Int64(argument) {
            self = .event(EventID(seq))
        } else if let day = Day(argument) {
            self = .instant(Instant(milliseconds: Moment(day + 1, minute: 0).instant.at.milliseconds - 1))
        } else {
            let formatter = ISO8601DateFormatter()
            formatter.formatOptions =
                argument.contains(".") ? [.withInternetDateTime, .withFractionalSeconds] : [.withInternetDateTime]
            guard let date = formatter.date(from: argument) else { return nil }
            self = .instant(Instant(milliseconds: Int64((date.timeIntervalSince1970 * 1000).rounded())))
        }
    }
}

extension Day: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension CollectionYear: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Actor {
    /// Whoever the operating system says is at the keyboard.
    static var commandLine: Actor { Actor("cli:\(NSUserName())") }
}

extension Instant {
    static var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }
}

extension Day {
    static var today: Day { Instant.now.inLondon.day }
}

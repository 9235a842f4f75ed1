import ArgumentParser
import Days

struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Count days as the law counts them.",
        subcommands: [AddWorkingDays.self])

    struct AddWorkingDays: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-working-days",
            abstract: "The last day within so many working days of a day.",
            discussion: """
                Working days are those of England and Wales (CPR 2010 reg 2(1)), unless --holidays gives another \
                instrument's table: a first line with the years it is whole for, then a day a line. The day itself is \
                day 0.

                Example:
                  throughline calendar add-working-days 2018-03-28 20
                  throughline calendar add-working-days 2018-03-16 1 --holidays any-part-of-the-uk.csv
                """.flowing)

        @Argument(help: "The day that starts the clock, as 2018-03-28.")
        var day: Day

        @Argument(help: "How many working days: 1 or more.")
        var count: Int

        @Option(help: ArgumentHelp("Another table: years,2018,2020 and then a day a line.", valueName: "file"))
        var holidays: String?

        @OptionGroup var format: FormatOption

        func validate() throws {
            if count < 1 { throw ValidationError("the number of working days must be 1 or more, not \(count)") }
        }

        func run() throws {
            let calendar = try holidays.map { try HolidayList(file: $0).calendar } ?? .englandAndWales
            guard let due = calendar.day(count, after: day) else {
                throw ValidationError(
                    "holidays are known for \(calendar.years.lowerBound) to \(calendar.years.upperBound), and the count leaves those years: the answer is unknown"
                )
            }
            switch format.format {
            case .text: Output.line(due.description)
            case .json:
                try Output.json(
                    Answer(
                        day: day.description, workingDays: count, due: due.description, calendar: calendar.name))
            }
        }

        private struct Answer: Encodable {
            let day: String
            let workingDays: Int
            let due: String
            let calendar: String
        }
    }
}

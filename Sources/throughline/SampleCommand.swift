import ArgumentParser
import Casework
import Days
import Oversight
import Service

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "List what of a month goes to the second reader, and how far it is read.",
        discussion: """
            What was closed by “none, because…”, by “still right” or within a minute is drawn by rule, the same for everybody.
            It is read in the browser, by somebody who did not close it. Exits 1 where some is not read by its day, the last
            of the month after.

            Example:
              throughline sample --month 2026-10 --data data
            """.flowing,
        subcommands: [Show.self, Fictional.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the sample of a month.")

        @OptionGroup var question: QuestionOptions
        @OptionGroup var format: FormatOption
        @Option(help: "The month, as 2026-10. Without it, the last that is over.") var month: Month?

        func run() async throws {
            let question = try await question.question(includingRecords: true)
            let samples = Samples(Records(try self.question.data.directory.journal()))
            let month = month ?? Month(overBy: question.threadDay)
            let sample = try await samples.sample(of: month, question).told { !question.leftOut.contains($0) }
            let listing = Listing(sample, question)
            try await self.question.data.keepLook("sample", .readSample, shown: listing.items.map(\.child))
            switch format.format {
            case .json: try Output.json(listing)
            case .text:
                Output.table(
                    ["Child", "Day", "What", "Closed by", "Read"],
                    listing.items.map {
                        [
                            question.title(ofChild: $0.ssda903Id), $0.on, $0.record ?? "still right after a change",
                            $0.how, $0.state,
                        ]
                    })
                Output.line(
                    "\(sample.pool.count) closed so in \(month.inWords), \(sample.drawn.count) of them to be read by \(sample.due.inWords): \(SampleCount(sample, in: question.authority).words)."
                )
            }
            if listing.isLate { throw ExitCode(1) }
        }
    }
}

extension Month: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

/// A month's sample as programs read it.
private struct Listing: Encodable {
    let month, due, rule: String
    let pool, untimed, drawn, read, agreed: Int
    /// Whether some is not read and its day has passed.
    let isLate: Bool
    let items: [Item]

    init(_ sample: MonthlySample, _ question: Question) {
        let count = SampleCount(sample, in: question.authority)
        (month, due, rule) = (sample.month.description, sample.due.description, MonthlySample.rule)
        (pool, untimed) = (sample.pool.count, sample.untimed.values.reduce(0, +))
        (drawn, read, agreed) = (count.drawn, count.read, count.agreed)
        isLate = count.unread > 0 && question.answerDay > sample.due
        items = sample.drawn.compactMap { item in question.authority[item.child].map { Item(item, $0) } }
    }

    struct Item: Encodable {
        let child, ssda903Id, on: String
        let event: Int64
        @OrNull var record: String?
        let closings, fields, mended: [String]
        @OrNull var reading: Reading?

        init(_ item: ClosedItem, _ child: ChildRecord) {
            (self.child, ssda903Id) = (child.id.description, child.identity.ssda903)
            (on, event, record) = (item.on.description, item.fact.seq, item.record?.name)
            (closings, fields, mended) = (item.closings.map(\.name), item.fields.map(\.name), item.mended)
            reading = item.reading(in: child).map(Reading.init)
        }

        /// For people.
        var how: String { (closings + fields + mended).joined(separator: ", ").replacing("_", with: " ") }
        var state: String { reading.map { $0.agrees ? "agreed" : "not agreed" } ?? "not read yet" }
    }

    struct Reading: Encodable {
        let agrees: Bool
        let because, by, day: String

        init(_ reading: SecondReading) {
            (agrees, because, by, day) = (reading.agrees, reading.because, reading.by, reading.day.description)
        }
    }
}

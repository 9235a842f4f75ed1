import Access
import ArgumentParser
import CouncilSettings
import Days
import Foundation
import Mail
import Service

struct MailCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail", abstract: "Tell people by email that work waits, and never whose.",
        discussion: """
            An email holds counts, the ladder's words and where to sign in. What a mail server does not take is kept in
            mail.sqlite and tried again; nothing is lost while it is down.

            Example:
              throughline mail urgent --data data      # every few minutes
              throughline mail digest --data data      # every morning
            """.flowing,
        subcommands: [Urgent.self, Digest.self, Deliver.self, Waiting.self, Test.self])

    /// What every one of them needs.
    struct Options: ParsableArguments {
        @OptionGroup var data: DataOption
        @OptionGroup var config: SettingsOption
        @OptionGroup var format: FormatOption

        func settings() throws -> Settings { try config.inForce(data.directory).settings }

        func queue() throws -> MailQueue {
            guard data.directory.hasJournal else { throw ServiceError.noJournal(data.data) }
            return try MailQueue(directory: data.directory.url)
        }

        /// Delivers what is due and says what came of it. Exits 1 where something still waits.
        func deliver(_ queue: MailQueue, _ settings: Settings, written: Int? = nil, evenEarly: Bool = false) throws {
            let delivery = try queue.deliver(by: MailServer(settings.mail), evenEarly: evenEarly, at: .now)
            switch format.format {
            case .json:
                try Output.json(
                    Answer(
                        written: written, sent: delivery.sent, failed: delivery.failed, waiting: delivery.waiting,
                        trouble: delivery.trouble))
            case .text:
                if let written { Output.line("\(written) written.") }
                Output.line("\(delivery.sent) sent; \(delivery.waiting) wait to be sent.")
                if let trouble = delivery.trouble { Output.line("The last was not taken: \(trouble).") }
            }
            if delivery.waiting > 0 { throw ExitCode(1) }
        }

        /// The people who may be written to, with the record as it stands.
        func readers() async throws -> (Readers, Question, [Account]) {
            let settings = try settings()
            let records = Records(try data.directory.journal())
            let table = try PlaceOptions.table(settings)
            guard
                let question = Question(
                    try await records.current(), asAt: nil, places: table, settings: settings.local,
                    answersUntil: .today)
            else { throw ServiceError.nothingImported }
            let isHere = try MailServer(settings.mail).isHere
            let store = try AccessStore(directory: data.directory.url, isFictional: data.directory.isFictional)
            let accounts = try await store.accounts().filter {
                // Made-up people have made-up addresses: no other machine is asked to find them.
                $0.isOpen(on: .today) && $0.hasPassword && (!$0.isFictional || isHere)
                    && ($0.worker != nil || $0.viewer.may(.answerUrgent) || $0.viewer.may(.openSealed)
                        || $0.roles.contains(.administrator))
            }
            return (Readers(question, today: .today), question, accounts)
        }

        private struct Answer: Encodable {
            @OrNull var written: Int?
            let sent, failed, waiting: Int
            @OrNull var trouble: String?
        }
    }

    struct Urgent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell people what has become urgent since they were last told; deliver what is due.",
            discussion: """
                Example:
                  throughline mail urgent --data data
                """.flowing)
        @OptionGroup var options: Options

        func run() async throws {
            let settings = try options.settings()
            _ = try MailServer(settings.mail)
            let queue = try options.queue()
            let (readers, _, accounts) = try await options.readers()
            var written = 0
            for account in accounts {
                let pressing = readers.pressing(on: account.viewer, at: .now)
                let told = try queue.tell(account.id, at: account.email, urgent: Set(pressing.keys), at: .now) { new in
                    var counts = WorkCounts()
                    for name in new { if let matter = pressing[name] { counts.add(matter) } }
                    return Notice.urgent(counts, authority: settings.authorityName, url: settings.server.url)
                }
                written += told ? 1 : 0
            }
            try options.deliver(queue, settings, written: written)
        }
    }

    struct Digest: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell people what waits for them this morning, once a day; deliver what is due.",
            discussion: """
                Example:
                  throughline mail digest --data data
                """.flowing)
        @OptionGroup var options: Options

        func run() async throws {
            let settings = try options.settings()
            _ = try MailServer(settings.mail)
            let queue = try options.queue()
            let (readers, question, accounts) = try await options.readers()
            try queue.forget(sentBefore: Instant.now.adding(hours: -24 * 30))
            var written = 0
            for account in accounts {
                let counts = readers.counts(for: account.viewer)
                guard
                    let notice = Notice.digest(
                        counts, on: question.asAt, authority: settings.authorityName, url: settings.server.url)
                else { continue }
                let once = "digest \(Day.today) \(account.id)"
                written += try queue.write(notice, to: account.email, once: once, at: .now) ? 1 : 0
            }
            try options.deliver(queue, settings, written: written)
        }
    }

    struct Deliver: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Try again what has not been sent.",
            discussion: """
                Example:
                  throughline mail deliver --data data
                """.flowing)
        @OptionGroup var options: Options
        @Flag(help: "Also what was tried a moment ago.") var now = false

        func run() throws { try options.deliver(try options.queue(), try options.settings(), evenEarly: now) }
    }

    struct Waiting: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List what has not been sent, and why.",
            discussion: """
                Example:
                  throughline mail waiting --data data
                """.flowing)
        @OptionGroup var options: Options

        func run() throws {
            let waiting = try options.queue().waiting()
            switch options.format.format {
            case .json:
                try Output.json(
                    waiting.map {
                        Line(
                            to: $0.recipient, kind: $0.kind, written: "\($0.written)", attempts: $0.attempts,
                            trouble: $0.trouble)
                    })
            case .text:
                Output.table(
                    ["To", "Kind", "Written", "Tried", "Why it was not taken"],
                    waiting.map { [$0.recipient, $0.kind, "\($0.written)", "\($0.attempts)", $0.trouble ?? "–"] })
            }
        }

        private struct Line: Encodable {
            let to, kind, written: String
            let attempts: Int
            @OrNull var trouble: String?
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send a test to an address.",
            discussion: """
                Example:
                  throughline mail test --to it@council.gov.uk --data data
                """.flowing)
        @OptionGroup var options: Options
        @Option(help: "Where to.") var to: String

        func run() throws {
            let settings = try options.settings()
            _ = try MailServer(settings.mail)
            let queue = try options.queue()
            let notice = Notice.test(authority: settings.authorityName, url: settings.server.url)
            try queue.write(notice, to: to, once: "test \(Instant.now)", at: .now)
            try options.deliver(queue, settings)
        }
    }
}

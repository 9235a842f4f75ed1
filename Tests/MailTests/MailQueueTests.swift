import CouncilSettings
import Days
import Foundation
import Testing

@testable import Mail

struct MailQueueTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    private let now = Instant(secondsSince1970: 1_795_503_600)
    private let notice = Notice.test(authority: "", url: "")

    /// A port of this machine that nobody answers on.
    private func deadServer() throws -> MailServer {
        var settings = Settings.Mail()
        (settings.host, settings.port, settings.security) = ("127.0.0.1", 1, .none)
        settings.from = "throughline@example.org"
        return try MailServer(settings)
    }

    @Test func anEmailOfOneNameIsWrittenOnce() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let queue = try MailQueue(directory: folder)
        #expect(try queue.write(notice, to: "a@example.org", once: "digest 1", at: now))
        #expect(try !queue.write(notice, to: "a@example.org", once: "digest 1", at: now))
        #expect(try queue.waiting().count == 1)
    }

    @Test func aServerThatIsDownLosesNothing() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let queue = try MailQueue(directory: folder)
        for number in 1...3 { try queue.write(notice, to: "a@example.org", once: "digest \(number)", at: now) }
        let first = try queue.deliver(by: deadServer(), at: now)
        #expect(first.sent == 0 && first.failed == 3 && first.waiting == 3)
        #expect(first.trouble?.hasPrefix("the mail server did not take it") == true)
        let tooEarly = try queue.deliver(by: deadServer(), at: now)
        #expect(tooEarly.failed == 0 && tooEarly.waiting == 3)
        let early = try queue.deliver(
            by: deadServer(), evenEarly: true, at: Instant(milliseconds: now.milliseconds + 9))
        #expect(early.failed == 3)
        let later = try MailQueue(directory: folder).deliver(by: deadServer(), at: now.adding(hours: 1))
        #expect(later.failed == 3)
        #expect(try queue.waiting().map(\.attempts) == [3, 3, 3])
    }

    @Test func somebodyIsToldOnceWhatIsUrgentAndAgainWhenItComesBack() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let queue = try MailQueue(directory: folder)
        func told(_ urgent: Set<String>) throws -> Set<String>? {
            var seen: Set<String>?
            let isNew = try queue.tell("u-1", at: "a@example.org", urgent: urgent, at: now) { new in
                seen = new
                return notice
            }
            #expect(isNew == (seen != nil))
            return seen
        }
        #expect(try told(["a"]) == ["a"])
        #expect(try told(["a"]) == nil)
        #expect(try told(["a", "b"]) == ["b"])
        #expect(try told([]) == nil)
        #expect(try told(["a"]) == ["a"])
        #expect(try queue.waiting().count == 3)
    }

    @Test func aServerElsewhereIsNotSpokenToInTheOpen() throws {
        var settings = Settings.Mail()
        #expect(throws: MailError.notSet) { try MailServer(settings) }
        (settings.host, settings.from, settings.security) = ("mail.example.org", "a@example.org", .none)
        #expect(throws: MailError.inTheOpen("mail.example.org")) { try MailServer(settings) }
        settings.security = .starttls
        #expect(throws: Never.self) { try MailServer(settings) }
    }
}

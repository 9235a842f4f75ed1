import Days
import Foundation
import Oversight
import Testing

@testable import Mail

struct NoticeTests {
    private var counts: WorkCounts {
        var counts = WorkCounts()
        counts.add(.rung(.regulation))
        counts.add(.rung(.regulation))
        counts.add(.rung(.missingNow))
        return counts
    }

    @Test func aDigestIsCountsInTheLaddersOrderAndAPlaceToSignIn() throws {
        let day = try #require(Day("2026-11-24"))
        let notice = try #require(
            Notice.digest(
                counts, on: day, authority: "Severn Vale", url: "https://throughline.example.gov.uk"))
        #expect(notice.subject == "Your work on 24 November 2026")
        #expect(
            notice.body == """
                This is what children need from you, as the record stood on 24 November 2026.

                Missing now: 1 child
                Past the day that the law gives: 2 children

                Open My work: https://throughline.example.gov.uk/

                No email from Throughline names a child or asks for a password. Do not answer this one: nobody reads it.

                Severn Vale

                """)
    }

    @Test func nothingWaitingIsNoEmail() throws {
        #expect(Notice.digest(WorkCounts(), on: try #require(Day("2026-11-24")), authority: "", url: "") == nil)
        #expect(Notice.urgent(WorkCounts(), authority: "", url: "") == nil)
        #expect(Notice.urgent(counts, authority: "", url: "")?.body.contains("Sign in to Throughline") == true)
    }

    @Test func informationGovernanceIsToldHowManyRecordsWereOnAWrongChildAndWhereTheyAre() throws {
        var counts = WorkCounts()
        counts.add(.onWrongChild)
        let notice = try #require(Notice.urgent(counts, authority: "", url: "https://throughline.example.gov.uk"))
        #expect(notice.subject == "Urgent: a record was on the wrong child")
        #expect(notice.body.contains("On the wrong child, to be assessed within 72 hours: 1 record\n"))
        #expect(notice.body.contains("Open Wrong child: https://throughline.example.gov.uk/wrong-child\n"))
        counts.add(.rung(.missingNow))
        let both = try #require(Notice.urgent(counts, authority: "", url: ""))
        #expect(both.subject == "Urgent: a child needs you now")
        #expect(both.body.contains("within 72 hours: 1 record"))
    }

    @Test func onlyTheTopOfTheLadderIsUrgent() {
        #expect(Rung.allCases.filter(\.isUrgent) == [.mayNotBeSafe, .missingNow])
    }

    @Test func aMessageSurvivesTheWayAndNothingInItBeginsAnotherHeader() throws {
        let message = Message(
            from: "throughline@example.org", to: "a@example.org\r\nBcc: b@example.org", subject: "Diolch, Môn\r\nX: y",
            body: "Past the day\n’\n", id: "throughline.1", date: Instant(secondsSince1970: 1_795_503_600))
        let text = String(decoding: message.bytes, as: UTF8.self)
        let parts = text.components(separatedBy: "\r\n\r\n")
        let headers = parts[0].components(separatedBy: "\r\n")
        #expect(headers.count == 9)
        #expect(headers.contains("To: <a@example.orgBcc: b@example.org>"))
        #expect(headers.contains("Date: Tue, 24 Nov 2026 07:00:00 +0000"))
        #expect(headers.contains { $0.hasPrefix("Subject: =?utf-8?B?") })
        let body = try #require(Data(base64Encoded: parts[1], options: .ignoreUnknownCharacters))
        #expect(String(decoding: body, as: UTF8.self) == "Past the day\r\n’\r\n")
    }

    @Test func whatWasNotTakenWaitsLongerEachTimeAndNeverGivesUp() {
        #expect([1, 2, 3, 4].map(MailQueue.pause) == [60_000, 120_000, 240_000, 480_000])
        #expect(MailQueue.pause(after: 5000) == 6 * 3_600_000)
    }
}

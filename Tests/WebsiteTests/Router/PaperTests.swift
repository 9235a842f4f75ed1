import Access
import Casework
import Foundation
import HTTPTypes
import Service
import Testing

@testable import Website

/// A signed record and a copy are printed as they are shown, by a program that is given the page whole and nothing to ask for.
@Suite(.serialized) struct PaperTests {
    private static let child = Office.children[.own]!
    private static var record: String { "/children/\(child)/records/\(Office.note(of: child))" }
    private static var copy: String { "/children/\(child)/copies/\(Office.copy(of: child))" }

    /// Gives the page back with a mark of a PDF before it.
    private struct Echo: PagePrinter {
        func pdf(of page: [UInt8]) async throws(PrintingFault) -> [UInt8] { Array("%PDF-".utf8) + page }
    }
    private struct Broken: PagePrinter {
        func pdf(of page: [UInt8]) async throws(PrintingFault) -> [UInt8] { throw .madeNone }
    }

    @Test func whatIsShownIsWhatIsPrinted() async throws {
        let office = try await Office(printer: Echo())
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            for (address, name, words) in [
                (Self.record, "case_note-2025-09-01", "A talk with Planted"),
                (Self.copy, "copy-2025-09-02", "was well."),
            ] {
                let shown = try await asker.ask(.get, address, worker)
                let way = try #require(shown.text.firstMatch(of: /href="([^"]*pdf=yes)"/)?.1)
                let pdf = try await asker.ask(.get, String(way).replacing("&amp;", with: "&"), worker)
                #expect(pdf.status == 200 && pdf.headers[.contentType] == "application/pdf")
                #expect(pdf.headers[.contentDisposition] == "attachment; filename=\"\(name).pdf\"")
                #expect(pdf.text.hasPrefix("%PDF-") && pdf.text.contains(words))
                for gone in ["href=\"", "<script", "<link", "src=\""] {
                    #expect(!pdf.text.contains(gone), "\(gone) asks for something")
                }
                #expect(pdf.text.contains("default-src 'none'"))
            }
        }
        let looks = try await office.store.log.latest(account: worker.account.id).map(\.look)
        #expect(looks.first?.query.contains("pdf=yes") == true && looks.first?.child == Self.child)
    }

    /// Whoever may write down that it was published has the form for it on the page, and not on the paper.
    @Test func theReportOfTheReviewingServiceIsPrintedWithoutItsForm() async throws {
        let office = try await Office(printer: Echo())
        let manager = try await office.enter([.iroManager], worker: nil)
        try await office.open { asker in
            let shown = try await asker.ask(.get, "/reviewing-service/report?year=2025-26", manager).text
            let way = try #require(shown.firstMatch(of: /href="([^"]*pdf=yes)"/)?.1)
            #expect(shown.contains("When it is published"))
            let pdf = try await asker.ask(.get, String(way).replacing("&amp;", with: "&"), manager)
            #expect(pdf.headers[.contentDisposition] == "attachment; filename=\"reviewing-service-2025-26.pdf\"")
            #expect(pdf.text.hasPrefix("%PDF-") && pdf.text.contains("Report of 2025-26"))
            #expect(!pdf.text.contains("When it is published"))
        }
    }

    /// A signed record left nothing out for a reader, so the paper says that it is for whoever printed it; a copy is for one.
    @Test func aRecordOnPaperSaysWhoseItIsAndACopyDoesNot() async throws {
        let office = try await Office(printer: Echo())
        let worker = try await office.enter([.socialWorker])
        let words = "for their own work. Not a copy for anybody else."
        try await office.open { asker in
            let record = try await asker.ask(.get, Self.record + "?pdf=yes", worker)
            #expect(record.text.contains("tl-paper-only") && record.text.contains(words))
            let copy = try await asker.ask(.get, Self.copy + "?pdf=yes", worker)
            #expect(copy.text.hasPrefix("%PDF-") && !copy.text.contains(words))
        }
    }

    @Test func whereNothingPrintsThePageSaysHow() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            for address in [Self.record, Self.copy] {
                let shown = try await asker.ask(.get, address, worker)
                #expect(shown.text.contains("choose to save it as PDF") && !shown.text.contains("pdf=yes"))
                let asked = try await asker.ask(.get, address + "?pdf=yes", worker)
                #expect(asked.status == 200 && asked.headers[.contentType]?.hasPrefix("text/html") == true)
            }
        }
    }

    @Test func aPrinterThatFailsIsSaidAndWhoMayNotReadGetsNone() async throws {
        let office = try await Office(printer: Broken())
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let failed = try await asker.ask(.get, Self.record + "?pdf=yes", worker)
            #expect(failed.text.contains("It could not be printed") && !failed.text.contains("Planted"))
        }
        let sound = try await Office(printer: Echo())
        let other = try await sound.enter([.socialWorker], worker: "W3")
        try await sound.open { asker in
            for address in [Self.record, Self.copy] {
                let refused = try await asker.ask(.get, address + "?pdf=yes", other)
                let nobody = try await asker.ask(.get, address + "?pdf=yes", nil)
                #expect(refused.status == 404 && nobody.status == 303)
            }
        }
    }
}

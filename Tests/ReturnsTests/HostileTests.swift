import Foundation
import Returns
import TestSupport
import Testing

/// Files made to do harm, each refused with a sentence that says what it is.
struct HostileTests {
    private let header = "CHILD,SEX,DOB\n1,1,01/01/2010\n"

    private func zip(_ entries: Zip.Entry...) throws -> Folder {
        let folder = try Folder([:] as [String: Data])
        try Zip.write(entries, to: folder.path("return.zip"))
        return folder
    }

    @Test func aZipOfTablesIsReadLikeItsFolder() throws {
        let folder = try zip(
            Zip.Entry("2017-18/Header.csv", Array(header.utf8)), Zip.Entry("2017-18/notes.txt", Array("hello".utf8)),
            Zip.Entry("2017-18/previous/Header.csv", Array(header.utf8)),
            Zip.Entry("__MACOSX/2017-18/._Header.csv", [0, 1, 2]))
        let reading = try folder.read("return.zip")
        #expect(reading.children.map(\.ssda903) == ["1"])
        #expect(reading.ignored == ["2017-18/notes.txt", "2017-18/previous/Header.csv"])
        #expect(reading.rowsRead == 1)
    }

    @Test(arguments: ["../Header.csv", "/Header.csv", "a/../../Header.csv", "..\\Header.csv", "C:\\Header.csv"])
    func aPathOutOfTheZipIsRefused(_ name: String) throws {
        let refusal = try zip(Zip.Entry(name, Array(header.utf8))).refusal("return.zip")
        #expect(refusal?.contains("leads out of it") == true, "\(refusal ?? "")")
    }

    @Test func aLinkInAZipIsRefused() throws {
        let refusal = try zip(Zip.Entry("Header.csv", Array("/etc/passwd".utf8), isLink: true)).refusal("return.zip")
        #expect(refusal?.contains("is a link") == true, "\(refusal ?? "")")
    }

    @Test func aZipBombIsRefusedBeforeItIsUnpacked() throws {
        let refusal = try zip(Zip.Entry("Header.csv", [UInt8](repeating: 65, count: 30_000_000))).refusal("return.zip")
        #expect(refusal?.contains("unpacks to 30000000 bytes") == true, "\(refusal ?? "")")
    }

    @Test func aZipOfManyFilesIsHeldToATotal() throws {
        let folder = try zip(
            Zip.Entry("Header.csv", Array(header.utf8)), Zip.Entry("a.bin", [UInt8](repeating: 65, count: 1_500_000)),
            Zip.Entry("b.bin", [UInt8](repeating: 66, count: 1_500_000)))
        var limits = ReadingLimits()
        limits.file = 2 << 20
        #expect(folder.refusal("return.zip", limits: limits)?.contains("more than 2 MB") == true)
        limits.entries = 2
        #expect(folder.refusal("return.zip", limits: limits)?.contains("holds 3 files") == true)
    }

    @Test func aZipBehindAPasswordIsRefused() throws {
        let refusal = try zip(Zip.Entry("Header.csv", Array(header.utf8), password: "hush")).refusal("return.zip")
        #expect(refusal?.contains("password") == true, "\(refusal ?? "")")
    }

    @Test func aZipCutShortIsRefused() throws {
        let folder = try zip(Zip.Entry("Header.csv", Array(header.utf8)))
        let whole = try Data(contentsOf: folder.url.appendingPathComponent("return.zip"))
        try whole.prefix(whole.count - 30).write(to: folder.url.appendingPathComponent("return.zip"))
        #expect(folder.refusal("return.zip")?.contains("cannot be read") == true)
    }

    @Test func aZipWithDamagedBytesIsRefused() throws {
        let folder = try zip(Zip.Entry("Header.csv", (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) | 1 }))
        var bytes = try Data(contentsOf: folder.url.appendingPathComponent("return.zip"))
        bytes[200] ^= 0xFF
        try bytes.write(to: folder.url.appendingPathComponent("return.zip"))
        #expect(folder.refusal("return.zip")?.contains("damaged") == true)
    }

    @Test func aZipOfTwoReturnsIsRefused() throws {
        let folder = try zip(
            Zip.Entry("a/Header.csv", Array(header.utf8)), Zip.Entry("b/Header.csv", Array(header.utf8)))
        #expect(folder.refusal("return.zip")?.contains("several folders") == true)
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><EXPSSDA903>&b;</EXPSSDA903>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><EXPSSDA903><CHILD>&x;</CHILD></EXPSSDA903>",
        "<!DOCTYPE EXPSSDA903 SYSTEM \"http://127.0.0.1:9/a.dtd\"><EXPSSDA903/>",
    ])
    func anEntityBombIsRefused(_ xml: String) throws {
        #expect(try Folder(["return.xml": xml]).refusal("return.xml")?.contains("document type") == true)
    }

    @Test func anXMLWithoutEndOrBottomIsRefused() throws {
        let deep = String(repeating: "<A>", count: 100_000)
        #expect(try Folder(["a.xml": "<EXPSSDA903>" + deep]).refusal("a.xml")?.contains("nested deeper") == true)
        let long = "<EXPSSDA903><CHILD><HEADER><UPN>" + String(repeating: "a", count: 70_000)
        #expect(try Folder(["a.xml": long]).refusal("a.xml")?.contains("longer than") == true)
    }

    @Test func aFileTooLargeForAnyReturnIsRefused() throws {
        var limits = ReadingLimits()
        limits.file = 1 << 20
        let folder = try Folder(["Header.csv": header + String(repeating: "2,1,01/01/2010\n", count: 100_000)])
        #expect(folder.refusal(limits: limits)?.contains("larger than 1 MB") == true)
    }

    @Test func aRowTooLongForAnyTableIsRefused() throws {
        var limits = ReadingLimits()
        limits.row = 100
        let folder = try Folder(["Header.csv": header + "2,1," + String(repeating: " ", count: 200) + "\n"])
        #expect(folder.refusal(limits: limits)?.contains("line 3") == true)
        let commas = try Folder(["Header.csv": header + String(repeating: ",", count: 5000) + "\n"])
        #expect(commas.refusal()?.contains("more than 1000 cells") == true)
    }

    @Test func moreFindingsThanAnybodyCouldReadAreRefused() throws {
        var limits = ReadingLimits()
        limits.findings = 100
        let folder = try Folder(["Header.csv": header + String(repeating: ",1,01/01/2010\n", count: 200)])
        #expect(folder.refusal(limits: limits)?.contains("more than 100 things are wrong") == true)
    }

    @Test func anExcelWorkbookIsNamedForWhatItIs() throws {
        let folder = try Folder([:] as [String: Data])
        try Zip.write([Zip.Entry("xl/workbook.xml", [60])], to: folder.path("return.xlsx"))
        #expect(folder.refusal("return.xlsx")?.contains("Excel") == true)
    }

    @Test func aLinkIsNotFollowed() throws {
        let folder = try Folder([:] as [String: Data])
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("Header.csv"), withDestinationURL: URL(fileURLWithPath: "/etc/passwd")
        )
        #expect(folder.refusal()?.contains("link") == true)
        #expect(folder.refusal("Header.csv")?.contains("link") == true)
    }
}

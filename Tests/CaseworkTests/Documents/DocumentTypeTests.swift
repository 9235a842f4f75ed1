import Casework
import Days
import Testing

/// What a file is, is told from what is in it, whatever it is called.
struct DocumentTypeTests {
    private func type(_ bytes: [UInt8]) -> Result<DocumentType, DocumentRefusal> {
        bytes.withUnsafeBytes { DocumentType.of($0) }
    }
    private func type(_ text: String) -> Result<DocumentType, DocumentRefusal> { type(Array(text.utf8)) }

    @Test func eachKindIsKnownByItsFirstBytesOrItsParts() {
        #expect(type("%PDF-1.7\n%âãÏÓ") == .success(.pdf))
        #expect(type([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) == .success(.jpeg))
        #expect(type([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .success(.png))
        #expect(type("GIF89a\u{1}") == .success(.gif))
        #expect(type("RIFF\u{1}\u{1}\u{1}\u{1}WEBPVP8 ") == .success(.webp))
        #expect(type([0x49, 0x49, 0x2A, 0, 8, 0]) == .success(.tiff))
        #expect(type("{\\rtf1 Hello}") == .success(.richText))
        #expect(type("Dear Sir,\r\n\tyours") == .success(.text))
        #expect(type("PK\u{3}\u{4}[Content_Types].xml word/document.xml") == .success(.word))
        #expect(type("PK\u{3}\u{4}[Content_Types].xml xl/workbook.xml") == .success(.spreadsheet))
        let head = "PK\u{3}\u{4}" + String(repeating: "\u{1}", count: 26)
        #expect(type(head + "mimetypeapplication/vnd.oasis.opendocument.textPK") == .success(.openText))
    }

    @Test func whatCanHoldAProgramIsNotKeptWhateverItIsCalled() {
        for page in [
            "<!DOCTYPE html><p>", "\u{FEFF} <html>", "<svg xmlns='http://www.w3.org/2000/svg'>",
            "<?xml version='1.0'?>",
            "Hello <script>alert(1)</script>",
        ] { #expect(type(page) == .failure(.webPage), "\(page)") }
        #expect(type("MZ\u{1}\u{2}") == .failure(.program))
        #expect(type([0x7F, 0x45, 0x4C, 0x46, 2]) == .failure(.program))
        #expect(type("#!/bin/sh\nrm") == .failure(.program))
        #expect(type("PK\u{3}\u{4}[Content_Types].xml word/document.xml word/vbaProject.bin") == .failure(.macros))
    }

    @Test func whatNobodyKnowsIsRefusedInASentence() {
        #expect(type("PK\u{3}\u{4}evil.exe") == .failure(.unknown))
        #expect(type([0, 1, 2, 3]) == .failure(.unknown))
        #expect(type([0xC3, 0x28]) == .failure(.unknown))
        #expect(type([]) == .failure(.empty))
        #expect(type([UInt8](repeating: 65, count: Document.longest + 1)) == .failure(.tooLong))
        for refusal in [
            DocumentRefusal.empty, .tooLong, .webPage, .program, .macros, .unknown, .virus("x"), .notScanned,
        ] {
            #expect(refusal.sentence.hasSuffix("."))
        }
    }

    /// Only what holds no script is shown in a browser.
    @Test func nothingThatCanHoldAScriptIsShown() {
        for type in DocumentType.allCases {
            #expect((type.preview == nil) == (type.mediaType == "application/octet-stream"), "\(type)")
        }
        #expect(Set(DocumentType.allCases.filter { $0.preview != nil }) == [.pdf, .jpeg, .png, .gif, .webp])
    }
}

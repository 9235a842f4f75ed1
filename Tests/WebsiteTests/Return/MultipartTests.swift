import Testing

@testable import Website

struct MultipartTests {
    private let type = "multipart/form-data; boundary=----tl42"

    /// A field and a file whose content holds line ends and half a delimiter.
    private let body =
        "------tl42\r\nContent-Disposition: form-data; name=\"year\"\r\n\r\n2025-26\r\n"
        + "------tl42\r\nContent-Disposition: form-data; name=\"files\"; filename=\"Header.csv\"\r\nContent-Type: text/csv\r\n\r\n"
        + "CHILD,SEX\r\n1,\r\n------tl4\r\n\r\n------tl42--\r\n"

    private func pieces(_ body: String, at a: Int) throws -> [Multipart.Piece] {
        var parts = try #require(Multipart(contentType: type))
        var pieces: [Multipart.Piece] = []
        let bytes = Array(body.utf8)
        for half in [bytes[..<a], bytes[a...]] {
            try parts.take(half) { piece in
                if case .content(let more) = piece, case .content(let before)? = pieces.last {
                    pieces[pieces.count - 1] = .content(before + more)
                } else {
                    pieces.append(piece)
                }
            }
        }
        #expect(parts.isOver)
        return pieces
    }

    @Test func itReadsTheSameWhereverTheBytesAreCut() throws {
        let expected: [Multipart.Piece] = [
            .begins(name: "year", file: nil), .content(Array("2025-26".utf8)), .ends,
            .begins(name: "files", file: "Header.csv"), .content(Array("CHILD,SEX\r\n1,\r\n------tl4\r\n".utf8)), .ends,
        ]
        for cut in 0...body.utf8.count { #expect(try pieces(body, at: cut) == expected, "cut at \(cut)") }
    }

    @Test func anEmptyFileIsAPartWithoutContent() throws {
        let body =
            "------tl42\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n------tl42--\r\n"
        for cut in 0...body.utf8.count {
            #expect(try pieces(body, at: cut) == [.begins(name: "files", file: ""), .ends], "cut at \(cut)")
        }
    }

    @Test func whatIsCutShortIsNotOver() throws {
        var parts = try #require(Multipart(contentType: type))
        try parts.take(Array(body.utf8).dropLast(6)) { _ in }
        #expect(!parts.isOver)
    }

    @Test func headersWithoutEndAreRefused() throws {
        var parts = try #require(Multipart(contentType: type))
        #expect(throws: Multipart.Problem.headersTooLong) {
            try parts.take(Array(("------tl42\r\nX: " + String(repeating: "a", count: 20_000)).utf8)) { _ in }
        }
    }

    @Test func aPartWithoutANameIsRefused() throws {
        var parts = try #require(Multipart(contentType: type))
        #expect(throws: Multipart.Problem.malformed) {
            try parts.take(Array("------tl42\r\nContent-Type: text/csv\r\n\r\nx".utf8)) { _ in }
        }
    }

    @Test(arguments: ["application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary="])
    func whatIsNoFormWithFilesIsNotRead(_ type: String) { #expect(Multipart(contentType: type) == nil) }
}

import Testing

@testable import Emergency

struct SealedFileTests {
    /// As little work as there can be: what is tested is not how slow a guess is.
    private let work = SealedFile.Work(passes: 1, memory: 8192)
    private let phrase = "four words nobody joins"

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000]) func whatIsSealedOpens(_ length: Int) throws {
        let content = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let sealed = try SealedFile.seal(content, with: phrase, work: work)
        #expect(try SealedFile.open(sealed, with: phrase) == content)
        #expect(throws: SealedFileError.notOpened) { try SealedFile.open(sealed, with: phrase + "!") }
    }

    @Test func aByteChangedAnywhereKeepsItShut() throws {
        let sealed = try SealedFile.seal(Array("a fictional list".utf8), with: phrase, work: work)
        for index in sealed.indices {
            // The work factors that a change would ask for are refused before they are worked out.
            var changed = sealed
            changed[index] ^= 0x40
            #expect(throws: SealedFileError.self, "byte \(index)") { try SealedFile.open(changed, with: phrase) }
        }
    }

    @Test func aFileCutShortOrMadeLongerKeepsShut() throws {
        let content = [UInt8](repeating: 65, count: 150_000)
        let sealed = try SealedFile.seal(content, with: phrase, work: work)
        for length in [0, 10, 50, 72, 80, 65_625, 131_178, sealed.count - 1] {
            #expect(throws: SealedFileError.self) { try SealedFile.open(Array(sealed[..<length]), with: phrase) }
        }
        #expect(throws: SealedFileError.notOpened) { try SealedFile.open(sealed + [0], with: phrase) }
    }

    @Test func twoSealingsOfOneListDiffer() throws {
        let content = Array("a fictional list".utf8)
        #expect(
            try SealedFile.seal(content, with: phrase, work: work)
                != SealedFile.seal(content, with: phrase, work: work))
    }
}

import HTML
import Testing

@Suite struct Escaping {
    @Test func whatANameHoldsIsShownAndNotObeyed() {
        #expect(
            html { $0.p("<script>alert('x')</script> & \"co\"") }
                == "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;</p>")
    }

    @Test func anyTextComesBackAsItWas() {
        var hostile = HostileText(seed: 1)
        for _ in 0..<5_000 {
            let text = hostile.text()
            let written = html { $0.text(text) }
            #expect(!written.contains { "<>\"'".contains($0) })
            #expect(unescaped(written).unicodeScalars.elementsEqual(mended(text).unicodeScalars))
        }
    }

    @Test func anyTextStaysInsideItsAttribute() {
        var hostile = HostileText(seed: 2)
        for _ in 0..<5_000 {
            let text = hostile.text()
            let written = html { $0.span("", Attribute("title", text)) }
            #expect(written.utf8.count { $0 == UInt8(ascii: "\"") } == 2)
            #expect(written.hasPrefix("<span title=\"") && written.hasSuffix("\"></span>"))
            let value = written.dropFirst("<span title=\"".count).dropLast("\"></span>".count)
            #expect(unescaped(String(value)).unicodeScalars.elementsEqual(mended(text).unicodeScalars))
        }
    }

    @Test func aCharacterNoPageMayHoldIsSeenToBeWrong() {
        #expect(html { $0.text("a\u{0}b\u{1B}c\u{7F}d") } == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
        #expect(html { $0.text("one\ttwo\r\nthree") } == "one\ttwo\r\nthree")
    }

    @Test func partOfATextIsEscapedLikeAWholeOne() {
        #expect(html { $0.text("say <b>".dropFirst(4)) } == "&lt;b&gt;")
    }

    @Test func aLongTextOutgrowsTheRoomSetAsideAndStaysWhole() {
        let long = String(repeating: "é<", count: 50_000)
        #expect(html { $0.text(long) } == String(repeating: "é&lt;", count: 50_000))
    }
}

import HTML
import Testing

@Suite struct Links {
    @Test func aPageIsAddressedByItsParts() {
        #expect(Link().address == "/")
        #expect(Link("children", "c-104").address == "/children/c-104")
        #expect(Link("children", "O'Neil/7 & 8?").address == "/children/O%27Neil%2F7%20%26%208%3F")
        #expect(Link("children", "Łódź").address == "/children/%C5%81%C3%B3d%C5%BA")
    }

    @Test(arguments: ["", ".", ".."]) func noSegmentLeadsToAnotherPlace(segment: String) {
        #expect(Link(segment, "evil.example").address == "/-/evil.example")
    }

    @Test func anySegmentStaysOneSegmentOfThisSite() {
        var hostile = HostileText(seed: 3)
        for _ in 0..<5_000 {
            let text = hostile.text()
            let address = Link("children", text).address
            #expect(address.hasPrefix("/children/") && !address.hasPrefix("//"))
            let segment = address.dropFirst("/children/".count)
            #expect(segment.utf8.allSatisfy { $0 < 0x80 } && !segment.contains { "/?#\"'<>& ".contains($0) })
            #expect(!["", ".", ".."].contains(String(segment)))
        }
    }

    @Test func aQuestionIsAskedBeforeThePlaceOnThePage() {
        let link = Link("children").query("name", "A & B").query("team", nil).fragment("list").query(
            "as-at", "2018-03-31")
        #expect(link.address == "/children?name=A%20%26%20B&as-at=2018-03-31#list")
        #expect(link.fragment("top").address == "/children?name=A%20%26%20B&as-at=2018-03-31#top")
        #expect(Link.here("main content").address == "#main%20content")
    }

    @Test func inAPageTheAmpersandOfAnAddressIsEscaped() {
        #expect(
            html { $0.a(Link("duties").query("a", "1").query("b", "2"), "Two") }
                == "<a href=\"/duties?a=1&amp;b=2\">Two</a>")
    }

    @Test(arguments: ["javascript:alert(1)", "http://example.org", "//example.org", "https://", " https://a", "/home"])
    func onlyAPlainSecureAddressIsTakenFromOutside(address: String) {
        #expect(Link(https: address) == nil)
    }

    @Test func anAddressFromOutsideKeepsItsMeaning() {
        #expect(
            Link(https: "https://www.legislation.gov.uk/uksi/2010/959/regulation/33?a=1#b c\"<")?.address
                == "https://www.legislation.gov.uk/uksi/2010/959/regulation/33?a=1#b%20c%22%3C")
        #expect(Link.outside("https://www.gov.uk/").address == "https://www.gov.uk/")
    }
}

import HTML
import Testing

@Suite struct Elements {
    @Test func whatIsOpenedIsClosedInOrder() {
        let table = html { page in
            page.table(.class("govuk-table")) { table in
                table.tr { row in
                    row.th("Reviews", .scope(.row))
                    row.td(3)
                }
            }
        }
        #expect(
            table == "<table class=\"govuk-table\"><tr><th scope=\"row\">Reviews</th><td>3</td></tr></table>")
    }

    /// Random nests of elements, read back with a stack.
    @Test(arguments: 1...200) func everyNestIsBalanced(seed: UInt64) {
        var state = seed
        func nest(_ depth: Int, into page: inout Writer) {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            switch depth > 8 ? 0 : (state >> 33) % 5 {
            case 0: page.p("</div>")
            case 1: page.br()
            case 2: page.div(.id("</section>")) { nest(depth + 1, into: &$0) }
            case 3:
                page.section {
                    nest(depth + 1, into: &$0)
                    nest(depth + 1, into: &$0)
                }
            default: page.ul { list in list.li { nest(depth + 1, into: &$0) } }
            }
        }
        var open: [Substring] = []
        for tag in html({ nest(0, into: &$0) }).matches(of: /<(\/?)([a-z]+)[^>]*>/) where tag.2 != "br" {
            if tag.1.isEmpty { open.append(tag.2) } else { #expect(open.popLast() == tag.2) }
        }
        #expect(open.isEmpty)
    }

    @Test func anAttributeIsThereOnlyWhereItsConditionHolds() {
        func box(_ ticked: Bool) -> String {
            html {
                $0.input(
                    "checkbox", name: "all", value: "yes", .flag("checked", if: ticked),
                    .when(ticked, .aria("aria-describedby", "hint")))
            }
        }
        #expect(box(false) == "<input type=\"checkbox\" name=\"all\" value=\"yes\">")
        #expect(box(true).hasSuffix(" value=\"yes\" checked aria-describedby=\"hint\">"))
    }

    @Test(arguments: [0, 7, 10, -1, 1_419, Int.max, Int.min]) func aNumberReadsAsItself(number: Int) {
        #expect(html { $0.text(number) } == "\(number)")
    }

    @Test func aLineThroughPlacesIsWrittenInTheirOrder() {
        #expect(
            html { $0.polyline([(1, 2.5), (-3, 0)], .class("run")) }
                == "<polyline points=\"1,2.5 -3,0\" class=\"run\"/>")
    }

    @Test func aFragmentIsPutInAsItWasWritten() {
        let banner = Fragment { $0.p("Fictional authority: Severn Vale") }
        #expect(html { $0.div { $0.text(banner) } } == "<div><p>Fictional authority: Severn Vale</p></div>")
    }

    @Test func aDocumentIsWhole() {
        let page = Writer.document(language: "en-GB", theme: "govuk-template") { head in
            head.title("My work")
            head.stylesheet(Link("assets", "throughline.css"))
        } body: { page in
            page.body { $0.main(.id("content")) { $0.h1("My work") } }
        }
        #expect(
            String(decoding: page, as: UTF8.self) == """
                <!doctype html>
                <html lang="en-GB" class="govuk-template"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width, initial-scale=1"><title>My work</title>\
                <link rel="stylesheet" href="/assets/throughline.css"></head>\
                <body><main id="content"><h1>My work</h1></main></body></html>
                """)
    }

    @Test func aFormSaysWhereItGoesAndHow() {
        let form = html { page in
            page.form(.get, to: Link("children")) { form in
                form.label("As at", .for("as-at"))
                form.input("date", name: "as-at", value: "2018-03-31", .id("as-at"))
                form.button("Show")
            }
        }
        #expect(form.hasPrefix("<form method=\"get\" action=\"/children\"><label for=\"as-at\">As at</label>"))
        #expect(form.hasSuffix("<button>Show</button></form>"))
    }
}

@Suite struct Drawings {
    @Test func aDrawingHasANameAndItsShapesCloseThemselves() {
        let drawing = html { page in
            page.svg(title: "Placements & status", width: 200, height: 40) { svg in
                svg.rect(x: 0.5, y: 1, width: 12.345, height: 8, .class("bar"))
                svg.line(from: (0, 20), to: (200, 20))
                svg.circle(x: 3, y: 4, radius: 2, title: "Review held")
                svg.words(x: 0, y: 38, "2018 <")
            }
        }
        #expect(
            drawing == """
                <svg viewBox="0 0 200 40" role="img"><title>Placements &amp; status</title>\
                <rect x="0.5" y="1" width="12.35" height="8" class="bar"/>\
                <line x1="0" y1="20" x2="200" y2="20"/>\
                <circle cx="3" cy="4" r="2"><title>Review held</title></circle>\
                <text x="0" y="38">2018 &lt;</text></svg>
                """)
    }

    @Test(arguments: [
        (0.0, "0"), (-0.001, "0"), (-2.5, "-2.5"), (0.05, "0.05"), (99.999, "100"), (1e300, "0"), (.nan, "0"),
        (-.infinity, "0"),
    ]) func aLengthNeverBreaksThePage(length: Double, written: String) {
        #expect(html { $0.g(Attribute("x", length: length)) { _ in } } == "<g x=\"\(written)\"></g>")
    }
}

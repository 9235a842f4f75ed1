import Casework
import Days
import HTML
import Standards

extension Link {
    static let home = Link()
    static func child(_ id: ChildID) -> Link { Link("children", id.description) }
    static func asset(_ name: String) -> Link { Link("assets", name) }
}

extension Day: Content {
    public func write(into page: inout Writer) { page.time(description, inWords) }
}

/// What stands around every page.
enum Layout {
    private static let head = Fragment { page in
        page.void("link", .rel("stylesheet"), .href(.asset("govuk-frontend.min.css")))
        page.void("link", .rel("stylesheet"), .href(.asset("throughline.css")))
    }

    private static let top = Fragment { page in
        page.a(.here("content"), "Skip to main content", .class("govuk-skip-link"))
        page.header(.class("tl-header")) { header in
            header.div(.class("govuk-width-container")) { $0.a(.home, "Throughline") }
        }
    }

    /// A whole page.
    ///
    /// - Parameter notice: under the header on every page: whose records these are, and for which day they speak.
    static func page(title: String, notice: String, body: Writer.Body) -> [UInt8] {
        Writer.document(language: "en-GB", theme: "govuk-template", capacity: 64 * 1024) { page in
            page.title("\(title) – Throughline")
            page.text(head)
        } body: { html in
            html.element("body", .class("govuk-template__body")) { page in
                page.text(top)
                page.div(.class("tl-fiction"), .role("region"), .aria("aria-label", "About these records")) { bar in
                    bar.div(.class("govuk-width-container"), notice)
                }
                page.div(.class("govuk-width-container")) { container in
                    container.main(.class("govuk-main-wrapper"), .id("content"), .tabindex(-1), body: body)
                }
            }
        }
    }
}

extension Writer {
    mutating func div(_ attributes: Attribute, _ text: String) { div(attributes) { $0.text(text) } }

    /// What a standing is called on a page, the weight with it, so that a miss of one is never told in the words of
    /// another. A word always, never a colour alone.
    mutating func standingTag(_ duty: Duty) {
        let weight = Catalogue.standard(of: duty).weight
        let (word, colour): (String, String) =
            switch duty.standing {
            case .met: ("In time", "govuk-tag--green")
            case .metLate(let days): ("Done \(days) days late", "govuk-tag--yellow")
            case .lateWithReason: ("Not done, reason recorded", "govuk-tag--grey")
            case .due: ("To do", "govuk-tag--blue")
            case .overdue(let days):
                switch weight {
                case .regulation: ("Overdue in law by \(days) days", "govuk-tag--red")
                case .statutoryGuidance: ("Past guidance by \(days) days", "govuk-tag--orange")
                case .goodPractice, .local: ("Past local aim by \(days) days", "govuk-tag--yellow")
                }
            case .notApplicable: ("No longer owed", "govuk-tag--grey")
            case .unknown: ("Not known", "govuk-tag--grey")
            }
        strong(word, .class("govuk-tag \(colour)"))
    }
}

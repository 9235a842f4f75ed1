import Access
import Casework
import Days
import HTML
import Standards

extension Link {
    static let home = Link()
    static func child(_ id: ChildID) -> Link { Link("children", id.description) }
    static func asset(_ name: String) -> Link { Link("assets", name) }
    static let children = Link("children")
    static let team = Link("team")
    static let figures = Link("figures")
    static let returns = Link("return")
    static let administration = Link("administration")
    static let accessLog = Link("administration", "log")
    static let help = Link("help")
    static let profile = Link("profile")
    static let signIn = Link("sign-in")
    static let signOut = Link("sign-out")
    static let secondFactor = Link("second-factor")
    static let choosePassword = Link("choose-password")
    static let carryOn = Link("carry-on")
}

extension Frame {
    /// Where the viewer opens a child: the record, or for those who have only that, the emergency page.
    func record(_ child: ChildID) -> Link {
        guard let viewer, !viewer.may(.seeChild), viewer.may(.useEmergencyPage) else { return .child(child) }
        return .emergency(child)
    }
}

extension Day: Content {
    public func write(into page: inout Writer) { page.time(description, inWords) }
}

/// What stands around every page: whose records these are, who is signed in, and where one can go from here.
struct Frame: Sendable {
    /// Under the header on every page: whose records these are, and for which day they speak.
    let notice: String
    /// Who is signed in; nil on the pages before that.
    let viewer: Viewer?
    /// Where one can go: only what the viewer's roles reach.
    let places: [Place]
    /// The place this page belongs to.
    let here: Place?
    /// What a form must send back, so that no other site can send it for the viewer. Empty before signing in.
    let token: String
    /// What opened the record that the page is of, where a reason had to be given.
    var opened: BrokenGlass?
    /// What may lie on the device unsent; nil for who writes nothing.
    var unsent: Unsent?

    init(notice: String, viewer: Viewer? = nil, places: [Place] = [], here: Place? = nil, token: String = "") {
        (self.notice, self.viewer, self.places, self.here, self.token) = (notice, viewer, places, here, token)
    }

    /// The style sheets of every page.
    static let styles = ["govuk-frontend.min.css", "throughline.css"]

    private static let head = Fragment { page in
        for name in styles { page.void("link", .rel("stylesheet"), .href(.asset(name))) }
    }

    /// A whole page.
    ///
    /// - Parameter parts: bytes of what is written already and will stand on it.
    func page(title: String, holding parts: Int = 0, body: Writer.Body) -> [UInt8] {
        Writer.document(language: "en-GB", theme: "govuk-template", capacity: 24 * 1024 + parts) { page in
            page.title("\(title) – Throughline")
            page.text(Self.head)
        } body: { html in
            html.element("body", .class("govuk-template__body")) { page in
                page.a(.here("content"), "Skip to main content", .class("govuk-skip-link"))
                header(into: &page)
                page.div(.class("tl-fiction"), .role("region"), .aria("aria-label", "About these records")) { bar in
                    bar.div(.class("govuk-width-container"), notice)
                    if let opened {
                        bar.div(
                            .class("govuk-width-container"),
                            "Opened with a reason until \(opened.until.inWords): \(opened.reason)")
                    }
                }
                unsent?.draw(self, into: &page)
                page.div(.class("govuk-width-container")) { container in
                    container.main(.class("govuk-main-wrapper"), .id("content"), .tabindex(-1), body: body)
                }
            }
        }
    }

    private func header(into page: inout Writer) {
        page.header(.class("tl-header")) { header in
            header.div(.class("govuk-width-container tl-header-row")) { row in
                row.a(.home, "Throughline", .class("tl-product"))
                guard let viewer else { return }
                row.div(.class("tl-signed-in")) { who in
                    who.a(.profile, viewer.name)
                    who.form(recordingTo: .signOut, self) { $0.button("Sign out", .class("tl-sign-out")) }
                }
            }
        }
        guard !places.isEmpty else { return }
        page.nav(.class("tl-nav"), .aria("aria-label", "Main")) { nav in
            nav.div(.class("govuk-width-container")) { box in
                box.ul { list in
                    for place in places {
                        list.li {
                            $0.a(
                                place.link, place.title,
                                .when(place == here, .aria("aria-current", "page")))
                        }
                    }
                }
            }
        }
    }
}

/// The rooms of the site, in the order of the navigation.
enum Place: CaseIterable, Sendable {
    case myWork, urgent, wrongChild, children, team, figures, sample, audits, reviewingService, returns, administration,
        opened, accessLog, help

    var title: String {
        switch self {
        case .myWork: "My work"
        case .urgent: "Urgent"
        case .wrongChild: "Wrong child"
        case .children: "Children"
        case .team: "Team"
        case .figures: "Figures"
        case .sample: "Second reading"
        case .audits: "Audits"
        case .reviewingService: "Reviewing service"
        case .returns: "Return"
        case .administration: "Administration"
        case .opened: "Opened records"
        case .accessLog: "Access log"
        case .help: "Help"
        }
    }

    var link: Link {
        switch self {
        case .myWork: .home
        case .urgent: .urgentList
        case .wrongChild: .wrongChild
        case .children: .children
        case .team: .team
        case .figures: .figures
        case .sample: .sample
        case .audits: .audits
        case .reviewingService: .reviewingService
        case .returns: .returns
        case .administration: .administration
        case .opened: .opened
        case .accessLog: .accessLog
        case .help: .help
        }
    }

    /// Each by its address.
    static let at = Dictionary(uniqueKeysWithValues: allCases.map { ($0.link.address, $0) })

    /// What one must be allowed, to be shown it.
    var action: Action {
        switch self {
        case .myWork: .seeMyWork
        case .urgent: .answerUrgent
        case .wrongChild: .openSealed
        case .children: .findChildren
        case .team: .seeTeam
        case .figures: .seeFigures
        case .sample: .readSample
        case .audits: .seeAudits
        case .reviewingService: .seeReviewingService
        case .returns: .useReturn
        case .administration: .administer
        case .opened: .seeOpenedRecords
        case .accessLog: .seeAccessLog
        case .help: .ownAccount
        }
    }

    /// What is done there by whoever has no list of children of their own; nil where nobody’s work begins.
    var ownWork: Action? {
        switch self {
        case .audits: .auditWork
        case .reviewingService: .planReviewing
        default: nil
        }
    }
}

extension Writer {
    /// A form that records something. It carries what shows that it came from this site.
    mutating func form(recordingTo link: Link, _ frame: Frame, body: Body) {
        form(.post, to: link, .class("tl-form")) { form in
            form.input("hidden", name: "token", value: frame.token)
            body(&form)
        }
    }
}

extension Writer {
    mutating func div(_ attributes: Attribute, _ text: String) { div(attributes) { $0.text(text) } }

    /// What a standing is called on a page, the weight with it, so that a miss of one is never told in the words of
    /// another. A word always, never a colour alone.
    mutating func standingTag(_ duty: Duty) {
        let weight = Catalogue.weight(of: duty)
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

import Access
import HTML
import Oversight

extension Site {
    var helpRoutes: [Route] {
        [.get("/help", .may(.ownAccount)) { visit in HelpView(visit: visit).reply() }]
    }
}

/// Help in plain words: what a person in each role does here, and what the words on the pages mean.
struct HelpView {
    let visit: Visit

    func reply() -> Reply {
        visit.page("Help") { main in
            main.h1("Help", .class("govuk-heading-l"))
            for role in visit.viewer.roles { self.role(role, into: &main) }
            words(into: &main)
            ladder(into: &main)
            others(into: &main)
        }
    }

    private func role(_ role: Role, into page: inout Writer) {
        // A title with a capital inside is an abbreviation, and stays as it is.
        let title = role.title.dropFirst().contains { $0.isUppercase } ? role.title : role.title.lowercased()
        let article = title.first.map { "aeiou".contains($0) } ?? false ? "an" : "a"
        page.h2("As \(article) \(title)", .class("govuk-heading-m"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for line in HelpWords.of(role) { list.li(line) }
        }
    }

    private func words(into page: inout Writer) {
        page.h2("What the words mean", .class("govuk-heading-m"))
        page.dl(.class("govuk-summary-list")) { list in
            for (word, meaning) in HelpWords.words {
                list.summaryRow(word, meaning)
            }
        }
    }

    private func ladder(into page: inout Writer) {
        page.h2("The order of My work", .class("govuk-heading-m"))
        page.p(
            "Work is ordered by this ladder and, on each step, by the longest wait. There is no score, and nobody can change the order.",
            .class("govuk-body"))
        page.ol(.class("govuk-list govuk-list--number")) { list in
            list.li("Children about whom too little is known")
            for rung in Rung.allCases {
                list.li(rung.canComeFromReturn ? rung.title : "\(rung.title) (not recorded here yet)")
            }
        }
    }

    private func others(into page: inout Writer) {
        let roles = Role.ofAccounts.filter { !visit.viewer.roles.contains($0) }
        guard !roles.isEmpty else { return }
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("What people in other roles do here", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                for role in roles {
                    box.h3(role.title, .class("govuk-heading-s"))
                    box.ul(.class("govuk-list govuk-list--bullet")) { list in
                        for line in HelpWords.of(role) { list.li(line) }
                    }
                }
            }
        }
    }
}

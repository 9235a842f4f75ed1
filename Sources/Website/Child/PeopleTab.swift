import Casework
import Days
import HTML

/// Who is around a child, and what each may know of where the child is; then who works with the child.
extension ChildView {
    func people(into page: inout Writer) {
        network(into: &page)
        consents(into: &page)
        brothersAndSisters(into: &page)
        workers(into: &page)
    }

    private func network(into page: inout Writer) {
        let people = record.thread.people
        page.h2("People around the child", .class("govuk-heading-m"))
        switch record.hasConfidentialAddress {
        case true?: page.p("The address is confidential.", .class("govuk-inset-text"))
        case false?: break
        case nil:
            page.p("Whether the address is confidential is not decided here.", .class("govuk-inset-text"))
        }
        guard !people.isEmpty else {
            return page.p(
                "Nobody is recorded. Until somebody is, with what they may know, no copy of a record is made.",
                .class("govuk-body"))
        }
        for person in people { one(person, into: &page) }
    }

    private func one(_ person: NetworkPerson, into page: inout Writer) {
        page.section(.class("tl-strand")) { section in
            section.h3("\(person.name), \(person.relation)", .class("govuk-heading-s"))
            section.dl(.class("govuk-summary-list")) { list in
                list.summaryRow("Parental responsibility", person.sayingResponsibility)
                list.summaryRow("May see the child", person.contact.words)
                for secret in Secret.allCases {
                    list.summaryRow("May know \(secret.title)", person.mayKnow[secret].said)
                }
                list.summaryRow("Who may read this name", person.namedTo?.words ?? "Not decided")
                list.summaryRow("Decided by", person.decidedBy.isEmpty ? "Not recorded" : person.decidedBy)
            }
            section.p(.class("tl-since")) { p in
                p.text("As recorded for \(person.since.inWords). ")
                p.a(.signed(record.id, person.origin.event), "Read why", .class("govuk-link"))
            }
        }
    }

    /// What was handed over last, and how much of it waits.
    private func handover(into page: inout Writer) {
        guard let last = record.thread.handovers.last else { return }
        let waiting = record.thread.waiting(of: last).count
        page.p(.class("govuk-body")) { p in
            p.text("What was open was handed over on ")
            p.a(.signed(record.id, last.origin.event), last.on.inWords, .class("govuk-link"))
            p.text(waiting == 0 ? "; nothing of it waits to be accepted." : "; \(waiting) of it not accepted yet.")
        }
    }

    private func workers(into page: inout Writer) {
        guard !child.record.allocations.isEmpty else { return }
        page.h2("Workers", .class("govuk-heading-m"))
        handover(into: &page)
        page.table("Workers, latest first", ["From", "To", "Who", "As", "Team", "Why it changed"]) { body in
            for allocation in child.record.allocations.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(allocation.start)
                    end(allocation.end, into: &row)
                    row.cell(question.name(of: allocation.worker))
                    row.cell(allocation.role.title)
                    let team = question.worker(allocation.worker)?.team ?? ""
                    row.cell(team.isEmpty ? "not known" : team)
                    row.cell(allocation.reason.isBlank ? "" : allocation.reason.meaning)
                }
            }
        }
    }
}

extension NetworkPerson {
    fileprivate var sayingResponsibility: String {
        switch parentalResponsibility {
        case .yes: hasEvidence ? "Yes; what shows it is recorded" : "Yes; what shows it is not recorded"
        case .no: "No"
        case .notKnown: "Not known"
        }
    }
}

extension ContactAllowed {
    fileprivate var words: String {
        switch self {
        case .yes: "Yes"
        case .supervised: "Yes, with somebody there"
        case .no: "No"
        case .notDecided: "Not decided"
        }
    }
}

extension NamedTo {
    fileprivate var words: String {
        switch self {
        case .everybody: "Anybody who is given a copy"
        case .child: "The child only"
        case .nobody: "Nobody"
        }
    }
}

extension Bool? {
    fileprivate var said: String { self.map { $0 ? "Yes" : "No" } ?? "Not decided" }
}

import Access
import Casework
import Days
import FormFiles
import HTML
import JournalStore
import Service
import Standards
import Workspace

/// The administrator's first page: whether the service is well, and what nobody has said yet.
struct AdministrationPage {
    let head: JournalHead
    let accounts: [Account]
    let jobs: [Job]
    let settings: LocalSettings
    let hasPostcodes: Bool
    let forms: FormLibrary?
    let visit: Visit

    func reply() -> Reply {
        visit.page("Administration") { main in
            main.h1("Administration", .class("govuk-heading-l"))
            unheard(into: &main)
            unassessed(into: &main)
            if let forms { main.formProblems(forms) }
            missing(into: &main)
            main.h2("Look after", .class("govuk-heading-m"))
            main.ul(.class("govuk-list")) { list in
                list.li { $0.a(.people, "People who may sign in (\(accounts.count))", .class("govuk-link")) }
                list.li { $0.a(.staff, "Workers and teams of the staff file", .class("govuk-link")) }
                if let forms {
                    list.li { $0.a(.forms, "Forms in force (\(forms.files.count))", .class("govuk-link")) }
                }
                list.li { $0.a(.work, "Jobs (\(jobs.count) in the last 24 hours)", .class("govuk-link")) }
            }
            summary(
                "The record",
                [
                    ("Events in the journal", "\(head.seq)"),
                    ("Head of its chain", String(head.hex.prefix(16)) + "…"),
                    ("Children known", "\(visit.question?.authority.children.count ?? 0)"),
                    (
                        "The returns speak until",
                        visit.question?.authority.coverage.horizon?.inWords ?? "nothing imported yet"
                    ),
                ], into: &main)
            summary(
                "Settings in force",
                [
                    ("Section 20: legal planning asked about after", "\(settings.section20ReviewMonths) months"),
                    ("A placement is distant from", "\(Int(settings.distantMiles)) miles"),
                    (
                        "The manager is told of what is urgent",
                        "\(OfficeHours.clock(settings.officeHours.opens)) to \(OfficeHours.clock(settings.officeHours.closes)) on working days, else the out-of-hours team"
                    ),
                    ("What nobody acknowledges goes further after", "\(settings.urgentMinutes) minutes"),
                    (
                        "Telephone printed beside 999",
                        settings.urgentTelephone.isEmpty ? "not set" : settings.urgentTelephone
                    ),
                    ("A visit is written up within", "\(settings.visitWrittenDays) working days"),
                    (
                        "School terms",
                        settings.schoolTerms.isEmpty
                            ? "not set: education plans each term are not known"
                            : settings.schoolTerms.map { "\($0.start.inWords) to \($0.end.inWords)" }
                                .joined(separator: "; ")
                    ),
                    ("The authority’s area", settings.authorityArea.isEmpty ? "not set" : settings.authorityArea),
                    ("Table of postcodes", hasPostcodes ? "in use" : "none: distances are not known"),
                    ("Children in the area, for rates", settings.population.map { "\($0)" } ?? "not set"),
                ], into: &main)
        }
    }

    /// What was said urgently and could be told to nobody: that it was, and by whom; nothing of the child.
    private func unheard(into page: inout Writer) {
        let names = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
        for call in visit.question?.authority.unheardCalls ?? [] {
            page.p(.class("tl-alert govuk-body")) { p in
                p.text(
                    "\(names.inWords(call.by)) said on \(call.at.inWords) that a child may not be safe, and no one is known who may be told. Telephone them and a manager now, and give a director or a manager an account."
                )
            }
        }
    }

    /// Records that were taken off a child while nobody has the role that assesses it: how many, and nothing of any child.
    private func unassessed(into page: inout Writer) {
        guard let authority = visit.question?.authority,
            !accounts.contains(where: { $0.roles.contains(.informationGovernance) && !$0.isDisabled })
        else { return }
        let open = authority.sealedRecords.compactMap { authority[$0] }.flatMap(\.sealed).filter(\.isOpen)
        guard let first = open.map(\.deadline).min() else { return }
        page.p(.class("tl-alert govuk-body")) { p in
            p.text(
                "\(open.count) \(open.count == 1 ? "record was" : "records were") taken off a child whom it was not about, and nobody has the role of information governance to assess what may come of it. The first 72 hours end on \(first.inWords). Give somebody the role now."
            )
        }
    }

    /// What nobody has said yet and other pages need, first.
    private func missing(into page: inout Writer) {
        guard let authority = visit.question?.authority else { return }
        let day = visit.question?.asAt ?? visit.today
        var nameless: Set<String> = []
        for child in authority.children.values {
            for allocation in child.allocations where allocation.isOpen(on: day) {
                if authority.workers[allocation.worker]?.name.isEmpty ?? true { nameless.insert(allocation.worker) }
            }
        }
        guard !nameless.isEmpty else { return }
        page.div(.class("govuk-inset-text")) { box in
            box.p(
                "\(nameless.count) \(nameless.count == 1 ? "worker holds" : "workers hold") children and nobody has said who they are, so the team is not known: \(nameless.sorted().prefix(20).joined(separator: ", "))\(nameless.count > 20 ? "…" : ""). Import the staff file: throughline import staff FILE.",
                .class("govuk-body"))
        }
    }

    private func summary(_ title: String, _ rows: [(String, String)], into page: inout Writer) {
        page.h2(title, .class("govuk-heading-m"))
        page.dl(.class("govuk-summary-list")) { list in
            for (name, value) in rows {
                list.summaryRow(name, value)
            }
        }
    }
}

/// Workers and teams as the staff file has them.
struct StaffPage {
    let visit: Visit

    func reply() -> Reply {
        visit.page("Workers and teams") { main in
            main.a(.administration, "Administration", .class("govuk-back-link"))
            main.h1("Workers and teams", .class("govuk-heading-l"))
            let workers = visit.question?.authority.workers.values.map { $0 } ?? []
            guard !workers.isEmpty else {
                return main.p(
                    "No staff file has been imported: throughline import staff FILE.", .class("govuk-body"))
            }
            let teams = Dictionary(grouping: workers, by: \.team)
            for team in teams.keys.sorted() {
                main.h2(team.isEmpty ? "No team given" : team, .class("govuk-heading-m"))
                main.table(team, ["Code", "Name", "Role", "From", "To", "Agency"]) { body in
                    for worker in (teams[team] ?? []).sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
                        body.tr(.class("govuk-table__row")) { row in
                            row.cell(worker.code)
                            row.cell(worker.name.isEmpty ? "not given" : worker.name)
                            row.cell(worker.role)
                            row.cell(worker.from?.inWords ?? "")
                            row.cell(worker.to?.inWords ?? "")
                            row.cell(worker.isAgency.map { $0 ? "yes" : "no" } ?? "not known")
                        }
                    }
                }
            }
        }
    }
}

/// Everybody's jobs: who sent what, and how far it is; not what is in it.
struct JobsPage {
    let jobs: [Job]
    let accounts: [Account]
    let visit: Visit

    func reply() -> Reply {
        visit.page("Jobs") { main in
            main.a(.administration, "Administration", .class("govuk-back-link"))
            main.h1("Jobs", .class("govuk-heading-l"))
            guard !jobs.isEmpty else { return main.p("None in the last 24 hours.", .class("govuk-body")) }
            main.table("Jobs, latest first", ["Sent", "By", "Year", "State"]) { body in
                for job in jobs {
                    body.tr(.class("govuk-table__row")) { row in
                        row.cell(job.created.inWords)
                        row.cell(accounts.first { $0.id == job.owner }?.name ?? job.owner)
                        row.cell(job.staged?.year ?? "")
                        row.cell(job.title)
                    }
                }
            }
        }
    }
}

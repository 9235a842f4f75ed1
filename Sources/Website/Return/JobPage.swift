import Days
import HTML
import Service
import Spreadsheets
import Workspace

/// One return that was sent: how far it is, what the report says, and what can be done.
struct JobPage {
    let job: Job
    /// How many stand before it in the queue.
    let before: Int
    let visit: Visit

    private static let shownOfAKind = 50
    private static let shownChildren = 500

    func reply() -> Reply {
        visit.page("\(job.title) – Return") { main in
            main.a(.returns, "Back to Return", .class("govuk-back-link"))
            main.h1("Return of \(job.staged?.year ?? "")", .class("govuk-heading-l"))
            state(into: &main)
            if let report = job.report, job.state != .cancelled {
                summary(report, into: &main)
                decide(into: &main)
                findings(report, into: &main)
            } else if job.state.canBeCancelled {
                cancel(into: &main)
            }
        }
    }

    private func state(into page: inout Writer) {
        let isLive = job.state.isUnderWay
        page.div(
            .class("govuk-inset-text"), .role("status"),
            .when(isLive, .data("data-live", Link.job(job.id, "progress").address)),
            .when(isLive, .data("data-state", Link.job(job.id, "state").address)),
            .data("data-now", job.state.rawValue)
        ) { box in
            box.p(.class("govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1")) { $0.text(job.title) }
            box.p(words, .class("govuk-body govuk-!-margin-bottom-0"), .data("data-words", ""))
        }
        guard job.state.isUnderWay else { return }
        page.p(.class("govuk-body")) { p in
            p.text("You can close this page; the work goes on. ")
            p.a(.job(job.id), "Show how far it is now", .class("govuk-link"))
            p.text(".")
        }
        page.script(.asset("live.js"))
    }

    private var words: String {
        switch job.state {
        case .waiting, .queued:
            before == 0 ? "It is next." : "\(before) \(before == 1 ? "return stands" : "returns stand") before it."
        case .reading, .importing: job.progress.isEmpty ? "It has begun." : job.progress
        case .ready: "Nothing has been imported yet. Read the report, then decide."
        case .done: "What is new in it is now part of the record."
        case .failed: job.progress
        case .cancelled: "Nothing of it was imported."
        }
    }

    private func summary(_ report: ReturnReport, into page: inout Writer) {
        page.h2(job.state == .done ? "What was imported" : "What the return holds", .class("govuk-heading-m"))
        let events = job.state == .done ? "Facts added to the record" : "Facts it would add to the record"
        let corrections = job.state == .done ? "Of them corrections" : "Of them corrections of what is held"
        page.dl(.class("govuk-summary-list")) { list in
            for (name, value) in [
                ("Children", "\(report.children)"), ("Rows read", "\(report.rowsRead)"),
                ("Rows set aside", "\(report.rowsSetAside)"), (events, "\(report.eventsAppended)"),
                (corrections, "\(report.corrections)"),
                ("Speaks until", Day(report.horizon)?.inWords ?? report.horizon),
                ("Files read", report.files.joined(separator: ", ")),
                ("Files ignored", report.ignored.isEmpty ? "none" : report.ignored.joined(separator: ", ")),
            ] {
                list.summaryRow(name, value)
            }
        }
        if let losses = report.losses { self.losses(losses, into: &page) }
        if !report.disagreements.isEmpty {
            page.details(.class("govuk-details")) { details in
                details.summary(.class("govuk-details__summary")) {
                    $0.span(
                        "\(report.disagreements.count) facts the return tells otherwise than a better source",
                        .class("govuk-details__summary-text"))
                }
                details.ul(.class("govuk-list govuk-list--bullet govuk-details__text")) { list in
                    for line in report.disagreements.prefix(200) { list.li(line) }
                }
            }
        }
    }

    /// A year that is held already: what this version leaves out of it, before anybody decides.
    private func losses(_ losses: ImportReturn.Losses, into page: inout Writer) {
        let year = job.staged?.year ?? "the year"
        page.h2(
            job.state == .done ? "What it took back of \(year)" : "What it would take back of \(year)",
            .class("govuk-heading-m"))
        page.p(.class("govuk-body")) { p in
            p.text("A return of \(year) is held already. ")
            p.strong(losses.sentence(isDone: job.state == .done))
            if losses.facts > 0 { p.text(" What was known before stays to be seen as it was known on that day.") }
        }
        guard !losses.children.isEmpty else { return }
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("Which children, by their numbers", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.p(losses.children.prefix(Self.shownChildren).joined(separator: ", ") + ".", .class("govuk-body"))
                if losses.children.count > Self.shownChildren {
                    box.p("The first \(Self.shownChildren) are shown.", .class("govuk-hint"))
                }
            }
        }
    }

    private func decide(into page: inout Writer) {
        guard job.state == .ready else { return }
        page.div(.class("govuk-button-group tl-form")) { group in
            group.form(recordingTo: .job(job.id, "import"), visit.frame) {
                $0.button("Import this return", .class("govuk-button"))
            }
            group.form(recordingTo: .job(job.id, "cancel"), visit.frame) {
                $0.button("Do not import it", .class("govuk-button govuk-button--secondary"))
            }
        }
    }

    private func cancel(into page: inout Writer) {
        page.form(recordingTo: .job(job.id, "cancel"), visit.frame) {
            $0.button("Call it off", .class("govuk-button govuk-button--secondary"))
        }
    }

    private func findings(_ report: ReturnReport, into page: inout Writer) {
        page.h2("What to mend", .class("govuk-heading-m"))
        guard !report.findings.isEmpty else {
            return page.p("Every row could be used as it stands.", .class("govuk-body"))
        }
        page.p(.class("govuk-body")) { p in
            p.text("Mend it where the return comes from and send it again: only what changed is then imported. ")
            p.a(.job(job.id, "findings"), "All \(report.findings.count) as a CSV file", .class("govuk-link"))
        }
        var kinds: [(kind: String, lines: [ReturnReport.Line])] = []
        for line in report.findings {
            if let place = kinds.firstIndex(where: { $0.kind == line.kind }) {
                kinds[place].lines.append(line)
            } else {
                kinds.append((line.kind, [line]))
            }
        }
        for (_, lines) in kinds { kind(lines, into: &page) }
    }

    private func kind(_ lines: [ReturnReport.Line], into page: inout Writer) {
        page.details(.class("govuk-details")) { details in
            details.summary(.class("govuk-details__summary")) {
                $0.span("\(lines[0].title): \(lines.count)", .class("govuk-details__summary-text"))
            }
            details.div(.class("govuk-details__text")) { box in
                box.table(lines[0].title, ["Where", "What is wrong", "What to do"]) { body in
                    for line in lines.prefix(Self.shownOfAKind) {
                        body.tr(.class("govuk-table__row")) { row in
                            row.cell(line.place)
                            row.cell(line.message)
                            row.cell(line.remedy)
                        }
                    }
                }
                if lines.count > Self.shownOfAKind {
                    box.p("The first \(Self.shownOfAKind) are shown; the file has them all.", .class("govuk-hint"))
                }
            }
        }
    }
}

extension ReturnReport {
    /// Every finding, a row each.
    var findingsAsCSV: [UInt8] {
        let titles = [
            "year", "file", "line", "table", "column", "value", "child", "what_is_wrong", "what_to_do",
        ]
        let rows = findings.map { finding in
            Table.Row(
                "",
                [
                    .text(finding.year), .text(finding.file), finding.line.map { .number($0) } ?? .nothing,
                    .text(finding.table), .text(finding.column ?? ""), .text(finding.value ?? ""),
                    .text(finding.child ?? ""), .text(finding.message), .text(finding.remedy),
                ])
        }
        return Table("Findings", columns: titles.map { Table.Column($0) }, rows: rows).csv
    }
}

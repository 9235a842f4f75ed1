import Access
import Casework
import Days
import HTML
import Measures
import Service

/// Audits of assessments: what is to be audited, how good assessments are over time, how far that differs between assessors, and
/// what became of the plans. About the work, and no ranking of anybody.
struct AuditsPage {
    let visit: Visit
    let board: AuditBoard
    /// Which part's grades are shown by quarter; the whole's, where none is named.
    let part: AuditedPart?
    /// Nil for whoever does not audit.
    let toAudit: AuditsToDo?
    /// How many of the last audits stand on the page.
    static let latest = 10

    init(_ visit: Visit, _ board: AuditBoard, part: AuditedPart?, toAudit: AuditsToDo?) {
        (self.visit, self.board, self.part, self.toAudit) = (visit, board, part, toAudit)
    }

    private var audits: Audits { board.audits }

    func reply() -> Reply {
        let latest = Array(audits.all.suffix(Self.latest).reversed())
        return visit.page("Audits of assessments") { main in
            main.h1("Audits of assessments", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.opens("\(audits.all.count)", audits.all.count, visit.keepingDay(.audits(.everything)))
                p.text(" \(audits.all.count == 1 ? "assessment was" : "assessments were") audited from ")
                p.text(audits.period.start)
                p.text(" to ")
                p.text(audits.period.end)
                p.text(
                    ", each by its last audit\(board.isOfTeam ? ", of the children of your team" : ""). It is the work that is graded, not the child’s life. Every number opens the audits behind it; a record that is kept from you is in none."
                )
            }
            toAudit?.draw(visit, into: &main)
            grades(into: &main)
            AssessorSection(visit: visit, board: board).draw(into: &main)
            plans(into: &main)
            main.h2("The audits behind it", .class("govuk-heading-m tl-rung"), .id("audits"))
            AuditTable(visit: visit, board: board, part: part).draw(latest, "The latest audits", into: &main)
            if audits.all.count > latest.count {
                main.p(.class("govuk-body")) {
                    $0.a(
                        visit.keepingDay(.audits(.everything)), "All \(audits.all.count) audits",
                        .class("govuk-link"))
                }
            }
        }.showing(((toAudit?.lines.map(\.child.id) ?? []) + latest.map(\.child)).unique)
    }

    // MARK: How good assessments are

    private func grades(into page: inout Writer) {
        page.h2("How good are assessments?", .class("govuk-heading-m tl-rung"), .id("grades"))
        page.nav(.class("tl-tabs"), .aria("aria-label", "Parts of an assessment")) { nav in
            nav.ul { list in
                for one in [nil] + AuditedPart.allCases.map(Optional.some) {
                    list.li {
                        $0.a(
                            visit.keepingDay(.audits(AuditQuery(part: one))).fragment("grades"),
                            one?.title ?? "The whole", .when(one == part, .aria("aria-current", "page")))
                    }
                }
            }
        }
        let quarters = audits.byQuarter(of: part)
        if quarters.isEmpty { return page.p("No audit is recorded yet.", .class("govuk-body")) }
        page.cards(
            "\(part.map { "\($0.title) in assessments" } ?? "Assessments as a whole"), by the quarter in which they were audited",
            ["Quarter"] + Self.headings, numbers: Set(Self.headings)
        ) { body in
            for (quarter, counts) in quarters {
                body.card { row in
                    row.cardHead { $0.text(quarter.inWords) }
                    row.gradeCells(counts) {
                        visit.keepingDay(.audits(AuditQuery($0, part: part, quarter: quarter)))
                    }
                }
            }
        }
        guard visit.viewer.may(.seeFigures), part == nil || part == .analysis else { return }
        let id = part == nil ? "K13a" : "K13b"
        page.p(.class("govuk-body")) { p in
            p.a(
                visit.keepingDay(.figure(id)).query("every", "quarter"),
                "Good or better over time, with what chance would seldom make", .class("govuk-link"))
            p.text(" (\(id), the whole authority’s).")
        }
    }

    static let headings = AuditGrade.allCases.map(\.title) + ["Good or better"]

    // MARK: What became of the plans

    private func plans(into page: inout Writer) {
        page.h2("What became of the plans", .class("govuk-heading-m tl-rung"), .id("plans"))
        page.p(
            "Needs that the audited assessments found, and what has become of them by \(audits.period.end.inWords), by how good the assessment was as a whole: needs that a plan answers (an action that an auditor asked for does not), actions done of those that have ended or whose day has come, outcomes measured, and how many of those were better. It is shown, and not claimed to be the cause: assessments are of different children, and a plan has other makers. Small numbers say little.",
            .class("govuk-body"))
        let headings = ["Assessments", "Needs answered", "Actions done", "Outcomes measured", "Better"]
        page.cards("What became of the plans, by grade", ["Grade"] + headings, numbers: Set(headings)) { body in
            for line in PlansByGrade(of: audits).lines {
                let plan = line.counts
                let shares = [
                    (plan.answered, plan.needs, "none found"), (plan.done, plan.due, "none due"),
                    (plan.measured, plan.outcomes, "none wanted"), (plan.better, plan.measured, "none measured"),
                ]
                let list = visit.keepingDay(.audits(AuditQuery(.one(line.grade))))
                body.card { row in
                    row.cardHead { $0.text(line.grade.title) }
                    row.cardCell(headings[0], isNumber: true) {
                        $0.opens("\(line.assessments)", line.assessments, list)
                    }
                    for (heading, (some, all, none)) in zip(headings.dropFirst(), shares) {
                        row.cardCell(heading, isNumber: true) {
                            $0.opens(all == 0 ? none : "\(some) of \(all)", all, list)
                        }
                    }
                }
            }
        }
    }
}

extension Writer {
    /// Each grade's number and how many are good or better, each leading to the audits behind it.
    mutating func gradeCells(_ counts: GradeCounts, _ list: (AuditQuery.Grade?) -> Link) {
        for grade in AuditGrade.allCases {
            cardCell(grade.title, isNumber: true) { $0.opens("\(counts[grade])", counts[grade], list(.one(grade))) }
        }
        cardCell("Good or better", isNumber: true) { cell in
            if counts.total == 0 { return cell.text("none audited") }
            cell.opens("\(counts.goodOrBetter)", counts.goodOrBetter, list(.goodOrBetter))
            cell.text(" of ")
            cell.opens("\(counts.total)", counts.total, list(nil))
        }
    }

    /// A number that opens what is behind it; where there is nothing, the number alone.
    mutating func opens(_ words: String, _ count: Int, _ list: Link) {
        if count == 0 { return text(words) }
        a(list, words, .class("govuk-link"), .aria("aria-label", "\(words), the audits"))
    }
}

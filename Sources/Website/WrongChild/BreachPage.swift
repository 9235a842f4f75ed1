import Access
import Casework
import Days
import HTML
import Service

/// One record that was on the wrong child: the hours that are left, who has it, whose it is, and the assessment. Nothing of
/// what it says is on this page.
struct BreachPage {
    let child: ChildRecord
    let sealed: SealedRecord
    /// The record itself, of which this page shows who signed it and for whom copies were made.
    let opened: OpenedRecord
    let followed: [BreachEntry]
    let seen: [Sighting]
    let quoting: [QuotedSince]
    let right: RightChild
    let accounts: [String: Account]
    let visit: Visit
    /// What was filled in, where it cannot be kept as it is.
    var typed: BreachAssessment?
    var errors: [FieldError] = []

    private var readers: [(made: Instant, author: Actor, reader: String)] { opened.readers }
    private var assessments: [(by: String, at: Instant, assessment: BreachAssessment)] {
        followed.compactMap {
            if case .assessed(let by, let at, let assessment) = $0 { (by, at, assessment) } else { nil }
        }
    }

    func reply() -> Reply {
        let title = "A record on the wrong child"
        return visit.page(errors.isEmpty ? title : "Error: " + title) { main in
            main.a(.wrongChild, "Wrong child", .class("govuk-back-link"))
            main.errorSummary(errors)
            switch visit.asked("saved") {
            case "assessed"?: main.doneBanner("Written down.")
            case "moved"?: main.doneBanner("Moved.")
            default: break
            }
            main.h1(title, .class("govuk-heading-l"))
            state(into: &main)
            exposure(into: &main)
            whose(into: &main)
            BreachForm(
                record: sealed.record, assessment: typed ?? assessments.last?.assessment ?? BreachAssessment(),
                sealed: sealed, frame: visit.frame, errors: errors
            ).draw(into: &main)
            history(into: &main)
            opening(into: &main)
        }.showing([child.id])
    }

    private func state(into page: inout Writer) {
        let clock = sealed.clock(at: visit.now)
        page.p(.class("govuk-body")) { p in
            p.strong(clock.tag, .class("govuk-tag govuk-tag--\(clock.colour)"))
            p.text(" " + clock.sentence.capitalised + ".")
        }
        page.dl(.class("govuk-summary-list")) { list in
            list.summaryRow("Stood on the record of", child.identity.title)
            if let head = opened.head {
                list.summaryRow(
                    "Signed",
                    "\(head.signed.inWords) by \(accounts.inWords(head.author))")
            }
            list.summaryRow("Taken off", "\(sealed.at.inWords) by \(accounts.inWords(sealed.by))")
            for entry in followed {
                if case .said(_, _, let words) = entry {
                    list.div(.class("govuk-summary-list__row")) { row in
                        row.dt("What they wrote", .class("govuk-summary-list__key"))
                        row.dd(words, .class("govuk-summary-list__value tl-said"))
                    }
                }
            }
        }
    }

    /// Who saw it, printed it or was sent it, as far as anything tells.
    private func exposure(into page: inout Writer) {
        page.h2("Who may have it", .class("govuk-heading-m"))
        if seen.isEmpty {
            page.p("Nobody opened the record or a list that it was in while it stood there.", .class("govuk-body"))
        } else {
            page.table("Who opened it while it stood there", ["Who", "What", "How often", "First", "Last"]) { body in
                for sighting in seen {
                    body.tr(.class("govuk-table__row")) { row in
                        row.cell(accounts.inWords(sighting.account))
                        row.cell(sighting.what.inWords)
                        row.cell("\(sighting.times)")
                        row.cell(sighting.first.inWords)
                        row.cell(sighting.last.inWords)
                    }
                }
            }
        }
        page.h3("Copies that were made of it", .class("govuk-heading-s"))
        if readers.isEmpty { page.p("None.", .class("govuk-body")) }
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for copy in readers {
                list.li(
                    "For \(copy.reader.isEmpty ? "the child" : copy.reader), made \(copy.made.inWords) by \(accounts.inWords(copy.author))"
                )
            }
        }
        quoting(into: &page)
        page.p(
            "Whoever opened a page may have printed it: ask them. Emails carry nothing of a record. An emergency list that was written while it stood there may hold a risk from it; the next one does not. What a child’s page tells of a record in other words (what to join up, figures) is among its pages here.",
            .class("govuk-body"))
    }

    /// What may say something from it. Whether it says the same in other words, only reading it tells.
    private func quoting(into page: inout Writer) {
        guard !quoting.isEmpty else { return }
        page.h3("What was written since, and may say something from it", .class("govuk-heading-s"))
        page.p(
            "What has \(RepeatedWords.least) or more of its words in a row stands first. Words that only mean the same are not found: read the rest too.",
            .class("govuk-body"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for one in quoting {
                list.li { item in
                    if case .record(let kind, let day) = one.what {
                        item.a(.signed(child.id, one.event), "\(kind.title) of \(day.inWords)", .class("govuk-link"))
                    } else {
                        item.text("\(one.what.inWords), \(one.written.inWords)")
                    }
                    if one.wordsInARow > 0 {
                        item.text(" ")
                        item.strong(
                            "\(one.wordsInARow) of its words in a row", .class("govuk-tag govuk-tag--orange"))
                    }
                }
            }
        }
    }

    private func whose(into page: inout Writer) {
        page.h2("Whose it is", .class("govuk-heading-m"))
        if let moved = sealed.movedTo {
            for entry in followed {
                guard case .moved(let by, let at, _) = entry else { continue }
                page.p(
                    "\(moved == child.id ? "It was on the right child, and was put back" : "Moved to \(visit.title(of: moved))") on \(at.inWords) by \(accounts.inWords(by)).",
                    .class("govuk-body"))
            }
            return
        }
        page.p("Nobody has said yet. It stands on no record until then.", .class("govuk-body"))
        page.form(recordingTo: .sealedMoved(sealed.record), visit.frame) { form in
            form.input("hidden", name: "command", value: CommandID.new.text)
            right.draw(into: &form, errors: errors)
            form.button("Move it there", .class("govuk-button"), .type("submit"), .name("do"), .value("move"))
        }
    }

    private func history(into page: inout Writer) {
        guard assessments.count > 1 else { return }
        page.h2("Written down before", .class("govuk-heading-m"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for one in assessments.dropLast().reversed() {
                list.li(
                    "\(one.at.inWords) by \(accounts.inWords(one.by)): \(one.assessment.risk?.inWords ?? "risk not said yet"). \(one.assessment.because)"
                )
            }
        }
    }

    private func opening(into page: inout Writer) {
        page.h2("Read what is sealed", .class("govuk-heading-m"))
        page.form(recordingTo: .sealedOpened(sealed.record), visit.frame) { form in
            form.textArea(
                "Why do you have to read it?", name: "reason", value: visit.form["reason"],
                hint: "It is kept in the access log with your view, and stands under Who has looked. Name nobody.",
                rows: 2,
                errors: errors)
            form.button("Open it once", .class("govuk-button govuk-button--secondary"), .type("submit"))
        }
    }
}

extension Sighting.What {
    var inWords: String {
        switch self {
        case .itself: "The record itself, or a copy"
        case .page: "Other pages of the child"
        case .list: "A list with the child in it"
        }
    }
}

extension QuotedSince.What {
    fileprivate var inWords: String {
        switch self {
        case .record(let kind, _): kind.title
        case .joinAnswer: "An answer to something to join up"
        case .document: "The title of a document"
        case .urgent: "Something said urgently, or done about it"
        case .copy(let reader): "A copy for \(reader.isEmpty ? "the child" : reader)"
        }
    }
}

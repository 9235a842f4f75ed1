import Casework
import Days
import Forms
import HTML
import Oversight
import Service

/// A part of a child's life: what is to be joined up in it, what the latest record of it says, those before, and what else
/// is held. What is owed follows, as on every tab.
extension ChildView {
    func life(_ part: LifePart, into page: inout Writer) {
        let breaks = assessed.joins.counted.filter { part.breaks.contains($0.rule.id) }
        if !breaks.isEmpty {
            page.h2("To join up", .class("govuk-heading-m"))
            ThreadJoins(view: self).list(breaks, into: &page)
        }
        switch part.tab {
        case .health: health(into: &page)
        case .leavingCare:
            yearsAhead(into: &page)
            readiness(into: &page)
            leavingCare(into: &page)
            keptInTouch(into: &page)
        case .directWork: chapters(into: &page)
        case .familyTime: familyTime(into: &page)
        case .voice: voice(into: &page)
        default: break
        }
        for kind in part.kinds { latest(kind, into: &page) }
    }

    /// What the latest record of a kind says, and the way to the ones before it and to the next.
    private func latest(_ kind: RecordKind, into page: inout Writer) {
        let held = told.filter { $0.record.kind == kind && $0.record.day <= child.day }
        // Of two records of one day, the one that was signed last.
        let latest = held.max { ($0.record.day, $0.event) < ($1.record.day, $1.event) }
        page.section { section in
            guard let latest else {
                section.h2(kind.title, .class("govuk-heading-m"))
                section.p("None is recorded here by \(child.day.inWords).", .class("govuk-body"))
                return write(kind, "Write the first", into: &section)
            }
            section.h2("\(kind.title) of \(latest.record.day.inWords)", .class("govuk-heading-m"))
            answers(of: latest.record, into: &section)
            section.p(.class("govuk-body")) { p in
                p.a(.signed(record.id, latest.event), "The whole record", .class("govuk-link"))
                for other in held.reversed() where other.event != latest.event {
                    p.text(" · ")
                    p.a(.signed(record.id, other.event), other.record.day.inWords, .class("govuk-link"))
                }
            }
            write(kind, "Write the next", into: &section)
        }
    }

    private func answers(of signed: SignedRecord, into section: inout Writer) {
        guard let form = question.authority.form(signed.form)?.form else { return }
        let parts = AnswerParts(
            child: record, record: signed,
            reader: RecordReader(visit.viewer, of: record, in: question.authority, on: visit.today))
        for question in form.questions { parts.draw(question, form, into: &section) }
    }

    private func write(_ kind: RecordKind, _ words: String, into section: inout Writer) {
        guard mayRecord(kind) else { return }
        section.p(.class("govuk-body tl-do")) { p in
            p.a(.recording(record.id, kind), .class("govuk-link")) { link in
                link.text(words)
                link.span(": \(kind.title.lowercased())", .class("govuk-visually-hidden"))
            }
        }
    }

    // MARK: Family time

    /// What is arranged with whom, and whether it happened.
    private func familyTime(into page: inout Writer) {
        let now = record.significantPeople
        if !now.isEmpty {
            page.h2("Who matters to the child", .class("govuk-heading-m"))
            page.table(
                "What is arranged, by person",
                ["Who", "Arranged", "Agreed or ordered", "Last three times", "In the last twelve weeks"]
            ) {
                body in
                for one in now {
                    body.tr(.class("govuk-table__row")) { row in
                        row.cell(one.name)
                        row.cell(one.isArranged ? "Since \(one.since.inWords)" : "Nothing is arranged")
                        row.cell(one.isFormal ? "Yes" : "Not recorded")
                        row.cell(happened(with: one.name))
                        row.cell(kept(with: one))
                    }
                }
            }
        }
    }

    private func happened(with person: String) -> String {
        let last = record.thread.contacts(with: person).suffix(3)
        return last.isEmpty
            ? "Not recorded here"
            : last.map { "\($0.on.inWords): \($0.happened ? "took place" : "did not take place")" }
                .joined(separator: "; ")
    }

    /// What was planned, beside what took place and what nobody wrote down.
    private func kept(with person: SignificantPerson) -> String {
        guard let kept = record.familyTimeKept(with: person, by: child.day) else {
            return "Nothing says how often"
        }
        let parts = [
            "planned \(kept.planned)", "took place \(kept.happened)", "did not \(kept.missed)",
            "not recorded \(kept.notRecorded)",
        ]
        return parts.joined(separator: ", ").capitalised
    }

    // MARK: Voice

    /// Each thing the child said, in the child's own words, with what was done and what the child was told.
    private func voice(into page: inout Writer) {
        let reader = RecordReader(visit.viewer, of: record, in: question.authority, on: visit.today)
        let said = ChildsWords.of(told, by: child.day).filter { reader.mayRead($0.informationClass) }
        guard !said.isEmpty else { return }
        page.h2("What the child said", .class("govuk-heading-m"))
        page.ul(.class("govuk-list tl-chronology")) { list in
            for one in said.reversed() {
                list.li { item in
                    item.p(.class("tl-chronology-day")) { day in
                        day.strong(one.day.inWords)
                        if one.isClearlySaid { day.strong("Said clearly", .class("govuk-tag tl-chronology-tag")) }
                    }
                    item.div { words in
                        words.p(MarkedText("“\(one.words)”"), .class("tl-said govuk-body govuk-!-margin-bottom-1"))
                        answered(one, reader, into: &words)
                        words.p(.class("tl-since")) {
                            $0.a(
                                .signed(record.id, one.record), "From the \(one.kind.title.lowercased())",
                                .class("govuk-link"))
                        }
                    }
                }
            }
        }
    }

    private func answered(_ said: ChildsWords, _ reader: RecordReader, into words: inout Writer) {
        guard said.id != nil else { return }
        let answers = said.answers.filter { reader.mayRead($0.informationClass) }
        guard !answers.isEmpty else {
            return words.p("Not answered yet.", .class("govuk-body govuk-!-margin-bottom-1"))
        }
        for answer in answers {
            words.p(.class("govuk-body govuk-!-margin-bottom-1")) { p in
                p.strong("What was done: ")
                p.text(MarkedText(answer.done))
                p.text(" (")
                p.a(.signed(record.id, answer.record), answer.day.inWords, .class("govuk-link"))
                p.text(")")
            }
            words.p(.class("govuk-body govuk-!-margin-bottom-1")) { p in
                p.strong("What the child was told: ")
                p.text(MarkedText(answer.told.isEmpty ? "not recorded" : answer.told))
            }
        }
    }
}

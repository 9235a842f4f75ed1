import Casework
import Days
import Forms
import HTML
import Service

/// What is sealed, in its own words, for information governance that has said why. It is shown once and linked from nowhere.
struct SealedWordsPage {
    let child: ChildRecord
    let sealed: SealedRecord
    let words: SealedWords
    /// Nil where the form can no longer be read.
    let form: Form?
    let reader: RecordReader
    let visit: Visit

    func reply() -> Reply {
        visit.page("Sealed") { main in
            main.a(.sealed(sealed.record), "Back to what may come of it", .class("govuk-back-link"))
            main.h1("Sealed: \(title)", .class("govuk-heading-l"))
            main.p(
                "It stood on the record of \(child.identity.title). You are reading it with a reason, once; the reason is kept.",
                .class("govuk-inset-text"))
            switch words.what {
            case .record(let versions):
                if versions.versions.count > 1 {
                    main.p("This is the last of \(versions.versions.count) versions.", .class("govuk-body"))
                }
                let record = versions.newest.record
                if let form { answers(form, record, into: &main) } else { plain(record, into: &main) }
            case .document(let document): file(document, into: &main)
            case .urgent(let word, let more): urgent(word, more, into: &main)
            }
            for copy in words.copies {
                main.h2(
                    "Copy for \(copy.copy.reader.isEmpty ? "the child" : copy.copy.reader), \(copy.copy.day.inWords)",
                    .class("govuk-heading-m"))
                main.p(copy.copy.text, .class("govuk-body tl-said"))
            }
        }.showing([child.id])
    }

    private var title: String {
        switch words.what {
        case .record(let versions):
            "\(form?.title ?? versions.newest.record.kind.title) of \(versions.newest.record.day.inWords)"
        case .document(let document):
            reader.mayRead(document.informationClass) ? document.title : document.informationClass.title
        case .urgent(let word, _): "what was said urgently on \(word.at.inWords)"
        }
    }

    private func urgent(_ word: UrgentWord, _ more: [UrgentEvent], into page: inout Writer) {
        // Against whom something was said, is shown nothing of it here either.
        let about = more.reduce(word.about) { if case .added(_, let said) = $1 { $0 + said.about } else { $0 } }
        guard !visit.viewer.isNamed(in: about) else {
            return page.p("It is for others to read; you are not shown what is in it.", .class("govuk-body"))
        }
        for said in more.reduce(
            into: [word.words],
            { said, event in
                switch event {
                case .added(_, let addition): said.append(addition.words)
                case .acted(_, let action): said.append("\(action.what): \(action.owner)")
                case .takenBack(_, let taken): said.append("Taken back: \(taken.because)")
                case .said, .acknowledged: break
                }
            }) where !said.isEmpty
        {
            page.p(said, .class("govuk-body tl-said"))
        }
    }

    private func file(_ document: Document, into page: inout Writer) {
        guard reader.mayRead(document.informationClass) else {
            return page.p("It is for others to read; you are not shown what is in it.", .class("govuk-body"))
        }
        page.p(
            "\(document.type.title), \(document.size), \(document.scan.title). Of \(document.day.inWords).",
            .class("govuk-body"))
        page.form(recordingTo: .sealedFile(sealed.record), visit.frame) { form in
            form.input("hidden", name: "reason", value: visit.form["reason"])
            form.submit("Take a copy")
        }
    }

    private func answers(_ form: Form, _ record: SignedRecord, into page: inout Writer) {
        for question in form.questions where reader.mayRead(question, of: record) {
            guard let said = form.said(question, in: record) else { continue }
            page.h2(question.asks, .class("govuk-heading-s"))
            if case .core(.rows(let rows), _) = said {
                page.ul(.class("govuk-list govuk-list--bullet")) { list in
                    for row in rows where reader.mayRead(row, of: question, in: record) { list.li(row.words(child)) }
                }
            } else {
                page.p(said.words(child), .class("govuk-body tl-said"))
            }
        }
    }

    private func plain(_ record: SignedRecord, into page: inout Writer) {
        page.dl(.class("govuk-summary-list")) { list in
            for (field, answer) in record.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            where reader.mayRead(record.informationClass(of: field.name)) {
                if case .rows(let rows) = answer {
                    list.summaryRow(field.name, rows.map { $0.words(child) }.joined(separator: "; "))
                } else {
                    list.summaryRow(field.name, answer.words([:], child))
                }
            }
        }
    }
}

import Access
import Casework
import Days
import FormFiles
import Forms
import HTML
import Service

extension Link {
    static func signed(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "records", event.description)
    }
}

extension Site {
    /// One signed record, on the form it was signed on.
    var signedRoutes: [Route] {
        [
            .get("/children/:id/records/:record", .child(.seeChild)) { visit in
                guard let id = visit.child?.id, let question = visit.question,
                    let event = visit.parameters.get("record").flatMap({ Int64($0) }).map(EventID.init),
                    let child = question.authority[id],
                    // One that was taken back, or that is another child's, is not among these.
                    let held = child.records.first(where: { $0.origin.event == event }),
                    let signed = try await records.signed(event, of: id)
                else { return .notFound }
                let form = question.authority.forms[held.form].flatMap { try? FormFile($0.content, name: "").form }
                let works = visit.viewer.answer(.recordWork, child, in: question.authority, on: visit.today) == .yes
                return .page(
                    SignedPage(
                        child: child, record: signed.record, author: try await name(of: signed.author), form: form,
                        tellsWhere: works, event: event,
                        mayCopy: works && signed.record.kind.isSigned(by: visit.viewer.roles)
                    ).page(visit))
            }
        ]
    }
}

extension Site {
    /// Who wrote something down, as a page names them.
    func name(of author: Actor) async throws -> String {
        let account = "account:"
        guard author.name.hasPrefix(account) else { return author.name }
        let id = String(author.name.dropFirst(account.count))
        return try await gate.store.account(id: id)?.name ?? "somebody who has no account any more"
    }
}

/// A signed record as it was written, question by question, in the words of the form of then.
struct SignedPage {
    let child: ChildRecord
    let record: SignedRecord
    let author: String
    /// Nil where the form can no longer be read: the fields' own names are shown then.
    let form: Form?
    /// Whether the viewer may read where the child is: whoever records of the child.
    let tellsWhere: Bool
    let event: EventID
    let mayCopy: Bool

    /// What tells where the child is, or leads there.
    private static let secrets: Set<CoreField> = [.homeAddress, .school, .healthProvider, .carersNames]

    func page(_ visit: Visit) -> [UInt8] {
        let title = "\(form?.title ?? record.kind.title) of \(record.day.inWords)"
        return visit.frame.page(title: "\(title) – \(child.identity.title)") { main in
            if visit.asked("signed") != nil { main.doneBanner("Signed. It is part of the record now.") }
            main.h1(title, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.a(.child(child.id, .thread), child.identity.title, .class("govuk-link"))
                p.text(
                    ". Signed by \(author)" + (record.onBehalfOf.isEmpty ? "" : " on behalf of \(record.onBehalfOf)")
                        + ", on version \(record.form.version) of the form.")
            }
            copies(visit, into: &main)
            guard let form else { return plain(visit.viewer, into: &main) }
            for section in form.sections {
                let answered = section.questions.filter {
                    answer(to: $0) != nil && mayRead(informationClass(of: $0), visit.viewer)
                }
                if answered.isEmpty { continue }
                main.h2(section.title, .class("govuk-heading-m"))
                for question in answered { show(question, visit.viewer, into: &main) }
            }
        }
    }

    /// The copies that were made of it, and the way to another.
    private func copies(_ visit: Visit, into page: inout Writer) {
        let made = child.copies.filter { $0.record == event }
        if !made.isEmpty {
            page.ul(.class("govuk-list tl-do")) { list in
                for copy in made {
                    list.li { item in
                        item.a(
                            .copy(child.id, copy.origin.event),
                            "\(copy.kind.title(for: copy.reader)), \(copy.day.inWords)",
                            .class("govuk-link"))
                    }
                }
            }
        }
        guard mayCopy else { return }
        page.p(.class("govuk-body tl-do")) {
            $0.a(.copying(child.id, event), "Make a copy for somebody", .class("govuk-link"))
        }
    }

    /// What the child told the IRO alone is for the IRO (conduct §3); the rest of a record is for whoever sees the child.
    private func mayRead(_ ofClass: InformationClass, _ viewer: Viewer) -> Bool {
        ofClass != .privateTalk || viewer.roles.contains(.iro)
    }

    /// As it was signed; of a record signed before answers kept their class, the form's.
    private func informationClass(of question: FormQuestion) -> InformationClass {
        let signed = record.informationClass(of: question.field?.name ?? question.id)
        return signed == .ordinary ? question.informationClass : signed
    }

    private enum Said {
        case core(Casework.Answer, labels: [String: String])
        case own(String)
    }

    private func answer(to question: FormQuestion) -> Said? {
        switch question.answers {
        case .core(let field, let labels): record.answers[field].map { .core($0, labels: labels) }
        case .own(let kind): record.own[question.id].map { .own(kind.words($0)) }
        }
    }

    private func show(_ question: FormQuestion, _ viewer: Viewer, into page: inout Writer) {
        page.h3(question.asks, .class("govuk-heading-s"))
        let ofClass = informationClass(of: question)
        if ofClass != .ordinary { page.p("\(ofClass.title): not for copies.", .class("tl-since")) }
        switch answer(to: question) {
        case .core(.rows(let rows), _):
            table(
                rows.filter { row in
                    mayRead(question.field.map { record.informationClass(of: row, in: $0) } ?? ofClass, viewer)
                }, question.asks, into: &page)
        case .core(let answer, let labels):
            guard let field = question.field, Self.secrets.contains(field) else {
                return page.p(answer.words(labels), .class("govuk-body tl-said"))
            }
            guard tellsWhere else {
                return page.p("Recorded; for those who work with the child.", .class("govuk-body"))
            }
            // Paper is left lying.
            page.p(answer.words(labels), .class("govuk-body tl-said tl-screen-only"))
            page.p("Kept off paper; read it on the screen.", .class("govuk-body tl-paper-only"))
        case .own(let words): page.p(words, .class("govuk-body tl-said"))
        case nil: break
        }
    }

    private func table(_ rows: [AnswerRow], _ caption: String, into page: inout Writer) {
        let columns = RecordColumn.allCases.filter { column in rows.contains { $0[column] != nil } }
        page.table(caption, columns.map(\.heading)) { body in
            for row in rows {
                body.tr(.class("govuk-table__row")) { cells in
                    for column in columns { cells.cell(row[column].map { $0.words([:]) } ?? "") }
                }
            }
        }
    }

    /// Without a form, the fields by their names.
    private func plain(_ viewer: Viewer, into page: inout Writer) {
        page.dl(.class("govuk-summary-list")) { list in
            for (field, answer) in record.answers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            where field != .classes && !Self.secrets.contains(field)
                && mayRead(record.informationClass(of: field.name), viewer)
            {
                list.div(.class("govuk-summary-list__row")) { row in
                    row.dt(field.name.replacing("_", with: " "), .class("govuk-summary-list__key"))
                    row.dd(answer.words([:]), .class("govuk-summary-list__value"))
                }
            }
        }
    }
}

extension Casework.Answer {
    /// As a page says it, choices in the form's words.
    fileprivate func words(_ labels: [String: String]) -> String {
        switch self {
        case .text(let text): text
        case .choice(let name):
            labels[name] ?? InformationClass(rawValue: name)?.title ?? name.replacing("_", with: " ")
        case .flag(let flag): flag ? "Yes" : "No"
        case .day(let day): day.inWords
        case .items(let items): items.map(\.name).joined(separator: ", ")
        case .rows(let rows): "\(rows.count)"
        case .noneBecause(let why): "None, because: \(why)"
        }
    }
}

extension FormQuestion.OwnKind {
    /// An own answer in the form's words.
    fileprivate func words(_ kept: String) -> String {
        switch self {
        case .choice(let choices), .many(let choices):
            kept.split(separator: "\n").map { name in choices.first { $0.name == name }?.label ?? String(name) }
                .joined(separator: ", ")
        case .flag: kept == "true" ? "Yes" : "No"
        case .day: Day(kept)?.inWords ?? kept
        case .text, .longText: kept
        }
    }
}

extension RecordColumn {
    /// Over a column of a table.
    var heading: String {
        switch self {
        case .id: "Id"
        case .what: "What"
        case .owner: "Who will do it"
        case .due: "By when"
        case .purpose: "What it should change"
        case .addresses: "What it answers"
        case .known: "Known risk"
        case .clearlySaid: "Said clearly"
        case .told: "How the child was told"
        case .because: "Why"
        case .baseline: "How it was"
        case .target: "How it should be"
        case .measure: "How anybody will tell"
        case .measureBy: "When to look again"
        case .effect: "What difference it made"
        case .formal: "Agreed or ordered"
        case .happened: "Took place"
        case .informationClass: "Class"
        case .parentalResponsibility: "Parental responsibility"
        case .address: "May know the address"
        case .school: "May know the school"
        case .health: "May know the health provider"
        case .carers: "May know the carers’ names"
        case .named: "Who may read the name"
        case .by: "Decided by"
        case .setting: "Talked about"
        default: name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
        }
    }
}

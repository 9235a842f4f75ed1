import Access
import Casework
import FormFiles
import Forms
import HTML
import Oversight
import Standards

/// Where somebody goes to join something up: the form that mends it, for those who sign it; else the child's Thread.
struct JoinLinks: Sendable {
    private let forms: FormLibrary?
    /// The kinds of record that the viewer signs.
    private let kinds: [RecordKind]
    /// How far the viewer answers otherwise than by mending: at all, and what a manager alone answers.
    private let answers: Reach
    private let decides: Reach
    /// What tells the links of one set of roles from those of another.
    let edition: UInt64

    /// - Parameter mayRecord: Whether the viewer writes in the record that it is about, where it is one child’s.
    init(_ viewer: Viewer, _ forms: FormLibrary?, mayRecord: Bool = true) {
        self.forms = forms
        kinds =
            mayRecord && viewer.may(.recordWork)
            ? RecordKind.allCases.filter { forms?[$0] != nil && $0.isSigned(by: viewer.roles) } : []
        (answers, decides) = (viewer.reach(.answerJoins), viewer.reach(.decideJoins))
        // Behind a bit for each kind of record, two for how far the viewer answers.
        let power: UInt64 = answers == .nobody ? 0 : decides == .nobody ? 1 : decides == .everybody ? 3 : 2
        edition = kinds.reduce(power << 62) { $0 | 1 << UInt64($1.rawValue) }
    }

    /// Whether the viewer signs such records.
    func signs(_ kind: RecordKind) -> Bool { kinds.contains(kind) }

    /// Where it is mended: the form, in the very row; or the record that it is about.
    func mending(_ found: Break) -> Link? {
        switch found.rule.mend {
        case .writing(let kind, let field, _):
            guard kinds.contains(kind), let form = forms?[kind]?.form else { return nil }
            let link = Link.recording(found.child, kind).query("join", found.rule.id).query("about", found.about?.name)
            return form.questions.first { $0.field == field }.map { link.fragment($0.id) } ?? link
        case .correcting:
            guard !kinds.isEmpty, let record = found.record else { return nil }
            // Whoever signs such records is led to put it right; who may not put this one right is shown it instead.
            guard let kind = found.recordKind, kinds.contains(kind) else { return .signed(found.child, record) }
            return Link.recording(found.child, kind).query("correct", "\(record)")
        case nil: return nil
        }
    }

    /// The ways to answer it otherwise that the viewer is led to. It is a guess by their roles, for lists of many children: the
    /// page that it leads to asks the policy, and says so where it refuses.
    func ways(_ found: Break) -> [JoinWay] {
        guard answers != .nobody, !found.awaitsSecond else { return [] }
        // A concern is its reviewing officer's, whoever is to answer it.
        if found.rule.isReviewingOfficers { return kinds.contains(.concernStep) ? [.notSo, .later] : [] }
        let isTeams = found.owner.role == .socialWorker
        let mayPutOff =
            decides == .everybody
            || (found.rule.needsManager ? decides == .team && isTeams : found.owner.role != .iro)
        return (found.lookingAgain == nil ? [] : [.stillRight]) + (mayPutOff ? [.notSo, .later] : [])
    }

    /// Where it stands on the child's Thread.
    static func thread(_ found: Break) -> Link { .child(found.child, .thread).fragment(found.anchor) }
}

extension Break {
    /// Its place on the Thread.
    var anchor: String { "join-\(rule.id)" + (about.map { "-\($0.name)" } ?? "") }
}

extension FilledForm {
    /// With a row for what is to be joined up, where none speaks of it yet; or with what it is about.
    func joining(_ found: Break, on form: Form) -> FilledForm {
        guard case .writing(form.kind, let field?, let column) = found.rule.mend, let about = found.about,
            let question = form.questions.first(where: { $0.field == field })
        else { return self }
        // A record is spoken of as the line of the chronology that it is.
        if field.kind == .lines {
            return self[question.id].isEmpty ? filling(question.id, about.name) : self
        }
        guard let column else { return self }
        let count = rows(question.id)
        func place(_ row: Int) -> String { "\(question.id).\(row).\(column.name)" }
        let isNamed = (0..<count).contains { self[place($0 + 1)].split(separator: "\n").contains { $0 == about.name } }
        return isNamed ? self : filling(place(count + 1), about.name)
    }
}

extension Writer {
    /// The one thing to do about a break, as a link to where it is done.
    mutating func joinAction(_ found: Break, _ links: JoinLinks) {
        p(.class("tl-act")) { line in
            if let link = links.mending(found) {
                line.a(link, found.rule.action, .class("govuk-link"))
            } else {
                line.text(found.rule.action)
            }
        }
    }
}

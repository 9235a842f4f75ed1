import Casework
import Days
import Forms

/// A review, a plan or a visit for the child to read: short sentences, each thing to do with its day and who will do it. The
/// form's words for the child head the parts; what it has no words for the child for is not in it, but for the decisions of
/// a review, which always are.
extension CopyWriting {
    mutating func childsVersion() {
        guard
            let opening = ChildsOpening(
                source.record.kind, source.record.day, hasMet: source.record.answers[.seen] != .flag(false))
        else { return }
        part("Hello \(source.childsName)", opening.begins + [takingPart])
        for question in source.form.questions where !question.childWords.isEmpty || question.field == .decisions {
            let heading = question.childWords.isEmpty ? "What we decided" : question.childWords
            guard question.field != .toldAlone, answered(question), enters(informationClass(of: question), at: heading)
            else { continue }
            part(heading, lines(for: question, heading))
        }
        part(
            "What you can do",
            opening.ends + ["You can have an advocate. An advocate helps you say what you think."])
    }

    private func answered(_ question: FormQuestion) -> Bool {
        question.field.map { source.record.answers[$0] != nil } ?? (source.form.own(question, in: source.record) != nil)
    }

    private var takingPart: String {
        guard case .choice(let code) = source.record.answers[.participation] else { return "" }
        return Self.participation[code] ?? ""
    }

    private static let participation = [
        "PN1": "You came. You told us what you think.",
        "PN2": "You came. Your advocate told us what you think.",
        "PN3": "You came. You showed us what you think.",
        "PN4": "You came to it.",
        "PN5": "You did not come. Your advocate told us what you think.",
        "PN6": "You did not come. You sent us what you think.",
        "PN7": "You did not come. We do not know what you think yet.",
    ]

    private mutating func lines(for question: FormQuestion, _ heading: String) -> [String] {
        switch question.answers {
        case .own(let kind):
            return source.form.own(question, in: source.record).map { own($0, kind, at: heading) } ?? []
        case .core(let field, let labels):
            switch source.record.answers[field] {
            case .text(let text): return [say(text, at: heading)]
            case .choice(let name): return labels[name].map { [$0.asSentence] } ?? []
            case .noneBecause(let why):
                return [field == .decisions ? "We did not decide anything new." : "", say(why, at: heading)]
            case .rows:
                var lines: [String] = []
                for row in rows(of: question, field, at: heading) { lines.append(line(row, of: field, heading)) }
                return lines
            default: return []
            }
        }
    }

    private mutating func line(_ row: AnswerRow, of field: CoreField, _ heading: String) -> String {
        switch field {
        case .decisions: return decision(row, heading)
        case .actions: return text(.what, of: row, at: heading).isEmpty ? "" : decision(row, heading)
        case .delegatedDecisions:
            // Of one matter the carer may decide one thing, and the social worker another.
            let what = text(.what, of: row, at: heading)
            guard !what.isEmpty, let decides = Self.deciders[row.plain(.decides)],
                let matter = DelegatedMatter(rawValue: row.plain(.matter))
            else { return "" }
            return "\(matter.title): \(what) \(decides)"
        case .readiness:
            guard let stands = Self.ready[row.plain(.ready)], let matter = ReadyMatter(rawValue: row.plain(.matter))
            else { return "" }
            return "\(matter.title): \(stands)."
        case .progress, .decisionsLooked:
            let what = named(field == .progress ? .action : .decision, of: row, at: heading)
            return [
                what.isEmpty ? "" : "We said: \(what)", Self.states[row.plain(.state)] ?? "",
                text(.effect, of: row, at: heading),
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .measurements:
            let what = named(.outcome, of: row, at: heading)
            return [
                what.isEmpty ? "" : "We want this for you: \(what)", Self.changes[row.plain(.change)] ?? "",
                text(.value, of: row, at: heading),
            ].filter { !$0.isEmpty }.joined(separator: " ")
        case .viewsAnswered: return text(.done, of: row, at: heading)
        default: return text(.what, of: row, at: heading)
        }
    }

    private mutating func decision(_ row: AnswerRow, _ heading: String) -> String {
        let what = text(.what, of: row, at: heading)
        let who = ownerForTheChild(row.plain(.owner), at: heading)
        let by = row.date(.due).map { " by \($0.inWords)" } ?? ""
        return (what.isEmpty ? "We decided a thing that your IRO will tell you about." : what)
            + " \(who.prefix(1).uppercased() + who.dropFirst()) will do this\(by)."
    }

    private static let states = [
        "done": "This is done.", "partly": "Some of this is done.", "not_done": "This is not done yet.",
        "stopped": "We stopped this.", "going_on": "We are still doing this.",
    ]
    private static let deciders = [
        "the_carer": "Your carer decides.", "a_parent": "A parent decides.",
        "the_council": "Your social worker decides.", "the_young_person": "You decide.",
    ]
    private static let ready = [
        "they_have_it": "you have this", "working_on_it": "we are working on it",
        "not_needed": "you do not need this now",
    ]
    private static let changes = [
        "better": "It is better now.", "same": "It is the same.", "worse": "It is not as good now.",
    ]
}

import Casework
import Forms
import HTML
import Workspace

/// The form that somebody came from to add a document, and its question that the document is to answer.
struct AskingForm {
    let kind: RecordKind
    let question: String
    /// The signed record that the form puts right; nil for a new one.
    let corrects: EventID?
    /// The draft that they came from, by its number: by the time the file is there another may be at hand.
    let draft: String
    /// The question as the form asks it, and what class its answer is of.
    var asks = ""
    var informationClass = InformationClass.ordinary

    init(kind: RecordKind, question: String, corrects: EventID?, draft: String) {
        (self.kind, self.question, self.corrects, self.draft) = (kind, question, corrects, draft)
    }

    /// From what an address, or a form that was sent, says; nil where it says nothing of it.
    init?(_ said: (String) -> String?, _ forms: (RecordKind) -> Form?) {
        guard let kind = said("for").flatMap(RecordKind.init(name:)), let question = said("question") else {
            return nil
        }
        self.init(
            kind: kind, question: question, corrects: said("correct").flatMap { Int64($0) }.map { EventID($0) },
            draft: said("draft") ?? "")
        guard let asked = forms(kind)?.question(question), asked.takesFile else { return }
        (asks, informationClass) = (asked.asks, asked.informationClass)
    }

    /// The page where the document is added.
    func adding(to child: ChildID) -> Link {
        let link = Link.documents(child).query("for", kind.name).query("question", question).query("draft", draft)
        return corrects.map { link.query("correct", "\($0)") } ?? link
    }

    /// The form, at the question.
    func form(of child: ChildID) -> Link {
        let link = Link.recording(child, kind)
        return (corrects.map { link.query("correct", "\($0)") } ?? link).fragment(question)
    }

    /// What the page where it is added sends with it.
    func draw(into form: inout Writer) {
        form.input("hidden", name: "for", value: kind.name)
        form.input("hidden", name: "question", value: question)
        form.input("hidden", name: "draft", value: draft)
        if let corrects { form.input("hidden", name: "correct", value: "\(corrects)") }
    }
}

extension Site {
    /// Answers the question with a document that was added for it, in the draft that somebody came from, which is at hand
    /// from then on. Nil where they came from none, or threw it away, signed it or moved it meanwhile.
    func answer(_ asking: AskingForm?, with file: FileDigest, _ child: ChildID, _ visit: Visit) async throws -> Link? {
        guard let asking else { return nil }
        let place = Drafts.Place(
            account: visit.viewer.id, child: child.description,
            kind: asking.kind.name + (asking.corrects.map { ":\($0)" } ?? ""))
        guard let draft = try await drafts.find(id: asking.draft, near: place) else { return nil }
        _ = try await drafts.save(
            draft.fields.merging([asking.question: file.hex]) { $1 }, in: place, id: draft.id, seen: draft.mark,
            at: visit.now)
        try await drafts.takeUp(draft.id, in: place)
        return asking.form(of: child)
    }
}

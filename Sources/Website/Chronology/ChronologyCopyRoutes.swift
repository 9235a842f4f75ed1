import Access
import Casework
import Copies
import Days
import HTML
import Service
import Workspace

extension Link {
    static func chronologyCopy(_ child: ChildID) -> Link { Link("children", child.description, "chronology", "copy") }
}

extension Site {
    /// The chronology on two pages for one reader: chosen, drafted, read by its author, and signed.
    var chronologyRoutes: [Route] {
        [
            .get("/children/:id/chronology/copy", .child(.recordWork)) { visit in
                guard let wish = wish(visit, CopyWish(visit), ChronologyChoice(visit)) else {
                    return .notFound
                }
                return try await page(visit, wish)
            },
            .post("/children/:id/chronology/copy", .child(.recordWork), mostSent: 2 * 1024 * 1024) { visit in
                guard let wish = wish(visit, CopyWish(visit.form), ChronologyChoice(visit.form)) else {
                    return .notFound
                }
                return try await keep(visit, wish)
            },
        ]
    }

    private func wish(_ visit: Visit, _ asked: CopyWish, _ choice: ChronologyChoice) -> ChronologyWish? {
        guard let child = visit.child else { return nil }
        return ChronologyWish(
            child: child, asked: asked, choice: choice, reader: CopyReader(code: asked.reader, in: child.thread))
    }

    private func rules(_ wish: ChronologyWish, _ question: Question) async throws -> CopyRules {
        try await records.copyRules(of: wish.child, in: question.authority, including: wish.asked.including)
    }

    private func place(_ visit: Visit, _ wish: ChronologyWish) -> Drafts.Place {
        Drafts.Place(
            account: visit.viewer.id, child: wish.child.id.description,
            kind: "chronology " + wish.fields.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
    }

    private func page(_ visit: Visit, _ wish: ChronologyWish, errors: [FieldError] = []) async throws -> Reply {
        guard let reader = wish.reader else { return .page(ChronologyChoicePage(wish: wish, visit: visit).page()) }
        guard let question = visit.question else { return .notFound }
        let told = try await records.told(of: wish.child.id, through: question.authority.head)
        let chronology = Chronology(ChildAsAt(wish.child, visit.today), told: told)
        switch ChronologyCopy(chronology, wish.choice, rules: try await rules(wish, question)).draft(for: reader) {
        case .failure(let refusal):
            return .page(ChronologyChoicePage(wish: wish, visit: visit, undecided: refusal.sentences).page())
        case .success(let draft):
            let kept = try await drafts.find(place(visit, wish))
            return .page(
                CopyDraftPage(
                    child: wish.child, of: ("chronology", .child(wish.child.id, .chronology)), kind: .chronology,
                    reader: reader, draft: draft, filled: FilledForm(kept), sentTo: .chronologyCopy(wish.child.id),
                    fields: wish.fields, visit: visit, errors: errors
                ).page())
        }
    }

    private func keep(_ visit: Visit, _ wish: ChronologyWish) async throws -> Reply {
        guard let reader = wish.reader, let question = visit.question else {
            return .seeOther(.chronologyCopy(wish.child.id))
        }
        let copy = CopyInHand(
            child: wish.child.id, place: place(visit, wish),
            link: Link.chronologyCopy(wish.child.id).query(wish.fields),
            page: { try await page(visit, wish, errors: $0) },
            sign: { command, fields in
                try await MakeCopy(
                    child: wish.child.id, record: EventID(0), kind: .chronology, reader: reader.name,
                    text: fields["text"] ?? "", rules: rules(wish, question), agreed: fields["agreed"] ?? ""
                ).run(into: journal, command: command, by: .account(visit.viewer.id), at: visit.now)
            })
        return try await keep(copy, visit)
    }
}

/// What somebody asks of a chronology: which lines, for whom, with what besides what is ordinary.
struct ChronologyWish {
    let child: ChildRecord
    let asked: CopyWish
    let choice: ChronologyChoice
    /// Nil where nobody was named, or nobody around the child is meant.
    let reader: CopyReader?

    var fields: [(name: String, value: String)] { asked.fields.filter { $0.name != "as" } + choice.fields }
}

import Casework
import Copies
import HTML
import JournalStore
import Service
import Workspace

/// A copy that somebody is making, whatever it is of: where its draft is kept, where its page is, and how it is signed.
struct CopyInHand {
    let child: ChildID
    let place: Drafts.Place
    /// Its page, with everything that was chosen.
    let link: Link
    /// The page once more, with what is wrong.
    let page: ([FieldError]) async throws -> Reply
    let sign: (_ command: CommandID, _ fields: [String: String]) async throws -> Appended
}

extension Site {
    /// Keeps what was sent of a copy, and signs it where that was asked. What was typed is saved before anything is refused.
    func keep(_ copy: CopyInHand, _ visit: Visit) async throws -> Reply {
        if visit.form["do"] == "drop" {
            try await drafts.drop(copy.place, typed: visit.typed, at: visit.now)
            return .seeOther(copy.link)
        }
        func made(_ event: Int64) -> Link { Link.copy(copy.child, EventID(event)).query("signed", "yes") }
        let sent = CommandID(text: visit.form["draft"]) ?? .new
        if visit.form["do"] == "sent" {
            let signed = try await drafts.event(of: sent.text).map(made)
            if let answered = visit.answered(signed: signed) { return answered }
        }
        let draft: Drafts.Draft
        switch try await drafts.keep(
            FilledForm(visit.form).fields, in: copy.place, id: sent.text, seen: Int64(visit.form["mark"]),
            typed: visit.typed, at: visit.now)
        {
        case .saved(let saved): draft = saved
        case .signed(let event): return visit.answered(signed: made(event)) ?? .seeOther(made(event))
        // A copy’s draft stays with its child.
        case .moved: return .notFound
        }
        switch visit.form["do"] {
        case "keep", "add": return .plain("\(draft.mark)\n\(visit.now.clock)\n\(draft.id)")
        case "sign": break
        default: return .seeOther(copy.link.query("saved", "yes"))
        }
        guard let command = CommandID(text: draft.id) else { return .notFound }
        do {
            let appended = try await copy.sign(command, draft.fields)
            guard let event = appended.events?.upperBound else { return .seeOther(copy.link) }
            try await drafts.signed(draft.id, as: event.seq)
            return .seeOther(made(event.seq))
        } catch let refusal as CopyRefusal {
            return try await copy.page(
                refusal.sentences.map { FieldError($0 == CopyRefusal.notAgreed ? "agreed" : "text", $0) })
        }
    }
}

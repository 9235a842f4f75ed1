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
        let sent = CommandID(text: visit.form["draft"]) ?? .new
        let signed = try await drafts.event(of: sent.text).map {
            Link.copy(copy.child, EventID($0)).query("signed", "yes")
        }
        if let answered = visit.answered(signed: signed) { return answered }
        let draft = try await drafts.save(
            FilledForm(visit.form).fields, in: copy.place, id: sent.text, seen: Int64(visit.form["mark"]),
            typed: visit.typed, at: visit.now)
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
            return .seeOther(Link.copy(copy.child, event).query("signed", "yes"))
        } catch let refusal as CopyRefusal {
            return try await copy.page(
                refusal.sentences.map { FieldError($0 == CopyRefusal.notAgreed ? "agreed" : "text", $0) })
        }
    }
}

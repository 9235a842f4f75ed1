import Access
import Casework
import Copies
import Days
import FormFiles
import HTML
import Service
import Workspace

extension Link {
    static func copying(_ child: ChildID, _ record: EventID) -> Link {
        Link("children", child.description, "records", record.description, "copy")
    }
    static func copy(_ child: ChildID, _ copy: EventID) -> Link {
        Link("children", child.description, "copies", copy.description)
    }
}

extension Site {
    /// Copies of signed records, each for one reader: chosen, drafted, read by its author, and signed.
    var copyRoutes: [Route] {
        [
            .get("/children/:id/records/:record/copy", .child(.recordWork)) { visit in
                guard let wish = try await wish(visit, CopyWish(visit)) else { return .notFound }
                return try await page(visit, wish)
            },
            .post("/children/:id/records/:record/copy", .child(.recordWork), mostSent: 2 * 1024 * 1024) { visit in
                guard let wish = try await wish(visit, CopyWish(visit.form)) else { return .notFound }
                return try await keep(visit, wish)
            },
            .get("/children/:id/copies/:copy", .child(.seeChild)) { visit in
                guard let child = visit.child, let event = visit.event("copy"),
                    let made = try await records.copy(event, of: child.id)
                else { return .notFound }
                return .page(
                    CopyPage(child: child, copy: made.copy, author: try await name(of: made.author)).page(visit))
            },
        ]
    }

    /// What is asked for, with what it is made of; nil where there is no such record, or the viewer signs no such copies.
    private func wish(_ visit: Visit, _ asked: CopyWish) async throws -> CopyWishes? {
        guard let child = visit.child, let question = visit.question,
            let event = visit.event("record"),
            child.records.contains(where: { $0.origin.event == event }),
            let source = try await records.copySource(
                of: event, of: child, in: question.authority, including: asked.including, forms: forms),
            source.record.kind.isSigned(by: visit.viewer.roles)
        else { return nil }
        let reader: CopyReader? =
            asked.reader == "child"
            ? .child
            : child.thread.people.first { $0.code == asked.reader }.map(CopyReader.person)
        return CopyWishes(child: child, record: event, source: source, asked: asked, reader: reader)
    }

    private func place(_ visit: Visit, _ wish: CopyWishes) -> Drafts.Place {
        Drafts.Place(
            account: visit.viewer.id, child: wish.child.id.description,
            kind: "copy \(wish.record) \(wish.asked.kind?.name ?? "") \(wish.asked.reader)")
    }

    private func page(_ visit: Visit, _ wish: CopyWishes, errors: [FieldError] = []) async throws -> Reply {
        guard let kind = wish.asked.kind, let reader = wish.reader else {
            return .page(CopyChoicePage(wish: wish, visit: visit).page())
        }
        switch wish.source.draft(kind, for: reader) {
        case .failure(let refusal):
            return .page(CopyChoicePage(wish: wish, visit: visit, undecided: refusal.sentences).page())
        case .success(let draft):
            let kept = try await drafts.find(place(visit, wish))
            return .page(
                CopyDraftPage(
                    wish: wish, kind: kind, reader: reader, draft: draft, filled: FilledForm(kept), visit: visit,
                    errors: errors
                ).page())
        }
    }

    private func keep(_ visit: Visit, _ wish: CopyWishes) async throws -> Reply {
        guard let kind = wish.asked.kind, let reader = wish.reader else {
            return .seeOther(.copying(wish.child.id, wish.record))
        }
        let place = place(visit, wish)
        if visit.form["do"] == "drop" {
            try await drafts.drop(place)
            return .seeOther(wish.link)
        }
        let sent = CommandID(text: visit.form["draft"]) ?? .new
        if let event = try await drafts.event(of: sent.text) {
            return .seeOther(Link.copy(wish.child.id, EventID(event)).query("signed", "yes"))
        }
        let draft = try await drafts.save(
            FilledForm(visit.form).fields, in: place, id: sent.text, seen: Int64(visit.form["mark"]), at: visit.now)
        switch visit.form["do"] {
        case "keep": return .plain("\(draft.mark)\n\(visit.now.clock)")
        case "sign": break
        default: return .seeOther(wish.link.query("saved", "yes"))
        }
        guard let command = CommandID(text: draft.id) else { return .notFound }
        do {
            let appended = try await MakeCopy(
                child: wish.child.id, record: wish.record, kind: kind, reader: reader.name,
                text: draft.fields["text"] ?? "", source: wish.source
            ).run(into: journal, command: command, by: .account(visit.viewer.id), at: visit.now)
            guard let event = appended.events?.upperBound else { return .seeOther(wish.link) }
            try await drafts.signed(draft.id, as: event.seq)
            return .seeOther(Link.copy(wish.child.id, event).query("signed", "yes"))
        } catch let refusal as CopyRefusal {
            return try await page(visit, wish, errors: refusal.sentences.map { FieldError("text", $0) })
        }
    }
}

/// What somebody asks for: which copy, for whom, with what besides.
struct CopyWish {
    let kind: CopyKind?
    /// `child`, or the code of somebody around the child: an address holds no name.
    let reader: String
    let including: Set<InformationClass>

    init(_ visit: Visit) {
        self.init(
            visit.asked("as") ?? "", visit.asked("for") ?? "", visit.askedAll("include"))
    }
    init(_ sent: SentForm) { self.init(sent["as"], sent["for"], sent.all("include")) }

    private init(_ kind: String, _ reader: String, _ including: [String]) {
        self.kind = CopyKind(name: kind)
        self.reader = reader
        self.including = Set(including.compactMap(InformationClass.init(rawValue:)).filter(\.mayBeChosen))
    }
}

/// A wish with what it is about.
struct CopyWishes {
    let child: ChildRecord
    let record: EventID
    let source: CopySource
    let asked: CopyWish
    /// Nil where nobody was named, or nobody around the child is meant.
    let reader: CopyReader?

    var link: Link {
        var link = Link.copying(child.id, record).query("as", asked.kind?.name ?? "").query("for", asked.reader)
        for ofClass in asked.including.sorted(by: { $0.rawValue < $1.rawValue }) {
            link = link.query("include", ofClass.rawValue)
        }
        return link
    }
}

extension NetworkPerson {
    /// Names the person in an address, where no name may stand: FNV-1a of the name.
    var code: String {
        var hash: UInt32 = 0x811C_9DC5
        for byte in name.lowercased().utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return "p\(String(hash, radix: 16))"
    }
}

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
                let page = CopyPage(
                    child: child, copy: made.copy, author: try await name(of: made.author),
                    paper: paper(.copy(child.id, event))
                ).page(visit)
                return await onPaper(page, visit, name: "copy-\(made.copy.day)")
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
            source.record.kind.isSigned(by: visit.viewer.roles), source.record.kind.hasCopies
        else { return nil }
        return CopyWishes(
            child: child, record: event, source: source, asked: asked,
            reader: CopyReader(code: asked.reader, in: child.thread))
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
                    child: wish.child,
                    of: (
                        "\(wish.source.form.title) of \(wish.source.record.day.inWords)",
                        .signed(wish.child.id, wish.record)
                    ), kind: kind, reader: reader, draft: draft, filled: FilledForm(kept),
                    sentTo: .copying(wish.child.id, wish.record), fields: wish.asked.fields, visit: visit,
                    errors: errors
                ).page())
        }
    }

    private func keep(_ visit: Visit, _ wish: CopyWishes) async throws -> Reply {
        guard let kind = wish.asked.kind, let reader = wish.reader else {
            return .seeOther(.copying(wish.child.id, wish.record))
        }
        let copy = CopyInHand(
            child: wish.child.id, place: place(visit, wish), link: wish.link,
            page: { try await page(visit, wish, errors: $0) },
            sign: { command, fields in
                try await MakeCopy(
                    child: wish.child.id, record: wish.record, kind: kind, reader: reader.name,
                    text: fields["text"] ?? "", rules: wish.source.rules, agreed: fields["agreed"] ?? ""
                ).run(into: journal, command: command, by: .account(visit.viewer.id), at: visit.now)
            })
        return try await keep(copy, visit)
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

extension CopyWish {
    /// As fields of an address or a form.
    var fields: [(name: String, value: String)] {
        [("as", kind?.name ?? ""), ("for", reader)]
            + including.sorted { $0.rawValue < $1.rawValue }.map { ("include", $0.rawValue) }
    }
}

extension CopyReader {
    /// Whom an address means: `child`, or the code of somebody around the child; nil where it means nobody.
    init?(code: String, in thread: ChildThread) {
        if code == "child" {
            self = .child
        } else if let person = thread.people.first(where: { $0.code == code }) {
            self = .person(person)
        } else {
            return nil
        }
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

    var link: Link { Link.copying(child.id, record).query(asked.fields) }
}

extension Link {
    /// Asking all of these.
    func query(_ fields: [(name: String, value: String)]) -> Link {
        fields.reduce(self) { $0.query($1.name, $1.value) }
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

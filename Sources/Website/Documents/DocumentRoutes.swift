import Access
import Casework
import Days
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Service

extension Link {
    static func documents(_ child: ChildID) -> Link { Link("children", child.description, "documents") }
    static func document(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "documents", event.description)
    }
    static func documentFile(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "documents", event.description, "file")
    }
    static func wrongDocument(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "documents", event.description, "wrong-child")
    }
}

extension Site {
    /// Files about a child: listed, added, looked at, taken away. Each view of a file is kept before its bytes leave.
    var documentRoutes: [Route] {
        [
            .get("/children/:id/documents", .child(.seeChild)) { visit in
                guard let child = visit.child else { return .notFound }
                return DocumentsPage(
                    child: child, visit: visit, isScanned: scanner != nil, asking: asking { visit.asked($0) }
                ).reply()
            },
            .upload("/children/:id/documents", .child(.recordWork)) { try await add($0) },
            .get("/children/:id/documents/:document", .child(.seeChild)) { visit in
                guard let child = visit.child, let held = visit.document else { return .notFound }
                let author = try await records.author(of: held.origin.event, of: child.id)
                return DocumentPage(
                    child: child, held: held, author: try await name(of: author ?? Actor("")),
                    visit: visit
                ).reply()
            },
            .get("/children/:id/documents/:document/file", .child(.seeChild)) { visit in
                guard let held = visit.document, let bytes = documents.read(held.document.digest) else {
                    return .notFound
                }
                return .document([UInt8](bytes), held.document, isTaken: visit.asked("take") != nil)
            },
            .get("/children/:id/documents/:document/wrong-child", .child(.sayWrongChild)) { visit in
                try await wrongDocumentPage(visit)?.reply() ?? .notFound
            },
            .post("/children/:id/documents/:document/wrong-child", .child(.sayWrongChild)) { visit in
                guard let page = try await wrongDocumentPage(visit) else { return .notFound }
                return visit.form["do"] == "seal" ? try await seal(page) : page.reply()
            },
        ]
    }

    private func asking(_ said: (String) -> String?) -> AskingForm? { AskingForm(said) { forms?[$0]?.form } }

    private func wrongDocumentPage(_ visit: Visit) async throws -> WrongRecordPage? {
        guard let child = visit.child, visit.question != nil, let held = visit.document else { return nil }
        let right = await rightChild(visit, besides: child.id, mayNotKnow: true) { visit.may(.recordWork, $0) }
        let event = held.origin.event
        return WrongRecordPage(
            child: child, record: event, title: held.document.title, link: .document(child.id, event),
            action: .wrongDocument(child.id, event), right: right, visit: visit)
    }

    /// Takes a file that was sent: into a folder of its own that is gone afterwards, then among the documents.
    private func add(_ visit: Visit) async throws -> Reply {
        guard let child = visit.child else { return .notFound }
        let id = "upload-\(CommandID.new.text)"
        defer { desk.staging.remove(id) }
        var page = DocumentsPage(child: child, visit: visit, isScanned: scanner != nil)
        do {
            let upload = try await Upload.receive(
                visit.request.body, contentType: visit.request.headers[.contentType] ?? "",
                mostBytes: Document.longest, allow: { visit.holdsToken($0["token"] ?? "") },
                into: { try desk.staging.make(id) })
            page.typed = upload.fields
            page.asking = asking { upload.fields[$0] }
            guard let name = upload.files.first else {
                page.errors = [FieldError("file", "Choose a file")]
                return page.reply()
            }
            guard let day = Day((upload.fields["day"] ?? "").trimmed) else {
                page.errors = [FieldError("day", "Write the day on the document as 2026-03-31")]
                return page.reply()
            }
            guard let informationClass = InformationClass(rawValue: upload.fields["class"] ?? "") else {
                page.errors = [FieldError("class", "Say whose information it is")]
                return page.reply()
            }
            let bytes = try Data(contentsOf: desk.staging.folder(of: id).appendingPathComponent(name))
            let event = try await AddDocument(
                child: child.id, title: (upload.fields["title"] ?? "").trimmed, day: day,
                informationClass: informationClass
            ).run(
                bytes, into: journal, documents, scanner: scanner,
                command: CommandID(text: upload.fields["command"] ?? "") ?? .new, by: .account(visit.viewer.id),
                at: visit.now)
            guard let event, let held = try await records.current()[child.id]?.document(event) else {
                return .seeOther(.documents(child.id))
            }
            let answered = try await answer(page.asking, with: held.document.digest, child.id, visit)
            return .seeOther(answered ?? Link.document(child.id, event).query("added", "yes"))
        } catch let problem as Upload.Problem {
            guard !problem.sentence.isEmpty else { return visit.foreign() }
            page.typed = problem.fields
            page.asking = asking { problem.fields[$0] }
            page.errors = [FieldError("file", problem.sentence)]
        } catch let refusal as DocumentRefusal {
            page.errors = [FieldError("file", refusal.sentence)]
        } catch let refusals as RecordRefusals {
            page.errors = refusals.remedies
        }
        return page.reply()
    }
}

extension ChildRecord {
    fileprivate func document(_ event: EventID) -> HeldDocument? { documents.first { $0.origin.event == event } }
}

extension Visit {
    /// The document that the address names, where the viewer may read its class.
    var document: HeldDocument? {
        guard let child, let event = event("document"), let authority = question?.authority,
            let held = child.document(event),
            RecordReader(viewer, of: child, in: authority, on: today).mayRead(held.document.informationClass)
        else { return nil }
        return held
    }

    /// Those that the viewer may read, the latest first.
    func documents(of child: ChildRecord) -> [HeldDocument] {
        guard let authority = question?.authority else { return [] }
        let reader = RecordReader(viewer, of: child, in: authority, on: today)
        return child.documents.reversed().filter { reader.mayRead($0.document.informationClass) }
    }
}

import Access
import Casework
import Days
import Foundation
import HTTPTypes
import Service
import Testing

@testable import Website

/// Files about a child: kept for what they are, shown only where that is safe, each view kept before its bytes leave.
@Suite(.serialized) struct DocumentTests {
    private static let child = Office.children[.own]!
    private static let right = Office.children[.team]!
    private static var page: String { "/children/\(child)/documents" }
    private static let pdf = Array("%PDF-1.4\nQuillfeather".utf8)

    private func add(
        _ asker: Asker, _ person: Office.Visitor, _ bytes: [UInt8] = Self.pdf, name: String = "letter.pdf",
        fields: [String: String] = [:], token: String? = nil
    ) async throws -> Asker.Answer {
        let usual = ["title": "Letter about Quillfeather", "day": "2026-03-30", "class": "ordinary"]
        return try await asker.send(
            Self.page, person, usual.merging(fields) { $1 }, file: (name, bytes), token: token ?? person.token)
    }

    private func document(_ office: Office, _ child: ChildID = Self.child) async throws -> HeldDocument {
        try #require(try await office.site.records.current()[child]?.documents.last)
    }

    @Test func whatIsSentIsKeptUnderWhatItIsMadeOfAndShownWithItsOwnPolicy() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let sent = try await add(asker, worker, name: "../../evil.html")
            let held = try await document(office)
            #expect(sent.status == 303 && sent.location == "\(Self.page)/\(held.origin.event)?added=yes")
            #expect(held.document.type == .pdf && held.document.scan == .notScanned)
            #expect(office.site.documents.read(held.document.digest) == Data(Self.pdf))
            let shown = try await asker.ask(.get, "\(Self.page)/\(held.origin.event)", worker)
            #expect(shown.text.contains("not scanned for viruses") && shown.text.contains("Open the PDF"))
            #expect(shown.text.contains("Open on this device, for your own work"))
            #expect(shown.text.contains("It is not to be handed on: nobody is recorded among the people"))
            let file = "\(Self.page)/\(held.origin.event)/file"
            let inline = try await asker.ask(.get, file, worker)
            #expect(inline.bytes == Self.pdf && inline.headers[.contentType] == "application/pdf")
            #expect(inline.headers[.contentDisposition] == "inline; filename=\"document-2026-03-30.pdf\"")
            let taken = try await asker.ask(.get, file + "?take=yes", worker)
            #expect(taken.bytes == Self.pdf && taken.headers[.contentType] == "application/octet-stream")
            #expect(taken.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            for answer in [inline, taken] {
                let policies = answer.headers[values: HTTPField.Name("Content-Security-Policy")!]
                #expect(policies.contains { $0.hasPrefix("default-src 'none'") })
                #expect(answer.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
            }
        }
        let looks = try await office.store.log.latest(account: worker.account.id).map(\.look)
        let event = try await document(office).origin.event
        #expect(looks.prefix(2).map(\.query) == ["document=\(event)&take=yes", "document=\(event)"])
        #expect(looks.prefix(2).allSatisfy { $0.child == Self.child })
    }

    @Test func whoMayNotKnowSomethingIsNamedWhereAFileCouldBeHandedOn() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            _ = try await add(asker, worker)
            let held = try await document(office).origin.event
            func said() async throws -> (list: String, one: String) {
                (
                    try await asker.ask(.get, Self.page, worker).text,
                    try await asker.ask(.get, "\(Self.page)/\(held)", worker).text
                )
            }
            let secret = "Where this child lives is confidential. Look under People before you tell anybody."
            try await asker.sign(around: Self.child, by: worker, mayKnow: "yes", ["address_confidential": "no"])
            var now = try await said()
            #expect(!now.one.contains("id=\"not-handed-on\"") && !now.one.contains(secret))
            try await asker.sign(around: Self.child, by: worker, mayKnow: "no", ["address_confidential": "yes"])
            now = try await said()
            #expect(
                now.one.contains(
                    "<li>Kay Example may not know the address, the school, who looks after their health or the carers’ names.</li>"
                ))
            #expect(now.one.contains("It is not to be handed on: nothing is left out of a file."))
            #expect(now.one.contains(secret) && now.list.contains(secret))
        }
    }

    @Test func aPictureIsInASandboxAndTextIsOnlyTakenAway() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            _ = try await add(asker, worker, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1])
            var held = try await document(office)
            let picture = try await asker.ask(.get, "\(Self.page)/\(held.origin.event)/file", worker)
            #expect(picture.headers[.contentType] == "image/png")
            #expect(
                picture.headers[values: HTTPField.Name("Content-Security-Policy")!].contains(
                    "default-src 'none'; sandbox"))
            _ = try await add(asker, worker, Array("Dear Sir".utf8), fields: ["day": "2026-03-31"])
            held = try await document(office)
            let text = try await asker.ask(.get, "\(Self.page)/\(held.origin.event)/file", worker)
            #expect(text.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            #expect(text.headers[.contentType] == "application/octet-stream")
        }
    }

    @Test func whatWillNotDoIsSaidInASentenceAndNothingIsKept() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let wrong: [([UInt8], [String: String], String)] = [
                (Array("<svg onload=alert(1)>".utf8), [:], "Print it to PDF"), ([], [:], "The file is empty"),
                (Array("MZ\u{1}".utf8), [:], "is a program"), ([0, 1, 2], [:], "It cannot be told"),
                (Self.pdf, ["title": " "], "Say in a few words what it is"),
                (Self.pdf, ["day": "soon"], "Write the day on the document"),
                (Self.pdf, ["day": "2026-04-30"], "Give the day on the document"),
                ([UInt8](repeating: 65, count: Document.longest + 1), [:], "larger than 25 MB"),
            ]
            for (bytes, fields, sentence) in wrong {
                let answer = try await add(asker, worker, bytes, fields: fields)
                #expect(answer.status == 200 && answer.text.contains(sentence), "\(sentence)")
            }
            let foreign = try await add(asker, worker, token: "another")
            #expect(foreign.status == 403)
        }
        #expect(try await office.site.records.current()[Self.child]?.documents.count == 1)
    }

    @Test func itIsForWhomTheRecordIsForAndByItsClass() async throws {
        let office = try await Office()
        let iro = try await office.enter([.iro])
        let worker = try await office.enter([.socialWorker])
        let other = try await office.enter([.socialWorker], worker: "W3")
        try await office.open { asker in
            _ = try await add(asker, iro, fields: ["class": "private_talk"])
            let event = try await document(office).origin.event
            #expect(try await asker.ask(.get, "\(Self.page)/\(event)/file", iro).status == 200)
            for person in [worker, other] {
                #expect(try await asker.ask(.get, "\(Self.page)/\(event)", person).status == 404)
                #expect(try await asker.ask(.get, "\(Self.page)/\(event)/file", person).status == 404)
            }
            let list = try await asker.ask(.get, Self.page, worker)
            #expect(list.status == 200 && !list.text.contains("Quillfeather"))
            let elsewhere = "/children/\(Self.right)/documents/\(event)/file"
            #expect(try await asker.ask(.get, elsewhere, iro).status == 404)
        }
    }

    @Test func oneOnTheWrongChildIsGoneFromItAndWholeOnTheOther() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let governance = try await office.enter([.informationGovernance], worker: nil)
        try await office.open { asker in
            _ = try await add(asker, worker)
            let event = try await document(office).origin.event
            let wrong = "\(Self.page)/\(event)/wrong-child"
            let sent = try await asker.ask(
                .post, wrong, worker, form: "do=seal&find=Planted12&right=\(Self.right)&words=")
            #expect(sent.status == 303)
            for address in [
                Self.page, "\(Self.page)/\(event)", "\(Self.page)/\(event)/file", "/children/\(Self.child)",
                "/children/\(Self.child)/timeline?known-on=2026-04-01", wrong,
            ] {
                for person in [worker, governance] {
                    #expect(try await !asker.ask(.get, address, person).text.contains("Quillfeather"), "\(address)")
                }
            }
            let moved = try await document(office, Self.right)
            let file = try await asker.ask(
                .get, "/children/\(Self.right)/documents/\(moved.origin.event)/file", worker)
            #expect(file.bytes == Self.pdf)
            let opened = try await asker.ask(
                .post, "/wrong-child/\(event)/opened", governance, form: "reason=To+find+whose+it+is")
            #expect(opened.text.contains("Letter about Quillfeather"))
            let taken = try await asker.ask(
                .post, "/wrong-child/\(event)/file", governance, form: "reason=To+find+whose+it+is")
            #expect(taken.bytes == Self.pdf)
            #expect(try await asker.ask(.post, "/wrong-child/\(event)/file", worker, form: "reason=x").status == 403)
        }
        let looks = try await office.store.log.latest(account: governance.account.id)
        #expect(looks.first?.look.reason == "To find whose it is")
    }
}

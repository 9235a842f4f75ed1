import Access
import Casework
import HTTPTypes
import Testing
import Workspace

@testable import Website

/// The key to what somebody typed on a device and could not send: theirs alone, until they sign out or 72 hours are over.
@Suite(.serialized) struct DeviceTextTests {
    private static let address = "/device-key"
    private let office: Office
    init() async throws { office = try await Office() }

    /// The key's name and text, and the cookie that the device holds.
    private func given(_ answer: Asker.Answer) throws -> (id: String, key: String, cookie: String) {
        #expect(answer.status == 200)
        let lines = answer.text.split(separator: "\n").map(String.init)
        let cookie = try #require(answer.headers[.setCookie])
        #expect(cookie.contains("HttpOnly") && cookie.contains("Max-Age=259200"))
        return (lines[0], lines[1], String(cookie.prefix { $0 != ";" }))
    }

    @Test func itIsGivenAgainToTheSamePersonInALaterSessionAndToNobodyElse() async throws {
        let worker = try await office.enter([.socialWorker])
        let colleague = try await office.enter([.socialWorker])
        try await office.open { asker in
            let first = try given(try await asker.ask(.post, Self.address, worker))
            #expect(!first.key.isEmpty)
            office.wait(minutes: 60 * 20)
            let later = try await office.enterAgain(worker)
            let again = try await asker.ask(
                .post, Self.address, later, form: "key=\(first.id)", cookies: first.cookie)
            #expect(try given(again).key == first.key)
            // On the same device, somebody else; and the same person without what the device holds.
            let fresh = try await office.enterAgain(colleague)
            let other = try await asker.ask(.post, Self.address, fresh, form: "key=\(first.id)", cookies: first.cookie)
            #expect(other.status == 410 && other.text.isEmpty)
            #expect(try await asker.ask(.post, Self.address, later, form: "key=\(first.id)").status == 410)
            #expect(try await asker.ask(.post, Self.address, nil, cookies: first.cookie).status == 303)
        }
    }

    @Test func itIsGoneAfterSeventyTwoHours() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let first = try given(try await asker.ask(.post, Self.address, worker))
            func status() async throws -> Int {
                let later = try await office.enterAgain(worker)
                return try await asker.ask(
                    .post, Self.address, later, form: "key=\(first.id)", cookies: first.cookie
                ).status
            }
            office.wait(minutes: 72 * 60 - 1)
            #expect(try await status() == 200)
            office.wait(minutes: 1)
            #expect(try await status() == 410)
        }
    }

    @Test func signingOutEndsItAndTellsThePageWhatToWipe() async throws {
        for address in ["/sign-out", "/profile/sign-out-everywhere"] {
            let worker = try await office.enter([.socialWorker])
            try await office.open { asker in
                let first = try given(try await asker.ask(.post, Self.address, worker))
                let out = try await asker.ask(.post, address, worker, cookies: first.cookie)
                let mark = first.id.prefix { $0 != "." }
                #expect(out.location == "/sign-in?signed-out=yes&forget=\(mark)")
                let page = try await asker.ask(.get, out.location ?? "", nil).text
                #expect(page.contains("data-forget=\"\(mark)\"") && page.contains("forget.js"))
                let later = try await office.enterAgain(worker)
                let asked = try await asker.ask(
                    .post, Self.address, later, form: "key=\(first.id)", cookies: first.cookie)
                #expect(asked.status == 410)
            }
        }
    }

    @Test func everyPageOfWhoRecordsSaysByWhichMarkTheirTextsAreKnown() async throws {
        let worker = try await office.enter([.socialWorker])
        let analyst = try await office.enter([.analyst])
        try await office.open { asker in
            let first = try given(try await asker.ask(.post, Self.address, worker))
            let mark = first.id.prefix { $0 != "." }
            for page in ["/", "/help", "/children/\(Office.children[.own]!)"] {
                let text = try await asker.ask(.get, page, worker, cookies: first.cookie).text
                #expect(text.contains("id=\"unsent\" data-mark=\"\(mark)\"") && text.contains("waiting.js"), "\(page)")
                #expect(text.contains("If a child is at risk now, phone 999"))
                #expect(try await asker.ask(.get, page, worker).text.contains("id=\"unsent\" data-mark=\"\""))
            }
            let help = try await asker.ask(.get, "/help", analyst, cookies: first.cookie).text
            #expect(!help.contains("id=\"unsent\"") && !help.contains("waiting.js"))
            #expect(try await !asker.ask(.get, "/sign-in", nil, cookies: first.cookie).text.contains(String(mark)))
        }
    }

    @Test func aScriptIsToldThatADraftWasSignedAndAskingSavesNothing() async throws {
        let child = Office.children[.own]!
        let form = "/children/\(child)/record/case_note"
        let worker = try await office.enter([.socialWorker])
        let draft = "draft=\(String(repeating: "cd", count: 16))&mark=&occurred=2026-03-30"
        try await office.open { asker in
            let asked = try await asker.ask(.post, form, worker, form: draft + "&subject=Half&do=sent")
            #expect(asked.status == 200 && asked.text.isEmpty)
            #expect(try await !asker.ask(.get, form, worker).text.contains(">Half<"))
            let said = draft + "&subject=Whole&observations=She+was+well&significant=none"
            let signed = try await asker.ask(.post, form, worker, form: said + "&do=sign")
            #expect(signed.status == 303, "\(signed.text)")
            for what in ["keep", "sent"] {
                let late = try await asker.ask(.post, form, worker, form: draft + "&subject=Late&do=\(what)")
                #expect(late.status == 409 && late.text == signed.location, "\(what)")
            }
            #expect(try await !asker.ask(.get, form, worker).text.contains("Late"), "nothing new was begun")
        }
    }

    @Test func whatHasComeIsToldToWhoTypedItWhateverBecameOfItsDraft() async throws {
        let child = Office.children[.own]!
        let worker = try await office.enter([.socialWorker])
        let colleague = try await office.enter([.socialWorker])
        try await office.open { asker in
            func arrived(_ asked: [String], _ who: Office.Visitor) async throws -> [String] {
                let form = asked.map { "on-page=\($0)" }.joined(separator: "&")
                let answer = try await asker.ask(.post, "/device-text", who, form: form)
                #expect(answer.status == 200)
                return answer.text.split(separator: "\n").map(String.init)
            }
            let note = "/children/\(child)/record/case_note"
            let aside = "draft=\(String(repeating: "ab", count: 16))&mark=&occurred=2026-03-30&subject=Aside"
            for what in ["keep", "another"] {
                let answer = try await asker.ask(.post, note, worker, form: aside + "&on-page=first:2&do=\(what)")
                #expect([200, 303].contains(answer.status), "\(what)")
            }
            let told = "&subject=Told&observations=She+was+well&significant=none&occurred=2026-03-30"
            let draft = "draft=\(String(repeating: "cd", count: 16))&mark="
            let signed = try await asker.ask(
                .post, note, worker, form: draft + told + "&on-page=second:5&do=sign")
            #expect(signed.status == 303, "\(signed.text)")
            // A save that comes after the signing, of what was typed before it and after it.
            for typed in ["second:4", "second:6"] {
                let late = try await asker.ask(
                    .post, note, worker, form: draft + told + "&on-page=\(typed)&do=keep")
                #expect(late.status == 409 && late.text == signed.location, "\(typed)")
            }
            let drop = "draft=\(String(repeating: "ef", count: 16))&mark=&occurred=2026-03-30&on-page=third:1&do=drop"
            #expect(try await asker.ask(.post, note, worker, form: drop).status == 303)
            let copy = "/children/\(child)/chronology/copy"
            let made = "for=child&text=Typed&mark=&draft=\(String(repeating: "aa", count: 16))"
            _ = try await asker.ask(.post, copy, worker, form: made + "&on-page=fourth:1&do=keep")
            let all = ["first:2", "second:4", "second:5", "second:6", "third:1", "fourth:1", "nowhere:0"]
            #expect(try await arrived(all, worker) == ["first:2", "second:4", "second:5", "third:1", "fourth:1"])
            #expect(try await arrived(all, colleague).isEmpty)
            #expect(
                try await !asker.ask(.get, note, worker).text.contains("on-page"), "it is the page’s own and no answer")
        }
    }

    @Test func anUploadThatIsRefusedKeepsItsTitleAndTheWayBack() async throws {
        let worker = try await office.enter([.socialWorker])
        try await office.open { asker in
            let refused = try await asker.send(
                "/children/\(Office.children[.own]!)/documents", worker,
                [
                    "title": "Report about Quillfeather", "day": "2026-03-20", "class": "health",
                    "for": "health_assessment", "question": "report_file", "z": String(repeating: "z", count: 5000),
                ], file: ("report.pdf", Array("%PDF-1.4".utf8)), token: worker.token)
            #expect(refused.status == 200 && refused.text.contains("An answer in the form is too long"))
            #expect(refused.text.contains("value=\"Report about Quillfeather\""))
            #expect(refused.text.contains("value=\"2026-03-20\"") && refused.text.contains("Back to your draft"))
            let foreign = try await asker.send(
                "/children/\(Office.children[.own]!)/documents", worker,
                ["title": "Quillfeather", "z": String(repeating: "z", count: 5000)],
                file: ("report.pdf", Array("%PDF-1.4".utf8)), token: "0")
            #expect(!foreign.text.contains("Quillfeather"))
        }
    }
}

import HTTPTypes
import Testing

@testable import Access
@testable import Website

/// Only a form of this site, of this session, records anything; and what was typed outlives the session.
@Suite(.serialized) struct FormTests {
    private static let view = "name=Fridays&q-find=planted"

    @Test func aFormWithoutThisSessionsTokenRecordsNothing() async throws {
        let office = try await Office()
        let (director, other) = (try await office.enter([.director]), try await office.enter([.director]))
        try await office.open { asker in
            for token in [nil, "", "x", other.token, director.token.uppercased() + "a"] {
                let answer = try await asker.ask(
                    .post, "/children-views", director, form: Self.view, token: .some(token))
                #expect(answer.status == 403 && answer.text.contains("That was not sent"), "\(token ?? "none")")
            }
            let crossSite = HTTPField.Name("Sec-Fetch-Site")!
            for (name, value) in [(crossSite, "cross-site"), (.origin, "https://elsewhere.example")] {
                let answer = try await asker.ask(
                    .post, "/children-views", director, form: Self.view, more: [name: value])
                #expect(answer.status == 403, "\(name): \(answer.status)")
            }
            #expect(try await !asker.ask(.get, "/children", director).text.contains("Fridays"))
            #expect(try await asker.ask(.post, "/children-views", director, form: Self.view).status == 303)
            #expect(try await asker.ask(.get, "/children", director).text.contains("Fridays"))
        }
    }

    @Test func whatWasTypedTooLateIsThereAfterSigningInAgain() async throws {
        let office = try await Office()
        let worker = try await office.enter([.socialWorker])
        let hash = try await PasswordHashing(cost: .least).hash(typed: "otter lantern gravel")
        try await office.store.setPassword(hash: hash, of: worker.account)
        office.wait(minutes: 31)
        try await office.open { asker in
            // A script asks for a key, or whether its text was sent: nothing of that is kept.
            let note = "/children/\(Office.children[.own]!)/record/case_note"
            for (path, form) in [
                ("/device-key", "key="), ("/device-text", "on-page=a:1"), (note, "do=sent&draft=x&subject=Typed"),
            ] {
                let asked = try await asker.ask(.post, path, worker, form: form)
                #expect(asked.status == 303 && asked.location == "/sign-in", "\(path)")
                #expect(asked.cookies["throughline-held"] == nil, "\(path)")
            }
            let late = try await asker.ask(.post, "/children-views", worker, form: Self.view)
            #expect(late.status == 303 && late.location == "/sign-in?kept=yes")
            let held = try #require(late.cookies["throughline-held"])
            let email = worker.account.email.replacing("@", with: "%40")
            let entered = try await asker.ask(
                .post, "/sign-in", nil, form: "email=\(email)&password=otter+lantern+gravel", cookies: held)
            #expect(entered.status == 303 && entered.location == "/carry-on")
            let session = try #require(entered.cookies["throughline"])
            let page = try await asker.ask(.get, "/carry-on", nil, cookies: "\(session); \(held)")
            #expect(page.status == 200 && page.text.contains("Fridays"))
            let token = try #require(page.text.firstMatch(of: /name="token" value="([^"]+)"/)?.1)
            let sent = try await asker.ask(
                .post, "/children-views", nil, form: "\(Self.view)&held=yes", token: .some(String(token)),
                cookies: "\(session); \(held)")
            #expect(sent.status == 303 && sent.cookies["throughline-held"] == "throughline-held=")
            #expect(
                try await asker.ask(.get, "/children", nil, cookies: session).text.contains("Fridays"))
            // Somebody else at the same browser does not get it.
            let other = try await office.enter([.socialWorker])
            #expect(try await asker.ask(.get, "/carry-on", other, cookies: held).status == 303)
        }
    }
}

extension Asker.Answer {
    /// What the browser would send back of each cookie that was set.
    fileprivate var cookies: [String: String] {
        Dictionary(
            headers[values: .setCookie].compactMap { line in
                let pair = line.prefix { $0 != ";" }
                return pair.split(separator: "=").first.map { (String($0), String(pair)) }
            }, uniquingKeysWith: { _, last in last })
    }
}

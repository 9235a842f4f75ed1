import Casework
import Foundation
import HTML
import Hummingbird
import Workspace

extension Link {
    /// Gives a signed-in person the key to what they typed on this device.
    static let deviceKey = Link("device-key")
    /// Says which texts that lie on a signed-in person’s device have arrived.
    static let deviceText = Link("device-text")

    /// Which draft a record’s page keeps on a device, as no other page does.
    func place(correcting record: EventID?) -> String { address + (record.map { " \($0)" } ?? "") }
}

extension Site {
    /// What is typed while nothing can be sent is kept on the device, locked (`docs/decisions/0109-text-on-a-device.md`). The
    /// key is given here, to the person alone.
    var deviceTextRoutes: [Route] {
        [
            .post("/device-key", .recordAnything) { visit in
                guard let entry = visit.entry else { return .notFound }
                let device = visit.device ?? SessionKey()
                let (id, account) = (visit.form["key"], entry.account.id)
                let key =
                    id.isEmpty
                    ? try await gate.deviceKeys.give(account, on: device, at: visit.now)
                    : try await gate.deviceKeys.find(id, of: account, on: device, at: visit.now)
                // In a few words, because a script asks: there is no such key for whoever asks, or no more.
                guard let key else { return .plain("", .gone) }
                return Reply.plain("\(key.id)\n\(key.bytes.base64EncodedString())")
                    .setting(.device(device, visit.client))
            },
            .post("/device-text", .recordAnything) { visit in
                let asked = visit.form.all(FilledForm.onPage).compactMap { TypedOn($0) }
                let arrived = try await drafts.arrived(asked, of: visit.viewer.id)
                return .plain(arrived.map(\.text).joined(separator: "\n"))
            },
        ]
    }

    /// After somebody signed out: what they typed on this device can be read no more, and the page that follows wipes it.
    func signedOut(_ visit: Visit) async throws -> Reply {
        var link = Link.signIn.query("signed-out", "yes")
        if let device = visit.device, let account = visit.entry?.account.id {
            try await gate.deviceKeys.end(of: account, on: device)
            link = link.query("forget", DeviceKeys.mark(of: account, on: device))
        }
        return .seeOther(link).setting(.session(nil, visit.client))
    }
}

extension Visit {
    /// What a draft’s page is answered before anything is saved: a script, which saves by itself or asks whether it was
    /// signed, is told in a few words where the words went; whoever pressed a button is led there. Nil where there is
    /// something to save.
    ///
    /// - Parameter link: The record that the draft became; nil where it was not signed.
    func answered(signed link: Link?) -> Reply? {
        switch (form["do"], link) {
        case ("keep", let link?), ("add", let link?), ("sent", let link?): .plain(link.address, .conflict)
        case ("sent", nil): .plain("")
        case (_, let link): link.map { .seeOther($0) }
        }
    }

    /// On which opening of its page, and how much, somebody had typed what they send; nil without scripts.
    var typed: TypedOn? { TypedOn(form[FilledForm.onPage]) }

    /// What only this device holds; nil where nothing was ever kept on it.
    var device: SessionKey? { Gate.device(request, client) }
}

extension Gate {
    /// What only a device holds; nil where nothing was ever kept on it.
    static func device(_ request: Request, _ client: Transport.Client) -> SessionKey? {
        request.cookies[Cookie.deviceName(client)].flatMap { SessionKey($0.value) }
    }
}

extension Writer {
    /// Where the page says what was typed on this device and not sent. A script fills it in; without one there is nothing to
    /// say.
    ///
    /// - Parameters:
    ///   - place: Which draft the page keeps, as no other page of the person’s does.
    ///   - title: What every other page calls it, which names no child.
    ///   - link: The way back to the page.
    mutating func deviceText(of place: String, _ title: String, at link: Link) {
        element(
            "template", .id("device-text"), .data("data-key", Link.deviceKey.address),
            .data("data-arrived", Link.deviceText.address), .data("data-place", place), .data("data-title", title),
            .data("data-address", link.address)
        ) { template in
            template.section(.class("tl-unsent"), .aria("aria-label", "Typed here and not sent")) { box in
                box.h2("Typed here and not sent", .class("govuk-heading-s"))
                box.p(.class("govuk-body")) { p in
                    p.span("", .data("data-typed", ""))
                    p.text(", on this device. Nobody but you can read it, and it is gone after 72 hours.")
                }
                box.p(.class("govuk-body"), .data("data-signed", ""), .flag("hidden", if: true)) { p in
                    p.text("The record was signed since, without all of this. ")
                    p.a(.home, "Read what was signed", .class("govuk-link"))
                    p.text(". What you add goes into the draft on this page.")
                }
                box.details(.class("govuk-details")) { details in
                    details.summary(.class("govuk-details__summary")) {
                        $0.span("Read it", .class("govuk-details__summary-text"))
                    }
                    details.div(.class("govuk-details__text tl-said"), .data("data-words", "")) { _ in }
                }
                box.div(.class("govuk-button-group")) { group in
                    group.button("Add it to the draft", .class("govuk-button"), .type("button"), .data("data-add", ""))
                    group.button(
                        "Let it go", .class("govuk-button govuk-button--secondary"), .type("button"),
                        .data("data-drop", ""))
                }
                box.p("", .class("govuk-body"), .data("data-said", ""), .role("status"))
            }
        }
    }

    /// Wipes from the device what somebody who signed out had there.
    mutating func forgetting(_ mark: String) {
        p(
            "What you had typed and not sent is gone from this device.", .class("govuk-body"), .id("forget"),
            .data("data-forget", mark), .flag("hidden", if: true))
        script(.asset("forget.js"))
    }
}

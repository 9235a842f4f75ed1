import Access
import Days
import HTML
import Hummingbird
import Workspace

extension Site {
    var profileRoutes: [Route] {
        [
            .get("/profile", .may(.ownAccount)) { try await profile($0) },
            .post("/profile/password", .may(.ownAccount)) { try await changePassword($0) },
            .post("/profile/second-factor", .may(.ownAccount)) { try await setSecondFactor($0) },
            .post("/profile/sign-out-everywhere", .may(.ownAccount)) { visit in
                if let entry = visit.entry { try await gate.sessions.endAll(of: entry.account.id) }
                visit.note(.signedOutEverywhere)
                return try await signedOut(visit)
            },
        ]
    }

    private func profile(_ visit: Visit, _ errors: [FieldError] = []) async throws -> Reply {
        guard let entry = visit.entry else { return .notFound }
        let sessions = try await gate.sessions.open(of: entry.account.id, at: visit.now)
        return ProfileView(entry: entry, sessions: sessions, done: visit.asked("done"), errors: errors).reply(visit)
    }

    private func changePassword(_ visit: Visit) async throws -> Reply {
        guard let entry = visit.entry else { return .notFound }
        let (account, password) = (entry.account, visit.form["password"])
        if let objection = gate.advice.objection(to: password, email: account.email, name: account.name) {
            return try await profile(visit, [FieldError("password", objection)])
        }
        if password != visit.form["again"] {
            return try await profile(visit, [FieldError("again", "The two passwords differ. Type the same one twice.")])
        }
        do {
            if let error = try await objection(visit, account, .current) { return try await profile(visit, [error]) }
            try await gate.store.setPassword(hash: try await gate.hashing.hash(typed: password), of: account)
        } catch AccessError.busy {
            return try await profile(visit, [FieldError("current", AccessError.busy.description)])
        }
        try await gate.sessions.endAll(of: account.id, keeping: entry.session.id)
        try await gate.deviceKeys.endAll(of: account.id, keeping: visit.device)
        visit.note(.passwordChosen)
        return .seeOther(Link.profile.query("done", "password"))
    }

    /// Why what was typed as the present password does not let its owner change how they are let in; nil where it does.
    /// Whoever finds a screen left open has no password.
    private func objection(_ visit: Visit, _ account: Account, _ field: SecretField) async throws -> FieldError? {
        switch try await gate.signIn.attempt(
            email: account.email, password: visit.form[field.rawValue], from: visit.client.address, at: visit.now)
        {
        case .refused:
            visit.note(.passwordRefused)
            return FieldError(field.rawValue, "That is not your present password.")
        case .wait(let until):
            visit.note(.slowedDown)
            return FieldError(field.rawValue, visit.waiting(until))
        case .signedIn: return nil
        }
    }

    private func setSecondFactor(_ visit: Visit) async throws -> Reply {
        guard let entry = visit.entry else { return .notFound }
        do {
            if let error = try await objection(visit, entry.account, .confirm) {
                return try await profile(visit, [error])
            }
        } catch AccessError.busy {
            return try await profile(visit, [FieldError("confirm", AccessError.busy.description)])
        }
        guard
            try await gate.store.setSecondFactor(
                entry.newSecret, code: visit.form["code"], of: entry.account, at: visit.now)
        else {
            let error = FieldError("code", "That code is not right. Check the key in the app and its clock.")
            return try await profile(visit, [error])
        }
        gate.forget(entry.account)
        visit.note(.secondStepSet)
        return .seeOther(Link.profile.query("done", "second-factor"))
    }
}

/// A person's own page: who they are here, their password, their second step and where they are signed in.
struct ProfileView {
    let entry: Gate.Entry
    let sessions: [Session]
    let done: String?
    let errors: [FieldError]

    private var account: Account { entry.account }

    func reply(_ visit: Visit) -> Reply {
        visit.page(errors.isEmpty ? "Your profile" : "Error: Your profile") { main in
            main.errorSummary(errors)
            switch done {
            case "password": main.doneBanner("Your password is changed. Every other place is signed out.")
            case "second-factor": main.doneBanner("Signing in now takes a code from your telephone.")
            default: break
            }
            main.h1(account.name, .class("govuk-heading-l"))
            about(into: &main)
            password(visit, into: &main)
            secondFactor(visit, into: &main)
            places(visit, into: &main)
        }
    }

    private func about(into page: inout Writer) {
        page.dl(.class("govuk-summary-list")) { list in
            list.summaryRow("Email address", account.email)
            list.summaryRow("Roles", account.roles.map(\.title).joined(separator: ", "))
            if let worker = account.worker { list.summaryRow("Worker in the staff file", worker) }
            if let ends = account.ends { list.summaryRow("Your account ends after", ends.inWords) }
        }
    }

    private func password(_ visit: Visit, into page: inout Writer) {
        page.h2("Change your password", .class("govuk-heading-m"))
        page.form(recordingTo: Link("profile", "password"), visit.frame) { form in
            form.secretField("Present password", .current, errors: errors)
            form.newPasswordFields(errors)
            form.submit("Change password")
        }
    }

    private func secondFactor(_ visit: Visit, into page: inout Writer) {
        page.h2("Second step", .class("govuk-heading-m"))
        page.p(
            account.hasSecondFactor
                ? "Signing in takes a code from your telephone. To use another telephone, set it up here; the old one then no longer works."
                : "With a code from your telephone, a stolen password opens nothing.", .class("govuk-body"))
        page.newSecondFactor(entry.newSecret, for: account)
        page.form(recordingTo: Link("profile", "second-factor"), visit.frame) { form in
            form.secretField("Your password", .confirm, errors: errors)
            form.codeField(errors)
            form.submit(account.hasSecondFactor ? "Use this telephone instead" : "Set up the second step")
        }
    }

    private func places(_ visit: Visit, into page: inout Writer) {
        page.h2("Where you are signed in", .class("govuk-heading-m"))
        page.ul(.class("govuk-list govuk-list--bullet")) { list in
            for session in sessions {
                list.li { item in
                    item.text(session.id == entry.session.id ? "Here" : "\(session.browser), from \(session.address)")
                    item.text(", since \(session.started.inWords), last used \(session.seen.inWords)")
                }
            }
        }
        page.form(recordingTo: Link("profile", "sign-out-everywhere"), visit.frame) { form in
            form.button("Sign out everywhere", .class("govuk-button govuk-button--warning"), .type("submit"))
        }
    }
}

extension Writer {
    /// A fact by its name.
    mutating func summaryRow(_ name: String, _ value: some Content) {
        div(.class("govuk-summary-list__row")) { row in
            row.dt(name, .class("govuk-summary-list__key"))
            row.dd(value, .class("govuk-summary-list__value"))
        }
    }
}

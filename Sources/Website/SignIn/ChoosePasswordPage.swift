import Access
import HTML
import Hummingbird

extension Site {
    func choosePasswordPage(_ visit: Visit) async throws -> Reply {
        let code = visit.asked("code") ?? ""
        guard let invitation = try await gate.store.invitation(code, at: visit.now) else { return usedUp(visit) }
        return ChoosePasswordView(invitation: invitation, code: code).reply(visit)
    }

    func choosePassword(_ visit: Visit) async throws -> Reply {
        let code = visit.form["code"]
        guard let invitation = try await gate.store.invitation(code, at: visit.now) else { return usedUp(visit) }
        var view = ChoosePasswordView(
            invitation: invitation, code: code, email: visit.form["email"], name: visit.form["name"])
        let email = invitation.account?.email ?? view.email
        let name = invitation.account?.name ?? view.name
        if invitation.account == nil, name.isEmpty { view.errors.append(FieldError("name", "Enter your name.")) }
        let password = visit.form["password"]
        if let objection = gate.advice.objection(to: password, email: email, name: name) {
            view.errors.append(FieldError("password", objection))
        } else if password != visit.form["again"] {
            view.errors.append(FieldError("again", "The two passwords differ. Type the same one twice."))
        }
        guard view.errors.isEmpty else { return view.reply(visit) }
        do {
            let hash = try await gate.hashing.hash(typed: password)
            guard
                let account = try await gate.store.accept(
                    code, hash: hash, first: (email: email, name: name), at: visit.now)
            else { return usedUp(visit) }
            gate.forget(account)
            try await gate.sessions.endAll(of: account.id)
            visit.note(.passwordChosen, of: account)
            return .seeOther(.signIn)
        } catch AccessError.notAnEmail {
            view.errors = [FieldError("email", "Enter an email address, as name@council.gov.uk.")]
        } catch AccessError.busy {
            view.errors = [FieldError("password", "Many people are signing in at this moment. Try again in a minute.")]
        }
        return view.reply(visit)
    }

    private func usedUp(_ visit: Visit) -> Reply {
        visit.page("This link is used up", .notFound) { main in
            main.h1("This link is used up", .class("govuk-heading-l"))
            main.p(
                "A link to choose a password is good once, and for a day. Ask an administrator for a new one.",
                .class("govuk-body"))
        }
    }
}

/// The page on which somebody chooses a password, from a one-time link.
struct ChoosePasswordView {
    let invitation: Invitation
    let code: String
    var email = ""
    var name = ""
    var errors: [FieldError] = []

    func reply(_ visit: Visit) -> Reply {
        let title = invitation.account == nil ? "The first administrator" : "Choose a password"
        return visit.page(errors.isEmpty ? title : "Error: \(title)") { main in
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            if let account = invitation.account {
                main.p("For \(account.name), who signs in as \(account.email).", .class("govuk-body"))
            }
            main.form(.post, to: .choosePassword, .class("tl-form")) { form in
                form.input("hidden", name: "code", value: code)
                if let account = invitation.account {
                    // For the password store of the browser.
                    form.input(
                        "hidden", name: "username", value: account.email, Attribute("autocomplete", "username"))
                } else {
                    form.textField(
                        "Your name", name: "name", value: name, errors: errors, Attribute("autocomplete", "name"))
                    form.textField(
                        "Email address", name: "email", type: "email", value: email, errors: errors,
                        Attribute("autocomplete", "username"))
                }
                form.newPasswordFields(errors)
                form.submit("Keep this password")
            }
        }
    }
}

extension Writer {
    /// A new password, typed twice.
    mutating func newPasswordFields(_ errors: [FieldError]) {
        secretField(
            "New password", .password,
            hint:
                "At least \(PasswordAdvice.shortest) characters. Three random words are long and easy to remember. Any character will do, blanks too.",
            errors: errors, isNew: true)
        secretField("The same again", .again, errors: errors, isNew: true)
    }
}

import Access
import Days
import HTML
import Hummingbird
import Workspace

extension Site {
    var signInRoutes: [Route] {
        [
            .get("/sign-in", .threshold) { visit in
                if let entry = visit.entry, entry.session.stage == .signedIn, visit.asked("kept") == nil {
                    return .seeOther(visit.wayBack)
                }
                return SignInView(
                    next: visit.asked("next") ?? "", kept: SentLate(visit.asked("kept")),
                    isNobodyHere: try await gate.store.isEmpty()
                ).reply(visit)
            },
            .post("/sign-in", .threshold) { try await signIn($0) },
            .get("/second-factor", .halfway) { visit in
                guard let entry = visit.entry, entry.session.stage == .secondFactor else { return .seeOther(.home) }
                return SecondFactorView(entry, next: visit.asked("next") ?? "").reply(visit)
            },
            .post("/second-factor", .halfway) { try await secondFactor($0) },
            .post("/sign-out", .halfway) { visit in
                if let entry = visit.entry {
                    try await gate.sessions.end(entry.session.id)
                    visit.note(.signedOut)
                }
                return try await signedOut(visit)
            },
            .get("/choose-password", .threshold) { try await choosePasswordPage($0) },
            .post("/choose-password", .threshold) { try await choosePassword($0) },
            .get("/carry-on", .may(.ownAccount)) { try await carryOnPage($0) },
            .post("/carry-on", .may(.ownAccount)) { visit in
                if let key = gate.heldKey(visit.request, visit.client) { try await gate.held.drop(key) }
                return .seeOther(.home).setting(.held(nil, visit.client))
            },
        ]
    }

    private func signIn(_ visit: Visit) async throws -> Reply {
        let (email, password) = (visit.form["email"], visit.form["password"])
        var view = SignInView(next: visit.form["next"], kept: SentLate(visit.form["kept"]), email: email)
        guard !email.isEmpty, !password.isEmpty else {
            if email.isEmpty { view.errors.append(FieldError("email", "Enter your email address.")) }
            if password.isEmpty { view.errors.append(FieldError("password", "Enter your password.")) }
            return view.reply(visit)
        }
        let outcome: SignIn.Outcome
        do {
            outcome = try await gate.signIn.attempt(
                email: email, password: password, from: visit.client.address, at: visit.now)
        } catch AccessError.busy {
            view.errors = [FieldError("email", "Many people are signing in at this moment. Try again in a minute.")]
            return view.reply(visit, .serviceUnavailable)
        }
        switch outcome {
        case .refused:
            visit.note(.passwordRefused)
            view.errors = [
                FieldError("email", "That email and password do not open an account. Check both, and try again.")
            ]
            return view.reply(visit)
        case .wait(let until):
            visit.note(.slowedDown)
            view.errors = [FieldError("email", visit.waiting(until))]
            return view.reply(visit, .tooManyRequests)
        case .signedIn(let account):
            gate.forget(account)
            let needsMore = account.hasSecondFactor || account.needsSecondFactor
            return try await enter(account, needsMore ? .secondFactor : .signedIn, visit, next: visit.form["next"])
        }
    }

    /// Starts a session, in the place of the one that this browser had.
    private func enter(
        _ account: Account, _ stage: Session.Stage, _ visit: Visit, next: String
    ) async throws -> Reply {
        if let old = visit.entry { try await gate.sessions.end(old.session.id) }
        visit.note(stage == .signedIn ? .signedIn : .passwordAccepted, of: account)
        let key = try await gate.sessions.start(
            account.id, stage, address: visit.client.address, browser: visit.request.headers[.userAgent] ?? "",
            at: visit.now)
        let link: Link =
            if stage == .secondFactor {
                Link.secondFactor.query("next", next.isEmpty ? nil : next)
            } else if let held = gate.heldKey(visit.request, visit.client),
                try await gate.held.find(held, of: account.id, at: visit.now) != nil
            {
                .carryOn
            } else {
                Link(onThisSite: next) ?? .home
            }
        return Reply.seeOther(link).setting(.session(key, visit.client))
    }

    private func secondFactor(_ visit: Visit) async throws -> Reply {
        guard let entry = visit.entry, entry.session.stage == .secondFactor else { return .seeOther(.home) }
        var view = SecondFactorView(entry, next: visit.form["next"])
        let code = visit.form["code"]
        let account = entry.account
        if account.hasSecondFactor {
            switch try await gate.signIn.check(code: code, of: account.id, at: visit.now) {
            case .signedIn(let account): return try await enter(account, .signedIn, visit, next: visit.form["next"])
            case .wait(let until):
                visit.note(.slowedDown)
                view.errors = [FieldError("code", visit.waiting(until))]
            case .refused:
                visit.note(.codeRefused)
                view.errors = [
                    FieldError("code", "That code is not right, or was used already. Wait for the next one.")
                ]
            }
        } else if try await gate.store.setSecondFactor(view.newSecret, code: code, of: account, at: visit.now) {
            gate.forget(account)
            visit.note(.secondStepSet)
            return try await enter(account, .signedIn, visit, next: visit.form["next"])
        } else {
            view.errors = [FieldError("code", "That code is not right. Check the key in the app and its clock.")]
        }
        return view.reply(visit)
    }
}

extension Visit {
    /// Where somebody was going before they had to sign in; only ever a page of this site.
    var wayBack: Link { (asked("next")).flatMap { Link(onThisSite: $0) } ?? .home }

    func waiting(_ until: Instant) -> String {
        let minutes = max(1, (until.milliseconds - now.milliseconds + 59_999) / 60_000)
        return "Too many attempts. Wait \(minutes == 1 ? "a minute" : "\(minutes) minutes"), then try again."
    }
}

/// What became of a form that was sent after the session was over.
enum SentLate: String {
    /// It waits to be sent again.
    case kept = "yes"
    /// It had a password or a code in it, which is never kept.
    case forgotten = "no"

    init?(_ text: String?) { self.init(rawValue: text ?? "") }

    var sentence: String {
        switch self {
        case .kept: "You had been signed out before this was sent. What you typed is kept: sign in, and send it then."
        case .forgotten:
            "You had been signed out before this was sent. A password or a code is never kept: sign in, and type it again."
        }
    }
}

/// The page to sign in on.
struct SignInView {
    let next: String
    /// What became of a form that was sent after the session was over.
    let kept: SentLate?
    /// Whether there is no account at all yet.
    var isNobodyHere = false
    var email = ""
    var errors: [FieldError] = []

    func reply(_ visit: Visit, _ status: HTTPResponse.Status = .ok) -> Reply {
        let title = errors.isEmpty ? "Sign in" : "Error: Sign in"
        return visit.page(title, status) { main in
            main.errorSummary(errors)
            if visit.asked("signed-out") != nil { main.doneBanner("You are signed out.") }
            if let mark = visit.asked("forget") { main.forgetting(mark) }
            main.h1("Sign in", .class("govuk-heading-l"))
            if isNobodyHere {
                main.div(.class("govuk-inset-text")) { box in
                    box.p("Nobody can sign in here yet.", .class("govuk-body govuk-!-font-weight-bold"))
                    box.p(
                        "The first administrator begins with a link, good once and for a day. The service wrote it where it was started: on the terminal, or in the system’s journal (journalctl -u throughline). Restarting the service writes a new one.",
                        .class("govuk-body"))
                }
            }
            if let kept { main.p(kept.sentence, .class("govuk-body")) }
            main.form(.post, to: .signIn, .class("tl-form")) { form in
                form.input("hidden", name: "next", value: next)
                if let kept { form.input("hidden", name: "kept", value: kept.rawValue) }
                form.textField(
                    "Email address", name: "email", type: "email", value: email, errors: errors,
                    Attribute("autocomplete", "username"), Attribute("spellcheck", "false"))
                form.secretField("Password", .password, errors: errors)
                form.submit("Sign in")
            }
            main.p(
                "Forgotten your password, or lost the telephone with your codes? An administrator gives you a new link.",
                .class("govuk-body"))
        }
    }
}

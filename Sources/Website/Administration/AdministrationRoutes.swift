import Access
import Casework
import Days
import HTML
import Hummingbird
import Service
import Workspace

extension Link {
    static let people = Link("administration", "people")
    static let staff = Link("administration", "staff")
    static let work = Link("administration", "jobs")
    static func person(_ id: String) -> Link { Link("administration", "people", id) }
}

extension Site {
    var administrationRoutes: [Route] {
        [
            .get("/administration", .may(.administer)) { try await administration($0) },
            .get("/administration/people", .may(.administer)) { visit in
                PeoplePage(accounts: try await gate.store.accounts(), visit: visit).reply()
            },
            .post("/administration/people", .may(.administer)) { try await add($0) },
            .get("/administration/people/:account", .may(.administer)) { visit in
                guard let account = try await account(visit) else { return .notFound }
                return PersonPage(account: account, visit: visit).reply()
            },
            .post("/administration/people/:account", .may(.administer)) { try await change($0) },
            .post("/administration/people/:account/link", .may(.administer)) { try await newLink($0) },
            .post("/administration/people/:account/unlock", .may(.administer)) { visit in
                guard let account = try await account(visit) else { return .notFound }
                try await gate.store.unlock(account)
                return .seeOther(Link.person(account.id).query("done", "unlocked"))
            },
            .get("/administration/staff", .may(.administer)) { visit in StaffPage(visit: visit).reply() },
            .get("/administration/jobs", .may(.administer)) { visit in
                JobsPage(jobs: try await desk.jobs.all(), accounts: try await gate.store.accounts(), visit: visit)
                    .reply()
            },
        ]
    }

    private func account(_ visit: Visit) async throws -> Account? {
        guard let id = visit.parameters.get("account") else { return nil }
        return try await gate.store.account(id: id)
    }

    private func administration(_ visit: Visit) async throws -> Reply {
        let head = try await journal.head()
        let accounts = try await gate.store.accounts()
        let jobs = try await desk.jobs.all()
        return AdministrationPage(
            head: head, accounts: accounts, jobs: jobs, settings: settings, hasPostcodes: postcodes != nil,
            forms: forms, visit: visit
        ).reply()
    }

    private func add(_ visit: Visit) async throws -> Reply {
        let form = PersonForm(visit.form)
        do {
            let asked = try form.checked()
            let account = try await gate.store.add(
                email: form.email, name: asked.name, roles: asked.roles, worker: asked.worker, ends: asked.ends,
                at: visit.now)
            visit.note(.linkMade, of: account)
            return invited(account, try await gate.store.invite(account, at: visit.now), visit)
        } catch let error as FormErrors {
            return PeoplePage(
                accounts: try await gate.store.accounts(), visit: visit, form: form, errors: error.errors
            ).reply()
        } catch let error as AccessError {
            return PeoplePage(
                accounts: try await gate.store.accounts(), visit: visit, form: form,
                errors: [FieldError("email", error.description)]
            ).reply()
        }
    }

    /// Keeps what was changed. Where somebody else has changed the same person since the page was loaded, nothing is kept
    /// until both are seen: each field with what they wrote and what was written here.
    private func change(_ visit: Visit) async throws -> Reply {
        guard var account = try await account(visit) else { return .notFound }
        let form = PersonForm(visit.form)
        if form.seen != account.mark, form.seen != visit.form["merged"] {
            return PersonPage(account: account, visit: visit, form: form, isConflict: true).reply()
        }
        do {
            let asked = try form.checked(email: account.email)
            (account.name, account.roles, account.worker) = (asked.name, asked.roles, asked.worker)
            (account.ends, account.isDisabled) = (asked.ends, form.isDisabled)
            try await gate.store.update(account)
            gate.forget(account)
            visit.note(.accountChanged, of: account)
            if account.isDisabled { try await gate.sessions.endAll(of: account.id) }
            return .seeOther(Link.person(account.id).query("done", "kept"))
        } catch let error as FormErrors {
            return PersonPage(account: account, visit: visit, form: form, errors: error.errors).reply()
        } catch let error as AccessError {
            return PersonPage(
                account: account, visit: visit, form: form, errors: [FieldError("roles", error.description)]
            ).reply()
        }
    }

    private func newLink(_ visit: Visit) async throws -> Reply {
        guard let account = try await account(visit) else { return .notFound }
        try await gate.store.reset(account)
        try await gate.sessions.endAll(of: account.id)
        visit.note(.linkMade, of: account)
        return invited(account, try await gate.store.invite(account, at: visit.now), visit)
    }

    /// The one page that shows a link: it is kept nowhere, and asking again makes another.
    private func invited(_ account: Account, _ token: String, _ visit: Visit) -> Reply {
        visit.page("Give them this link") { main in
            main.h1("Give \(account.name) this link", .class("govuk-heading-l"))
            main.p(
                "With it they choose a password, once, within a day. Hand it over yourself; it is not shown again.",
                .class("govuk-body"))
            main.p(.class("govuk-inset-text tl-link")) {
                $0.text(visit.origin + Link("choose-password").query("code", token).address)
            }
            main.p { $0.a(.people, "Back to people", .class("govuk-link govuk-body")) }
        }
    }
}

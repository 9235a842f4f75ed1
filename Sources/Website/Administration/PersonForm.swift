import Access
import Days

/// What is typed about a person who may sign in.
struct PersonForm {
    var email, name, worker, ends: String
    var roles: Set<Role>
    var isDisabled: Bool
    /// The mark of the account as it was when the page was loaded.
    var seen: String

    init(_ form: SentForm) {
        email = form["email"]
        name = form["name"]
        worker = form["worker"]
        ends = form["ends"]
        roles = Set(form.all("roles").compactMap { Role(rawValue: $0) })
        isDisabled = form["disabled"] == "yes"
        seen = form["seen"]
    }

    init(_ account: Account) {
        (email, name, worker) = (account.email, account.name, account.worker ?? "")
        ends = account.ends?.description ?? ""
        (roles, isDisabled, seen) = (Set(account.roles), account.isDisabled, account.mark)
    }

    init() {
        (email, name, worker, ends, roles, isDisabled, seen) = ("", "", "", "", [], false, "")
    }

    struct Checked {
        let name: String
        let roles: [Role]
        let worker: String?
        let ends: Day?
    }

    /// - Throws: ``FormErrors`` with a sentence for each field that will not do.
    func checked(email: String? = nil) throws -> Checked {
        var errors: [FieldError] = []
        let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if name.isEmpty { errors.append(FieldError("name", "Give their name, as it should stand on pages.")) }
        if name.count > 100 { errors.append(FieldError("name", "The name is longer than a hundred characters.")) }
        if (email ?? self.email).isEmpty { errors.append(FieldError("email", "Give the address they sign in with.")) }
        if roles.isEmpty { errors.append(FieldError("roles", "Choose at least one role.")) }
        let day = Day(ends)
        if !ends.isEmpty, day == nil {
            errors.append(FieldError("ends", "\(ends) is not a day. Write it as 2026-03-31, or leave it empty."))
        }
        guard errors.isEmpty else { throw FormErrors(errors: errors) }
        let worker = worker.filter { !$0.isWhitespace }
        return Checked(
            name: name, roles: Role.ofAccounts.filter { roles.contains($0) }, worker: worker.isEmpty ? nil : worker,
            ends: day)
    }
}

/// All that is wrong with a form.
struct FormErrors: Error { let errors: [FieldError] }

extension Account {
    /// Differs whenever what the form shows of the account does.
    var mark: String {
        [name, roles.map(\.rawValue).joined(separator: " "), worker ?? "", ends?.description ?? "", "\(isDisabled)"]
            .joined(separator: "|")
    }
}

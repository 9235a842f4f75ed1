import Access
import Crypto
import HTML
import Hummingbird
import Workspace

/// The second step of signing in: a code from the person's telephone, or the setting up of one.
struct SecondFactorView {
    let entry: Gate.Entry
    let next: String
    var errors: [FieldError] = []

    init(_ entry: Gate.Entry, next: String) { (self.entry, self.next) = (entry, next) }

    /// The secret that is offered for setting up. It follows from the session's key, so that it need not be kept before a
    /// code has shown that the telephone has it.
    var newSecret: [UInt8] { entry.newSecret }

    func reply(_ visit: Visit) -> Reply {
        let title = entry.account.hasSecondFactor ? "Enter your code" : "Set up a second step"
        return visit.page(errors.isEmpty ? title : "Error: \(title)") { main in
            main.errorSummary(errors)
            main.h1(title, .class("govuk-heading-l"))
            if entry.account.hasSecondFactor {
                main.p("Open the authenticator app on your telephone.", .class("govuk-body"))
            } else {
                main.p(
                    "Your roles open the most, so signing in takes a code from your telephone as well as a password.",
                    .class("govuk-body"))
                main.newSecondFactor(newSecret, for: entry.account)
            }
            main.form(recordingTo: .secondFactor, visit.frame) { form in
                form.input("hidden", name: "next", value: next)
                form.codeField(errors)
                form.submit("Continue")
            }
        }
    }
}

extension Gate.Entry {
    var newSecret: [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("throughline second factor".utf8), using: SymmetricKey(data: Array(key.text.utf8)))
        return Array(Array(code).prefix(20))
    }
}

extension Writer {
    /// How a telephone is told the secret: as a link for one that shows this page, and as a key to type.
    mutating func newSecondFactor(_ secret: [UInt8], for account: Account) {
        let key = Base32.text(secret)
        let grouped = stride(from: 0, to: key.count, by: 4).map { String(key.dropFirst($0).prefix(4)) }
        ol(.class("govuk-list govuk-list--number")) { list in
            list.li("Open an authenticator app and add an account.")
            list.li { item in
                item.text("Choose “enter a key” and type this key: ")
                item.span(grouped.joined(separator: " "), .class("tl-secret"), .id("key"))
                if let link = Link(
                    authenticator: "otpauth://totp/Throughline:\(account.email)?secret=\(key)&issuer=Throughline")
                {
                    item.text(". On the telephone itself, ")
                    item.a(link, "open the app with this key", .class("govuk-link"))
                }
                item.text(".")
            }
            list.li("Type the six digits that it shows.")
        }
    }

    mutating func codeField(_ errors: [FieldError]) {
        secretField("Six-digit code", .code, errors: errors)
    }
}

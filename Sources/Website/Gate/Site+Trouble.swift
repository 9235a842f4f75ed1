import Access
import HTML
import HTTPTypes
import Hummingbird

/// The pages for requests that no page answers. Whoever is signed in keeps the way to everywhere else that they have on
/// every page; to anybody else they say nothing that is not the same for every address.
extension Site {
    /// A page that says what went wrong and where to go from here.
    func trouble(_ status: HTTPResponse.Status, _ request: Request, _ context: SiteContext) async -> Response {
        let frame = await frame(request, context)
        if status == .notFound { return Reply.notFound.response(missing: Self.missing(frame)) }
        let words = Trouble(status)
        let page = frame.page(title: words.title) { main in
            main.h1(words.title, .class("govuk-heading-l"))
            main.p(words.advice, .class("govuk-body"))
            main.p(.class("govuk-body")) { p in
                p.a(.home, "Go to the first page", .class("govuk-link"))
                p.text(".")
            }
        }
        return Reply.page(page, status).response(missing: [])
    }

    /// Says of every address which methods it answers, where another is asked (RFC 9110, section 15.5.6).
    func answerOtherMethods(_ router: Router<SiteContext>) {
        let known: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
        for (path, routes) in Dictionary(grouping: routes, by: \.path) {
            let answered = Set(routes.map(\.method))
            let allowed = known.filter(answered.contains).map(\.rawValue).joined(separator: ", ")
            for method in known where !answered.contains(method) {
                router.on(RouterPath(path), method: method) { request, context in
                    var response = await trouble(.methodNotAllowed, request, context)
                    response.headers[.allow] = allowed
                    return response
                }
            }
        }
        for method in known {
            router.on("/**", method: method) { request, context in await trouble(.notFound, request, context) }
        }
    }

    /// What stands around such a page. Whatever went wrong may be what says who is signed in, so this cannot fail: the
    /// page then stands alone.
    private func frame(_ request: Request, _ context: SiteContext) async -> Frame {
        let notice = (try? await records.current()).map { self.notice(for: $0) } ?? self.notice
        let client = gate.transport.client(request.headers, peer: context.peer)
        guard client.isAllowed, let caller = try? await gate.caller(request, client, at: gate.clock()),
            case .entered(let entry) = caller, entry.session.stage == .signedIn
        else { return Frame(notice: notice) }
        let viewer = entry.account.viewer
        return Frame(
            notice: notice, viewer: viewer, places: places.filter { viewer.may($0.action) },
            token: entry.key.formToken)
    }

    static func missing(_ frame: Frame) -> [UInt8] {
        frame.page(title: "Page not found") { main in
            main.h1("There is no such page", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("The address may be mistyped, or the child is not known here. ")
                p.a(.home, "Go to what children need now", .class("govuk-link"))
                p.text(".")
            }
        }
    }
}

/// What a page of trouble says.
private struct Trouble {
    let title: String
    let advice: String

    init(_ status: HTTPResponse.Status) {
        (title, advice) =
            switch status {
            case .methodNotAllowed:
                (
                    "That cannot be done at this address",
                    "A form was sent to a page that takes none, or a page was asked for where only a form is taken. Nothing was changed."
                )
            case .contentTooLarge:
                ("That is too much to send at once", "Nothing was changed. Go back, and send less of it.")
            case .requestTimeout:
                ("That took too long to arrive", "Nothing was changed. Go back, and send it again.")
            case .internalServerError:
                (
                    "This page could not be made",
                    "Nothing was lost. Try again; if it happens again, tell whoever looks after Throughline and when it was."
                )
            case let status where status.kind == .serverError:
                ("This cannot be done now", "Nothing was lost. Try again in a minute.")
            default:
                (
                    "That could not be understood",
                    "Nothing was changed. Go back, load the page again, and send it again."
                )
            }
    }
}

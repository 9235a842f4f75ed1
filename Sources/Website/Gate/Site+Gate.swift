import Access
import Casework
import Days
import HTML
import HTTPTypes
import Hummingbird
import Service
import Workspace

extension Site {
    /// Lets a request in at its door, or says why not.
    func answer(
        _ route: Route, _ request: Request, _ context: SiteContext, _ places: [Place]
    ) async throws -> Response {
        let now = gate.clock()
        let client = gate.transport.client(request.headers, peer: context.peer)
        guard client.isAllowed else {
            return Reply.plain("Use the address of the proxy in front of this server.\n", .misdirectedRequest)
                .response(missing: [])
        }
        let caller = route.door == .open ? .nobody : try await gate.caller(request, client, at: now)
        var form = SentForm()
        if route.method == .post {
            guard Gate.isFromHere(request.headers, request.head.authority) else {
                context.logger.note(.fromElsewhere, route: route)
                return foreign(Frame(notice: notice))
            }
            if let most = route.mostSent { form = SentForm(try await request.body.collect(upTo: most)) }
        }
        // What is open answers even where the record cannot be read.
        let authority = route.door == .open ? nil : try await records.current()
        switch route.door {
        case .open, .threshold:
            let entry = if case .entered(let entry) = caller { entry } else { nil as Gate.Entry? }
            let visit = Visit(
                request: request, parameters: context.parameters, now: now, client: client, entry: entry,
                viewer: .nobody, form: form, question: nil, child: nil,
                frame: Frame(notice: authority.map { notice(for: $0) } ?? notice), log: context.logger)
            return try await route.answer(visit).response(missing: Self.missing(visit.frame))
        case .halfway, .may, .child, .record, .recordAnything, .reason:
            guard case .entered(let entry) = caller, let authority else {
                return try await signInFirst(request, caller, form, client, now)
            }
            return try await answer(route, request, context, authority, entry, form, client, now, places)
        }
    }

    private func answer(
        _ route: Route, _ request: Request, _ context: SiteContext, _ authority: Authority, _ entry: Gate.Entry,
        _ form: SentForm, _ client: Transport.Client, _ now: Instant, _ places: [Place]
    ) async throws -> Response {
        let notice = self.notice(for: authority)
        let isSignedIn = entry.session.stage == .signedIn
        if !isSignedIn, route.door != .halfway { return Reply.seeOther(.secondFactor).response(missing: []) }
        if route.method == .post, route.mostSent != nil, !Gate.agree(form["token"], entry.key.formToken) {
            context.logger.note(.fromElsewhere, account: entry.account.id, route: route)
            return foreign(Frame(notice: notice))
        }
        let viewer = entry.account.viewer
        let route = route.asking(context.parameters, for: viewer)
        var frame = Frame(
            notice: notice, viewer: viewer, places: isSignedIn ? places.filter { viewer.may($0.action) } : [],
            here: Place.at[route.path], token: entry.key.formToken)
        func missing() -> [UInt8] { Self.missing(frame) }
        var question: Question?
        var child: ChildRecord?
        var opened: BrokenGlass?
        if isSignedIn {
            let asked = request.uri.queryParameters["as-at"].flatMap { Day(String($0)) }
            question = Question(
                authority, asAt: asked ?? asAt, places: postcodes, settings: settings,
                answersUntil: asked == nil ? now.inLondon.day : nil)
            if viewer.writesRecords {
                frame.unsent = Unsent(
                    mark: { Gate.device(request, client).map { DeviceKeys.mark(of: viewer.id, on: $0) } ?? "" },
                    telephone: question?.context.settings.urgentTelephone ?? "")
            }
        }
        switch route.door {
        case .may(let action) where !viewer.may(action):
            if route.path != "/" { context.logger.note(.notForTheseRoles, account: viewer.id, route: route) }
            return elsewhere(route, frame, isEmpty: authority.coverage.horizon == nil)
        case .child(let action), .reason(let action):
            let id = context.parameters.get("id") ?? ""
            let isGivingReason = route.door == .reason(action)
            switch try await entrance(
                to: id, action, isGivingReason: isGivingReason, viewer, question, frame, now)
            {
            case .open(let record, let glass): (child, opened, frame.opened) = (record, glass, glass)
            case .shut(let reply):
                context.logger.note(.notTheirs, account: viewer.id, route: route)
                return reply.response(missing: missing())
            }
        default: break
        }
        let visit = Visit(
            request: request, parameters: context.parameters, now: now, client: client, entry: entry, viewer: viewer,
            form: form, question: question, child: child, frame: frame, log: context.logger,
            reason: opened?.reason)
        var reply = try await route.answer(visit)
        if let look = try visit.look(route, reply) {
            do { try await gate.looks.record(look) } catch {
                context.logger.error("the access log could not be written", metadata: ["error": "\(type(of: error))"])
                return notKept(frame).response(missing: missing())
            }
        }
        if !form["held"].isEmpty, let key = gate.heldKey(request, client) {
            try await gate.held.drop(key)
            reply = reply.setting(.held(nil, client))
        }
        return reply.response(missing: missing())
    }

    /// Where somebody whose roles do not reach a page goes instead: from the front page to the place where their own work
    /// is, else to the first that they may open, and nowhere from any other. Where no return has been imported yet, sending one
    /// comes first; later, last.
    private func elsewhere(_ route: Route, _ frame: Frame, isEmpty: Bool) -> Response {
        if route.path == "/" {
            let own = frame.places.first { $0.ownWork.flatMap { frame.viewer?.may($0) } ?? false }
            let first = own ?? frame.places.first { ($0 == .returns) == isEmpty } ?? frame.places.first
            return Reply.seeOther(first?.link ?? .profile).response(missing: [])
        }
        let page = frame.page(title: "Not for your roles") { main in
            main.h1("Your roles do not open this page", .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.text("If your work needs it, ask an administrator to add a role. ")
                p.a(.profile, "See which roles you have", .class("govuk-link"))
                p.text(".")
            }
        }
        return Reply.page(page, .forbidden).response(missing: [])
    }

    /// Instead of a page whose view could not be kept.
    private func notKept(_ frame: Frame) -> Reply {
        let page = frame.page(title: "Cannot be shown now") { main in
            main.h1("This cannot be shown now", .class("govuk-heading-l"))
            main.p(
                "Every view of a child’s record is kept, and this one could not be: the access log cannot be written. Nothing was shown or changed. Tell whoever looks after Throughline, and try again.",
                .class("govuk-body"))
        }
        return .page(page, .serviceUnavailable)
    }

    /// Sends somebody to sign in, and brings them back: to the page they asked for, or to what they had typed. What a script
    /// asks by itself is not kept: whatever was typed is still on the device.
    private func signInFirst(
        _ request: Request, _ caller: Gate.Caller, _ form: SentForm, _ client: Transport.Client, _ now: Instant
    ) async throws -> Response {
        guard request.method == .post else {
            let back = request.uri.string == "/" ? nil : request.uri.string
            return Reply.seeOther(Link.signIn.query("next", back)).response(missing: [])
        }
        guard case .late(let key, let session) = caller, session.stage == .signedIn,
            Gate.agree(form["token"], key.formToken), form["do"] != "sent",
            ![Link.deviceKey, .deviceText].map(\.address).contains(request.uri.path)
        else { return Reply.seeOther(.signIn).response(missing: []) }
        let fields = form.fields.filter { $0.name != "token" && $0.name != "held" }
            .map { HeldForms.Form.Field($0.name, $0.value) }
        guard
            let held = try await gate.held.hold(
                HeldForms.Form(path: request.uri.path, fields: fields), for: session.account, at: now)
        else {
            let back = request.uri.path.hasPrefix(Link.profile.address) ? Link.profile.address : nil
            let link = Link.signIn.query("kept", SentLate.forgotten.rawValue).query("next", back)
            return Reply.seeOther(link).response(missing: [])
        }
        return Reply.seeOther(Link.signIn.query("kept", SentLate.kept.rawValue)).setting(.held(held, client)).response(
            missing: [])
    }

    /// A form that did not come from a page of this session.
    private func foreign(_ frame: Frame) -> Response { Self.foreign(frame).response(missing: []) }

    static func foreign(_ frame: Frame) -> Reply {
        let page = frame.page(title: "Not sent") { main in
            main.h1("That was not sent", .class("govuk-heading-l"))
            main.p(
                "It did not come from a page of yours that is still open: you may have signed out, or signed in again, since. Nothing was changed.",
                .class("govuk-body"))
            main.p(.class("govuk-body")) { p in
                p.text("Go back, load the page again and send it from there; what you typed is still in your browser. ")
                p.a(.home, "Or start from the first page", .class("govuk-link"))
                p.text(".")
            }
        }
        return Reply.page(page, .forbidden)
    }
}

extension Visit {
    /// Whether a form that is read as it comes is from a page of this session.
    func holdsToken(_ token: String) -> Bool { entry.map { Gate.agree(token, $0.key.formToken) } ?? false }

    /// What a form gets that is not.
    func foreign() -> Reply { Site.foreign(Frame(notice: frame.notice)) }

    /// The site's own address as the viewer's browser has it.
    var origin: String {
        "\(client.isSecure ? "https" : "http")://\(request.head.authority ?? "")"
    }
}

extension Gate {
    func heldKey(_ request: Request, _ client: Transport.Client) -> SessionKey? {
        request.cookies[Cookie.heldName(client)].flatMap { SessionKey($0.value) }
    }
}

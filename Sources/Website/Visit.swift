import Access
import Casework
import Days
import HTML
import HTTPTypes
import Hummingbird
import Logging
import Service
import Workspace

/// One request by somebody: who asks, for what, about which record and day. What a page is made from.
///
/// An object, because every part of a page is handed it, and it holds a whole record.
final class Visit: Sendable {
    let request: Request
    let parameters: Parameters
    /// When it was asked.
    let now: Instant
    let client: Transport.Client
    /// Who is signed in, or halfway there; nil on the threshold.
    let entry: Gate.Entry?
    /// The same as the policy knows them; nobody on the threshold.
    let viewer: Viewer
    /// What was sent with it.
    let form: SentForm
    /// The record as the asked day and instant have it; nil where nothing has been imported yet.
    let question: Question?
    /// The child that the address names, where its door is about a child. Never one the viewer may not see.
    let child: ChildRecord?
    let frame: Frame
    /// The service's log, which knows this request by its number.
    let log: Logger
    /// Why the viewer looks, where the policy asked for a reason.
    let reason: String?

    init(
        request: Request, parameters: Parameters, now: Instant, client: Transport.Client, entry: Gate.Entry?,
        viewer: Viewer, form: SentForm, question: Question?, child: ChildRecord?, frame: Frame, log: Logger,
        reason: String? = nil
    ) {
        (self.request, self.parameters, self.now, self.client) = (request, parameters, now, client)
        (self.entry, self.viewer, self.form, self.question) = (entry, viewer, form, question)
        (self.child, self.frame, self.log, self.reason) = (child, frame, log, reason)
    }

    /// What the address asks: `?page=2`.
    func asked(_ name: String) -> String? {
        let value = query[name]
        return value.isEmpty ? nil : value
    }

    /// The event that a part of the address names.
    func event(_ name: String) -> EventID? { parameters.get(name).flatMap { Int64($0) }.map(EventID.init) }

    /// The same, where several values are given under one name.
    func askedAll(_ name: String) -> [String] { query.all(name) }

    /// As a form writes it into an address, a blank as `+`; the router's own reading takes that for a plus.
    private var query: SentForm { SentForm(request.uri.query ?? "") }

    /// Whom of the record's children the viewer may be shown.
    func sight(_ question: Question, _ action: Action) -> Sight {
        Sight(viewer, question.authority, action, today: today)
    }

    /// Whether the policy lets the viewer do this to a child's record, today and without being asked why.
    ///
    /// - Parameter asked: What the page speaks of, where that is not what was asked for: the record as it was known.
    func may(_ action: Action, _ child: ChildRecord, _ asked: Question? = nil) -> Bool {
        (asked ?? question).map { viewer.answer(action, child, in: $0.authority, on: today) == .yes } ?? false
    }

    /// Where the council has people telephone if a child is at risk; empty where it has not said.
    var urgentTelephone: String { question?.context.settings.urgentTelephone ?? "" }

    /// Today in England. Permission is today's, whatever day a page is asked about.
    var today: Day { now.inLondon.day }

    /// A page of a child that was written before, in the viewer's own frame and with their own button.
    func page(_ written: WrittenPage) -> Reply {
        let whole = frame.page(title: written.title, holding: written.count) { main in
            main.text(written.head)
            main.form(recordingTo: .urgent(written.child), frame) { $0.pressUrgent(written.child, from: nil, "press") }
            main.text(written.rest)
        }
        return .page(whole)
    }

    /// A page that stands in the site's frame.
    func page(_ title: String, _ status: HTTPResponse.Status = .ok, _ body: Writer.Body) -> Reply {
        .page(frame.page(title: title, body: body), status)
    }
}

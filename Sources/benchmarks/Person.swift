import AsyncHTTPClient
import Foundation

/// Somebody who has signed in and goes about their work at a person's pace: the list, a child, a search, a figure.
struct Person: Sendable {
    let role: String
    /// The cookie of the session and the token of its forms.
    let cookie: String
    let token: String

    /// How long one answer took.
    struct Answer: Sendable {
        let seconds: Double
        /// What was asked for, without what was asked of it.
        let page: String
        /// Nil where a page came, or the way to one.
        let problem: String?
    }

    /// Goes through pages until `end`, with pauses of `pace` seconds, and tells of each.
    func work(
        _ client: HTTPClient, _ port: Int, until end: ContinuousClock.Instant, pace: ClosedRange<Double>,
        tell: @Sendable (Answer) -> Void
    ) async {
        var children: [String] = []
        var step = Int.random(in: 0..<Self.steps)
        try? await Task.sleep(for: .seconds(Double.random(in: 0...pace.upperBound)))
        while ContinuousClock.now < end {
            let (answer, page) = await ask(client, port, step, children.randomElement())
            tell(answer)
            if step == 0 { children = Self.children(in: page) }
            step = (step + 1) % Self.steps
            try? await Task.sleep(for: .seconds(Double.random(in: pace)))
        }
    }

    private static let steps = 8

    /// The journey, over and over: most steps are a child's.
    private func ask(
        _ client: HTTPClient, _ port: Int, _ step: Int, _ child: String?
    ) async -> (Answer, String) {
        let opensHome = role != "analyst" && role != "auditor"
        let home = opensHome ? "/" : "/children"
        switch step {
        case 1: return await get(client, port, child.map { "/children/\($0)" } ?? home)
        case 2: return await get(client, port, child.map { "/children/\($0)/timeline" } ?? home)
        case 3:
            return await get(
                client, port, "/children?find=\(["ada", "brown", "shevaun", "1000"].randomElement() ?? "a")")
        case 4: return await get(client, port, child.map { "/children/\($0)" } ?? home)
        case 5: return await get(client, port, "/figures?by=team")
        case 6:
            return await send(
                client, port, "/children-views", "token=\(token)&name=View+\(Int.random(in: 1...3))&q-sort=-age")
        case 7: return await get(client, port, "/children?sort=-age")
        default: return await get(client, port, home)
        }
    }

    func get(_ client: HTTPClient, _ port: Int, _ path: String) async -> (Answer, String) {
        await answer(client, HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"))
    }

    func send(
        _ client: HTTPClient, _ port: Int, _ path: String, _ form: String,
        type: String = "application/x-www-form-urlencoded"
    ) async -> (Answer, String) {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: type)
        request.body = .bytes(Array(form.utf8))
        return await answer(client, request)
    }

    private func answer(_ client: HTTPClient, _ asked: HTTPClientRequest) async -> (Answer, String) {
        var request = asked
        request.headers.add(name: "Cookie", value: cookie)
        let start = ContinuousClock.now
        var problem: String?
        var page = ""
        do {
            let response = try await client.execute(request, timeout: .seconds(60))
            let body = try await response.body.collect(upTo: 8 * 1024 * 1024)
            // Where a form leads on to, its page names in a header.
            page = response.status.code == 303 ? response.headers.first(name: "Location") ?? "" : String(buffer: body)
            // A child who was theirs on the list may be so no longer once more is known.
            let isNoLongerTheirs = response.status.code == 404 && request.url.contains("/children/")
            if ![200, 303].contains(response.status.code), !isNoLongerTheirs {
                problem = "\(response.status.code) \(request.url)"
            }
        } catch { problem = "\(type(of: error)) \(request.url)" }
        let took = (ContinuousClock.now - start).components
        let seconds = Double(took.seconds) + Double(took.attoseconds) / 1e18
        let path = request.url.drop { $0 != "1" }.drop { $0 != "/" }.prefix { $0 != "?" }
        return (Answer(seconds: seconds, page: Self.kind(of: path), problem: problem), page)
    }

    /// An address without the child it is about.
    private static func kind(of path: Substring) -> String {
        let parts = path.split(separator: "/")
        return parts.first == "children" && parts.count > 1
            ? (["children", "…"] + parts.dropFirst(2)).joined(separator: "/") : parts.joined(separator: "/")
    }

    /// The children that a list leads to.
    private static func children(in page: String) -> [String] {
        page.split(separator: "href=\"/children/").dropFirst().compactMap { rest in
            let id = rest.prefix { $0 != "\"" && $0 != "/" && $0 != "?" }
            return id.isEmpty ? nil : String(id)
        }
    }
}

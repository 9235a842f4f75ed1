import Access
import Days
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import Workspace

/// Who stands at the door: sessions, accounts, passwords and the line a request comes over.
public final class Gate: Sendable {
    let store: AccessStore
    let signIn: SignIn
    let hashing: PasswordHashing
    let advice: PasswordAdvice
    let sessions: Sessions
    let held: HeldForms
    let deviceKeys: DeviceKeys
    let savedViews: SavedViews
    let drafts: Drafts
    /// Where it is kept who has looked, before a page leaves.
    let looks: any LookKeeping
    let transport: Transport
    let clock: @Sendable () -> Instant
    /// Accounts read a moment ago, so that a page does not wait for the disk.
    private let accounts = Mutex<[String: (account: Account?, read: Instant)]>([:])
    /// Keys seen a while ago: their digests take longer to work out than all else that is done at the door.
    private let keys = Mutex<[String: SessionKey]>([:])
    private static let mostKeys = 2000
    /// An account that another process changes is noticed within this time, in milliseconds.
    private static let trusted: Int64 = 1000

    /// - Parameter looks: nil for the store's own access log.
    public init(
        store: AccessStore, workspace: Workspace, hashing: PasswordHashing, advice: PasswordAdvice,
        looks: (any LookKeeping)? = nil, limits: SessionLimits = SessionLimits(), transport: Transport = Transport(),
        clock: @escaping @Sendable () -> Instant
    ) {
        (self.store, self.hashing, self.advice, self.transport) = (store, hashing, advice, transport)
        signIn = SignIn(store, hashing)
        sessions = Sessions(workspace, limits: limits)
        held = HeldForms(workspace)
        deviceKeys = DeviceKeys(workspace)
        savedViews = SavedViews(workspace)
        drafts = Drafts(workspace)
        self.looks = looks ?? store.log
        self.clock = clock
    }

    /// Somebody with a session that is open.
    struct Entry: Sendable {
        let key: SessionKey
        let session: Session
        let account: Account
    }

    /// Who a request comes from.
    enum Caller: Sendable {
        case nobody
        case entered(Entry)
        /// Somebody whose session is over: for keeping what they sent.
        case late(SessionKey, Session)
    }

    func caller(_ request: Request, _ client: Transport.Client, at now: Instant) async throws -> Caller {
        guard let cookie = request.headers.cookie(Cookie.sessionName(client)), let key = key(String(cookie)) else {
            return .nobody
        }
        switch try await sessions.find(key, at: now) {
        case .none: return .nobody
        case .over(let session): return .late(key, session)
        case .open(let session):
            guard let account = try await account(session.account, at: now), signIn.isOpen(account, now) else {
                return .nobody
            }
            return .entered(Entry(key: key, session: session, account: account))
        }
    }

    private func key(_ text: String) -> SessionKey? {
        if let known = keys.withLock({ $0[text] }) { return known }
        guard let key = SessionKey(text) else { return nil }
        keys.withLock { keys in
            if keys.count >= Self.mostKeys { keys.removeAll(keepingCapacity: true) }
            keys[text] = key
        }
        return key
    }

    func account(_ id: String, at now: Instant) async throws -> Account? {
        let known = accounts.withLock { $0[id] }
        if let known, now.milliseconds - known.read.milliseconds < Self.trusted { return known.account }
        let account = try await store.account(id: id)
        accounts.withLock { $0[id] = (account, now) }
        return account
    }

    /// Reads the account afresh when it is next asked for.
    func forget(_ account: Account) { accounts.withLock { $0[account.id] = nil } }
}

extension Gate {
    /// Whether a form can have come from this site only, as far as the browser says.
    static func isFromHere(_ headers: HTTPFields, _ authority: String?) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let site = headers[name],
            !["same-origin", "none"].contains(site)
        {
            return false
        }
        // Under our policy of no referrers a browser calls its own origin "null".
        guard let origin = headers[.origin], origin != "null", let authority else { return true }
        return origin == "http://\(authority)" || origin == "https://\(authority)"
    }

    /// Compares without saying by its time how much agrees.
    static func agree(_ a: String, _ b: String) -> Bool {
        guard a.utf8.count == b.utf8.count else { return false }
        return zip(a.utf8, b.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension HTTPFields {
    /// What a browser sends back under a name. Asked before every page, so the other cookies are not taken apart for it.
    func cookie(_ name: String) -> Substring? {
        for field in self[values: .cookie] {
            for pair in field.split(separator: ";") {
                let pair = pair.drop { $0 == " " }
                if pair.hasPrefix(name), pair.dropFirst(name.count).first == "=" {
                    return pair.dropFirst(name.count + 1)
                }
            }
        }
        return nil
    }
}

extension Cookie {
    /// Browsers keep a `__Host-` cookie only where it came over TLS, for this host alone.
    static func sessionName(_ client: Transport.Client) -> String { prefix(client) + "throughline" }
    static func heldName(_ client: Transport.Client) -> String { prefix(client) + "throughline-held" }
    static func deviceName(_ client: Transport.Client) -> String { prefix(client) + "throughline-device" }
    private static func prefix(_ client: Transport.Client) -> String { client.isSecure ? "__Host-" : "" }

    /// Gone when the browser is closed; the server ends it earlier.
    static func session(_ key: SessionKey?, _ client: Transport.Client) -> Cookie {
        Cookie(
            name: sessionName(client), value: key?.text ?? "", maxAge: key == nil ? 0 : nil, path: "/",
            secure: client.isSecure, httpOnly: true, sameSite: .lax)
    }

    /// The device's half of the keys to what is kept on it, for as long as it can be read there.
    static func device(_ key: SessionKey, _ client: Transport.Client) -> Cookie {
        Cookie(
            name: deviceName(client), value: key.text, maxAge: DeviceKeys.hours * 3600, path: "/",
            secure: client.isSecure, httpOnly: true, sameSite: .lax)
    }

    /// The key to a form that was sent too late; a day, as long as the form is kept.
    static func held(_ key: SessionKey?, _ client: Transport.Client) -> Cookie {
        Cookie(
            name: heldName(client), value: key?.text ?? "", maxAge: key == nil ? 0 : 86_400, path: "/",
            secure: client.isSecure, httpOnly: true, sameSite: .lax)
    }
}

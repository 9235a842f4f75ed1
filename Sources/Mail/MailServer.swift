import CCurl
import CouncilSettings
import Foundation

/// The council's mail server, spoken to through libcurl. What is said to it is encrypted, or not said: in the open only to
/// a server on this machine.
public struct MailServer: Sendable {
    private let settings: Settings.Mail

    /// - Throws: ``MailError`` where the settings do not name a server that may be used.
    public init(_ settings: Settings.Mail) throws(MailError) {
        guard !settings.host.isEmpty, !settings.from.isEmpty else { throw .notSet }
        guard settings.security != .none || Self.isThisMachine(settings.host) else { throw .inTheOpen(settings.host) }
        self.settings = settings
    }

    public var from: String { settings.from }

    /// Whether the server is on this machine.
    public var isHere: Bool { Self.isThisMachine(settings.host) }

    private static func isThisMachine(_ host: String) -> Bool {
        ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
    }

    private static let isReady = curl_start() == CURLE_OK

    /// Hands one message over, and returns once the server has taken it. Waits for the network: not for an event loop.
    ///
    /// - Throws: ``MailError/refused(_:)`` with the server's or the network's reason.
    func send(_ message: Message) throws(MailError) {
        guard Self.isReady, let handle = curl_easy_init() else { throw .refused("libcurl could not be started") }
        defer { curl_easy_cleanup(handle) }
        let recipients = curl_slist_append(nil, "<\(message.to)>")
        defer { curl_slist_free_all(recipients) }
        let scheme = settings.security == .tls ? "smtps" : "smtp"
        let host = settings.host.contains(":") && !settings.host.hasPrefix("[") ? "[\(settings.host)]" : settings.host
        var options: [(CURLoption, String)] = [
            (CURLOPT_URL, "\(scheme)://\(host):\(settings.port)"), (CURLOPT_MAIL_FROM, "<\(settings.from)>"),
            (CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            // The environment's proxies are for the web.
            (CURLOPT_PROXY, ""),
        ]
        if !settings.user.isEmpty {
            options += [(CURLOPT_USERNAME, settings.user), (CURLOPT_PASSWORD, settings.password)]
        }
        if !settings.authorities.isEmpty { options.append((CURLOPT_CAINFO, settings.authorities)) }
        for (option, value) in options { try Self.check(curl_set_text(handle, option, value), handle) }
        // All or nothing: a server that cannot encrypt is not spoken to.
        let encryption = settings.security == .none ? CURLUSESSL_NONE : CURLUSESSL_ALL
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_USE_SSL, Int(encryption.rawValue)), (CURLOPT_SSL_VERIFYPEER, 1), (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT, 10),
            (CURLOPT_TIMEOUT, 60), (CURLOPT_UPLOAD, 1),
        ]
        for (option, value) in numbers { try Self.check(curl_set_number(handle, option, value), handle) }
        try Self.check(curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients), handle)

        let source = Source(message.bytes)
        let state = Unmanaged.passRetained(source)
        defer { state.release() }
        try Self.check(curl_set_source(handle, Source.read, state.toOpaque()), handle)
        try Self.check(curl_set_silence(handle) { _, size, count, _ in size * count }, handle)
        try Self.check(curl_easy_perform(handle), handle)
    }

    private static func check(_ code: CURLcode, _ handle: UnsafeMutableRawPointer) throws(MailError) {
        guard code != CURLE_OK else { return }
        let said = curl_last_response(handle)
        throw .refused(String(cString: curl_easy_strerror(code)) + (said > 0 ? " (the server said \(said))" : ""))
    }
}

/// The bytes of a message, given away piece by piece.
private final class Source {
    private let bytes: [UInt8]
    private var given = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static let read: curl_source = { buffer, size, count, state in
        guard let buffer, let state else { return 0 }
        let source = Unmanaged<Source>.fromOpaque(state).takeUnretainedValue()
        let length = min(size * count, source.bytes.count - source.given)
        source.bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            buffer.update(
                from: (start + source.given).assumingMemoryBound(to: CChar.self), count: length)
        }
        source.given += length
        return length
    }
}

/// Why no email went out, and what to do.
public enum MailError: Error, Hashable, Sendable, CustomStringConvertible {
    case notSet
    case inTheOpen(String)
    case refused(String)

    public var description: String {
        switch self {
        case .notSet: "no mail server is set; set mail.host and mail.from (throughline config --explain)"
        case .inTheOpen(let host):
            "\(host) is not this machine, so email to it must be encrypted; set mail.security to starttls or tls"
        case .refused(let why): "the mail server did not take it: \(why); look at mail.* in throughline config"
        }
    }
}

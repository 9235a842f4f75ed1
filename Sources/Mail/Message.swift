import Days
import Foundation

/// An email as it is handed to a mail server (RFC 5322): plain text, in base64, so that any letter survives the way.
struct Message {
    let from: String
    let to: String
    let subject: String
    let body: String
    /// Stays the same when sending is tried again, so that a mail server may know it for the same.
    let id: String
    let date: Instant

    var bytes: [UInt8] {
        let domain = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let headers = [
            "From: Throughline <\(Self.oneLine(from))>", "To: <\(Self.oneLine(to))>",
            "Subject: \(Self.encoded(subject))", "Date: \(Self.date(date))", "Message-ID: <\(id)@\(domain)>",
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
            "Auto-Submitted: auto-generated",
        ]
        let content = Data(body.replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + content + "\r\n").utf8)
    }

    /// Nothing in a header may begin another one.
    private static func oneLine(_ text: String) -> String {
        String(text.filter { !$0.isNewline && $0 != "\r" && $0 != "<" && $0 != ">" })
    }

    /// RFC 2047, where there is more than ASCII.
    private static func encoded(_ text: String) -> String {
        let line = oneLine(text)
        return line.allSatisfy(\.isASCII) ? line : "=?utf-8?B?\(Data(line.utf8).base64EncodedString())?="
    }

    /// RFC 5322: `Tue, 24 Nov 2026 07:00:00 +0000`.
    private static func date(_ instant: Instant) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
    }
}

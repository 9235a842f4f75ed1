import Days

/// What is sent to one person: numbers, the ladder's words and where to sign in. Never a child's name, address or number,
/// nor a word of any record: an email is read on trains, forwarded, and kept by others.
public struct Notice: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case urgent, digest, test
    }

    public let kind: Kind
    public let subject: String
    public let body: String

    /// What waits this morning; nil where nothing does.
    ///
    /// - Parameters:
    ///   - counts: Of the children who are the reader's.
    ///   - day: The day that the counts speak for.
    ///   - authority: The council's name; may be empty.
    ///   - url: Where the service is reached; may be empty.
    public static func digest(_ counts: WorkCounts, on day: Day, authority: String, url: String) -> Notice? {
        guard !counts.isEmpty else { return nil }
        return Notice(
            kind: .digest, subject: "Your work on \(day.inWords)",
            body: letter(
                "This is what children need from you, as the record stood on \(day.inWords).", counts.lines, authority,
                url))
    }

    /// What presses on the reader since they were last told; nil where nothing does.
    public static func urgent(_ new: WorkCounts, authority: String, url: String) -> Notice? {
        guard !new.isEmpty else { return nil }
        let isOfRecords = new.children.isEmpty
        return Notice(
            kind: .urgent,
            subject: isOfRecords ? "Urgent: a record was on the wrong child" : "Urgent: a child needs you now",
            body: letter(
                "This has come onto your list and cannot wait.", new.lines, authority, url,
                at: isOfRecords ? .wrongChild : .myWork))
    }

    /// That email works.
    public static func test(authority: String, url: String) -> Notice {
        Notice(
            kind: .test, subject: "Email from Throughline works",
            body: letter("Email from Throughline works. There is nothing to do.", [], authority, url))
    }

    /// Where the reader goes to see what waits.
    private enum Place {
        case myWork, wrongChild

        var title: String { self == .myWork ? "My work" : "Wrong child" }
        var path: String { self == .myWork ? "/" : "/wrong-child" }
    }

    private static func letter(
        _ opening: String, _ lines: [String], _ authority: String, _ url: String, at place: Place = .myWork
    ) -> String {
        var parts = [opening]
        if !lines.isEmpty { parts.append(lines.joined(separator: "\n")) }
        parts.append(
            url.isEmpty
                ? "Sign in to Throughline and open \(place.title)." : "Open \(place.title): \(url)\(place.path)")
        parts.append(
            "No email from Throughline names a child or asks for a password. Do not answer this one: nobody reads it.")
        if !authority.isEmpty { parts.append(authority) }
        return parts.joined(separator: "\n\n") + "\n"
    }
}

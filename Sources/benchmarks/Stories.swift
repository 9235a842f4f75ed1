import Casework
import Days
import FormFiles
import Foundation
import JournalStore
import Service

/// What people of the fictional authority wrote of some of its children, to be told of many: the same signed records, one
/// child's after another.
struct Stories {
    private struct Line {
        let occurred: Moment
        let body: StoredBody
    }

    private let stories: [[Line]]
    private let forms: [StoredBody]

    /// Signs the stories once, through the forms, in an authority of their own.
    init(_ place: Workplace) async throws {
        let journal = try SQLiteJournal(directory: place.directory("stories-\(UUID().uuidString)"))
        let year = try place.synthesise(600)[0]
        _ = try await place.take(year, into: journal, 1)
        let file = URL(fileURLWithPath: year).deletingLastPathComponent().appendingPathComponent("records.ndjson")
        let outcome = try await RecordFile(try Data(contentsOf: file)).run(
            into: journal, forms: try FormLibrary(), by: place.author, at: place.now)
        guard outcome.isKept else { throw StoriesRefused(why: outcome.refused.first?.sentence ?? "there are none") }
        var told: [StreamID: [Line]] = [:]
        var forms: [StoredBody] = []
        try await journal.scan(after: EventID(0), through: nil, checkingChain: false) { event in
            switch event.stream.kind {
            case .child:
                let body = ChildEvent(kind: event.kind, schema: event.schema, bytes: event.body)
                guard case .signed = body else { return }
                told[event.stream, default: []].append(Line(occurred: event.occurred, body: event.storedBody))
            case .authority:
                let body = AuthorityEvent(kind: event.kind, schema: event.schema, bytes: event.body)
                switch body {
                case .formPublished, .formKept: forms.append(event.storedBody)
                default: break
                }
            default: break
            }
        }
        // Of some children only a visit or two is recorded; a full record has more.
        let whole = told.filter { $0.value.count > 5 }
        (stories, self.forms) = (whole.sorted { $0.key.key < $1.key.key }.map(\.value), forms)
    }

    /// Tells one of the stories of each child who is looked after.
    ///
    /// - Parameter longest: whether one child is visited every four weeks for eight years besides.
    /// - Returns: how many signed records that made.
    @discardableResult
    func tell(in journal: SQLiteJournal, _ place: Workplace, longest: Bool = false) async throws -> Int {
        guard let question = Question(try await journal.authority(), asAt: nil) else { return 0 }
        let children = question.children().map { ChildAsAt($0, question.asAt) }.filter(\.isLookedAfter).map(\.id)
        var written = 0
        for first in stride(from: 0, to: children.count, by: 200) {
            let command = CommandID(high: 11, low: UInt64(first))
            try await journal.append(command, by: place.author, at: place.now) { transaction in
                if first == 0 {
                    for form in forms {
                        try transaction.append(
                            Proposed(
                                stream: .authority, occurred: Moment(place.today), source: .recordedHere, body: form))
                    }
                }
                for (index, child) in children.enumerated().dropFirst(first).prefix(200) {
                    for line in stories[index % stories.count] {
                        try transaction.append(
                            Proposed(
                                stream: child.stream, occurred: line.occurred, source: .recordedHere, body: line.body))
                        written += 1
                    }
                }
            }
        }
        if longest, let child = children.first {
            written += try await visits(of: child, until: question.asAt, in: journal, place)
        }
        return written
    }

    private func visits(
        of child: ChildID, until day: Day, in journal: SQLiteJournal, _ place: Workplace
    ) async throws -> Int {
        let lines = (1...104).map { number in
            let occurred = day - 28 * (105 - number)
            return """
                {"command_id": "longest-\(number)", "child": "\(child)", "kind": "visit", "occurred": "\(occurred)", \
                "answers": {"purpose": "To see how school goes", "seen": true, "alone": "alone", "place": "placement", \
                "childs_words": "I like the new teacher. I want to see nan.", "bedroom_seen": "seen", \
                "observations": "Chatty, and glad to show the garden.", "significant": "none", \
                "views": [{"what": "I want to see nan more, number \(number)", "clearly_said": true}], \
                "actions": [{"what": "Ask nan about day \(number)", "owner": "Social worker", \
                "due": "\(occurred + 30)", "purpose": "They see each other", "addresses": ["N1"]}]}}
                """
        }
        let outcome = try await RecordFile(Data(lines.joined(separator: "\n").utf8)).run(
            into: journal, forms: try FormLibrary(), by: place.author, at: place.now)
        guard outcome.isKept else { throw StoriesRefused(why: outcome.refused.first?.sentence ?? "there are none") }
        return outcome.recorded
    }
}

struct StoriesRefused: Error, CustomStringConvertible {
    let why: String
    var description: String { "the stories could not be told: \(why)" }
}

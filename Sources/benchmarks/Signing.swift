import Casework
import Days
import FormFiles
import Forms
import JournalStore
import Service

/// Signing visits one after another, each on the disk before the next: read as the form means it, decided and appended.
enum Signing {
    static func measure(_ place: Workplace) async throws {
        let journal = try await place.peopled(600, years: 8, in: "signing")
        try await Stories(place).tell(in: journal, place)
        let records = Records(journal)
        guard let form = try FormLibrary()[.visit], let question = Question(try await records.current(), asAt: nil)
        else {
            return note("signing was not measured: there is no form for a visit")
        }
        // What is signed speaks of a need, which not every story has under the same name.
        let children = question.children().map { ChildAsAt($0, question.asAt) }.filter { child in
            child.isLookedAfter && child.record.thread.needs.contains { $0.id.name == "N1" }
        }.map(\.id)
        guard !children.isEmpty else { return note("signing was not measured: no child has a need called N1") }
        let bare = try await BareTable.make(at: place.directory("signing/bare.sqlite").path)
        let count = 300
        // Made before, as the rows of the reference are.
        let given = (0..<count).map(answers)
        var (ours, theirs) = (Double.infinity, Double.infinity)
        var rows = 0
        for round in 0..<3 {
            rows = 0
            ours = min(
                ours,
                try await seconds {
                    for index in 0..<count {
                        let signing = SignRecord(
                            child: children[index % children.count], form: form, occurred: Moment(question.asAt),
                            answers: given[index], knowing: { _ in true })
                        let appended = try await signing.run(
                            into: journal, knowing: try await records.current(),
                            command: CommandID(high: 12, low: UInt64(round * count + index)), by: place.author,
                            at: place.now)
                        if let events = appended.events {
                            rows += Int(events.upperBound.seq - events.lowerBound.seq) + 1
                        }
                    }
                })
            let body = [UInt8](repeating: 1, count: 600)
            theirs = min(
                theirs,
                try await seconds {
                    for index in 0..<rows {
                        let seq = round * 2 * count + index
                        try await bare.write {
                            try BareTable.insert($0, seq, body)
                            try BareTable.remember($0, CommandID(high: 13, low: UInt64(seq)), seq)
                        }
                    }
                })
        }
        report(
            "signing a visit", Double(count) / ours, against: Double(rows) / theirs, .atLeast(0.6), unit: "/s")
        note(
            "\(count) visits, \(rows) events, each in a commit with its command; an ordinary visit with a view and an action, of \(children.count) children in turn"
        )
    }

    private static func answers(_ number: Int) -> [String: Given] {
        [
            "purpose": .words("To see how school goes"), "seen": .flag(true), "alone": .words("alone"),
            "place": .words("placement"), "bedroom_seen": .words("seen"), "significant": .words("none"),
            "childs_words": .words("The light helps. I still listen for the stairs, and I want to see nan."),
            "observations": .words("Chatty, and glad to show the garden and the dog’s bed beside the wardrobe."),
            "views": .list([
                .names(["what": .words("I want to see nan, \(number)"), "clearly_said": .flag(true)])
            ]),
            "actions": .list([
                .names([
                    "what": .words("Ask nan which days suit her"), "owner": .words("Social worker"),
                    "due": .words("2026-11-30"), "purpose": .words("They see each other"),
                    "addresses": .list([.words("N1")]),
                ])
            ]),
        ]
    }
}

import Casework
import Days
import HTML

/// What shows how a part of the thread stands: the records whose writers said so, the latest first, each with what it shows
/// where the reader may read that.
struct ThreadEvidence {
    struct One {
        let record: EventID
        /// "visit of 3 May 2018".
        let name: String
        let words: String?
    }

    let shown: [One]
    /// How many earlier records there are than are shown.
    let earlier: Int

    static let none = ThreadEvidence(shown: [], earlier: 0)
    /// So many of a part are shown at first.
    private static let most = 3

    private init(shown: [One], earlier: Int) { (self.shown, self.earlier) = (shown, earlier) }

    /// - Parameters:
    ///   - records: Earliest first.
    ///   - words: What each shows, by its event.
    init(_ records: [HeldRecord], _ words: [EventID: String], whole: Bool) {
        let latest = records.reversed().prefix(whole ? .max : Self.most)
        shown = latest.map {
            One(
                record: $0.origin.event, name: "\($0.kind.title.lowercased()) of \($0.day.inWords)",
                words: words[$0.origin.event])
        }
        earlier = records.count - shown.count
    }

    var isEmpty: Bool { shown.isEmpty }
    var count: Int { shown.count + earlier }

    /// In the picture, where there is room for a few words.
    static func summary(_ count: Int) -> String {
        count == 0 ? "" : count == 1 ? "1 record shows it" : "\(count) records show it"
    }

    /// In words, each leading to its record.
    func draw(of child: ChildID, into place: inout Writer) {
        for one in shown {
            place.p(.class("tl-came")) { line in
                line.strong("Shown by: ")
                line.a(.signed(child, one.record), one.name, .class("govuk-link"))
                line.text(MarkedText(one.words.map { ". " + $0.asSentence } ?? "."))
            }
        }
        if earlier > 0 { place.p("And by \(earlier) earlier.", .class("tl-since")) }
    }
}

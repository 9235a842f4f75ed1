import Casework
import JournalStore

extension Records {
    /// What a child said, in the words written down, by the name of each view. What was told to the IRO alone is not among
    /// them.
    public func viewWords(of child: ChildID) async throws -> [ItemID: String] {
        var words: [ItemID: String] = [:]
        for (_, told) in try await standingEvents(of: child) {
            guard let record = told.event.record, case .rows(let rows) = record.answers[.views] else { continue }
            for row in rows where record.informationClass(of: row, in: .views) != .privateTalk {
                if case .items(let ids) = row[.id], let id = ids.first, case .text(let text) = row[.what] {
                    words[id] = text
                }
            }
        }
        return words
    }
}

import Access
import Casework
import Days
import FormFiles
import Forms
import Oversight
import Service
import Workspace

/// The drafts of one visit to several children: one for each child, which say of one another that they belong together.
enum SharedDrafts {
    /// The other children of the visit, a line each, as a draft keeps it. No form asks it, so nothing of it is signed.
    static let field = "with"

    /// The other children that a draft says were visited too.
    static func others(_ fields: [String: String]) -> [ChildID] {
        (fields[field] ?? "").split(separator: "\n").compactMap { ChildID(String($0)) }
    }

    /// The fields of another child's draft, with what one visit is for all of them where that says nothing of it yet.
    ///
    /// - Parameter of: Every child of the visit, each once.
    static func fields(
        _ own: [String: String], of child: ChildID, sharing shared: [String: String], among all: [ChildID],
        on form: Form
    ) -> [String: String] {
        var fields = own
        for name in names(on: form) where fields[name] ?? "" == "" {
            fields[name] = shared[name]
            // What is about somebody else, or the police’s, is so in every record that it stands in.
            fields["class.\(name)"] = shared["class.\(name)"]
        }
        fields[field] = all.filter { $0 != child }.map(\.description).joined(separator: "\n")
        return fields
    }

    private static func names(on form: Form) -> [String] {
        // The loop is not a filter: the optimiser of Swift 6.3.1 stops at the filter.
        var names = ["occurred"]
        for question in form.questions {
            guard let field = question.field, SharedVisit.fields.contains(field) else { continue }
            names.append(question.id)
        }
        return names
    }
}

extension Viewer {
    /// The children whom they may have visited with another: brothers and sisters of whom they are told, then those who are
    /// theirs; of whom they record, all of them.
    func mayHaveVisited(
        with child: ChildRecord, _ siblings: [SiblingAsAt], in authority: Authority, on today: Day
    ) -> [ChildRecord] {
        guard RecordKind.visit.isSigned(by: roles) else { return [] }
        let neighbours = Neighbours(of: self, in: authority)
        let theirs = authority.children.values.filter {
            neighbours.relation(to: $0.allocations, on: today) == .own
        }.sorted { ($0.identity.title, $0.id) < ($1.identity.title, $1.id) }
        let all = (siblings.map(\.sibling.id) + theirs.map(\.id)).unique.compactMap { authority[$0] }
        return all.filter { $0.id != child.id && answer(.recordWork, $0, in: authority, on: today) == .yes }
    }
}

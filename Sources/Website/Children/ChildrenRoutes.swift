import Access
import Casework
import Days
import HTML
import Service
import Spreadsheets

extension Link {
    static let childrenFile = Link("exports", "children")
    static let childrenViews = Link("children-views")
    static let childrenViewsRemoved = Link("children-views", "removed")
}

extension Site {
    var childrenRoutes: [Route] {
        [
            .get("/children", .may(.findChildren)) { visit in
                guard let (question, query, error) = visit.childrenAsked() else { return visit.nothingYet("Children") }
                let list = await children(visit, query, question)
                let sight = visit.sight(question, .exportChildren)
                let takes =
                    visit.viewer.may(.exportChildren) ? list.count { sight.mayList($0, held: $1) } : nil
                let page = ChildrenPage(
                    list: list, question: question, dayError: error, mayTake: takes,
                    views: try await gate.savedViews.of(visit.viewer.id), frame: visit.frame)
                return Reply.page(page.page()).showing(list.children)
            },
            .get("/exports/children", .may(.exportChildren)) { visit in
                guard let (question, query, _) = visit.childrenAsked() else { return .notFound }
                let sight = visit.sight(question, .exportChildren)
                let table = await children(visit, query, question).whole { sight.mayList($0, held: $1) }
                let name = (notice.hasPrefix("Fictional") ? "fictional-" : "") + "children-\(question.asAt)"
                if visit.asked("format") == "xlsx" {
                    return Reply.file(
                        try table.workbook(),
                        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        name: name + ".xlsx"
                    ).showing(table.children)
                }
                return Reply.file(table.csv, type: "text/csv; charset=utf-8", name: name + ".csv")
                    .showing(table.children)
            },
            .post("/children-views", .may(.findChildren)) { visit in
                let name = visit.form["name"].split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let query = ChildrenQuery { visit.form.all("q-" + $0) }
                if !name.isEmpty {
                    try await gate.savedViews.keep(String(name.prefix(60)), query.saved, for: visit.viewer.id)
                }
                return .seeOther(query.link())
            },
            .post("/children-views/removed", .may(.findChildren)) { visit in
                try await gate.savedViews.remove(visit.form["name"], of: visit.viewer.id)
                return .seeOther(.children)
            },
        ]
    }

    private func children(_ visit: Visit, _ query: ChildrenQuery, _ question: Question) async -> ChildrenList {
        let sight = visit.sight(question, .findChildren)
        return await ChildrenList(query, question, finder: finder, kept: childLines, notice: visit.frame.notice) {
            sight.mayList($0, held: $1)
        }
    }
}

extension Visit {
    /// What the address asks; nil where there are no records to ask. A day that is none is said, and today's answered.
    func childrenAsked() -> (Question, ChildrenQuery, String?)? {
        guard let question else { return nil }
        let query = ChildrenQuery { askedAll($0) }
        let isDay = query.asAt.isEmpty || Day(query.asAt) != nil
        return (
            question, query, isDay ? nil : "“\(query.asAt)” is not a day. Choose one, or write it as 2026-03-31."
        )
    }
}

import Casework
import Days
import HTML

/// The chapters of a child’s life story and the times that somebody kept in touch, each in a line that leads to its record.
extension ChildView {
    /// Each part of the child’s life that is told: by the chapter that was written last, and whether it was told to them.
    func chapters(into page: inout Writer) {
        let chapters = record.lifeStoryChapters.filter { $0.on <= child.day }
        guard !chapters.isEmpty else { return }
        page.h2("The chapters of their story", .class("govuk-heading-m"))
        page.table(
            "What is told of each part of their life", ["Part of their life", "Written on", "Told to the child"]
        ) { body in
            for part in PartOfLife.allCases {
                guard let last = chapters.last(where: { $0.part == part }) else { continue }
                body.tr(.class("govuk-table__row")) { row in
                    row.cell(part.title)
                    row.td(.class("govuk-table__cell")) { cell in
                        cell.a(.signed(record.id, last.origin.event), last.on.inWords, .class("govuk-link"))
                        if let ages = child.ages(on: last.on), ages.lowerBound == ages.upperBound {
                            cell.text(", at \(ages.lowerBound)")
                        }
                        if last.saysWhatIsUnknown { cell.text("; some of it nobody knows yet") }
                    }
                    row.cell(told(last, chapters.filter { $0.part == part }))
                }
            }
        }
    }

    /// Where the chapter written last is not told yet, an earlier one of the same part may have been.
    private func told(_ last: LifeStoryChapter, _ ofPart: [LifeStoryChapter]) -> String {
        if let told = last.told { return "On \(told.inWords)" }
        let before = ofPart.compactMap(\.told).max()
        return before.map { "Not yet; as it was written before, on \($0.inWords)" } ?? "Not yet"
    }

    /// Each time that somebody kept in touch with a care leaver, or tried to.
    func keptInTouch(into page: inout Writer) {
        let times = record.timesInTouch.filter { $0.on <= child.day }
        guard !times.isEmpty else { return }
        page.h2("Keeping in touch", .class("govuk-heading-m"))
        page.table(
            "Keeping in touch, latest first",
            ["On", "Who and how", "Reached", "Where they live, they say", "What they do, they say"]
        ) { body in
            for time in times.reversed() {
                body.tr(.class("govuk-table__row")) { row in
                    row.td(.class("govuk-table__cell")) {
                        $0.a(.signed(record.id, time.origin.event), time.on.inWords, .class("govuk-link"))
                    }
                    row.cell("\(time.who.words), \(time.way.words)".capitalised)
                    row.cell(time.isReached ? "Yes" : "No: the record says why")
                    row.cell((time.home?.words ?? "not known").capitalised)
                    row.cell((time.work?.words ?? "not known").capitalised)
                }
            }
        }
    }
}

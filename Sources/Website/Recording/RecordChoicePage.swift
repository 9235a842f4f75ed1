import Casework
import Days
import FormFiles
import HTML
import Workspace

/// What would you like to write down?
struct RecordChoicePage {
    let child: ChildRecord
    let forms: FormLibrary
    let drafts: [Drafts.Draft]
    let visit: Visit

    func reply() -> Reply {
        let asAt = ChildAsAt(child, visit.today)
        return .page(
            visit.frame.page(title: "Record – \(child.identity.title)") { main in
                main.h1("What would you like to record?", .class("govuk-heading-l"))
                main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
                main.ul(.class("tl-list")) { list in
                    for kind in RecordKind.allCases {
                        guard kind.isSigned(by: visit.viewer.roles), kind.isOffered(for: asAt),
                            kind.whyNotTheirs(visit.viewer, of: child, on: visit.today) == nil,
                            visit.may(kind.action, child),
                            let form = forms[kind]?.form
                        else { continue }
                        list.li { item in
                            item.a(.recording(child.id, kind), form.title, .class("govuk-link tl-who"))
                            item.div(.class("tl-since")) { words in
                                words.p(form.about)
                                let mine = drafts.filter { $0.kind == kind.name || $0.kind.hasPrefix(kind.name + "+") }
                                if let latest = mine.first {
                                    words.p(
                                        "\(mine.count == 1 ? "A draft" : "\(mine.count) drafts") of yours, last saved \(latest.saved.inLondon.day.inWords)."
                                    )
                                }
                            }
                        }
                    }
                }
            })
    }
}

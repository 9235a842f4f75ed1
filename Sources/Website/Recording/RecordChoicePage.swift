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
        .page(
            visit.frame.page(title: "Record – \(child.identity.title)") { main in
                main.h1("What would you like to record?", .class("govuk-heading-l"))
                main.p(.class("govuk-body")) { $0.a(.child(child.id), child.identity.title, .class("govuk-link")) }
                main.ul(.class("tl-list")) { list in
                    for kind in RecordKind.allCases {
                        guard kind.isSigned(by: visit.viewer.roles),
                            kind.whyNotTheirs(visit.viewer, of: child, on: visit.today) == nil,
                            let form = forms[kind]?.form
                        else { continue }
                        list.li { item in
                            item.a(.recording(child.id, kind), form.title, .class("govuk-link tl-who"))
                            item.div(.class("tl-since")) { words in
                                words.p(form.about)
                                if let draft = drafts.first(where: { $0.kind == kind.name }) {
                                    words.p("A draft of yours, last saved \(draft.saved.inLondon.day.inWords).")
                                }
                            }
                        }
                    }
                }
            })
    }
}

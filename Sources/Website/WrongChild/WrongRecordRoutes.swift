import Access
import Casework
import Days
import Forms
import HTML
import Service

extension Link {
    static func wrongRecord(_ child: ChildID, _ record: EventID) -> Link {
        Link("children", child.description, "records", record.description, "wrong-child")
    }
    static func takenOff(_ child: ChildID) -> Link { Link("children", child.description, "taken-off") }
}

extension Site {
    /// "This is on the wrong child", of a signed record: it is sealed at once, and moved where somebody knows whose it is.
    var wrongRecordRoutes: [Route] {
        [
            .get("/children/:id/records/:record/wrong-child", .child(.sayWrongChild)) { visit in
                try await wrongRecordPage(visit)?.reply() ?? .notFound
            },
            .post("/children/:id/records/:record/wrong-child", .child(.sayWrongChild)) { visit in
                guard let page = try await wrongRecordPage(visit) else { return .notFound }
                return visit.form["do"] == "seal" ? try await seal(page) : page.reply()
            },
            .get("/children/:id/taken-off", .child(.seeChild)) { visit in
                guard let child = visit.child else { return .notFound }
                return TakenOffPage(child: child, visit: visit).reply()
            },
        ]
    }

    private func wrongRecordPage(_ visit: Visit) async throws -> WrongRecordPage? {
        guard let child = visit.child, let authority = visit.question?.authority, let event = visit.event("record")
        else { return nil }
        if let call = child.urgent.first(where: { $0.origin.event == event }) {
            guard visit.viewer.hearing(call, of: child, in: authority, at: visit.now) == .everything else { return nil }
            let right = await rightChild(visit, besides: child.id, mayNotKnow: true) { visit.may(.seeChild, $0) }
            return WrongRecordPage(
                child: child, record: event, title: "What was said urgently on \(call.at.inWords)",
                link: .urgent(child.id), action: .wrongRecord(child.id, event), right: right, visit: visit,
                isUrgent: true)
        }
        guard let versions = try await records.versions(of: event, of: child.id, through: EventID(.max))
        else { return nil }
        let kind = versions.newest.record.kind
        let right = await rightChild(visit, besides: child.id, mayNotKnow: true) {
            kind.isSigned(by: visit.viewer.roles) && visit.may(kind.action, $0)
        }
        let record = versions.newest.record
        return WrongRecordPage(
            child: child, record: versions.fact, title: "\(record.kind.title) of \(record.day.inWords)",
            link: .signed(child.id, versions.fact), action: .wrongRecord(child.id, versions.fact), right: right,
            visit: visit)
    }

    /// What a page of the child is begun with because the record knows it, by the kind of record.
    private func begun(_ id: ChildID, _ visit: Visit) async throws -> [String: [String: String]] {
        guard let child = try await records.current()[id] else { return [:] }
        let (told, day) = (try await records.signed(of: id, through: EventID(.max)), ChildAsAt(child, visit.today))
        return RecordKind.allCases.reduce(into: [:]) { begun, kind in
            guard let form = forms?[kind]?.form else { return }
            begun[kind.name] = FilledForm.fields(knowing: KnownAnswers(form, of: day, told: told), on: form)
        }
    }

    func seal(_ page: WrongRecordPage) async throws -> Reply {
        let (visit, child) = (page.visit, page.child)
        var page = page
        if page.right.child == nil, page.right.chosen != RightChild.notKnown {
            page.errors = [FieldError("right", "Choose the child it is about, or say that you do not know")]
            return page.reply()
        }
        let known = try await begun(child.id, visit)
        do {
            try await SealWrongRecord(
                child: child.id, record: page.record, right: page.right.child?.id,
                words: visit.form["words"].replacing("\r\n", with: "\n"), by: visit.viewer.id,
                telling: telling(try await gate.people(), visit)
            ).run(
                in: journal, knowing: try await records.current(),
                command: CommandID(text: visit.form["command"]) ?? .new, by: .account(visit.viewer.id), at: visit.now)
        } catch let refusals as RecordRefusals {
            page.errors = refusals.remedies
            return page.reply()
        }
        try await drafts.drop(about: page.record.description, of: child.id.description)
        let left = try await begun(child.id, visit)
        try await drafts.forget(
            known.reduce(into: [:]) { gone, one in
                gone[one.key] = one.value.filter { left[one.key]?[$0.key] != $0.value }
            }, of: child.id.description)
        return .seeOther(Link.takenOff(child.id).query("moved", page.right.child == nil ? nil : "yes"))
    }
}

/// Says what happens when a record is taken off, and asks whose it is.
struct WrongRecordPage {
    let child: ChildRecord
    /// What it is called by.
    let record: EventID
    /// What it is: a kind of record and its day, or a document's name.
    let title: String
    let link, action: Link
    let right: RightChild
    let visit: Visit
    /// Whether it was said urgently: then it is told anew where it belongs.
    var isUrgent = false
    var errors: [FieldError] = []

    func reply() -> Reply {
        let heading = "This is on the wrong child"
        return visit.page(errors.isEmpty ? heading : "Error: " + heading) { main in
            main.errorSummary(errors)
            main.h1(heading, .class("govuk-heading-l"))
            main.p(.class("govuk-body")) { p in
                p.a(link, title, .class("govuk-link"))
                p.text(", on the record of \(child.identity.title).")
            }
            main.ul(.class("govuk-list govuk-list--bullet")) { list in
                list.li(
                    "It is sealed at once, with every copy of it: nobody who opens this child’s record sees it any more, nor anything it put into the thread, whatever day they ask for."
                )
                list.li(
                    isUrgent
                        ? "It is said of the child you choose, in the same words, and whoever answers for that child is told now."
                        : "It goes to the child you choose, as it was signed, and nothing there says where it was.")
                list.li(
                    "Information governance is told who has seen it, and assesses what may come of it within 72 hours.")
                list.li("Only information governance can put it back.")
            }
            main.form(recordingTo: action, visit.frame) { form in
                form.input("hidden", name: "command", value: CommandID.new.text)
                right.draw(into: &form, errors: errors)
                form.textArea(
                    "What should information governance know?", name: "words", value: visit.form["words"],
                    hint:
                        "For example how you noticed, whose you think it is, and whether you have told anybody. They alone read it.",
                    rows: 3, errors: errors)
                form.button(
                    "Take it off this child’s record", .class("govuk-button govuk-button--warning"), .type("submit"),
                    .name("do"), .value("seal"))
            }
        }.showing(right.found.map(\.id))
    }
}

/// After a record was taken off: what happens now.
struct TakenOffPage {
    let child: ChildRecord
    let visit: Visit

    func reply() -> Reply {
        visit.page("Taken off") { main in
            main.doneBanner("It is off this child’s record, and sealed.")
            main.h1("What happens now", .class("govuk-heading-l"))
            main.ul(.class("govuk-list govuk-list--bullet")) { list in
                list.li(
                    visit.asked("moved") == nil
                        ? "Information governance finds out whose it is. Until then it stands on nobody’s record: if it tells of a child who may not be safe, say so now by telephone."
                        : "It stands on the record of the child you chose. Look whether what that child needs is done.")
                list.li("Information governance assesses within 72 hours what may come of it. They may ask you.")
                list.li(
                    "If you printed it or sent it to anybody, tell them now. Do not ask for it back yourself.")
            }
            main.p(.class("govuk-body")) { p in
                p.text("Back to ")
                p.a(.child(child.id), child.identity.title, .class("govuk-link"))
                p.text(".")
            }
        }
    }
}

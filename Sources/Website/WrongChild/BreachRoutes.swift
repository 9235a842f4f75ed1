import Access
import Casework
import Days
import HTML
import Service

extension Link {
    static let wrongChild = Link("wrong-child")
    static func sealed(_ record: EventID) -> Link { Link("wrong-child", record.description) }
    static func sealedMoved(_ record: EventID) -> Link { Link("wrong-child", record.description, "moved") }
    static func sealedFile(_ record: EventID) -> Link { Link("wrong-child", record.description, "file") }
    static func sealedOpened(_ record: EventID) -> Link { Link("wrong-child", record.description, "opened") }
}

extension Site {
    /// What was taken off children's records, for information governance: whose it is, who saw it, what may come of it.
    var breachRoutes: [Route] {
        [
            .get("/wrong-child", .may(.openSealed)) { visit in
                BreachListPage(sealed: visit.sealedRecords, accounts: try await gate.people(), visit: visit).reply()
            },
            .get("/wrong-child/:record", .may(.openSealed)) { visit in
                try await breachPage(visit)?.reply() ?? .notFound
            },
            .post("/wrong-child/:record", .may(.openSealed)) { visit in
                guard let page = try await breachPage(visit) else { return .notFound }
                return try await assess(page)
            },
            .post("/wrong-child/:record/moved", .may(.openSealed)) { visit in
                guard let page = try await breachPage(visit) else { return .notFound }
                return visit.form["do"] == "move" ? try await move(page) : page.reply()
            },
            .post("/wrong-child/:record/opened", .may(.openSealed)) { visit in
                guard let page = try await breachPage(visit) else { return .notFound }
                return try await open(page)
            },
            .post("/wrong-child/:record/file", .may(.openSealed)) { visit in
                guard let page = try await breachPage(visit) else { return .notFound }
                return try await take(page)
            },
        ]
    }

    private func breachPage(_ visit: Visit) async throws -> BreachPage? {
        guard let event = visit.event("record"), let authority = visit.question?.authority,
            let (child, sealed) = visit.sealedRecords.first(where: { $0.sealed.record == event })
        else { return nil }
        let opened = try await records.opened(sealed)
        var right = await rightChild(visit, besides: child.id, mayNotKnow: false) {
            visit.viewer.answer(.openSealed, $0, in: authority, on: visit.today) == .yes
        }
        right.also = (child, "It was on the right child after all: put it back")
        return BreachPage(
            child: child, sealed: sealed, opened: opened,
            followed: try await records.followed(sealed, of: child.id),
            seen: try await gate.store.log.sightings(
                of: Set(sealed.covers), at: child.id, from: opened.head?.signed ?? sealed.at, until: sealed.at),
            quoting: try await records.quoting(sealed, opened, of: child.id), right: right,
            accounts: try await gate.people(), visit: visit)
    }

    private func assess(_ page: BreachPage) async throws -> Reply {
        var page = page
        let (assessment, errors) = BreachAssessment.read(page.visit.form)
        page.typed = assessment
        page.errors = errors
        guard errors.isEmpty else { return page.reply() }
        return try await follow(.assess(assessment), page, saved: "assessed")
    }

    private func move(_ page: BreachPage) async throws -> Reply {
        guard let right = page.right.child else {
            var page = page
            page.errors = [FieldError("right", "Choose the child it is about")]
            return page.reply()
        }
        return try await follow(.move(to: right.id), page, saved: "moved")
    }

    private func follow(_ step: FollowSealedRecord.Step, _ page: BreachPage, saved: String) async throws -> Reply {
        let visit = page.visit
        do {
            try await FollowSealedRecord(
                step, child: page.child.id, record: page.sealed.record, by: visit.viewer.id,
                telling: telling(try await gate.people(), visit)
            ).run(
                in: journal, knowing: try await records.current(),
                command: CommandID(text: visit.form["command"]) ?? .new, by: .account(visit.viewer.id),
                at: visit.now)
            return .seeOther(Link.sealed(page.sealed.record).query("saved", saved))
        } catch let refusals as RecordRefusals {
            var page = page
            page.errors = refusals.remedies
            return page.reply()
        }
    }

    /// Shows what is sealed, once; the reason is in the access log before its words leave.
    private func open(_ page: BreachPage) async throws -> Reply {
        let visit = page.visit
        let reason = visit.form["reason"].trimmed
        guard reason.count >= BrokenGlass.shortestReason else {
            var page = page
            page.errors = [
                FieldError("reason", "Say why, in \(BrokenGlass.shortestReason) characters or more")
            ]
            return page.reply()
        }
        guard let words = page.opened.words, let authority = visit.question?.authority else {
            return .notFound
        }
        return SealedWordsPage(
            child: page.child, sealed: page.sealed, words: words,
            form: words.record.flatMap { authority.form($0.form)?.form },
            reader: RecordReader(visit.viewer, of: page.child, in: authority, on: visit.today), visit: visit
        ).reply().because(reason)
    }
}

extension Site {
    /// A document that is sealed, taken away; with the reason that was given where it was opened.
    private func take(_ page: BreachPage) async throws -> Reply {
        let reason = page.visit.form["reason"].trimmed
        guard reason.count >= BrokenGlass.shortestReason,
            case .document(let document)? = page.opened.words?.what,
            let authority = page.visit.question?.authority,
            RecordReader(page.visit.viewer, of: page.child, in: authority, on: page.visit.today)
                .mayRead(document.informationClass),
            let bytes = documents.read(document.digest)
        else { return .notFound }
        return .document([UInt8](bytes), document).showing([page.child.id]).because(reason)
    }
}

extension Visit {
    /// Every record that was taken off a child, of whom the viewer may know it.
    var sealedRecords: [(child: ChildRecord, sealed: SealedRecord)] {
        question.map { viewer.sealedRecords(in: $0.authority, on: today) } ?? []
    }
}

extension BreachAssessment {
    /// What was filled in, and what cannot be read.
    static func read(_ form: SentForm) -> (BreachAssessment, [FieldError]) {
        var (assessment, errors) = (BreachAssessment(), [FieldError]())
        func text(_ name: String) -> String { form[name].replacing("\r\n", with: "\n").trimmed }
        (assessment.what, assessment.seen, assessment.because) = (text("what"), text("seen"), text("because"))
        (assessment.delayBecause, assessment.notToldBecause) = (text("delay"), text("not-told"))
        assessment.lessons = text("lessons")
        assessment.risk = UInt8(form["risk"]).flatMap(BreachRisk.init(rawValue:))
        assessment.isFinished = form["finished"] == "yes"
        for name in ["reported", "told"] where !text(name).isEmpty && Day(text(name)) == nil {
            errors.append(FieldError(name, "Write the day as 2026-03-31"))
        }
        let clock = text("reported-at")
        if !clock.isEmpty, OfficeHours.minute(clock) == nil {
            errors.append(FieldError("reported-at", "Write the time as 14:30"))
        }
        assessment.reported = Day(text("reported")).map { Moment($0, minute: OfficeHours.minute(clock)) }
        assessment.told = Day(text("told"))
        return (assessment, errors)
    }
}

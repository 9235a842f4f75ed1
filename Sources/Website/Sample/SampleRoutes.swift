import Access
import Casework
import Days
import Forms
import HTML
import Oversight
import Service

extension Link {
    static let sample = Link("sample")
    /// The sample of a month; of the last that is over, where none is named.
    static func sample(_ month: Month?) -> Link { sample.query("month", month?.description) }
    static func sampled(_ child: ChildID, _ event: EventID) -> Link {
        Link("children", child.description, "sample", event.description)
    }
}

extension Site {
    /// The second reader's sample of each month.
    var sampleRoutes: [Route] {
        [
            .get("/sample", .may(.readSample)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Second reading") }
                let month = visit.asked("month").flatMap { Month($0) } ?? Month(overBy: question.threadDay)
                let sight = visit.sight(question, .readSample)
                return SamplePage(
                    sample: try await samples.sample(of: month, question).told(sight.mayList), question: question,
                    accounts: try await gate.people(), visit: visit
                ).reply()
            },
            .get("/children/:id/sample/:record", .child(.readSample)) { visit in
                guard let page = try await sampledPage(visit) else { return .notFound }
                return page.reply()
            },
            .post("/children/:id/sample/:record", .child(.readSample)) { visit in
                guard let page = try await sampledPage(visit) else { return .notFound }
                return try await read(visit, page)
            },
        ]
    }

    private func sampledPage(_ visit: Visit) async throws -> SampledPage? {
        guard let child = visit.child, let question = visit.question, let event = visit.event("record") else {
            return nil
        }
        let authority = question.authority
        let day =
            child.records.first { $0.origin.event == event }?.day
            ?? child.joinAnswers.first { $0.origin.event == event }?.day
        guard let day else { return nil }
        let accounts = try await gate.people()
        let item = try await samples.sample(of: Month(containing: day), question).drawn.first {
            $0.child == child.id && $0.fact == event
        }
        var signed: (record: SignedRecord, form: Forms.Form?)?
        if item?.record != nil,
            let versions = try await records.versions(of: event, of: child.id, through: authority.head)
        {
            let record = versions.newest.record
            signed = (record, authority.form(record.form)?.form)
        }
        return SampledPage(
            child: child, item: item, signed: signed,
            refusal: item.flatMap { visit.refusal(of: $0, accounts, in: authority) },
            reader: RecordReader(visit.viewer, of: child, in: authority, on: visit.today), accounts: accounts,
            visit: visit)
    }

    private func read(_ visit: Visit, _ page: SampledPage) async throws -> Reply {
        var page = page
        guard page.waits, let item = page.item, let question = visit.question else { return page.reply() }
        let says = visit.form["agrees"]
        guard says == "yes" || says == "no" else {
            page.errors = [FieldError("agrees", "Say whether it was right to close it so")]
            return page.reply()
        }
        do {
            try await ReadSample(
                item, agrees: says == "yes", because: visit.form["because"], by: visit.reader,
                closer: visit.closer(of: item, page.accounts)
            ).run(
                in: journal, knowing: question, command: CommandID(text: visit.form["command"]) ?? .new,
                by: .account(visit.viewer.id), at: visit.now)
        } catch let refusals as RecordRefusals {
            page.errors = refusals.toDo
            return page.reply()
        }
        return .seeOther(Link.sample(Month(containing: item.on)).query("read", "yes"))
    }
}

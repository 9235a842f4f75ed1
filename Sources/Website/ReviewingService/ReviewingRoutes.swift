import Access
import Casework
import Days
import HTML
import Measures
import Service

extension Link {
    static let reviewingService = Link("reviewing-service")
    static let reviewingPlan = Link("reviewing-service", "plan")
    static let reviewingVersions = Link("reviewing-service", "versions")
    static let reviewingReport = Link("reviewing-service", "report")
    static let reviewingChildren = Link("reviewing-service", "children")

    static func reviewingReport(_ year: CollectionYear) -> Link { reviewingReport.query("year", "\(year)") }
    static func reviewingAction(_ action: ReviewingAction) -> Link { reviewingService.fragment("action-\(action.id)") }
}

extension Site {
    /// The reviewing service's own plan, what the records show beside it, and its report.
    var reviewingRoutes: [Route] {
        [
            .get("/reviewing-service", .may(.seeReviewingService)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Reviewing service") }
                return ReviewingServicePage(standing: await standing(question), question: question, visit: visit)
                    .reply()
            },
            .get("/reviewing-service/children", .may(.seeReviewingService)) { visit in
                guard let question = visit.question else { return .notFound }
                let records = await reviewing.records(question)
                return ReviewingChildrenPage(records, question, visit)?.reply() ?? .notFound
            },
            .get("/reviewing-service/versions", .may(.seeReviewingService)) { visit in
                guard let question = visit.question else { return .notFound }
                return ReviewingVersionsPage(question, visit)?.reply() ?? .notFound
            },
            .get("/reviewing-service/plan", .may(.planReviewing)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Reviewing service") }
                return ReviewingPlanPage(
                    .toChange(question), on: question.authority.reviewing.plans.last?.event, visit
                ).reply()
            },
            .post("/reviewing-service/plan", .may(.planReviewing)) { try await signPlan($0) },
            .get("/reviewing-service/report", .may(.seeReviewingService)) { visit in
                guard let question = visit.question else { return visit.nothingYet("Reviewing service") }
                return await drawnReport(question, visit)
            },
            .post("/reviewing-service/report", .may(.planReviewing)) { try await publishReport($0) },
        ]
    }

    private func standing(_ question: Question) async -> ReviewingStanding {
        ReviewingStanding(
            await reviewing.records(question), question.authority.reviewing, on: question.serviceDay)
    }

    /// The report of the year that is asked for, else of the last that is over as far as the records speak. Of a year that
    /// they do not speak of to its end, the page says when it will be there.
    private func drawnReport(_ question: Question, _ visit: Visit) async -> Reply {
        let current = CollectionYear(containing: question.asAt)
        let latest = question.asAt == current.lastDay ? current : current.previous
        let year = visit.asked("year").map { CollectionYear($0) } ?? latest
        guard let year, year <= CollectionYear(containing: question.serviceDay) else { return .notFound }
        guard year.lastDay <= question.asAt else {
            return ReviewingReportToCome(year: year, question: question, visit: visit).reply()
        }
        let end = Question(question.authority, asAt: year.lastDay, context: question.context)
        let page = ReviewingReportPage(
            year: year, standing: await standing(end), question: question, visit: visit,
            paper: paper(.reviewingReport(year)))
        return await onPaper(page.bytes(), visit, name: "reviewing-service-\(year)")
    }

    private func signPlan(_ visit: Visit) async throws -> Reply {
        var plan = ReviewingPlanCommand(visit.form)
        plan.signedBy = visit.viewer.name
        let drawn = Int64(visit.form["drawn"]).map { EventID($0) }
        if visit.form["do"] == "more" {
            plan.actions += [ReviewingPlanCommand.Row(), ReviewingPlanCommand.Row()]
            return ReviewingPlanPage(plan, on: drawn, visit).reply()
        }
        do {
            _ = try await SignReviewingPlan(plan, on: .version(drawn)).run(
                in: journal, knowing: try await records.current(),
                command: CommandID(text: visit.form["command"]) ?? .new, by: .account(visit.viewer.id), at: visit.now)
            return .seeOther(Link.reviewingService.query("signed", "yes"))
        } catch let refusals as RecordRefusals {
            guard refusals.all.contains(where: { $0.field == SignReviewingPlan.drawnField }) else {
                return ReviewingPlanPage(plan, on: drawn, visit, errors: refusals.ofPlan).reply()
            }
            let service = try await records.current().reviewing
            return ReviewingPlanPage(
                plan, on: service.plans.last?.event, visit, errors: refusals.ofPlan,
                changes: service.changes(since: drawn)
            ).reply()
        }
    }

    private func publishReport(_ visit: Visit) async throws -> Reply {
        var report = ReviewingReportCommand()
        (report.year, report.day) = (visit.form["year"], visit.form["day"])
        (report.place, report.presented) = (visit.form["place"], visit.form["presented"])
        report.signedBy = visit.viewer.name
        do {
            try await PublishReviewingReport(report).run(
                in: journal, knowing: try await records.current(),
                command: CommandID(text: visit.form["command"]) ?? .new, by: .account(visit.viewer.id), at: visit.now)
            return .seeOther(Link.reviewingService.query("published", "yes"))
        } catch let refusals as RecordRefusals {
            guard let question = visit.question else { return .notFound }
            return ReviewingPublishedPage(report, question, visit, errors: refusals.ofPlan).reply()
        }
    }
}

extension RecordRefusals {
    /// Each at its field of the plan's page.
    var ofPlan: [FieldError] {
        all.map { FieldError(ReviewingPlanPage.name($0.field), "\($0.what.capitalised): \($0.remedy)") }
    }
}

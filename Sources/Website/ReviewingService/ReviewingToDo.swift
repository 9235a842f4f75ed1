import Access
import Casework
import Days
import HTML
import Service

/// What of the reviewing service's plan has passed its day, for those who answer for it: the manager of the service and the
/// director. It stays until it is done.
struct ReviewingToDo {
    let actions: [ReviewingAction]
    let reports: [(year: CollectionYear, due: Day)]
    let isWithoutPlan: Bool
}

extension Visit {
    /// Nil for anybody else, and where nothing has.
    func reviewingToDo(_ question: Question) -> ReviewingToDo? {
        guard viewer.roles.contains(where: { $0 == .iroManager || $0 == .director }) else { return nil }
        let (service, day) = (question.authority.reviewing, question.serviceDay)
        let toDo = ReviewingToDo(
            actions: service.actionsPast(on: day), reports: service.reportsLate(on: day),
            isWithoutPlan: service.plan(on: day)?.year != CollectionYear(containing: day)
                && viewer.may(.planReviewing))
        return toDo.actions.isEmpty && toDo.reports.isEmpty && !toDo.isWithoutPlan ? nil : toDo
    }
}

extension Writer {
    mutating func reviewingToDo(_ toDo: ReviewingToDo?) {
        guard let toDo else { return }
        h2("The reviewing service’s plan", .class("govuk-heading-m tl-rung"))
        ul(.class("govuk-list govuk-list--bullet")) { list in
            if toDo.isWithoutPlan {
                list.li { item in
                    item.text("No plan of this year is signed. ")
                    item.a(.reviewingPlan, "Write the plan", .class("govuk-link"))
                }
            }
            for action in toDo.actions {
                list.li { item in
                    item.a(.reviewingAction(action), action.what, .class("govuk-link"))
                    item.text(": \(action.owner), by \(action.due.inWords), which has passed")
                }
            }
            for (year, due) in toDo.reports {
                list.li { item in
                    item.a(.reviewingReport(year), "The report of \(year)", .class("govuk-link"))
                    item.text(" was to be published by \(due.inWords)")
                }
            }
        }
    }
}

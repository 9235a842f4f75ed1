import Casework
import Days

/// A plan that anybody may sign, to be spoilt in one place.
enum ReviewingPlans {
    static func command(_ change: (inout ReviewingPlanCommand) -> Void = { _ in }) -> ReviewingPlanCommand {
        var plan = ReviewingPlanCommand()
        (plan.year, plan.day, plan.signedBy) = ("2018-19", "2018-05-14", "Ruth Example")
        (plan.established, plan.inPost, plan.reportDue) = ("8", "6.4", "2019-09-30")
        for function in ReviewingFunction.allCases { plan.functions[function.rawValue] = "As it is written" }
        var row = ReviewingPlanCommand.Row()
        (row.function, row.what, row.owner) = ("enough_officers", "Fill the empty post", "Ruth Example")
        (row.due, row.knownBy) = ("2018-10-31", "No officer holds more than 70 children")
        plan.actions = [row]
        change(&plan)
        return plan
    }

    /// The plan that it makes; the fields and remedies of what is in its way.
    static func decided(
        _ command: ReviewingPlanCommand, beside known: ReviewingServicePlan? = nil,
        in authority: Authority = Authority()
    ) -> Result<ReviewingServicePlan, RecordRefusals> {
        command.decided(beside: known, names: NamesHere(authority), today: Day("2018-06-30")!)
    }

    static func refused(_ change: (inout ReviewingPlanCommand) -> Void) -> [String: String] {
        guard case .failure(let refusals) = decided(command(change)) else { return [:] }
        return Dictionary(refusals.all.map { ($0.field, $0.remedy) }) { first, _ in first }
    }

    static func plan(_ change: (inout ReviewingServicePlan) -> Void = { _ in }) throws -> ReviewingServicePlan {
        var plan = try decided(command()).get()
        change(&plan)
        return plan
    }
}

import Casework
import Days

/// Every standard, in the order of the catalogue.
public enum Catalogue {
    public static let standards: [Standard] =
        carePlanning + reviews + visits + health + education + rights + legal + adoption + independentReviewing
        + leavingCare + missingChildren + assessments

    static let rota = Rota(standards)

    /// The standard that a duty is of.
    public static func standard(of duty: Duty) -> Standard { standards[Int(duty.standard)] }

    /// What pages ask of a duty's standard for each line, without a copy of the whole of it.
    public static func title(of duty: Duty) -> String { standards[Int(duty.standard)].title }
    public static func weight(of duty: Duty) -> Weight { weights[Int(duty.standard)] }
    private static let weights = standards.map(\.weight)

    /// Every duty of one child as at a day.
    public static func duties(of child: ChildAsAt, _ context: Context) -> [Duty] {
        var list = DutyList()
        addDuties(of: child, context, to: &list)
        return list.duties
    }

    /// Adds every duty of one child to a list whose room is used again from child to child.
    public static func addDuties(of child: ChildAsAt, _ context: Context, to list: inout DutyList) {
        Walk(child, context).run(&list)
    }

    /// The reviews alone (RV01 to RV03, and what a second review starts), for whoever counts nothing else.
    public static func addReviewDuties(of child: ChildAsAt, _ context: Context, to list: inout DutyList) {
        Walk(child, context).runReviews(&list)
    }
}

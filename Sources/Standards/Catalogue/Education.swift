import Casework
import Days

/// Education: the personal education plan and a school place. Promoting the education of looked-after children, 2018.
extension Catalogue {
    private static let guidance = Citation("PEL 2018")

    static let education: [Standard] = [
        .unseen(
            "ED01", "Personal education plan begun within 10 working days", .statutoryGuidance, .secondary, guidance,
            .careBegan, .workingDays(10), .personalEducationPlan, fromAge: 4,
            shownBy: Shown(kind: .personalEducationPlan)),
        .unseen(
            "ED02", "Personal education plan ready for the first review", .statutoryGuidance, .secondary, guidance,
            .careBegan, .workingDays(20), .personalEducationPlan, fromAge: 4,
            shownBy: Shown(kind: .personalEducationPlan)),
        .worked(
            "ED03", "Personal education plan reviewed each school term", .statutoryGuidance, .secondary, guidance,
            .careBegan, alsoReads: [.identity, .recorded]
        ) { occasion, walk, list in walk.educationPlanEachTerm(occasion, &list) }
        .notAsking("terms that the council has not set"),
        .worked(
            "ED04", "Personal education plan holds all that it must", .regulation, .verified,
            .cpr2010("5; Sch 1 para 2"), .educationPlanned
        ) { occasion, walk, list in walk.ofPlan(occasion, &list, says: walk.holdsAllOfEducation) },
        .unseen(
            "ED05", "School place kept through a move, or found within 20 school days", .statutoryGuidance,
            .unverified, guidance, .placementBegan, .unsaid, [.schooling, .schoolTerms], alsoReads: [.identity]
        ) { occasion, walk in
            walk.isMove(occasion)
                && (walk.isInKeyStage4(on: occasion.day) ?? true
                    || walk.isOfSchoolAgeBelowKeyStage4(on: occasion.day) ?? true)
        },
        .unstarted(
            "ED06", "Virtual school head appointed", .regulation, .secondary, Citation("CA 1989", "s22(3B)"),
            because: "it is the authority’s duty, not owed child by child"),
        .unstarted(
            "ED07", "Attendance under 90 % or a suspension leads to a review of the plan", .local, .secondary,
            Citation("Local aim"),
            because: "it holds no attendance, and a plan that is signed here tells it in words, which nothing counts"),
    ]
}

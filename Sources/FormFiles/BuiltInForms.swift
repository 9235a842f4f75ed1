/// The forms that come with the product, as the files of `Forms/` that are built into it.
enum BuiltInForms {
    static var all: [(name: String, bytes: [UInt8])] {
        [
            ("case_note.yaml", PackageResources.case_note_yaml),
            ("visit.yaml", PackageResources.visit_yaml),
            ("assessment.yaml", PackageResources.assessment_yaml),
            ("care_plan.yaml", PackageResources.care_plan_yaml),
            ("placement_plan.yaml", PackageResources.placement_plan_yaml),
            ("pathway_plan.yaml", PackageResources.pathway_plan_yaml),
            ("review.yaml", PackageResources.review_yaml),
            ("family_time_plan.yaml", PackageResources.family_time_plan_yaml),
            ("direct_work.yaml", PackageResources.direct_work_yaml),
            ("life_story.yaml", PackageResources.life_story_yaml),
            ("identity_profile.yaml", PackageResources.identity_profile_yaml),
            ("health_assessment.yaml", PackageResources.health_assessment_yaml),
            ("personal_education_plan.yaml", PackageResources.personal_education_plan_yaml),
            ("management_decision.yaml", PackageResources.management_decision_yaml),
            ("legal_planning.yaml", PackageResources.legal_planning_yaml),
            ("people.yaml", PackageResources.people_yaml),
            ("chronology_entry.yaml", PackageResources.chronology_entry_yaml),
            ("court_statement.yaml", PackageResources.court_statement_yaml),
            ("siblings.yaml", PackageResources.siblings_yaml),
            ("handover.yaml", PackageResources.handover_yaml),
            ("taking_over.yaml", PackageResources.taking_over_yaml),
            ("placement_request.yaml", PackageResources.placement_request_yaml),
            ("copies_given.yaml", PackageResources.copies_given_yaml),
            ("assessment_start.yaml", PackageResources.assessment_start_yaml),
            ("assessment_approval.yaml", PackageResources.assessment_approval_yaml),
            ("review_contribution.yaml", PackageResources.review_contribution_yaml),
            ("keeping_in_touch.yaml", PackageResources.keeping_in_touch_yaml),
            ("life_story_chapter.yaml", PackageResources.life_story_chapter_yaml),
            ("look_between_reviews.yaml", PackageResources.look_between_reviews_yaml),
            ("concern_answer.yaml", PackageResources.concern_answer_yaml),
            ("concern_step.yaml", PackageResources.concern_step_yaml),
            ("assessment_audit.yaml", PackageResources.assessment_audit_yaml),
        ]
    }
}

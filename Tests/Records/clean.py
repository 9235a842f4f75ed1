"""A child's record in which everything is joined up, as lines of `throughline record`, each under a name."""

import copy

CHILD = "900001"
#: The day that everything is asked about.
DAY = "2026-03-20"

PLAN_WORDS = {
    name: "As agreed with Ada and her carers."
    for name in [
        "health", "education", "emotional", "identity", "family_and_social", "social_presentation", "self_care",
        "wishes", "agreement"]
}

_CLEAN = {
    "placement_plan": ("placement_plan", "2026-01-12", {
        "placement_from": "2026-01-12", "arrangements": "Own room.", "wishes": "To keep her cat.",
        "delegated_authority": "Carers: haircuts, sleepovers.", "family_and_social": "Mum on Saturdays.",
        "agreement": "Mum signed."}),
    "assessment_start": ("assessment_start", "2026-01-13", {
        "assessment_type": "initial", "target": "2026-01-30", "target_reason": "She came in a hurry."}),
    "assessment": ("assessment", "2026-01-20", {
        "assessment_type": "initial", "target": "2026-01-30", "target_reason": "She came in a hurry.",
        "history": "Two moves before.", "placement_from": "2026-01-12", "what": "She wakes.", "so_what": "She is tired.",
        "now_what": "Calm nights.",
        "needs": [
            {"id": "N1", "what": "To feel safe at night", "area": "emotional"},
            {"id": "N2", "what": "To know her father’s family", "area": "identity"}],
        "risks": [{"id": "R1", "what": "Older boys at the park", "level": "high", "known": True}]}),
    "approval": ("assessment_approval", "2026-01-21", {
        "assessed_on": "2026-01-20", "managers_answer": "approved",
        "managers_comment": "The nights explain her days; the park is the open question."}),
    "care_plan": ("care_plan", "2026-01-22", {
        **PLAN_WORDS, "permanence": "return_home",
        "outcomes": [{
            "id": "O1", "what": "Sleeps through", "need": "N1", "baseline": "wakes four times", "target": "once",
            "measure": "carers’ diary", "measure_by": "2026-06-01"},
            {"id": "O2", "what": "Knows her father’s family by name", "need": "N2", "baseline": "nobody",
             "target": "three", "measure": "her own words", "measure_by": "2026-07-01"}],
        "actions": [
            {"id": "A1", "what": "A story and a night light", "owner": "Carer", "due": "2026-05-01",
             "purpose": "Calm nights", "addresses": ["N1", "O1"]},
            {"id": "A2", "what": "Ask her aunt for photographs", "owner": "Ann Worker", "due": "2026-05-01",
             "purpose": "To know them", "addresses": ["N2"]},
            {"id": "A3", "what": "Collect her from school", "owner": "Carer", "due": "2026-05-01",
             "purpose": "Not alone in the park", "addresses": ["R1"]}]}),
    "family_time": ("family_time_plan", "2026-01-22", {
        "wishes": "Saturdays.",
        "people": [{"person": "Mum", "arrangement": "Saturdays at ten", "formal": True, "wish": "Yes"}]}),
    "visit": ("visit", "2026-02-03", {
        "purpose": "How she sleeps", "purpose_actions": ["A1"], "seen": True, "alone": "alone", "place": "placement",
        "childs_words": "I like the light.", "observations": "Calm.", "significant": "none",
        "views": [{"id": "V1", "what": "I want to see nan", "clearly_said": True}],
        "actions": [{
            "id": "A4", "what": "Ask nan", "owner": "Ann Worker", "due": "2026-05-01", "purpose": "She misses her",
            "addresses": ["V1"]}]}),
    "review": ("review", "2026-02-06", {
        "participation": "PN1", "spoke_alone": "yes", "wishes": "To see nan.", "chairs_view": "Going well.",
        "risks_considered": [{"item": "R1", "what": "Collected each day."}],
        "views_considered": [{"item": "V1", "what": "Agreed."}],
        "views_answered": [{"view": "V1", "done": "Nan comes on Sundays", "told": "By Ann"}],
        "health_considered": "Well.",
        "decisions": [{"id": "D1", "what": "Nan on Sundays", "owner": "Ann Worker", "due": "2026-03-01"}]}),
    "direct_work": ("direct_work", "2026-02-15", {
        "aim": "Feelings", "tool": "Cards", "childs_words": "Blue.", "effect_on_plan": "None needed."}),
    "life_story": ("life_story", "2026-02-15", {"life_story_state": "started", "told_why_in_care": True}),
    "health": ("health_assessment", "2026-02-20", {
        "consent_sent": "2026-01-15", "appointment_held": "2026-02-01", "report_received": "2026-02-10"}),
}


#: Whose word it is, where a command line has none.
SIGNERS = {
    "assessment_approval": "Kay Manager", "look_between_reviews": "Ira Officer", "concern_step": "Ira Officer",
    "assessment_audit": "Vi Auditor"}


def line(name: str, kind: str, occurred: str, answers: dict, child: str = CHILD) -> dict:
    told = {"command_id": f"{child}-{name}", "child": child, "kind": kind, "occurred": occurred, "answers": answers}
    # A command line approves nothing by itself.
    return {**told, "on_behalf_of": SIGNERS[kind]} if kind in SIGNERS else told


def clean(child: str = CHILD) -> dict[str, dict]:
    """The lines by name, for a test to change and send."""
    return {name: line(name, *copy.deepcopy(told), child=child) for name, told in _CLEAN.items()}

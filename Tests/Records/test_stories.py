"""The stories of Severn Vale, by name: whose life got better, and where something is left unjoined. Each kind of break is
found twice, each strength at least once, and nothing that nobody wrote into the stories."""

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from conftest import PROGRAM, ROOT
from planted import keep

sys.path.insert(0, str(ROOT / "scripts"))
from fictional_server import fictional_records  # noqa: E402

#: Children of whom something should be joined up, and what.
UNJOINED = {
    "Bartholomew-Alexander Theodore Willowthwaite-Copperstead": {"adulthood_not_answered", "handover_not_accepted"},
    "Stephen Fallowmere": {"adulthood_not_answered"},
    "Hamid Traimur": {"need_without_action", "view_not_answered"},
    "Llewelyn Willowley": {"disclosure_not_followed", "siblings_apart"},
    "Ruby Willowley": {"assessment_without_history", "identity_need_without_action", "siblings_apart"},
    "Logan Quilldale": {"assessment_sent_back", "action_incomplete", "outcome_not_measured"},
    "Kofi Pebbleworth": {"change_not_looked_at"},
    "Elis Joshua Marlthwaite": {"child_not_told_why", "view_not_considered"},
    "Tess Siobhan Emberstead": {"placement_plan_absent", "change_not_looked_at"},
    "Leo Pebblestead": {"action_without_need", "assessment_inadequate", "assessment_without_analysis"},
    "Idris Wickdale": {
        "concern_not_answered", "decision_past_two_reviews", "handover_absent", "no_direct_work"},
    "Rhea Hazelcombe": {
        "family_time_not_arranged", "handover_absent", "life_story_not_started", "need_without_outcome"},
    "Greta Herongate": {"assessment_past_its_day", "family_time_not_formal", "outcome_incomplete", "visit_without_actions"},
    "Phoebe Bramley": {
        "action_without_effect", "concern_answer_not_looked_at", "family_time_not_happening", "handover_absent", "review_asked_not_held"},
    "Oliver Embercombe": {"assessment_not_approved", "health_dates_disagree", "visit_without_purpose"},
    "Wiktor Llewelyn Wolazescu": {
        "assessment_leaves_out_risk", "handover_absent", "review_left_decision", "review_left_health"},
    "Zainab Farumeer": {"assessment_of_another_placement", "reader_does_not_agree"},
    "Megan Tarnwick": {"handover_absent", "review_left_risk", "risk_without_action"},
    "Omar Jayden Herondale": {"handover_absent", "need_without_action", "view_not_answered"},
    "Inaya O’Azavand": {"disclosure_not_followed", "siblings_apart"},
    "Hafsa Azavand": {"change_not_looked_at"},
    "Khalid Azavand": {
        "assessment_without_history", "handover_not_accepted", "identity_need_without_action", "siblings_apart"},
    "Gwenllian Sedgebrook": {"handover_absent", "plan_absent"},
    "Lily-Mae Willowhurst": {"assessment_sent_back", "action_incomplete", "outcome_not_measured"},
    "Orla Hazelley": {"child_not_told_why", "siblings_apart", "view_not_considered"},
    "Niamh Hazelley": {
        "action_without_need", "assessment_inadequate", "assessment_without_analysis", "siblings_apart"},
    "Phoebe Quillhurst-Bramwick": {"concern_not_answered", "decision_past_two_reviews", "no_direct_work"},
    "Kayleigh Pebbledale": {
        "family_time_not_arranged", "life_story_not_started", "need_without_outcome", "siblings_apart"},
    "Mackenzie Pebbledale": {"assessment_past_its_day", "family_time_not_formal", "outcome_incomplete", "visit_without_actions"},
    "Ruby Pebbledale": {
        "action_without_effect", "concern_answer_not_looked_at", "family_time_not_happening", "review_asked_not_held", "siblings_apart"},
    "Betsy Wickgate": {"assessment_not_approved", "handover_absent", "health_dates_disagree", "visit_without_purpose"},
    "Nadia Hana Barowari": {"assessment_leaves_out_risk", "reader_does_not_agree", "review_left_decision", "review_left_health"},
    "Kitty Thorngate": {"assessment_of_another_placement", "handover_not_accepted"},
    "Oana Phoebe Wolalanu-Otterstead": {"placement_plan_absent", "change_not_looked_at"},
    "Georgia Fallowmere": {"plan_absent"},
    "Lacey Pebblehurst": {"review_left_risk", "risk_without_action"},
}
#: Children whose story is whole.
WHOLE = {
    "Kian Sedgeworth", "Lucia Ada Brzomir", "Jago Thornwick", "Bryn Tarnhurst", "Betsy Otterbrook", "Awet Nasfamari",
    "Milo Tarnstead", "Teddy Wickgate", "Magda Orla Lisptean", "Maya Esme Wickgate", "Yusuf Embergate",
    "Ruby Embergate",
}
#: Moved while the story is told; both the assessment and the plan were looked at again.
LOOKED_AGAIN = {"Betsy Otterbrook", "Maya Esme Wickgate"}
#: An open risk has no action here either, and the record is restricted: the command line does not tell of it.
RESTRICTED = {"Tunde Bowari"}
#: A record of nothing but visits.
SEEN_ONLY = 72
#: Went home or to a guardian since, with a whole story of before: three of each of the six quarters before.
OVER = 18
#: Left care as adults; a record says how somebody kept in touch.
LEFT_CARE = 4


class Vale:
    def __init__(self, folder: Path):
        self.folder = folder
        fictional_records(PROGRAM, folder, children=600, years=8)
        with open(folder / "return/names.csv") as file:
            self.names = {
                row["ssda903_id"]: f"{row['known_as'] or row['given_names']} {row['family_name']}"
                for row in csv.DictReader(file)}
        self.lines = [json.loads(line) for line in (folder / "return/records.ndjson").read_text().splitlines()]

        with open(folder / "return/2025-26/Episodes.csv") as file:
            self.in_care = {row["CHILD"] for row in csv.DictReader(file) if not row["DEC"]}

    def ask(self, *arguments: str):
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", str(self.folder), "--format", "json"], capture_output=True, text=True,
            timeout=120)
        assert done.returncode in {0, 1}, done.stderr
        return json.loads(done.stdout)

    def number(self, name: str) -> str:
        (number,) = [number for number, each in self.names.items() if each == name]
        return number


@pytest.fixture(scope="module")
def vale(tmp_path_factory) -> Vale:
    return Vale(tmp_path_factory.mktemp("vale"))


def test_what_is_left_unjoined_is_what_the_stories_say_by_name(vale):
    found: dict[str, set[str]] = {}
    for each in vale.ask("breaks"):
        found.setdefault(vale.names[each["ssda903_id"]], set()).add(each["break"])
    # No command says that a reader does not agree, so the stories are where that is planted.
    doubted, meant = (
        [(name, "reader_does_not_agree") for name, kinds in each.items() if "reader_does_not_agree" in kinds]
        for each in [found, UNJOINED])
    for one in meant:
        keep(one, [each for each in doubted if each == one or each not in meant])
    assert found == UNJOINED


def test_each_kind_of_break_is_found_twice_at_the_least(vale):
    # One that another stands for is found under it.
    counts = Counter(kind for each in vale.ask("breaks") for kind in [each["break"], *each["folded"]])
    assert set(counts) == {each["break"] for each in vale.ask("breaks", "--kinds")}
    assert min(counts.values()) >= 2, counts


def test_the_others_are_whole_or_barely_begun(vale):
    told = Counter(each["child"] for each in vale.lines)
    whole = {child for child, count in told.items() if count > 5}
    over = whole - vale.in_care
    assert len(over) == OVER
    stories = {vale.names[child] for child in whole & vale.in_care}
    assert stories == set(UNJOINED) | WHOLE | RESTRICTED
    assert 40 <= len(stories) <= 50
    left = {each["child"] for each in vale.lines if each["kind"] == "keeping_in_touch"}
    assert len(left) == LEFT_CARE and not stories & {vale.names[child] for child in left}
    assert len(told) - len(stories) - len(over) - len(left) == SEEN_ONLY


def test_each_strength_is_there(vale):
    def told(kind: str, field: str) -> list:
        return [each["answers"][field] for each in vale.lines if each["kind"] == kind and field in each["answers"]]

    changes = Counter(row["change"] for rows in told("case_note", "measurements") for row in rows)
    assert changes["better"] >= 10 and changes["same"] >= 10, changes
    assert sum(1 for rows in told("assessment", "strengths") for _ in rows) >= 40
    assert sum(1 for rows in told("review", "views_answered") for row in rows if row["told"]) >= 30
    assert sum(1 for rows in told("case_note", "progress") for row in rows if row.get("effect")) >= 30
    assert told("life_story", "life_story_state").count("current") >= 10
    assert sum(told("life_story", "told_why_in_care")) >= 30
    chapters = Counter(told("life_story_chapter", "chapter_told"))
    assert chapters["told"] >= 2 and chapters["not_yet"] >= 2, chapters
    reached = Counter(told("keeping_in_touch", "reached"))
    assert reached[True] >= 4 and reached[False] >= 2, reached
    assert len(told("visit", "evidences")) >= 30
    steps = Counter(row["step"] for rows in told("concern_step", "concern_steps") for row in rows)
    assert min(steps[step] for step in [
        "closed_something_changed", "closed_nothing_changed", "taken_higher", "formal_dispute_begun",
        "cafcass_considered_not_now"]) >= 2, steps
    words = Counter(told("assessment_approval", "managers_answer"))
    assert words["sent_back"] >= 10 and words["approved"] >= 40, words
    grades = Counter(told("assessment_audit", "audit_grade"))
    assert min(grades[grade] for grade in ["good", "requires_improvement"]) >= 8, grades
    assert 1 <= grades["inadequate"] <= 4 and 1 <= grades["outstanding"] <= 3, grades
    ways = Counter(told("review_contribution", "contributed_how"))
    assert ways["alone"] >= 3 and ways["with_help"] >= 3, ways
    assert len(told("pathway_plan", "adulthood")) >= 2
    agreed = Counter(row["agreed"] for rows in told("care_plan", "agreements") for row in rows)
    assert min(agreed[said] for said in ["agreed", "not_agreed", "could_not_be_asked"]) >= 2, agreed
    deciders = Counter(row["decides"] for rows in told("placement_plan", "delegated_decisions") for row in rows)
    assert min(deciders[who] for who in ["the_carer", "a_parent", "the_council"]) >= 2, deciders
    ready = Counter(row["ready"] for rows in told("pathway_plan", "readiness") for row in rows)
    assert min(ready[how] for how in ["they_have_it", "working_on_it", "not_needed"]) >= 2, ready
    consents = Counter(row["consent"] for rows in told("people", "consents") for row in rows)
    assert min(consents[said] for said in ["given", "refused"]) >= 2, consents
    came = Counter(row["there"] for rows in told("review", "attended") for row in rows)
    assert min(came[how] for how in ["was_there", "sent_their_views", "invited_and_not_there"]) >= 2, came
    assert len(told("review", "first_meeting")) >= 2
    answered = [row for rows in told("care_plan", "needs_answered") for row in rows]
    assert sum(1 for row in answered if "because" in row) >= 2 and sum(1 for row in answered if "action" in row) >= 2
    plans = Counter(each["child"] for each in vale.lines if each["kind"] == "care_plan")
    assert {vale.names[child] for child, count in plans.items() if count > 1} == LOOKED_AGAIN


#: How many assessments an auditor graded: about two in three, and each that something is wrong with.
AUDITED = 32
#: What is left out of an assessment, and the part that an auditor does not find good enough for it.
WEAK = {
    "assessment_without_analysis": "analysis_grade", "assessment_without_history": "history_grade",
    "assessment_of_another_placement": "currency_grade", "assessment_sent_back": "views_grade"}


def test_audits_are_uneven_and_true_to_the_story(vale):
    every = [each for each in vale.lines if each["kind"] == "assessment_audit"]
    audits = {vale.names[each["child"]]: each for each in every if each["child"] in vale.in_care}
    assert len(audits) == AUDITED and len(every) == AUDITED + OVER
    assert not set(audits) - set(UNJOINED) - WHOLE - RESTRICTED
    with open(vale.folder / "return/staff.csv") as file:
        staff = {row["name"] for row in csv.DictReader(file)}
    by = Counter(each["answers"]["assessor"] for each in every)
    assert set(by) <= staff and len(by) >= 8 and max(by.values()) >= 3, by
    assert len({each["occurred"][:7] for each in every}) >= 8, "months of a trend"
    for name, kinds in UNJOINED.items():
        for kind in kinds & set(WEAK):
            said = audits[name]["answers"]
            assert said[WEAK[kind]] in {"requires_improvement", "inadequate"}, name
            assert said["audit_grade"] in {"requires_improvement", "inadequate"} and "none_because" not in said["actions"]
    for name in WHOLE & set(audits):
        grades = {grade for field, grade in audits[name]["answers"].items() if field.endswith("_grade")}
        assert "inadequate" not in grades, name


def test_the_three_children_of_the_walkthrough_are_as_it_tells(vale):
    page = " ".join((ROOT / "docs/walkthrough.md").read_text().split())
    count = len(UNJOINED) + len(WHOLE) + len(RESTRICTED)
    assert f"of {count} of them people have written a whole story here, of {SEEN_ONLY} more" in page and f"of {LEFT_CARE} care leavers" in page
    assert f"of {OVER} who have gone home or to a guardian since" in page
    for name, breaks in [("Kian Sedgeworth", set()), ("Megan Tarnwick", UNJOINED["Megan Tarnwick"]),
                         ("Kofi Pebbleworth", UNJOINED["Kofi Pebbleworth"])]:
        assert name in page and vale.number(name) in page
        thread = vale.ask("thread", vale.number(name))
        assert {each["break"] for each in thread["breaks"]} == breaks
        for each in thread["breaks"]:
            assert each["title"] in page, each["title"]
        assert thread["strengths"][0]["what"] in page and thread["needs"][0]["what"] in page

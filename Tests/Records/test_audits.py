"""What auditors found: each assessment once, by its last audit; assessors by the alphabet; what became of the plans."""

import json

from clean import clean, line

PARTS = ["analysis", "needs", "history", "views", "currency"]
GRADES = ["outstanding", "good", "requires_improvement", "inadequate"]
DAY = "2026-03-20"


def audit(child: str, grade: str, assessor: str, on: str = "2026-03-02", **told) -> dict:
    """An audit of the assessment of 20 January, each part as good as the whole."""
    graded = {f"{part}_grade": told.pop(part, grade) for part in PARTS}
    return line(f"audit-{on}", "assessment_audit", on, {
        "assessed_on": "2026-01-20", "assessor": assessor, "audit_grade": grade, **graded,
        "what_was_good": "Her words open it.", "what_is_missing": "What the park means.",
        "actions": {"none_because": "The plan asks for it."}, **told}, child=child)


def opened(authority, child: str, *audits: dict) -> None:
    authority.open_child(child)
    authority.record([*clean(child).values(), *audits])


def told(authority, *options: str, exits: int = 0) -> dict:
    return json.loads(authority.run("audits", "--format", "json", "--as-at", DAY, *options, exits={exits}))


def grades(**counted: int) -> dict:
    return {name: counted.get(name, 0) for name in GRADES}


def test_each_assessment_counts_once_by_its_last_audit(authority):
    opened(authority, "900001", audit("900001", "inadequate", "Ann"), audit("900001", "good", "Ann", "2026-03-10", analysis="outstanding"))
    opened(authority, "900002", audit("900002", "requires_improvement", "Bea", "2026-02-20"))
    opened(authority, "900003")
    found = told(authority)
    assert (found["as_at"], found["from"]) == (DAY, "2024-04-01")
    of_quarter = {each["part"]: each["grades"] for each in found["quarters"] if each["quarter"] == "2026-Q1"}
    assert of_quarter[None] == grades(good=1, requires_improvement=1)
    assert of_quarter["analysis"] == grades(outstanding=1, requires_improvement=1)
    assert set(of_quarter) == {None, *PARTS} and {each["quarter"] for each in found["quarters"]} == {"2026-Q1"}
    # The numbers are those of the audits that stand in the same answer.
    assert sorted((each["ssda903_id"], each["grade"], each["on"]) for each in found["audits"]) == [
        ("900001", "good", "2026-03-10"), ("900002", "requires_improvement", "2026-02-20")]
    # On the day before, the first audit stood.
    before = json.loads(authority.run("audits", "--format", "json", "--as-at", "2026-03-09", exits={1}))
    assert [each["grade"] for each in before["audits"]] == ["requires_improvement", "inadequate"]
    assert [(each["ssda903_id"], each["since"]) for each in before["inadequate"]] == [("900001", "2026-03-02")]


def test_assessors_stand_by_the_alphabet_and_few_have_no_place(authority):
    for number in range(11):
        child = f"9000{number + 10}"
        by, grade = ("Zoe", "good") if number < 5 else ("amy", "inadequate") if number < 10 else ("Bea", "good")
        opened(authority, child, audit(child, grade, by))
    spread = told(authority, exits=1)["spread"]
    assert [(each["name"], each["audited"], each["place"]) for each in spread["assessors"]] == [
        ("amy", 5, "below_95"), ("Bea", 1, None), ("Zoe", 5, "within_limits")]
    assert spread["assessors"][0]["grades"] == grades(inadequate=5)
    assert round(spread["good_or_better_percent"], 1) == 54.5
    said = authority.run("audits", "--as-at", DAY, exits={1})
    assert "1 is within what chance allows" in said and "1 below" in said and "too few to say" in said
    assert said.index("amy ") < said.index("Bea ") < said.index("Zoe ")


def test_what_became_of_the_plan_stands_by_the_grade(authority):
    opened(authority, "900001", audit("900001", "good", "Ann"))
    authority.record([line("later", "case_note", "2026-03-12", {
        "subject": "A call", "significant": "none",
        "measurements": [{"outcome": "O1", "value": "wakes once", "change": "better", "on": "2026-03-12"}],
        "progress": [{"action": "A1", "state": "done", "on": "2026-03-12", "effect": "She sleeps."}]})])
    plans = {each.pop("grade"): each for each in told(authority)["plans"]}
    assert set(plans) == set(GRADES) and plans["good"] == {
        "assessments": 1, "needs": 2, "needs_answered": 2, "actions_due": 1, "actions_done": 1, "outcomes": 2,
        "outcomes_measured": 1, "outcomes_better": 1}
    assert all(value == 0 for value in plans["inadequate"].values())
    # The day of the other action comes, and it is not done.
    later = json.loads(authority.run("audits", "--format", "json", "--as-at", "2026-05-01", exits={0, 1}))
    [good] = [each for each in later["plans"] if each["grade"] == "good"]
    assert (good["actions_due"], good["actions_done"]) == (2, 1)


def test_an_inadequate_assessment_waits_until_it_is_put_right(authority):
    opened(authority, "900001", audit("900001", "inadequate", "Ann"))
    [waiting] = told(authority, exits=1)["inadequate"]
    assert (waiting["ssda903_id"], waiting["since"]) == ("900001", "2026-03-02")
    authority.record([line("newer", "assessment", "2026-03-15", {
        "assessment_type": "update", "target": "2026-03-30", "target_reason": "The audit.", "history": "Two moves.",
        "placement_from": "2026-01-12", "what": "She sleeps.", "so_what": "She is less tired.", "now_what": "As planned.",
        "needs": {"none_because": "None new."}, "risks_considered": [{"item": "R1", "what": "Collected."}]})])
    assert told(authority)["inadequate"] == []


def test_a_restricted_record_is_in_no_number(authority):
    opened(authority, "900001", audit("900001", "good", "Ann"))
    opened(authority, "900002", audit("900002", "good", "Ann"))
    authority.run("protect", "restrict", "900002", "--to", "cli:kay", "--ordered-by", "Head", "--reason", "An aunt works here")
    found = told(authority)
    assert [each["ssda903_id"] for each in found["audits"]] == ["900001"]
    assert [each["audited"] for each in found["spread"]["assessors"]] == [1]


def test_what_cannot_be_used_is_refused(authority):
    authority.open_child()
    assert authority.run("audits", "--as-at", "yesterday", exits={2}) == ""
    assert "Nobody’s assessments are audited yet." in authority.run("audits", "--as-at", DAY)
    assert "throughline audits --as-at 2026-03-31" in authority.run_plain("audits", "--help")

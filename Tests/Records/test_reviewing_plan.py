"""The reviewing service's own plan, taken in from a file and held against the records."""

import json
from pathlib import Path

import pytest

FUNCTIONS = [
    "appointed", "enough_officers", "speaks_with_child", "voice", "consulted", "reviews", "record_given", "between_reviews",
    "concerns", "independent_advice", "independence", "one_officer", "annual_report",
]

PLAN = """\
year: 2025-26
day: {day}
signed_by: Ruth Example
posts: {{established: 2, in_post: {in_post}}}
report_due: 2026-09-30
functions:
{functions}
actions:
  - function: voice
    what: Ask each child who is to come
    owner: {owner}
    due: {due}
    known_by: Children say so
"""


@pytest.fixture
def plan(tmp_path):
    def written(**more: str) -> Path:
        said = {"day": "2026-01-15", "in_post": "1.5", "owner": "Ivo Marsh", "due": "2026-02-28", **more}
        functions = "\n".join(f"  {name}: As it is planned" for name in FUNCTIONS)
        file = tmp_path / "plan.yaml"
        file.write_text(PLAN.format(functions=functions, **said))
        return file

    return written


def told(authority, file: Path, *options: str, exits: int = 0) -> dict:
    return json.loads(authority.run("import", "reviewing-plan", str(file), "--format", "json", *options, exits={exits}))


def standing(authority, as_at: str, exits: int) -> dict:
    return json.loads(
        authority.run("reviewing-service", "--as-at", as_at, "--format", "json", exits={exits}))


def test_a_plan_is_taken_in_once_and_held_against_the_records(authority, plan):
    authority.open_child()
    before = standing(authority, "2026-02-20", exits=1)
    assert before["plan"] is None and not before["holds"] and before["capacity"]["for_each"] is None
    assert told(authority, plan(), "--dry-run")["events_appended"] == 0
    assert standing(authority, "2026-02-20", exits=1)["plan"] is None
    assert told(authority, plan())["events_appended"] == 1
    assert told(authority, plan())["events_appended"] == 0

    now = standing(authority, "2026-02-20", exits=0)
    assert now["plan"]["in_post"] == "1.5" and now["holds"]
    assert [each["function"] for each in now["functions"]] == FUNCTIONS
    assert {each["answer"] for each in now["functions"]} <= {"met", "unknown"}
    assert now["capacity"] == {
        "children": 0, "without": 1, "for_each": "0", "guidance": [50, 70], "answer": "met", "officers": []}
    late = standing(authority, "2026-03-01", exits=1)
    [voice] = [each for each in late["functions"] if each["function"] == "voice"]
    assert [action["is_past"] for action in voice["actions"]] == [True] and not late["holds"]
    assert standing(authority, "2026-01-14", exits=1)["plan"] is None, "it was not signed yet"


def test_a_newer_version_takes_the_place_of_the_one_before(authority, plan):
    authority.open_child()
    told(authority, plan())
    assert told(authority, plan(day="2026-02-10", in_post="2"))["events_appended"] == 1
    assert standing(authority, "2026-02-09", exits=0)["plan"]["in_post"] == "1.5"
    assert standing(authority, "2026-02-10", exits=0)["plan"]["in_post"] == "2"
    [problem] = told(authority, plan(), exits=2)["problems"]
    assert problem["field"] == "day" and problem["line"] == 2 and "10 February 2026" in problem["message"], problem
    assert standing(authority, "2026-02-10", exits=0)["plan"]["in_post"] == "2"


def test_whose_word_was_taken_in_is_said(authority, plan):
    authority.open_child()
    told(authority, plan())
    said = authority.run("reviewing-service", "--as-at", "2026-02-20", exits={0})
    assert "signed for 15 January 2026, taken in from a file, on behalf of Ruth Example" in said


def test_what_is_wrong_is_said_with_its_line_and_nothing_is_recorded(authority, plan):
    authority.open_child()
    file = plan(due="ongoing", owner="The team", in_post="one")
    problems = told(authority, file, exits=2)["problems"]
    lines = file.read_text().splitlines()
    assert {problem["field"] for problem in problems} == {"actions[1].due", "actions[1].owner", "in_post"}
    for problem in problems:
        assert problem["field"].split(".")[-1] in lines[problem["line"] - 1] and problem["remedy"], problem
    assert standing(authority, "2026-02-20", exits=1)["plan"] is None


@pytest.mark.parametrize("text, field", [
    ("year: [2025", ""), ("- a list", ""), ("yaer: 2025-26", "yaer"), ("posts: {filled: 2}", "posts.filled"),
    ("actions:\n  - what: A\n    when: now", "actions[1].when"),
])
def test_what_is_no_plan_is_refused_in_a_sentence(authority, tmp_path, text, field):
    authority.open_child()
    file = tmp_path / "no-plan.yaml"
    file.write_text(text)
    [problem] = told(authority, file, exits=2)["problems"]
    assert problem["field"] == field and problem["message"] and problem["remedy"], problem

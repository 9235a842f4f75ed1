"""What should be joined up, answered from the command line: what it may, what it may not, and what the answers hold for."""

import datetime
import json

import pytest

from clean import CHILD, clean, line
from test_breaks import MOVED, STAYED, note, returned

TOMORROW = str(datetime.date.today() + datetime.timedelta(days=7))


@pytest.fixture
def unjoined(authority):
    """A child with a view that nobody answered, which is a local aim, and a need that nothing answers, which is the law's."""
    authority.open_child()
    lines = clean()
    lines["care_plan"]["answers"]["actions"][0]["addresses"] = ["O1"]
    lines["care_plan"]["answers"]["outcomes"][0]["need"] = "N2"
    lines["talk"] = line("talk", "direct_work", "2026-03-01", {
        "aim": "Feelings", "tool": "Cards", "childs_words": "Red.", "effect_on_plan": "None.",
        "views": [{"id": "V9", "what": "I want a dog"}]})
    authority.record(list(lines.values()))
    return authority


@pytest.fixture
def moved(authority):
    """A child with a clean record, who has moved since."""
    returned(authority, STAYED)
    authority.record(list(clean().values()))
    returned(authority, MOVED)
    return authority


def now(authority, *options: str) -> dict[str, dict]:
    told = json.loads(authority.run("breaks", "--format", "json", *options, exits={0, 1}))
    return {each["break"]: each for each in told}


def answer(authority, *options: str, exits: set[int] = frozenset({0})) -> str:
    return authority.run("answer", CHILD, *options, "--on-behalf-of", "Ann Worker", exits=exits)


def test_what_is_put_off_stays_counted_with_who_and_why(unjoined):
    answer(unjoined, "--break", "view_not_answered", "--about", "V9", "--later", TOMORROW, "--because", "She is away",
           "--command-id", "once")
    answer(unjoined, "--break", "view_not_answered", "--about", "V9", "--later", TOMORROW, "--because", "She is away",
           "--command-id", "once")
    found = now(unjoined)["view_not_answered"]
    assert (found["state"], found["until"]) == ("put_off", TOMORROW)
    told = found["answer"]
    assert (told["answer"], told["because"], told["on_behalf_of"], told["second"]) == (
        "later", "She is away", "Ann Worker", None)
    assert told["by"].startswith("cli:")
    assert now(unjoined)["need_without_action"]["state"] == "open"
    # As at the day that the record speaks of, nobody had answered.
    assert now(unjoined, "--as-at", "2026-03-01")["view_not_answered"]["state"] == "open"
    text = unjoined.run("breaks", exits={1})
    assert f"put off until {TOMORROW}" in text and "1 of them put off." in text


def test_not_so_waits_for_a_person_whom_the_command_line_cannot_be(unjoined):
    answer(unjoined, "--break", "view_not_answered", "--about", "V9", "--not-so", "--because", "It was a joke")
    found = now(unjoined)["view_not_answered"]
    assert found["state"] == "awaits_second" and found["until"] is None


def test_the_laws_is_refused_and_says_whom_to_ask(unjoined):
    told = answer(unjoined, "--break", "need_without_action", "--about", "N1", "--later", TOMORROW,
                  "--because", "Next week", exits={1})
    assert told.startswith("break: the law asks for it, so only a manager of whoever mends it answers it otherwise")
    assert now(unjoined)["need_without_action"]["state"] == "open"


def test_a_refusal_names_each_field(unjoined):
    told = answer(unjoined, "--break", "view_not_answered", "--about", "V9", "--later", "2020-01-01", "--because", " ",
                  exits={1})
    assert told.splitlines() == [
        "because: no reason is given; say why.",
        "until: 1 January 2020 is not a day to come; give the day it is there again."]
    told = answer(unjoined, "--break", "plan_absent", "--not-so", "--because", "There is one", exits={1})
    assert told.startswith("break: it is not there to join up now")


def test_an_answer_is_over_when_what_it_rests_on_changes(unjoined):
    wrong = clean()["visit"]["answers"] | {"actions": []}
    del wrong["actions"]
    visit = line("bare", "visit", "2026-03-10", wrong | {"views": []})
    unjoined.record([visit])
    about = now(unjoined)["visit_without_actions"]["about"]
    answer(unjoined, "--break", "visit_without_actions", "--about", about, "--later", TOMORROW, "--because", "Ann is ill")
    assert now(unjoined)["visit_without_actions"]["state"] == "put_off"
    event = about.split("-")[1]
    unjoined.record([{
        **visit, "command_id": "bare-again", "occurred": "2026-03-11", "corrects": int(event), "because": "It was the day after"}])
    found = now(unjoined)["visit_without_actions"]
    assert found["state"] == "returned" and found["answer"]["because"] == "Ann is ill"


def still_right(authority, *parts: str, exits: set[int] = frozenset({0})) -> str:
    named = [word for part in parts for word in ("--still-right", part)]
    return answer(authority, "--break", "change_not_looked_at", *named, "--because", "The new home is next door",
                  exits=exits)


def test_what_is_said_to_be_still_right_is_looked_at_and_the_rest_is_still_asked(moved):
    still_right(moved, "plan", "school", "health")
    found = now(moved)["change_not_looked_at"]
    assert found["title"] == "Moved on 24 February 2026: look again at the assessment and family time"
    assert found["state"] == "open" and found["folded"] == ["assessment_of_another_placement"]
    told = still_right(moved, "plan", exits={1})
    assert told.startswith("parts: the plan is not to be looked at again now")
    still_right(moved, "assessment", "family_time")
    assert "change_not_looked_at" not in now(moved) and "assessment_of_another_placement" not in now(moved)
    # As at a day before it was said, nobody had.
    assert now(moved, "--as-at", "2026-02-27")["change_not_looked_at"]["state"] == "open"


def test_a_second_still_right_on_a_new_risk_is_the_managers(moved):
    still_right(moved, "plan")
    moved.record([note("2026-03-02", risks=[{"id": "R9", "what": "A car outside", "level": "high"}])])
    # The same move, and a second.
    returned(moved, MOVED.replace("900001,24/02/2026,P,V2,N1,U6,PR4,,,,SV1 4AB,ZN1 5TR,SC990004", (
        "900001,24/02/2026,P,V2,N1,U6,PR4,10/03/2026,X1,CREQB,SV1 4AB,ZN1 5TR,SC990004\n"
        "900001,10/03/2026,P,V2,N1,U6,PR4,,,,SV1 4AB,ZN1 5TR,SC990004")))
    told = still_right(moved, "plan", exits={1})
    assert told.startswith("parts: a risk was named since the plan was last written down")
    still_right(moved, "school")

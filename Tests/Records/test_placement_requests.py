"""A home is asked for: by the child's needs, with each home considered and why it was not."""

import json

from clean import CHILD, DAY, line

HOMES = [
    {"home": "The Weirs, Ambleford", "answer": "home_said_no", "because": "Their own baby is due.", "by": "The Weirs",
     "on": "2026-03-02"},
    {"home": "Moat House", "answer": "does_not_suit", "because": "Too far from nan.", "by": "T. Manager",
     "on": "2026-03-03"},
    {"home": "Jo Field, Larkrise", "answer": "chosen", "because": "Quiet nights, and a dog.", "by": "T. Manager",
     "on": "2026-03-04"}]


def request(**told) -> dict:
    return line("request", "placement_request", "2026-03-05", {
        "needed_by": "2026-03-20", "asked_of_home": [{"need": "N1", "what": "Nobody up and down stairs", "essential": True}],
        "wishes": "A dog.", "risks_considered": [{"item": "R1", "what": "Collected from school."}],
        "education": "The same school; a taxi from the first day.", "homes_considered": HOMES,
        "decided": "The third, with a bus pass for nan.", "decided_by": "T. Manager", "placement_from": "2026-03-16",
        "approval": "nominated_officer", "approved_on": "2026-03-05", "plan_used": "care_plan",
        "plan_used_of": "2026-01-22", **told})


def test_a_request_is_recorded_and_asks_nothing_more_of_anybody(kept):
    assert kept.record([request()])["recorded"] == 1
    assert kept.breaks(DAY) == []
    assert "sound" in kept.run("verify")


def test_a_need_that_is_none_of_the_childs_and_an_approval_without_a_day_are_refused(kept):
    told = request(asked_of_home=[{"need": "N9", "what": "Stairs"}])
    del told["answers"]["approved_on"]
    refused = kept.record([told], exits={1})["refused"]
    assert {each["field"] for each in refused} == {"asked_of_home[1].need", "approved_on"}


def test_a_request_rests_on_a_plan_that_was_there(kept):
    refused = kept.record([request(plan_used_of="2026-01-23")], exits={1})["refused"]
    assert [(each["field"], each["message"]) for each in refused] == [
        ("plan_used_of", "no care plan of 23 January 2026 is signed here by 5 March 2026")]


def test_whose_homes_were_considered_is_in_nothing_that_a_command_shows_and_in_no_copy(kept):
    kept.record([request(), line("people", "people", "2026-03-06", {
        "address_confidential": "no", "network": [{
            "person": "Kay Example", "relation": "mother", "address": "yes", "school": "yes", "health": "yes",
            "carers": "yes", "named": "everybody", "by": "T. Manager", "because": "Agreed"}]})])
    copy = kept.run("copy", CHILD, "--of", "placement_request", "--as", "record", "--recipient", "Kay Example")
    assert "A dog." in copy
    for told in [copy, kept.run("thread", CHILD), kept.run("child", CHILD, "--as-at", DAY), kept.run("journal", "show", "--child", CHILD)]:
        for home in HOMES:
            assert home["home"].split(",")[0] not in told, json.dumps(home)

"""Who was given which copy when, and what K22 makes of it."""

import json

import pytest

from clean import line


def given(occurred: str, of: str = "review", day: str = "2026-02-06", **told) -> dict:
    return line(f"given-{occurred}-{of}-{len(told)}", "copies_given", occurred, {
        "copy_of": of, "copy_of_day": day, "given": {"none_because": "Nobody else yet."}, **told})


MUM = {"given": [{"person": "Kay Example", "on": "2026-02-20"}]}
PEOPLE = line("people", "people", "2026-01-13", {
    "address_confidential": "no", "network": [
        {"person": "Kay Example", "relation": "mother", "parental_responsibility": "yes"}]})


def figure(authority, name: str, day: str = "2026-03-20") -> list[int]:
    [told] = json.loads(authority.run("figures", "--figure", name, "--as-at", day, "--format", "json"))
    return [told["numerator"], told["denominator"], told["unknown"]]


@pytest.fixture
def reviewed(kept):
    """A child whose review was on 6 February; its twenty working days end on 6 March."""
    kept.record([PEOPLE])
    return kept


def test_yes_no_and_not_known(reviewed):
    assert figure(reviewed, "K22") == [0, 0, 1], "nothing about copies was ever written down"
    reviewed.record([given("2026-02-20", **MUM)])
    assert figure(reviewed, "K22") == [0, 1, 0], "the child was not given it"
    assert figure(reviewed, "K22", "2026-03-06") == [0, 0, 0], "there is a day left"
    reviewed.record([given("2026-03-02", given_to_child="2026-03-02")])
    assert figure(reviewed, "K22") == [1, 1, 0]
    assert figure(reviewed, "K22b") == [0, 1, 0], "a version of their own it was not"


def test_a_copy_that_came_too_late_is_late(reviewed):
    reviewed.record([given("2026-02-20", **MUM), given("2026-03-10", given_to_child="2026-03-10")])
    assert figure(reviewed, "K22") == [0, 1, 0]


def test_a_copy_of_a_plan_is_of_a_plan_that_is_signed_here(reviewed):
    assert reviewed.record([given("2026-02-20", of="care_plan", day="2026-01-22", **MUM)])["recorded"] == 1
    told = reviewed.record([given("2026-02-21", of="care_plan", day="2026-01-23", **MUM)], exits={1})["refused"]
    assert [each["field"] for each in told] == ["copy_of_day"]

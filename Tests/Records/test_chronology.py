"""The chronology through the program: it makes itself, and two pages of it tell a reader nothing they may not know."""

import json
import random

from clean import CHILD, clean, line
from test_copies import SECRETS, THIRD_PARTIES, people, person, told_in


def entry(number: int, subject: str, impact: str = "She was glad.", **more) -> dict:
    return line(f"entry-{number}", "chronology_entry", f"2026-03-{1 + number % 18:02}", {
        "subject": subject, "significance": "significant", "impact": impact, "theme": "family", **more})


def chronology(authority, *options: str) -> dict:
    return json.loads(authority.run("chronology", CHILD, *options, "--format", "json"))


def test_it_makes_itself_from_care_and_records_and_carries_what_was_said(authority):
    authority.open_child()
    authority.record(list(clean().values()))
    told = chronology(authority)["lines"]
    assert [each["day"] for each in told] == sorted(each["day"] for each in told)
    assert told[0]["name"].startswith("care-") and told[0]["is_significant"] and told[0]["record"] is None
    visit = next(each for each in told if each["what"].startswith("Visited"))
    assert visit["name"] == f"record-{visit['record']}" and not visit["is_significant"] and visit["impact"] is None
    authority.record([entry(1, "The first visit", chronology_lines=[visit["name"]])])
    again = next(each for each in chronology(authority)["lines"] if each["name"] == visit["name"])
    assert again["is_significant"] and again["impact"] == "She was glad." and again["says"] == "The first visit"
    assert again["themes"] == ["family"] and again["marked_by"]
    assert chronology(authority, "--theme", "family", "--from", "2026-02-01")["lines"] == [
        each for each in chronology(authority)["lines"] if "family" in each["themes"] and each["day"] >= "2026-02-01"]


def test_an_assessment_names_lines_that_are_there(authority):
    authority.open_child()
    lines = clean()
    lines["assessment"]["answers"]["history_used"] = ["care-2026-01-12"]
    authority.record(list(lines.values()))
    refused = line("again", "assessment", "2026-03-02", {**lines["assessment"]["answers"], "history_used": ["moved-1990-01-01"]})
    told = authority.record([refused], exits={1})["refused"]
    assert [each["field"] for each in told if "chronology" in each["message"]] == ["history_used"]


def test_what_is_planted_in_fifty_chronologies_is_in_no_two_pages(authority):
    seed = random.randrange(1 << 32)
    told, found = random.Random(seed), []
    print(f"seed {seed}")
    authority.open_child()
    authority.record([*clean().values(), people(*[person(name, relation) for name, relation, _ in THIRD_PARTIES])])
    words = [word for _, _, words in THIRD_PARTIES for word in words] + [
        word for _, words in SECRETS.values() for word in words] + ["told nobody else"]
    calm = ["She is well.", "She likes to draw.", "She reads each day."]
    entered = 0
    for number in range(50):
        name, relation, others = told.choice(THIRD_PARTIES)
        planted = told.choice([
            f"{name} was at the school gate.", f"It is about the {relation}.", f"The {others[-1]} is not kind.",
            f"We met at {told.choice(list(SECRETS.values()))[0]}."])
        marked = [{"question": "impact", "class": told.choice(["police", "private_talk", "another_person"])}]
        authority.record([told.choice([
            entry(number, planted, told.choice(calm)),
            entry(number, f"Something happened {number}", f"{told.choice(calm)} {planted}"),
            entry(number, f"Something happened {number}", "I am afraid and I told nobody else.", classes=marked)])])
        text = json.loads(authority.run(
            "copy", CHILD, "--as", "chronology", "--recipient", "Kay Example", "--format", "json"))["text"]
        entered += "Something happened" in text
        found += told_in([text], words)
    print(f"\n50 chronologies: {len(found)} planted names, relations and secrets found")
    assert not found and entered

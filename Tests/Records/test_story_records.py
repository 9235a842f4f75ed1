"""A chapter of a life story, keeping in touch, and what records show of the thread, as another program records and asks."""

import json

from clean import CHILD, DAY, clean, line


def chapter(name: str, occurred: str, **more) -> dict:
    return line(name, "life_story_chapter", occurred, {
        "subject": "The quay", "part_of_life": "homes", "words_for_child": "You lived by the water.", "sources": "Nan",
        "chapter_told": "not_yet", "not_told_because": "Nan is to be there", **more})


def told(on: str) -> dict:
    return {"chapter_told": "told", "told_by": "Ann", "told_on": on, "not_told_because": None}


def opened(authority, *left_out: str, **changed):
    authority.open_child()
    lines = {name: each for name, each in clean().items() if name not in left_out}
    for name, answers in changed.items():
        lines[name]["answers"].update(answers)
    authority.record(list(lines.values()))
    return lambda day=DAY: {each["break"] for each in authority.breaks(day)}


def without_blanks(told: dict) -> dict:
    return {**told, "answers": {field: answer for field, answer in told["answers"].items() if answer is not None}}


def test_a_chapter_begins_the_story_told_or_not(authority):
    breaks = opened(authority, "life_story")
    assert breaks("2026-04-15") == {"life_story_not_started"}
    authority.record([chapter("first", "2026-04-14")])
    assert breaks("2026-04-15") == set()


def test_only_a_chapter_that_was_told_is_time_with_the_child(authority):
    breaks = opened(authority, "direct_work")
    assert breaks("2026-04-15") == {"no_direct_work"}
    authority.record([chapter("waits", "2026-04-14")])
    assert breaks("2026-04-15") == {"no_direct_work"}
    authority.record([without_blanks(chapter("told", "2026-04-15", **told("2026-04-13")))])
    assert breaks("2026-04-15") == set()


def test_the_chapter_on_why_they_are_in_care_tells_them_why(authority):
    breaks = opened(authority, life_story={"told_why_in_care": False})
    assert breaks() == {"child_not_told_why"}
    authority.record([without_blanks(chapter("homes", "2026-03-01", **told("2026-03-01")))])
    authority.record([without_blanks(chapter("before", "2026-03-01", part_of_life="why_in_care", **told("2026-02-14")))])
    assert breaks() == {"child_not_told_why"}
    authority.record([without_blanks(chapter("why", "2026-03-02", part_of_life="why_in_care", **told("2026-03-01")))])
    assert breaks() == set()


def test_what_shows_it_is_named_with_each_part_of_the_thread(kept):
    def sent(name: str, item, exits=frozenset({0})) -> dict:
        answers = {**clean()["direct_work"]["answers"], "evidences": [{"item": item, "what": "Slept through, twice"}]}
        return kept.record([line(name, "direct_work", "2026-03-01", answers)], exits=exits)

    event = sent("shows", ["N1", "O1", "A1"])["events"][0]["event"]
    assert [each["field"] for each in sent("risk", "R1", exits={1})["refused"]] == ["evidences[1].item"]
    thread = json.loads(kept.run("thread", CHILD, "--format", "json", exits={0, 1}))
    shown = {each["id"]: each["evidence"] for part in ["needs", "outcomes", "actions", "views"] for each in thread[part]}
    mine = [{"record": "direct_work", "day": "2026-03-01", "event": event}]
    assert shown == {name: mine if name in {"N1", "O1", "A1"} else [] for name in shown} and len(shown) > 6
    assert "shown by: direct work of 1 March 2026" in kept.run("thread", CHILD, exits={0, 1})
    assert kept.breaks(DAY) == []


def test_keeping_in_touch_says_how_they_live_or_why_nobody_knows(kept):
    reached = {
        "kept_in_touch_by": "adviser", "kept_in_touch_how": "phone", "reached": True, "home_suits": "not_suitable",
        "learning_or_work": "looking", "childs_words": "It is cold.", "significant": "none",
        "actions": {"none_because": "The heating is being mended."}}
    assert kept.record([line("call", "keeping_in_touch", "2026-03-01", reached)])["recorded"] == 1
    silent = {**reached, "reached": False}
    for field in ["home_suits", "learning_or_work", "childs_words"]:
        del silent[field]
    refused = kept.record([line("silent", "keeping_in_touch", "2026-03-02", silent)], exits={1})["refused"]
    assert [each["field"] for each in refused] == ["not_reached_because"]
    lines = json.loads(kept.run("chronology", CHILD, "--format", "json"))["lines"]
    assert "Kept in touch; reached" in [each["what"] for each in lines]

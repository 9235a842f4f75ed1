"""A child's worker changes: what is open is handed over item by item, and accepted item by item."""

import pytest

from clean import CHILD, DAY, clean, line
from planted import keep
from test_breaks import seen

#: The new worker begins on Friday 20 February; five working days on is the 27th.
STAFF = """ssda903_id,worker,role,from,to
900001,SW1,social worker,2026-01-12,2026-02-20
900001,SW2,social worker,2026-02-20,
"""
OPEN = ["R1", "A1", "A2", "A3", "A4", "D1"]


def handover(occurred: str, items: list[str] = OPEN, **told) -> dict:
    return line(f"handover-{occurred}", "handover", occurred, {
        "handed_to": "Ben Next", "handed_over": [{"item": item, "note": "As we said."} for item in items],
        "promises": "A trip to the sea before June.", "next_dates": "Review on 6 August.",
        "child_told": "2026-02-16", **told})


def taking_over(occurred: str, items: list[str] = OPEN, state: str = "accepted", **told) -> dict:
    return line(f"taking-over-{occurred}-{state}-{len(items)}", "taking_over", occurred, {
        "taken_over": [{"item": item, "state": state, **told} for item in items]})


@pytest.fixture
def changed(kept):
    (kept.folder / "staff.csv").write_text(STAFF)
    kept.run("import", "staff", str(kept.folder / "staff.csv"))
    return kept


def test_a_change_of_worker_without_a_handover_is_found_and_mended(changed):
    assert changed.breaks("2026-02-27") == []
    meant = (CHILD, "handover_absent", "2026-02-27", "the social worker’s manager", [])
    found = seen(changed.breaks(DAY))
    keep(meant, found)
    assert found == [meant]
    changed.record([handover("2026-03-02"), taking_over("2026-03-03")])
    assert changed.breaks(DAY) == []
    assert "sound" in changed.run("verify")


def test_what_was_handed_over_is_asked_about_until_each_thing_is_accepted(changed):
    changed.record([handover("2026-02-19")])
    meant = (CHILD, "handover_not_accepted", "2026-02-27", "social worker", [])
    found = seen(changed.breaks(DAY))
    keep(meant, found)
    assert found == [meant]
    changed.record([taking_over("2026-03-02", OPEN[:-1])])
    [left] = changed.breaks(DAY)
    assert left["break"] == "handover_not_accepted" and "1 of the 6" in left["facts"][0]
    assert "Nan on Sundays" in left["facts"][0]
    changed.record([taking_over("2026-03-03", OPEN[-1:])])
    assert changed.breaks(DAY) == []


def test_what_was_sent_back_waits_and_what_was_done_since_does_not(changed):
    changed.record([handover("2026-02-19", ["A4", "D1"]), taking_over("2026-02-24", ["A4"])])
    changed.record([taking_over("2026-02-25", ["D1"], "sent_back", because="Nobody knows what it means.")])
    assert [each["break"] for each in changed.breaks(DAY)] == ["handover_not_accepted"]
    changed.record([line("done", "review", "2026-03-01", {
        "participation": "PN1", "spoke_alone": "yes", "wishes": "As before.", "chairs_view": "Well.",
        "risks_considered": [{"item": "R1", "what": "Collected."}], "health_considered": "Well.",
        "decisions": {"none_because": "All are in hand."},
        "decisions_looked": [{"decision": "D1", "state": "done", "effect": "Nan comes."}]})])
    assert changed.breaks(DAY) == []


def test_a_new_day_is_kept_beside_the_one_before(changed):
    changed.record([handover("2026-02-19"), taking_over("2026-02-24", ["A2"], due="2026-06-01")])
    assert "by 1 June 2026" in changed.run("thread", CHILD, exits={0, 1})


def test_a_worker_who_comes_when_nothing_is_open_needs_no_handover(authority):
    authority.open_child()
    lines = clean()
    authority.record([lines["placement_plan"], lines["direct_work"], lines["life_story"]])
    (authority.folder / "staff.csv").write_text(STAFF)
    authority.run("import", "staff", str(authority.folder / "staff.csv"))
    assert "handover_absent" not in [each["break"] for each in authority.breaks(DAY)]


def test_what_is_handed_over_is_part_of_the_thread(changed):
    told = changed.record([handover("2026-02-19", ["A77"])], exits={1})["refused"]
    assert [each["field"] for each in told] == ["handed_over[1].item"]

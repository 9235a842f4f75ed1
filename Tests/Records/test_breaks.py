"""Each kind of break, planted alone in a clean record: found with its child, day and owner, with what it stands for and
nothing else; gone when it is mended."""

import json
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from clean import CHILD, DAY, PLAN_WORDS, clean, line
from conftest import PROGRAM
from planted import keep
from varied import PARTS, READY, Varied

Lines = dict[str, dict]
#: What a worker does about it today: records, or what makes them of the lines and of the event that signed each.
Mending = list[dict] | Callable[[Lines, dict[str, int]], list[dict]]


@dataclass(frozen=True)
class Planted:
    """How a break is planted, what is found, and how it is mended."""

    kind: str
    plant: Callable[[Lines], None]
    since: str
    mend: Mending
    owner: str = "social worker"
    folded: list[str] = field(default_factory=list)
    day: str = DAY


def answers(lines: Lines, name: str) -> dict:
    return lines[name]["answers"]


def row(lines: Lines, name: str, table: str, place: int = 0) -> dict:
    return answers(lines, name)[table][place]


def drop(name: str, *fields: str) -> Callable[[Lines], None]:
    return lambda lines: [answers(lines, name).pop(field) for field in fields] and None


def without(*names: str) -> Callable[[Lines], None]:
    return lambda lines: [lines.pop(name) for name in names] and None


def add(*more: dict) -> Callable[[Lines], None]:
    return lambda lines: lines.update({each["command_id"]: each for each in more})


def note(occurred: str, **told) -> dict:
    return line(f"note-{occurred}-{len(told)}", "case_note", occurred, {"subject": "A call", "significant": "none", **told})


def audited(occurred: str, grade: str) -> dict:
    parts = ["analysis", "needs", "history", "views", "currency"]
    return line(f"audit-{occurred}", "assessment_audit", occurred, {
        "assessed_on": "2026-01-20", "assessor": "Ann Worker", "audit_grade": grade,
        **{f"{part}_grade": grade for part in parts}, "what_was_good": "Her words open it.",
        "what_is_missing": "What the park means.", "actions": {"none_because": "The plan asks for it."}})


def a_review(occurred: str, **told) -> dict:
    said = {
        "participation": "PN1", "spoke_alone": "yes", "wishes": "As before.", "chairs_view": "Going well.",
        "risks_considered": [{"item": "R1", "what": "Collected each day."}], "health_considered": "Well.",
        "decisions": {"none_because": "All are in hand."}, **told}
    return line(f"review-{occurred}", "review", occurred, said)


def assessed(occurred: str, **told) -> dict:
    said = {
        "assessment_type": "update", "target": "2026-03-30", "target_reason": "A change.", "history": "As before.",
        "placement_from": "2026-01-12", "what": "Well.", "so_what": "Well.", "now_what": "As planned.",
        "needs": {"none_because": "None new."}, "risks_considered": [{"item": "R1", "what": "Collected."}], **told}
    return line(f"assessment-{occurred}", "assessment", occurred, said)


def day_set(occurred: str, target: str) -> dict:
    return line(f"set-{occurred}", "assessment_start", occurred, {
        "assessment_type": "update", "target": target, "target_reason": "Her school asks before the term ends."})


def approved(assessed_on: str, occurred: str, **told) -> dict:
    return line(f"approved-{occurred}", "assessment_approval", occurred, {
        "assessed_on": assessed_on, "managers_answer": "approved",
        "managers_comment": "It says why the nights are hard; the plan should begin there.", **told})


def assessed_and_approved(occurred: str, **told) -> list[dict]:
    return [assessed(occurred, **told), approved(occurred, occurred)]


def action(name: str, **told) -> dict:
    return {
        "id": name, "what": "Something to do", "owner": "Ann Worker", "due": "2026-05-01", "purpose": "To help", **told}


def corrected(name: str, **told) -> Mending:
    """The record put right by a later version, with what was left out."""
    return lambda lines, events: [{
        **lines[name], "command_id": f"{CHILD}-{name}-again", "corrects": events[name], "because": "It was left out",
        "answers": {**lines[name]["answers"], **told}}]


def decided(occurred: str, name: str = "visit", **told) -> Mending:
    """A manager's own record about another: why, and what now."""
    return lambda lines, events: [line("decided", "management_decision", occurred, {
        "decided": "She is seen again tomorrow, with her aunt there.", "reason": "I was on leave, and nobody was told.",
        "chronology_lines": [f"record-{events[name]}"], **told})]


def sent_back(lines: Lines) -> None:
    answers(lines, "approval").update(
        managers_answer="sent_back", what_is_missing="What the child says of the park.", target="2026-02-02")


def planned(occurred: str, *people: dict) -> dict:
    return line(f"family-{occurred}", "family_time_plan", occurred, {"wishes": "As it is.", "people": [
        {"person": "Mum", "arrangement": "Saturdays at eleven, at the library", "formal": True}, *people]})


def around(occurred: str, **told) -> dict:
    """Her grandmother among the people around her."""
    return line(f"people-{occurred}", "people", occurred, {"network": [{
        "person": "Nan", "relation": "grandmother", **told}]})


def disclosed(lines: Lines) -> None:
    answers(lines, "visit").update(significant="disclosure")


def with_nothing_done(lines: Lines) -> None:
    disclosed(lines)
    answers(lines, "visit").pop("actions")


def nothing_wanted(lines: Lines) -> None:
    answers(lines, "care_plan").pop("outcomes")
    row(lines, "care_plan", "actions").update(addresses=["N1"])


def one_outcome_wanted(lines: Lines) -> None:
    answers(lines, "care_plan")["outcomes"].pop()


def planned_again(occurred: str, **told) -> list[dict]:
    return [line(f"plan-{occurred}", "care_plan", occurred, {
        **PLAN_WORDS, "permanence": "return_home", "actions": {"none_because": "All stands."}, **told})]


def never_assessed(lines: Lines) -> None:
    lines.pop("health")
    lines["review"]["occurred"] = "2026-02-20"
    answers(lines, "review").pop("health_considered")


def missed(lines: Lines) -> None:
    answers(lines, "direct_work").update(contacts=[
        {"person": "Mum", "on": "2026-01-31", "happened": False},
        {"person": "mum ", "on": "2026-02-07", "happened": True},
        {"person": "Mum", "on": "2026-02-14", "happened": False}])


def raised(occurred: str, due: str, **told) -> dict:
    """A concern, C1, of her reviewing officer."""
    return line(f"look-{occurred}", "look_between_reviews", occurred, {
        "looked_because": "was_asked", "observations": "The decisions, with Ann Worker.", "concerns": [{
            "id": "C1", "what": "Nobody has rung nan", "matter": "delay", "level": "high", "ask": "Ring her",
            "owner": "Ann Worker", "stage": "social_worker", "due": due, "about": ["D1"], **told}]})


def answered(occurred: str) -> dict:
    return line(f"answered-{occurred}", "concern_answer", occurred, {
        "concern_answers": [{"concern": "C1", "done": "She was rung, and comes on Sunday."}]})


def stepped(occurred: str, **told) -> dict:
    return line(f"step-{occurred}", "concern_step", occurred, {"concern_steps": [{"concern": "C1", **told}]})


def settled(occurred: str) -> dict:
    return stepped(occurred, step="closed_something_changed", effect="She saw nan.")


def a_need_unanswered(lines: Lines) -> None:
    row(lines, "care_plan", "actions").update(addresses=["R1"])


def with_nothing_wanted(lines: Lines) -> None:
    a_need_unanswered(lines)
    row(lines, "care_plan", "outcomes").update(need="N2")


def old_decision(lines: Lines) -> None:
    lines["later"] = a_review("2026-03-05", decisions_looked=[{"decision": "D1", "state": "going_on"}])
    lines["latest"] = a_review("2026-03-12", decisions_looked=[{"decision": "D1", "state": "going_on"}])


PLANTED = [
    Planted(
        "need_without_action", a_need_unanswered, "2026-01-20",
        [note("2026-03-01", actions=[action("A9", addresses=["N1"])])]),
    Planted(
        "need_without_action", a_need_unanswered, "2026-01-20",
        corrected("care_plan", needs_answered=[{"need": "N1", "because": "Her carers see to it at home."}])),
    # Neither done nor wanted: one thing to join up, and the other with it.
    Planted(
        "need_without_action", with_nothing_wanted, "2026-01-20",
        planned_again(
            "2026-03-01", outcomes=[{**clean()["care_plan"]["answers"]["outcomes"][0], "id": "O9"}],
            needs_answered=[{"need": "N1", "action": "A1"}]),
        folded=["need_without_outcome"]),
    Planted(
        "identity_need_without_action",
        lambda lines: row(lines, "care_plan", "actions", 1).update(addresses=["N1"]), "2026-01-20",
        [note("2026-03-01", actions=[action("A9", addresses=["N2"])])], folded=["need_without_action"]),
    Planted(
        "action_without_need", lambda lines: answers(lines, "care_plan")["actions"].append(action("A9")), "2026-01-22",
        [note("2026-03-01", progress=[{"action": "A9", "state": "stopped", "on": "2026-03-01"}])]),
    Planted(
        "risk_without_action", lambda lines: row(lines, "care_plan", "actions", 2).update(addresses=["N1"]),
        "2026-01-20", [note("2026-03-01", actions=[action("A9", addresses=["R1"])])],
        owner="the social worker’s manager"),
    Planted(
        "action_incomplete", lambda lines: row(lines, "care_plan", "actions").pop("owner"), "2026-01-22",
        corrected("care_plan", actions=clean()["care_plan"]["answers"]["actions"])),
    Planted(
        "action_without_effect",
        add(note("2026-03-01", progress=[{"action": "A4", "state": "done", "on": "2026-03-01"}])), "2026-03-01",
        [note("2026-03-02", progress=[{
            "action": "A4", "state": "done", "on": "2026-03-01", "effect": "Nan came."}])]),
    Planted(
        "outcome_incomplete", lambda lines: row(lines, "care_plan", "outcomes").pop("measure"), "2026-01-22",
        corrected("care_plan", outcomes=clean()["care_plan"]["answers"]["outcomes"])),
    Planted(
        "need_without_outcome", one_outcome_wanted, "2026-01-22",
        planned_again("2026-03-01", outcomes=clean()["care_plan"]["answers"]["outcomes"][1:])),
    # A plan may say why nothing is done for it, and then nothing has to be wanted.
    Planted(
        "need_without_outcome", one_outcome_wanted, "2026-01-22",
        planned_again("2026-03-01", needs_answered=[{"need": "N2", "because": "She does it herself, with her aunt."}])),
    # What was wanted is no longer, and the need is still there.
    Planted(
        "need_without_outcome", add(note("2026-03-01", closed=[{"item": "O2", "because": "She knows three."}])),
        "2026-03-01", [note("2026-03-02", closed=[{"item": "N2", "because": "She rings them herself."}])]),
    Planted(
        "need_without_outcome", nothing_wanted, "2026-01-22",
        planned_again("2026-03-01", outcomes=clean()["care_plan"]["answers"]["outcomes"])),
    Planted(
        "outcome_not_measured",
        lambda lines: row(lines, "care_plan", "outcomes").update(measure_by="2026-03-01"), "2026-03-01",
        [note("2026-03-15", measurements=[{
            "outcome": "O1", "value": "wakes once", "change": "better", "on": "2026-03-15"}])]),
    Planted(
        "assessment_without_analysis", drop("assessment", "so_what"), "2026-01-20", assessed_and_approved("2026-03-01")),
    Planted("assessment_without_history", drop("assessment", "history"), "2026-01-20", assessed_and_approved("2026-03-01")),
    Planted(
        "assessment_leaves_out_risk", add(*assessed_and_approved("2026-03-01", risks_considered=[])), "2026-03-01",
        assessed_and_approved("2026-03-02"), owner="the social worker’s manager"),
    Planted(
        "assessment_of_another_placement",
        lambda lines: answers(lines, "assessment").update(placement_from="2026-01-02"), "2026-01-20",
        assessed_and_approved("2026-03-01")),
    Planted(
        "assessment_past_its_day", add(day_set("2026-02-20", "2026-03-10")), "2026-03-10",
        assessed_and_approved("2026-03-12", target="2026-03-10")),
    Planted(
        "assessment_past_its_day", add(day_set("2026-02-20", "2026-03-10")), "2026-03-10",
        [day_set("2026-03-12", "2026-03-27")]),
    Planted(
        "assessment_not_approved", without("approval"), "2026-01-27", [approved("2026-01-20", "2026-03-02")],
        owner="the social worker’s manager"),
    Planted(
        "assessment_sent_back", sent_back, "2026-01-21",
        lambda lines, events: [
            *corrected("assessment", so_what="She is tired, and the park frightens her.")(lines, events),
            approved("2026-01-20", "2026-03-02")]),
    Planted(
        "assessment_inadequate", add(audited("2026-03-02", "inadequate")), "2026-03-02",
        corrected("assessment", so_what="She is tired, and the park frightens her.")),
    Planted(
        "assessment_inadequate", add(audited("2026-03-02", "inadequate")), "2026-03-02",
        assessed_and_approved("2026-03-10")),
    Planted(
        "plan_absent",
        lambda lines: (
            lines.pop("care_plan"), answers(lines, "visit").pop("purpose_actions"),
            answers(lines, "assessment").update(needs={"none_because": "To be found."}),
            answers(lines, "assessment").pop("risks"), answers(lines, "review").pop("risks_considered")) and None,
        "2026-01-26",
        [line("plan", "care_plan", "2026-03-01", {
            **PLAN_WORDS, "permanence": "return_home", "actions": {"none_because": "Nothing is needed."}})]),
    Planted(
        "placement_plan_absent", without("placement_plan"), "2026-01-19",
        [line("late-plan", "placement_plan", "2026-03-01", clean()["placement_plan"]["answers"])]),
    Planted(
        "view_not_answered",
        add(line("talk", "direct_work", "2026-03-01", {
            "aim": "Feelings", "tool": "Cards", "childs_words": "Red.", "effect_on_plan": "None.",
            "views": [{"id": "V9", "what": "I want a dog"}]})),
        "2026-03-01", [note("2026-03-02", views_answered=[{"view": "V9", "done": "Asked", "told": "By Ann"}])]),
    Planted(
        "view_not_considered", drop("review", "views_considered", "views_answered"), "2026-02-06",
        [a_review(
            "2026-02-27", decisions_looked=[{"decision": "D1", "state": "going_on"}],
            views_considered=[{"item": "V1", "what": "Nan comes on Sundays."}],
            views_answered=[{"view": "V1", "done": "Nan was asked", "told": "By Ann"}])],
        owner="IRO", folded=["view_not_answered"]),
    Planted(
        "view_not_considered", drop("review", "views_considered", "views_answered"), "2026-02-06",
        [note("2026-03-02", views_answered=[{"view": "V1", "done": "Nan was asked", "told": "By Ann"}])], owner="IRO",
        folded=["view_not_answered"]),
    Planted(
        "visit_without_purpose", drop("visit", "purpose"), "2026-02-03", corrected("visit", purpose="How she sleeps")),
    Planted(
        "visit_without_actions",
        lambda lines: (answers(lines, "visit").pop("actions")) and None, "2026-02-03",
        corrected("visit", actions={"none_because": "All goes on as planned."})),
    Planted(
        "review_asked_not_held",
        add(line("asked", "visit", "2026-03-01", {
            "purpose": "How she is", "purpose_actions": ["A1"], "seen": True, "alone": "alone", "place": "placement",
            "childs_words": "I do not like it here.", "observations": "Quiet.", "significant": "none",
            "actions": {"none_because": "The review will say."}, "review_asked": True})),
        "2026-03-01", [a_review("2026-03-05", decisions_looked=[{"decision": "D1", "state": "going_on"}])], owner="IRO"),
    Planted(
        "disclosure_not_followed", with_nothing_done, "2026-02-03",
        decided("2026-02-04", actions=[action("A9", addresses=["R1"])]), owner="the social worker’s manager",
        folded=["visit_without_actions"]),
    # Long after: what was not done that day is said, and the visit stays as it was written.
    Planted(
        "disclosure_not_followed", with_nothing_done, "2026-02-03", decided("2026-03-10"),
        owner="the social worker’s manager", folded=["visit_without_actions"]),
    Planted(
        "disclosure_not_followed",
        lambda lines: (disclosed(lines), answers(lines, "visit").update(manager_told="2026-02-05")) and None,
        "2026-02-03", decided("2026-03-10"), owner="the social worker’s manager"),
    Planted(
        "review_left_decision",
        lambda lines: (
            row(lines, "review", "decisions").update(due="2026-05-01"),
            lines.update(later=a_review("2026-03-05"))) and None,
        "2026-03-05",
        [a_review("2026-03-10", decisions_looked=[{"decision": "D1", "state": "going_on"}])], owner="IRO",
        day="2026-03-11"),
    Planted(
        "review_left_risk", drop("review", "risks_considered"), "2026-02-06",
        [a_review("2026-02-27", decisions_looked=[{"decision": "D1", "state": "going_on"}])], owner="IRO"),
    Planted(
        "review_left_health",
        lambda lines: (
            lines["health"]["answers"].update(
                consent_sent="2024-12-01", appointment_held="2025-01-01", report_received="2025-01-10"),
            answers(lines, "review").pop("health_considered")) and None,
        "2026-02-06",
        [a_review("2026-02-27", decisions_looked=[{"decision": "D1", "state": "going_on"}])], owner="IRO"),
    Planted(
        "review_left_health", never_assessed, "2026-02-20",
        [a_review("2026-02-27", decisions_looked=[{"decision": "D1", "state": "going_on"}])], owner="IRO"),
    Planted(
        "decision_past_two_reviews", old_decision, "2026-03-12",
        [a_review("2026-03-18", decisions_looked=[{"decision": "D1", "state": "done", "effect": "Nan comes."}])],
        owner="IRO"),
    Planted(
        "concern_not_answered", add(raised("2026-03-02", "2026-03-10")), "2026-03-10", [answered("2026-03-19")],
        owner="the social worker’s manager"),
    Planted(
        "concern_not_answered",
        add(
            raised("2026-03-02", "2026-03-04"),
            stepped(
                "2026-03-05", step="formal_dispute_begun", ask="Say who rings", owner="Kay Manager", stage="team_manager",
                due="2026-03-12")),
        "2026-03-12", [settled("2026-03-19")], owner="service manager"),
    Planted(
        "concern_answer_not_looked_at", add(raised("2026-03-02", "2026-03-10"), answered("2026-03-03")), "2026-03-10",
        [settled("2026-03-19")], owner="IRO"),
    Planted(
        "family_time_not_arranged",
        lambda lines: row(lines, "family_time", "people").pop("arrangement")
        and row(lines, "family_time", "people").update(formal=False),
        "2026-01-22", [planned("2026-03-01")], folded=["family_time_not_formal"]),
    Planted(
        "family_time_not_arranged", add(around("2026-02-01", contact="yes"), around("2026-02-20", contact="yes")),
        "2026-02-01", [planned("2026-03-01", {"person": " NAN", "arrangement": "Sundays", "formal": True})]),
    Planted(
        "family_time_not_arranged", add(around("2026-02-01", parental_responsibility="yes")), "2026-02-01",
        [around("2026-03-01", parental_responsibility="yes", contact="no", because="The court has said so")]),
    Planted(
        "family_time_not_formal", lambda lines: row(lines, "family_time", "people").update(formal=False), "2026-01-22",
        [line("formal", "family_time_plan", "2026-03-01", clean()["family_time"]["answers"])]),
    Planted("family_time_not_happening", missed, "2026-02-14", [planned("2026-03-01")]),
    Planted(
        "family_time_not_happening", missed, "2026-02-14",
        [note("2026-03-01", contacts=[{"person": "MUM", "on": "2026-02-21", "happened": True}])]),
    Planted(
        "no_direct_work", without("direct_work"), "2026-04-12",
        [line("talk", "direct_work", "2026-04-14", clean()["direct_work"]["answers"])], day="2026-04-15"),
    Planted(
        "life_story_not_started", without("life_story"), "2026-04-12",
        [line("begun", "life_story", "2026-04-14", clean()["life_story"]["answers"])], day="2026-04-15"),
    Planted(
        "child_not_told_why", lambda lines: answers(lines, "life_story").update(told_why_in_care=False), "2026-02-15",
        [line("told", "life_story", "2026-03-01", clean()["life_story"]["answers"])]),
    Planted(
        "health_dates_disagree", drop("health", "appointment_held"), "2026-02-20",
        corrected("health", appointment_held="2026-02-01")),
]

#: Planted by an import of what changed or by the child's age, below.
OTHERWISE = {"change_not_looked_at", "plan_older_than_change", "adulthood_not_answered"} | {
    "siblings_apart", "handover_absent", "handover_not_accepted"} | {
    # No command says it: a second reader does, in the browser.
    "reader_does_not_agree"}

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n900001,F,04/05/2016,WBRI,C999000000001,0,\n"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
STAYED = "900001,12/01/2026,S,V2,N1,U6,PR1,,,,SV1 4AB,SV3 2DE,SC990001\n"
MOVED = (
    "900001,12/01/2026,S,V2,N1,U6,PR1,24/02/2026,X1,CREQB,SV1 4AB,SV3 2DE,SC990001\n"
    "900001,24/02/2026,P,V2,N1,U6,PR4,,,,SV1 4AB,ZN1 5TR,SC990004\n")

def seen(found: list[dict], day: str = DAY) -> list[tuple]:
    return [(each["ssda903_id"], each["break"], each["since"], each["owner_role"], sorted(each["folded"])) for each in found]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda each: each.kind)
def test_a_planted_break_is_found_alone_and_gone_when_mended(authority, planted):
    authority.open_child()
    lines = clean()
    planted.plant(lines)
    told = authority.record(list(lines.values()))
    events = {name: each["event"] for name, each in zip(lines, told["events"], strict=True)}
    found = seen(authority.breaks(planted.day))
    meant = (CHILD, planted.kind, planted.since, planted.owner, sorted(planted.folded))
    keep(meant, found)
    assert found == [meant]
    authority.record(planted.mend if isinstance(planted.mend, list) else planted.mend(lines, events))
    assert seen(authority.breaks(planted.day)) == []


def test_what_is_done_about_a_disclosure_counts_wherever_it_is_written(authority):
    authority.open_child()
    lines = clean()
    with_nothing_done(lines)
    answers(lines, "visit").update(manager_told="2026-02-03")
    lines["note"] = note("2026-02-03", actions=[action("A9", addresses=["V1"])])
    authority.record(list(lines.values()))
    assert authority.breaks(DAY) == []

    def of_another(child: str) -> None:
        authority.open_child(child)
        authority.record([
            {**each, "child": child, "command_id": f"{child}-{name}"} for name, each in lines.items()])

    # Nothing that was not about it: an action of the day for something else.
    lines["note"]["answers"]["actions"][0]["addresses"] = ["N1"]
    of_another("900002")
    # Nor what was about it and came the day after.
    lines["note"] = note("2026-02-04", actions=[action("A9", addresses=["V1"])])
    of_another("900003")
    found = [(each["ssda903_id"], each["break"], each["folded"]) for each in authority.breaks(DAY)]
    assert sorted(found) == [
        ("900002", "disclosure_not_followed", ["visit_without_actions"]),
        ("900003", "disclosure_not_followed", [])]


def test_closing_ends_a_need_a_risk_or_an_outcome_and_nothing_else(kept):
    ends = {"A1": "progress", "D1": "decisions_looked", "V1": "views_answered"}
    for item, instead in ends.items():
        [refused] = kept.record([note("2026-03-01", closed=[{"item": item, "because": "Over"}])], exits={1})["refused"]
        assert refused["field"] == "closed[1].item" and instead in refused["remedy"]
    def of_outcomes() -> list[str]:
        return [each["break"] for each in kept.breaks("2026-06-02") if each["break"].startswith("outcome")]

    assert of_outcomes() == ["outcome_not_measured"]
    kept.record([note("2026-03-01", closed=[
        {"item": item, "because": "She sleeps, and knows them"} for item in ["O1", "N1", "N2"]])])
    assert of_outcomes() == []
    thread = json.loads(kept.run("thread", CHILD, "--format", "json", exits={0, 1}))
    assert [each["closed"] for each in thread["outcomes"] if each["id"] == "O1"] == ["2026-03-01"]


def test_every_kind_is_planted():
    kinds = json.loads(
        subprocess.run([PROGRAM, "breaks", "--kinds", "--format", "json"], capture_output=True, text=True).stdout)
    assert {each["break"] for each in kinds} == {each.kind for each in PLANTED} | OTHERWISE


def test_a_clean_record_has_nothing_to_join_up(kept):
    assert kept.breaks(DAY) == []


def test_a_child_of_whom_nothing_is_signed_here_has_nothing_to_join_up(authority):
    authority.open_child()
    assert authority.breaks(DAY) == []


def test_a_young_person_with_no_answer_about_adulthood_is_found_from_fifteen_and_a_half(authority):
    authority.open_child(born="2010-09-01")
    authority.record(list(clean().values()))
    meant = (CHILD, "adulthood_not_answered", "2026-03-01", "social worker", [])
    found = seen(authority.breaks(DAY))
    keep(meant, found)
    assert found == [meant]
    # Part by part: what is left out is asked after, and then no more.
    def pathway(occurred: str, rows: list[dict]) -> dict:
        words = {field: "As she wishes." for field in ["adulthood", "health", "education", "wishes", "family_and_social"]}
        return line(f"pathway-{occurred}", "pathway_plan", occurred, {
            **words, "readiness": rows, "actions": {"none_because": "They are in the care plan."}})

    authority.record([pathway("2026-03-10", [{"matter": part, "ready": "they_have_it"} for part in READY[:-1]])])
    assert seen(authority.breaks(DAY)) == [(CHILD, "adulthood_not_answered", "2026-03-10", "social worker", [])]
    assert authority.breaks(DAY)[0]["facts"] == ["Nothing is said of: people to turn to."]
    authority.record([pathway("2026-03-11", [{
        "matter": READY[-1], "ready": "working_on_it", "owner": "Personal adviser", "due": "2026-03-19"}])])
    assert [each["since"] for each in authority.breaks(DAY)] == ["2026-03-19"]
    assert authority.breaks("2026-03-19") == []


def test_a_record_of_a_day_to_come_does_not_show_before_it(kept):
    kept.record([note("2026-03-19", risks=[{"id": "R9", "what": "A car outside", "level": "high"}])])
    assert kept.breaks("2026-03-18") == []
    assert [each["about"] for each in kept.breaks("2026-03-19")] == ["R9"]


def returned(authority, episodes: str) -> None:
    """Imports a return of one child."""
    folder = authority.folder / "return"
    folder.mkdir(exist_ok=True)
    (folder / "Header.csv").write_text(HEADER)
    (folder / "Episodes.csv").write_text(EPISODES + episodes)
    authority.run("import", "ssda903", str(folder), "--year", "2025-26")


def test_one_move_is_one_question_until_somebody_has_looked_again(authority):
    returned(authority, STAYED)
    authority.record(list(clean().values()))
    assert authority.breaks("2026-02-27") == []
    returned(authority, MOVED)
    move = (
        CHILD, "change_not_looked_at", "2026-02-24", "social worker",
        ["assessment_of_another_placement", "plan_older_than_change"])
    [one] = authority.breaks("2026-02-27")
    assert seen([one]) == [move]
    keep(move, seen([one]))
    assert one["title"] == (
        "Moved on 24 February 2026: look again at the assessment, the plan, family time, school and health")
    authority.record([day_set("2026-02-25", "2026-03-30")])
    [one] = authority.breaks("2026-02-27")
    assert "An assessment is begun, to be finished by 30 March 2026." in one["facts"]
    authority.record([assessed("2026-02-26", placement_from="2026-02-24")])
    # The plan is still the one from before, and with it what it says of family, school and health.
    [one] = authority.breaks("2026-02-27")
    assert seen([one]) == [move[:4] + (["plan_older_than_change"],)]
    older = (CHILD, "plan_older_than_change", "2026-02-24", "social worker")
    keep(older, [(CHILD, kind, one["since"], one["owner_role"]) for kind in one["folded"]])
    # Of what is folded the command tells the name; its day and its owner are those of the one that it is folded under.
    assert (one["since"], one["owner_role"]) == older[2:]
    assert one["title"] == "Moved on 24 February 2026: look again at the plan, family time, school and health"
    # One of them written down anew leaves the others.
    authority.record([line("again", "family_time_plan", "2026-02-26", clean()["family_time"]["answers"])])
    [one] = authority.breaks("2026-02-27")
    assert one["title"] == "Moved on 24 February 2026: look again at the plan, school and health"
    authority.record([line("plan", "care_plan", "2026-02-26", {
        **PLAN_WORDS, "permanence": "return_home", "actions": {"none_because": "All stands."}})])
    assert authority.breaks("2026-02-27") == []


def test_an_authority_with_only_a_return_has_nothing_to_join_up(authority):
    returned(authority, MOVED)
    assert authority.breaks("2026-03-31") == []


def test_exploitation_is_a_change_that_asks_to_look_again(kept):
    kept.record([note("2026-03-02", risks=[
        {"id": "R8", "what": "Older boys give her a telephone", "level": "high", "exploitation": True}],
        actions=[action("A8", addresses=["R8"])])])
    [one] = kept.breaks(DAY)
    assert one["title"] == (
        "A risk of exploitation was named on 2 March 2026: look again at the assessment and the plan")
    kept.record([note("2026-03-03", risks=[{"id": "R7", "what": "The stairs", "level": "low"}], actions=[
        action("A7", addresses=["R7"])])])
    assert [each["break"] for each in kept.breaks(DAY)] == ["change_not_looked_at"]


def test_a_manager_says_something_of_their_own_about_an_assessment(kept):
    for stamped in ["Agreed.", "Approved, thank you", "Seen and agreed in supervision"]:
        [refused] = kept.record([approved("2026-01-20", "2026-03-02", managers_comment=stamped)], exits={1})["refused"]
        assert refused["field"] == "managers_comment" and "would stand under any assessment" in refused["message"]
    alone = {**approved("2026-01-20", "2026-03-03"), "on_behalf_of": ""}
    [refused] = kept.record([alone], exits={1})["refused"]
    assert refused["field"] == "on_behalf_of" and "approves nothing by itself" in refused["message"]
    # Nobody approves what was signed on behalf of themselves.
    own = {**assessed("2026-02-20"), "on_behalf_of": "Kay  manager"}
    [refused] = kept.record([own, approved("2026-02-20", "2026-03-03")], exits={1})["refused"]
    assert refused["field"] == "assessed_on" and "does not approve it" in refused["message"]
    [refused] = kept.record([approved("2026-01-19", "2026-03-04")], exits={1})["refused"]
    assert refused["field"] == "assessed_on"
    told = {**clean()["assessment"]["answers"], "managers_comment": "It explains her nights.", "needs": [], "risks": []}
    told["needs"] = {"none_because": "None is new."}
    [refused] = kept.record([line("own", "assessment", "2026-03-05", told)], exits={1})["refused"]
    # The assessment's own form does not ask for it.
    assert refused["field"] == "managers_comment"


def test_what_was_sent_back_and_corrected_is_the_managers_again(authority):
    authority.open_child()
    lines = clean()
    sent_back(lines)
    told = authority.record(list(lines.values()))
    events = {name: each["event"] for name, each in zip(lines, told["events"], strict=True)}
    authority.record(corrected("assessment", so_what="The park frightens her.")(lines, events))
    assert authority.breaks("2026-02-02") == []
    assert seen(authority.breaks(DAY)) == [
        (CHILD, "assessment_not_approved", "2026-02-02", "the social worker’s manager", [])]


def test_a_day_that_was_set_is_not_passed_over_in_what_is_signed(kept):
    kept.record([day_set("2026-02-20", "2026-03-10")])
    [refused] = kept.record([assessed("2026-03-09", target="2026-04-10")], exits={1})["refused"]
    assert refused["field"] == "target" and "10 March 2026" in refused["message"]
    [refused] = kept.record([day_set("2026-03-01", "2026-02-01")], exits={1})["refused"]
    assert refused["field"] == "target"


def in_care(authority, children: list[Varied]) -> None:
    """Imports one return of them all, and who worked with those whose worker changed."""
    folder = authority.folder / "return"
    folder.mkdir()
    (folder / "Header.csv").write_text(
        "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
        + "".join(f"{child.number},F,{child.born},WBRI,C999000{child.number},0,\n" for child in children))
    elsewhere = STAYED.replace("SV3 2DE", "ZN1 5TR").replace("SC990001", "SC990004")
    (folder / "Episodes.csv").write_text(EPISODES + "".join(
        (elsewhere if child.is_apart else STAYED).replace(CHILD, str(child.number)) for child in children))
    authority.run("import", "ssda903", str(folder), "--year", "2025-26")
    (authority.folder / "staff.csv").write_text("ssda903_id,worker,role,from,to\n" + "".join(
        f"{child.number},SW1,social worker,2026-01-12,2026-02-20\n{child.number},SW2,social worker,2026-02-20,\n"
        for child in children if "handed_over" in child.parts))
    authority.run("import", "staff", str(authority.folder / "staff.csv"))


#: Their numbers.
TWO_HUNDRED = range(910_000, 910_200)


def test_two_hundred_clean_and_varied_records_have_nothing_to_join_up(authority):
    children = [Varied(number) for number in TWO_HUNDRED]
    # Whatever a record may have more of is in many of them, beside different things.
    drawn = Counter(part for child in children for part in child.parts)
    assert set(drawn) == {part.__name__ for part in PARTS} and min(drawn.values()) >= 20, drawn
    in_care(authority, children)
    told = authority.record([each for child in children for each in child.lines.values()])
    assert told["refused"] == []
    assert authority.breaks(DAY) == []


def test_what_is_left_out_of_a_varied_record_is_asked_about(authority):
    asked = {
        "answered": "view_not_answered", "taking_over": "handover_not_accepted", "pathway": "adulthood_not_answered",
        "more_family": "family_time_not_arranged"}
    children = {}
    for child in map(Varied, TWO_HUNDRED):
        # A brother or sister is told of two children, of whom one would not be there.
        left = next((name for name in asked if name in child.lines and name not in children), None)
        if left and "siblings" not in child.parts:
            children[left] = child
    assert set(children) == set(asked)
    in_care(authority, list(children.values()))
    authority.record([
        each for left, child in children.items() for name, each in child.lines.items() if name != left])
    assert {(each["ssda903_id"], each["break"]) for each in authority.breaks(DAY)} == {
        (str(child.number), asked[left]) for left, child in children.items()}

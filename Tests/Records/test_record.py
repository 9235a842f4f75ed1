"""What a program may send, and what it is told when it sends something else."""

import json
import random

from clean import CHILD, clean, line
from conftest import ROOT


def test_the_same_file_again_records_nothing(kept):
    again = kept.record(list(clean().values()))
    assert (again["recorded"], again["repeated"], again["refused"]) == (0, len(clean()), [])


def test_all_of_a_file_is_recorded_or_none(authority):
    authority.open_child()
    lines = [*clean().values(), line("wrong", "visit", "2026-02-30", {})]
    told = authority.record(lines, exits={1})
    assert not told["is_kept"] and [each["line"] for each in told["refused"]] == [len(lines)]
    assert authority.record(list(clean().values()))["recorded"] == len(clean())


def test_what_can_be_used_is_recorded_where_that_is_asked_for(authority):
    authority.open_child()
    told = authority.record([*clean().values(), line("wrong", "visit", "2026-02-30", {})], "--partial", exits={1})
    assert told["is_kept"] and told["recorded"] == len(clean())


def test_a_rehearsal_keeps_nothing(authority):
    authority.open_child()
    assert authority.record(list(clean().values()), "--dry-run")["is_kept"] is False
    assert authority.record(list(clean().values()))["repeated"] == 0


def test_the_journal_stays_sound(kept):
    assert "sound" in kept.run("verify")


def test_a_refusal_names_line_field_and_remedy(authority):
    authority.open_child()
    visit = clean()["visit"]
    visit["answers"]["actions"][0]["due"] = "ongoing"
    visit["answers"]["purpose_actions"] = []
    told = authority.record([visit], exits={1})["refused"]
    assert [(each["line"], each["field"]) for each in told] == [(1, "actions[1].due")]
    assert "hope to see it done" in told[0]["remedy"]


def test_what_is_pointed_at_has_to_be_there_and_be_of_its_kind(kept):
    kept_lines = line("odd", "visit", "2026-03-01", {
        **clean()["visit"]["answers"], "views": [], "actions": [], "purpose_actions": ["N1", "A77"]})
    told = kept.record([kept_lines], exits={1})["refused"]
    assert ["N1 is a need", "A77 is nothing in this child’s thread"] == [each["message"] for each in told]


def test_what_a_councils_form_needs_is_needed_here_too_and_said_with_all_else(authority, tmp_path):
    form = (ROOT / "Sources/FormFiles/Forms/visit.yaml").read_text()
    needed = form.replace("- id: bedroom_seen\n", "- id: bedroom_seen\n        needed: sign\n")
    assert needed != form
    (tmp_path / "visit.yaml").write_text(needed)
    authority.open_child()
    lines = clean()
    answers = {name: said for name, said in lines["visit"]["answers"].items() if name not in ["bedroom_seen", "place"]}
    visit = {**lines["visit"], "answers": answers}
    before = [each for name, each in lines.items() if name in ["assessment", "care_plan"]]
    told = authority.record([*before, visit], "--forms", str(tmp_path), exits={1})["refused"]
    assert [each["field"] for each in told] == ["bedroom_seen", "place"]
    assert told[0]["message"] == "it is needed to sign"


def test_a_risk_and_its_action_are_joined_in_one_record(authority):
    authority.open_child()
    note = line("joined", "case_note", "2026-03-01", {
        "subject": "A call", "significant": "none",
        "risks": [{"id": "here-R1", "what": "Walks home along the quay", "level": "high"}],
        "actions": [{"id": "here-A1", "what": "Meet her", "owner": "Carer", "due": "2026-05-01", "purpose": "To be safe",
                     "addresses": "here-R1"}]})
    assert authority.record([note])["recorded"] == 1
    thread = json.loads(authority.run("thread", CHILD, "--format", "json", exits={0, 1}))
    assert [each["addresses"] for each in thread["actions"]] == [[thread["risks"][0]["id"]]] == [["R1"]]
    assert "risk_without_action" not in [each["break"] for each in thread["breaks"]]
    note["answers"]["actions"][0]["owner"] = "Everyone"
    told = authority.record([{**note, "command_id": "again"}], exits={1})["refused"]
    assert [(each["field"], each["message"]) for each in told] == [
        ("actions[1].owner", "“Everyone” is more than one person")]
def test_a_file_that_is_none_of_the_childs_documents_is_refused_at_its_question(kept):
    answers = {**clean()["health"]["answers"], "report_file": "letter.pdf"}
    told = kept.record([line("paper", "health_assessment", "2026-03-01", answers)], exits={1})["refused"]
    assert [(each["line"], each["field"]) for each in told] == [(1, "report_file")] and "SHA-256" in told[0]["remedy"]
    answers["report_file"] = "0" * 64
    told = kept.record([line("paper", "health_assessment", "2026-03-01", answers)], exits={1})["refused"]
    assert [(each["field"], each["message"]) for each in told] == [("report_file", "the child has no such document")]


def test_every_example_of_the_documentation_is_recorded(authority):
    authority.open_child()
    authority.run("record", "--new-child", "900002", "--born", "2014-02-01", "--entered", "2026-01-12")
    for example in examples():
        told = authority.record([{**json.loads(example), "child": CHILD}])
        assert told["recorded"] == 1, example


def examples() -> list[str]:
    page = (ROOT / "docs/record.md").read_text()
    found = [each.split("\n```")[0] for each in page.split("```json\n")[1:]]
    assert {json.loads(each)["kind"] for each in found} == {
        "assessment", "assessment_approval", "assessment_audit", "assessment_start", "care_plan", "case_note", "chronology_entry",
        "concern_answer", "concern_step", "look_between_reviews", "copies_given", "court_statement", "direct_work",
        "family_time_plan", "handover", "health_assessment", "identity_profile", "legal_planning", "life_story",
        "keeping_in_touch", "life_story_chapter",
        "management_decision", "pathway_plan", "people", "personal_education_plan", "placement_plan",
        "placement_request", "review", "review_contribution", "siblings", "taking_over", "visit"}
    return found


def mutated(text: str, random: random.Random) -> bytes:
    """The file with a few of its bytes changed, cut, doubled or moved."""
    told = bytearray(text.encode())
    for _ in range(random.randint(1, 6)):
        place = random.randrange(len(told))
        match random.randrange(5):
            case 0: told[place] = random.randrange(256)
            case 1: del told[place : place + random.randint(1, 40)]
            case 2: told[place:place] = told[place : place + random.randint(1, 60)]
            case 3: told[place:place] = random.choice([b"\x00", b'"', b"{", b"]", b"1e999", b"null", b"\\ud800"])
            case 4: told[place:place] = random.choice([b"[" * 600, b'{"a":' * 600])
    return bytes(told)


def test_a_thousand_mutated_files_crash_nothing_and_write_nothing_by_halves(authority, tmp_path):
    authority.open_child()
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    told = random.Random(seed)
    text = "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in clean().values())
    folder = tmp_path / "mutated"
    folder.mkdir()
    files = []
    for number in range(1000):
        files.append(folder / f"{number}.ndjson")
        files[-1].write_bytes(mutated(text, told))
    outcome = authority.run(
        "record", "--dry-run", "--format", "json", *map(str, files), exits={0, 1})
    for file, each in zip(files, json.loads(outcome), strict=True):
        for refused in each["refused"]:
            assert refused["line"] >= 1 and refused["message"] and refused["remedy"], file
        assert each["refused"] or each["recorded"] + each["repeated"] == each["lines"], file
    assert "sound" in authority.run("verify")
    assert authority.record(list(clean().values()))["recorded"] == len(clean()), "something had been written"


def test_of_mutated_files_that_are_really_sent_each_is_written_whole_or_not_at_all(authority, tmp_path):
    """And with --partial each line is; what a file says it wrote is what stands in the journal, and no more."""
    seed = random.randrange(1 << 32)
    print(f"seed {seed}")
    told = random.Random(seed)
    children = [f"9001{number:02}" for number in range(20)]
    for child in children:
        authority.open_child(child)

    def in_children() -> set[int]:
        events = json.loads(authority.run("journal", "show", "--limit", "1000000", "--format", "json"))
        return {each["seq"] for each in events if each["stream"].startswith("c-")}

    before, written = in_children(), set()
    for options in [[], ["--partial"]]:
        files = []
        for number in range(150):
            text = "".join(json.dumps(each) + "\n" for each in clean(told.choice(children)).values())
            files.append(tmp_path / f"{number}.ndjson")
            # Every tenth is as it should be, so that whole files are written among those that are refused.
            files[-1].write_bytes(mutated(text, told) if number % 10 else text.encode())
        outcome = json.loads(
            authority.run("record", *options, "--format", "json", *map(str, files), exits={0, 1}))
        for file, each in zip(files, outcome, strict=True):
            refused = {line["line"] for line in each["refused"]}
            if options:
                assert each["recorded"] + each["repeated"] + len(refused) == each["lines"], file
            else:
                assert not (each["is_kept"] and refused), file
            # A line that was sent before names the event that it became then.
            new = {event["event"] for event in each["events"]} - written
            assert len(new) == (each["recorded"] if each["is_kept"] else 0), file
            written |= new
            for line in each["refused"]:
                assert line["line"] >= 1 and line["message"] and line["remedy"], file
        assert written, "none of the files could be used"
        assert in_children() - before == written
    assert "sound" in authority.run("verify")


def corrected(kept, name: str = "case", **changed) -> dict:
    visit = clean()["visit"]
    visit["answers"] |= changed.pop("answers", {})
    return {**visit, "command_id": f"{CHILD}-{name}", **changed}


def visit_event(kept) -> int:
    lines = list(clean().values())
    place = list(clean()).index("visit") + 1
    return {each["line"]: each["event"] for each in kept.record(lines)["events"]}[place]


def test_a_record_is_put_right_once_and_the_thread_goes_by_the_new_version(kept):
    event = visit_event(kept)
    words = {"actions": [{"id": "A4", "what": "Ask nan and grandad", "owner": "Ann Worker", "due": "2026-05-01",
                          "purpose": "She misses her", "addresses": ["V1"]}]}
    line = corrected(kept, corrects=event, because="Grandad was forgotten", answers=words)
    told = kept.record([line])
    assert (told["recorded"], told["repeated"]) == (1, 0)
    assert kept.record([line])["repeated"] == 1
    assert "Ask nan and grandad" in kept.run("thread", CHILD)
    assert kept.run("thread", CHILD, "--format", "json").count("Ask nan") == 1
    assert "sound" in kept.run("verify")


def test_a_correction_that_will_not_do_is_told_why(kept):
    event = visit_event(kept)
    rows = [
        (corrected(kept, "a", corrects=event), "because"),
        (corrected(kept, "b", because="Why not"), "because"),
        (corrected(kept, "c", corrects="x", because="No"), "corrects"),
        (corrected(kept, "d", corrects=999_999, because="No"), "corrects"),
        (corrected(kept, "e", corrects=event, because="Nothing is different", answers={
            "views": [{"id": "V1", "what": "I want to see nan", "clearly_said": True}],
            "actions": [{**clean()["visit"]["answers"]["actions"][0], "id": "A4"}]}), "answers"),
        # The review of 6 February answers V1.
        (corrected(kept, "f", corrects=event, because="She did not say it", answers={"views": [], "actions": []}), "views"),
    ]
    for line, field in rows:
        told = kept.record([line], exits={1})
        assert [each["field"] for each in told["refused"]] == [field], (field, told)
        assert told["refused"][0]["remedy"]
    first = corrected(kept, "g", corrects=event, because="Where", answers={"place": "school"})
    assert kept.record([first])["recorded"] == 1
    second = corrected(kept, "h", corrects=event, because="Where", answers={"place": "office"})
    refused = kept.record([second], exits={1})["refused"]
    assert "corrected meanwhile" in refused[0]["message"]


def test_a_reviewing_officers_word_is_put_right_by_one_who_is_named(kept):
    look = line("look", "look_between_reviews", "2026-03-02", {
        "looked_because": "was_asked", "observations": "The decisions.", "concerns": [{
            "id": "C1", "what": "Nobody has rung nan", "matter": "delay", "level": "high", "ask": "Ring her",
            "owner": "Ann Worker", "stage": "social_worker", "due": "2026-03-10"}]})
    event = kept.record([look])["events"][0]["event"]
    again = {**look, "command_id": "look-again", "corrects": event, "because": "It was not so bad"}
    again["answers"] = {**look["answers"], "concerns": [{**look["answers"]["concerns"][0], "level": "low"}]}
    nameless = {name: told for name, told in again.items() if name != "on_behalf_of"}
    assert [each["field"] for each in kept.record([nameless], exits={1})["refused"]] == ["on_behalf_of"]
    assert kept.record([again])["recorded"] == 1

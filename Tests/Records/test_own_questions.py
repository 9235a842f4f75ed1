"""A council's own questions of every kind, through `record`: what is taken, what is refused and why, and what the schema and
the preview say of them."""

import json

from clean import CHILD, line
from conftest import ROOT

FORMS = str(ROOT / "Tests/Fixtures/council-forms")
OUTING = {
    "subject": "An outing", "significant": "none", "outing": True, "set_off": "2026-02-20T09:05",
    "went_with": {"somebody_else": "Mr Pell"}, "went_for": ["R1"],
    "stops": [{"place": "The quay", "on": "2026-02-20", "paid": False, "liked": "well"}, {"place": "The pier"}],
    "pocket_money": "Five pounds", "bring": ["coat"]}


def outing(name: str, **changed) -> dict:
    return line(name, "case_note", "2026-02-20", {**OUTING, **changed})


def with_risk(authority) -> None:
    authority.open_child()
    risk = [{"what": "Walks home along the quay", "level": "low"}]
    authority.record(
        [line("risk", "case_note", "2026-02-19", {"subject": "A call", "significant": "none", "risks": risk})])


def test_every_kind_is_recorded_and_recorded_once(authority):
    with_risk(authority)
    assert authority.record([outing("o")], "--forms", FORMS)["recorded"] == 1
    assert authority.record([outing("o")], "--forms", FORMS)["repeated"] == 1
    assert "sound" in authority.run("verify")


def test_each_refusal_names_field_and_remedy(authority):
    with_risk(authority)
    none = {"none_because": "For fun"}
    rows = [
        ({"set_off": "2026-02-20"}, "set_off", "this is not what the question takes"),
        ({"set_off": none}, "set_off", "“none, because” is no answer to it"),
        ({"went_with": "Nobody Known"}, "went_with", "the child’s record knows nobody by that name"),
        ({"went_with": {"somebody_else": ""}}, "went_with", "it does not say who"),
        ({"went_with": {"somebody_else": "A", "none_because": "B"}}, "went_with",
         "it has an answer, and a reason why there is none"),
        ({"went_for": "A9"}, "went_for", "A9 is nothing in this child’s thread"),
        ({"went_for": None}, "went_for", "it is needed to sign"),
        ({"stops": [{"on": "2026-02-20"}]}, "stops[1].place", "it is needed"),
        ({"stops": [{"place": "x", "liked": "no"}]}, "stops[1].liked", "this is not what the question takes"),
        ({"stops": [{"place": "x", "who": "y"}]}, "stops[1].who", "there is no such column"),
        ({"stops": [["x"]]}, "stops[1]", "a row is made of named cells"),
        ({"stops": {"none_because": " "}}, "stops", "it does not say why there is none"),
        ({"bring": ["boat"]}, "bring", "this is not what the question takes"),
    ]
    for changed, field, message in rows:
        told = authority.record([outing("x", **changed)], "--forms", FORMS, exits={1})["refused"]
        assert [(each["field"], each["message"]) for each in told] == [(field, message)], changed
        assert told[0]["remedy"] and told[0]["line"] == 1
    assert authority.record([outing("y", went_for=none, stops=none)], "--forms", FORMS)["recorded"] == 1


def test_the_schema_tells_what_each_takes(authority):
    told = json.loads(authority.run_plain("record", "--schema", "case_note", "--forms", FORMS, "--format", "json"))
    lines = {each["field"]: (each["needed"], each["takes"]) for each in told["lines"]}
    assert lines["set_off"] == ("no where outing is true", "a day and a time, as 2026-03-31T16:30")
    assert lines["went_for"][1] == 'the id of a need, a risk or an action, or a list, or {"none_because": "why there is none"}'
    assert lines["stops[].place"] == ("yes", "text") and lines["stops[].liked"] == ("no", "one of well, middling")
    assert "somebody_else" in lines["may_collect"][1]


def test_a_printed_form_is_the_file_that_is_in_force(authority, tmp_path):
    product = (ROOT / "Sources/FormFiles/Forms/case_note.yaml").read_text()
    council = (ROOT / "Tests/Fixtures/council-forms/case_note.yaml").read_text()
    assert authority.run_plain("forms", "print", "case_note") == product != council
    assert authority.run_plain("forms", "print", "case_note", "--forms", FORMS) == council
    begun = tmp_path / "case_note.yaml"
    begun.write_text(authority.run_plain("forms", "print", "case_note").replace("version: 3", "version: 4", 1))
    assert "No question is different." in authority.run_plain("forms", "preview", str(begun))
    assert authority.run_plain("forms", "print", "no_such_kind", exits={2}) == ""


def test_a_preview_tells_what_a_file_changes(authority, tmp_path):
    told = json.loads(
        authority.run_plain("forms", "preview", FORMS + "/case_note.yaml", "--format", "json"))
    assert (told["version"], told["against"]) == (4, 3) and len(told["changes"]) == 8
    assert all(each.startswith("New: ") for each in told["changes"])
    text = authority.run_plain("forms", "preview", FORMS + "/case_note.yaml")
    assert "Against version 3" in text and "New: “Who may collect them?” (may_collect)." in text
    same = authority.run_plain("forms", "preview", FORMS + "/case_note.yaml", "--forms", FORMS)
    assert "No question is different." in same
    bad = tmp_path / "case_note.yaml"
    bad.write_text((ROOT / "Tests/Fixtures/council-forms/case_note.yaml").read_text().replace("kind: moment", "kind: clock"))
    for command in ["preview", "check"]:
        said = authority.run_plain("forms", command, str(bad), exits={1})
        assert "line 68" in said and "set_off does not say what it takes" in said

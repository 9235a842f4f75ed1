"""Brothers and sisters: linked by a person, asked about where they live apart, and never told to those who may not see
both."""

import json

import pytest

from clean import CHILD, DAY, clean, line
from planted import keep
from test_breaks import EPISODES, HEADER, STAYED, seen

OTHER = "900002"
HEADERS = HEADER + "900002,M,01/02/2014,WBRI,C999000000002,0,\n"
ELSEWHERE = STAYED.replace(CHILD, OTHER).replace("SV3 2DE", "ZN1 5TR").replace("SC990001", "SC990004")
WHY = {
    "reason": "No home had two rooms; both were asked.", "arrangements": "Wednesdays after school.",
    "now_what": "A home for both is looked for.", "next_look": "2026-06-01"}


def sibling(occurred: str, relation: str = "full", of: str = CHILD, other: str = OTHER, **told) -> dict:
    return line(f"sibling-{occurred}-{relation}-{len(told)}", "siblings", occurred, {
        "sibling": other, "sibling_relation": relation, **told}, child=of)


@pytest.fixture
def two(authority):
    """Two children in care, of whom one has a clean record; where the other lives is a test's to say."""

    def two(other: str = ELSEWHERE):
        folder = authority.folder / "return"
        folder.mkdir(exist_ok=True)
        (folder / "Header.csv").write_text(HEADERS)
        (folder / "Episodes.csv").write_text(EPISODES + STAYED + other)
        authority.run("import", "ssda903", str(folder), "--year", "2025-26")
        authority.record(list(clean().values()))
        return authority

    return two


def test_two_who_live_apart_are_one_question_until_somebody_says_why(two):
    authority = two()
    assert authority.breaks(DAY) == [], "nobody is a brother until a person says so"
    authority.record([sibling("2026-02-01")])
    meant = (CHILD, "siblings_apart", "2026-01-12", "social worker", [])
    found = seen(authority.breaks(DAY))
    keep(meant, found)
    assert found == [meant]
    authority.record([sibling("2026-02-08", **{**WHY, "arrangements": ""})])
    [found] = authority.breaks(DAY)
    assert found["break"] == "siblings_apart" and "nothing says how they see each other" in found["facts"][0]
    authority.record([sibling("2026-02-10", **WHY)])
    assert authority.breaks(DAY) == []
    assert "sound" in authority.run("verify")


def test_the_link_is_the_others_too_and_either_record_may_say_why(two):
    authority = two()
    authority.record([sibling("2026-02-01", of=OTHER, other=CHILD)])
    assert [each[1] for each in seen(authority.breaks(DAY))] == ["siblings_apart"]
    authority.record([sibling("2026-02-10", of=OTHER, other=CHILD, **WHY)])
    assert authority.breaks(DAY) == []


def test_a_reason_is_asked_again_when_one_of_them_has_moved(two):
    authority = two(ELSEWHERE.replace(",,,,SV1 4AB", ",24/02/2026,X1,CARPL,SV1 4AB") + (
        "900002,24/02/2026,P,V2,N1,U6,PR4,,,,SV1 4AB,ZN1 9ZZ,SC990009\n"))
    authority.record([sibling("2026-02-10", **WHY)])
    assert authority.breaks("2026-02-20") == []
    assert [(each[1], each[2]) for each in seen(authority.breaks("2026-02-27"))] == [("siblings_apart", "2026-02-24")]
    authority.record([sibling("2026-02-26", **WHY)])
    assert authority.breaks("2026-02-27") == []


@pytest.mark.parametrize("other", [
    STAYED.replace(CHILD, OTHER),  # one home
    ELSEWHERE.replace("ZN1 5TR", "").replace("SC990004", ""),  # nobody said where
    ELSEWHERE.replace(",,,,SV1 4AB", ",24/02/2026,E4A,,SV1 4AB"),  # home again
])
def test_nothing_is_asked_where_they_live_together_or_nobody_can_say(two, other):
    authority = two(other)
    authority.record([sibling("2026-02-01")])
    assert authority.breaks(DAY) == []


def test_a_link_that_was_a_mistake_is_taken_away_from_both(two):
    authority = two()
    refused = authority.record([sibling("2026-02-01", "not_siblings")], exits={1})["refused"]
    assert [each["field"] for each in refused] == ["sibling"]
    authority.record([sibling("2026-02-01"), sibling("2026-02-03", "not_siblings", of=OTHER, other=CHILD)])
    assert authority.breaks(DAY) == []


def test_who_is_nobody_and_who_is_hidden_are_refused_alike(two):
    authority = two()
    authority.run("protect", "seal", OTHER, "--ordered-by", "Family Court", "--reason", "Adoption order")
    for told in [sibling("2026-02-01"), sibling("2026-02-01", other="999999"), sibling("2026-02-01", other=CHILD)]:
        refused = authority.record([told], exits={1})["refused"]
        assert [each["field"] for each in refused] == ["sibling"]
        assert told["answers"]["sibling"] not in json.dumps(refused)
    assert (
        authority.record([sibling("2026-02-01")], exits={1})["refused"]
        == authority.record([sibling("2026-02-01", other="999999")], exits={1})["refused"])


@pytest.mark.parametrize("protected", [OTHER, CHILD])
def test_nothing_is_said_of_one_who_is_sealed_since(two, protected):
    authority = two()
    authority.record([sibling("2026-02-01")])
    authority.run("protect", "seal", protected, "--ordered-by", "Family Court", "--reason", "Adoption order")
    assert authority.breaks(DAY) == []
    if protected == OTHER:
        for command in ["thread", "child"]:
            told = authority.run(command, CHILD, exits={0, 1})
            assert OTHER not in told and "brother or sister has" not in told.lower()


def test_the_journal_as_the_command_line_shows_it_names_nobody(two):
    authority = two()
    authority.record([sibling("2026-02-01", **WHY)])
    told = authority.run("journal", "show", "--child", CHILD)
    assert "brothers and sisters: said for 1 February 2026" in told
    assert OTHER not in told and "two rooms" not in told

"""docs/security.md names every requirement of ASVS 5.0.0, levels 1 and 2, once, and only files and tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/security.md"
#: Section and last requirement of levels 1 and 2 in it; those of level 3 stand after them.
ASKED = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2, "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1, "3.2": 2, "3.3": 4,
    "3.4": 6, "3.5": 5, "3.7": 2, "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4, "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4, "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5,
    "7.5": 2, "7.6": 2, "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1, "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1,
    "11.6": 1, "12.1": 3, "12.2": 2, "12.3": 4, "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5, "14.1": 2, "14.2": 4,
    "14.3": 3, "15.1": 3, "15.2": 3, "15.3": 7, "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
}
ROW = re.compile(r"^\| v5\.0\.0-([\d.]+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
NAMED = re.compile(r"`([^`]+)`")


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text()


@pytest.fixture(scope="module")
def tests() -> set[str]:
    """The names of the tests there are."""
    found = set()
    for file in (ROOT / "Tests").rglob("*"):
        if file.suffix == ".swift":
            found |= set(re.findall(r"@Test(?:\((?:[^()]|\([^()]*\))*\))?\s+func (\w+)", file.read_text()))
        elif file.suffix == ".py":
            found |= set(re.findall(r"^def (test_\w+)", file.read_text(), re.MULTILINE))
    return found


def is_not_yet(row: tuple[str, ...]) -> bool:
    return row[1].startswith("**Not yet**")


def test_every_requirement_of_levels_1_and_2_is_named_once(page):
    named = re.findall(r"v5\.0\.0-(\d+\.\d+\.\d+)", page)
    asked = [f"{section}.{number}" for section, last in ASKED.items() for number in range(1, last + 1)]
    assert sorted(named) == sorted(asked)


def test_every_row_names_a_file_that_is_there(page):
    rows = ROW.findall(page)
    assert len(rows) == page.count("\n| v5.0.0-")
    for number, _, where, _ in rows:
        files = NAMED.findall(where)
        assert files, number
        for file in files:
            assert (ROOT / file).is_file(), f"{number}: {file} is not there"


def test_every_row_names_a_test_that_is_there_or_says_that_none_shows_it(page, tests):
    for row in ROW.findall(page):
        number, shown = row[0], row[3]
        if is_not_yet(row):
            assert shown == "–", f"{number} is not met, and so no test shows it"
        elif shown != "reading":
            named = NAMED.findall(shown)
            assert named and not set(named) - tests, f"{number}: {set(named) - tests or shown} is no test"


def test_the_count_is_right(page):
    rows = ROW.findall(page)
    missing = sum(map(is_not_yet, rows))
    reading = sum(row[3] == "reading" for row in rows)
    said = f"Of {len(rows)} that apply, {len(rows) - missing - reading} are shown by a test, {reading} by reading, and {missing} are not yet met."
    assert said in page, said

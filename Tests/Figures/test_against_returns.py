"""The figures of the shared returns, held against the same worked out afresh from the CSV."""

import json
import os
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import measures
from returns import read

ROOT = Path(__file__).parents[2]
PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))
SHARED = Path(os.environ.get("THROUGHLINE_SHARED", ROOT.parent / "shared"))
RETURNS = {
    # Folder, collection year, how far back its episodes reach with the year before.
    "fictional-2025-26": (2025, date(2024, 4, 1)),
    "peer-sample": (2017, date(2017, 4, 1)),
}
CHECKS = {
    "K01": measures.k01, "K03": measures.k03, "K04": measures.k04, "K08": measures.k08, "K18": measures.k18,
    "K20": measures.k20,
    "K35": lambda y: measures.outcome(y, "HEALTH_ASSESSMENT"), "K36": lambda y: measures.outcome(y, "TEETH_CHECK"),
    "K37": lambda y: measures.outcome(y, "IMMUNISATIONS"), "K38": lambda y: measures.outcome(y, "HEALTH_CHECK", 0, 4),
    "K39": measures.k39, "K40": measures.k40, "K41": measures.k41,
    "K42": lambda y: measures.outcome(y, "CONVICTED", 10, 98), "K45": measures.k45, "K48": measures.k48,
    "K50.1": lambda y: measures.k50(y, 1), "K50.2": lambda y: measures.k50(y, 2), "K50": lambda y: measures.k50(y, 3),
    "K56": measures.k56, "K57": measures.k57, "K66": measures.k66, "K67": measures.k67, "K68": measures.k68,
}
PARTS = ["numerator", "denominator", "unknown"]
KEYS = {
    "id", "title", "as_at", "unit", "numerator", "denominator", "unknown", "numerator_children",
    "denominator_children", "unknown_children", "twin",
}


def needs_shared():
    if not SHARED.is_dir():
        message = "needs ../shared, which is not here"
        pytest.fail(message) if os.environ.get("REQUIRE_SHARED") == "1" else pytest.skip(message)


def ask(data, *arguments):
    written = subprocess.run(
        [PROGRAM, *arguments, "--format", "json", "--data", data], check=True, capture_output=True, timeout=300)
    return json.loads(written.stdout)


@pytest.fixture(scope="module", params=list(RETURNS))
def both(request, tmp_path_factory):
    """The figures as the program gives them, with each child's number, and the rows."""
    needs_shared()
    start, reach = RETURNS[request.param]
    folder = SHARED / "ssda903/returns" / request.param
    data = str(tmp_path_factory.mktemp("data"))
    previous = ["--previous", str(folder / "previous")] if (folder / "previous").is_dir() else []
    tables = [str(path) for path in folder.iterdir() if path.suffix == ".csv"]
    subprocess.run(
        [PROGRAM, "import", "ssda903", *tables, "--year", f"{start}-{(start + 1) % 100}", *previous, "--data", data],
        check=True, stdout=subprocess.DEVNULL, timeout=300)
    numbers = {line["id"]: line["ssda903_id"] for line in ask(data, "children", "--all")}
    figures = {line["id"]: line for line in ask(data, "figures")}
    return figures, numbers, measures.Year(start, read(folder, date(start + 1, 3, 31)), reach)


def child_by_child(year, check):
    """What one check gives for each child taken alone, those left out whose rows contradict themselves."""
    everyone = year.children
    for child in everyone:
        if not child.contradicts_itself:
            year.children = [child]
            yield child.number, check(year)
    year.children = everyone


@pytest.mark.parametrize("id", CHECKS)
def test_a_figure_counts_each_child_as_the_rows_say(both, id):
    figures, numbers, year = both
    theirs = {part: Counter(numbers[child] for child in figures[id][f"{part}_children"]) for part in PARTS}
    expected = dict(child_by_child(year, CHECKS[id]))
    assert len(expected) > 0.9 * len(year.children)
    found = {number: tuple(theirs[part][number] for part in PARTS) for number in expected}
    assert {n: (found[n], expected[n]) for n in expected if found[n] != expected[n]} == {}
    assert sum(count[1] for count in expected.values()) > 0, "the return has nobody to count"


def test_the_mean_score_is_what_the_rows_say(both):
    figures, _, year = both
    assert figures["K40"]["value"] == pytest.approx(measures.k40_mean(year))


def test_everybody_looked_after_on_the_day_is_counted(both):
    figures, _, year = both
    assert figures["K01"]["numerator"] == measures.k01(year)[0]


def test_each_number_is_the_length_of_its_list(both):
    figures, _, _ = both
    for line in figures.values():
        assert KEYS <= line.keys()
        for part in PARTS:
            assert line[part] == len(line[f"{part}_children"])

"""The pages as people have their machines show them: on paper, in few colours, without movement."""

import csv

import pytest

from addresses import TABS

# What the return holds of where a child lives or lived.
ADDRESSES_OF_RETURN = {"HOME_POST", "PL_POST", "URN", "MOTHER_POST"}
PARTS = [f"/children/{{with-{tab}}}/{tab}" for tab in TABS]


@pytest.fixture(scope="session")
def whereabouts(site, data) -> set[str]:
    """Every postcode and URN of the records: as written, and a postcode without its blanks."""
    found = set()
    for file in data.glob("return/20*/*.csv"):
        with file.open(newline="") as rows:
            for row in csv.DictReader(rows):
                for name in ADDRESSES_OF_RETURN & row.keys():
                    if len(value := (row[name] or "").strip()) >= 5:
                        found |= {value.upper(), value.upper().replace(" ", "")}
    assert len(found) > 40, "the return holds no addresses to look for"
    return found


@pytest.mark.parametrize("path", ["/", "/team", "/children", "/children/{child}", *PARTS])
def test_paper_carries_no_postcode_and_no_urn(open_page, names, whereabouts, path):
    page = open_page(path.format(**names))
    page.emulate_media(media="print")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    words = set(page.locator("body").inner_text().upper().replace(",", " ").replace("(", " ").replace(")", " ").split())
    pairs = {a + b for a in words for b in words if 2 <= len(a) <= 4 and len(b) == 3}
    assert not (words | pairs) & whereabouts
    assert page.get_by_text("Fictional authority").first.is_visible(), "paper says that it is fictional"
    assert not page.locator("nav.tl-nav, .tl-sign-out").first.is_visible(), "paper carries nothing to press"


@pytest.mark.parametrize("path", ["/", "/figures", "/children/{with-timeline}/timeline"])
def test_where_movement_is_not_wanted_nothing_moves(open_page, names, path):
    page = open_page(path.format(**names), reduced_motion="reduce")
    moving = page.evaluate("""() => [...document.querySelectorAll('*')].filter(e => {
        const s = getComputedStyle(e);
        return s.animationName !== 'none' || s.transitionDuration.split(',').some(d => parseFloat(d) > 0);
    }).length""")
    assert moving == 0


def test_in_forced_colours_the_bars_of_the_timeline_have_an_edge(open_page, names):
    page = open_page("/children/{with-timeline}/timeline".format(**names), forced_colors="active")
    edges = page.locator("main svg.tl-timeline rect").evaluate_all(
        "bars => bars.map(b => [getComputedStyle(b).stroke, getComputedStyle(b).fill])")
    assert edges and all(stroke not in ("none", fill) for stroke, fill in edges)


def test_in_forced_colours_a_run_chart_differs_from_its_ground(open_page, names):
    page = open_page("/figures/{figure}".format(**names), forced_colors="active")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    lines = page.locator("main svg.tl-chart .run").evaluate_all("lines => lines.map(l => getComputedStyle(l).stroke)")
    assert all(line not in ("none", ground) for line in lines)


def test_in_forced_colours_the_focus_is_seen(open_page):
    page = open_page("/", forced_colors="active")
    for _ in range(8):
        page.keyboard.press("Tab")
        style, width = page.evaluate(
            "() => { const s = getComputedStyle(document.activeElement); return [s.outlineStyle, s.outlineWidth]; }")
        assert style == "auto" or style != "none" and float(width.removesuffix("px")) >= 2

"""Everyone can use the pages: with a screen reader, on a small phone, with the keyboard alone, without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What can be reached by Tab, in the order of the document; the numbers are for comparing, nothing else changes.
NUMBER_WHAT_TAB_REACHES = """() => {
    const reachable = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(e => !e.disabled && e.type !== 'hidden' && (e.type !== 'radio' || e.checked) && e.checkVisibility());
    reachable.forEach((e, place) => e.setAttribute('data-place', place));
    return reachable.map(e => (e.textContent || e.getAttribute('aria-label') || e.tagName).trim().slice(0, 60));
}"""

# Where the focus is, how it looks there, and whether the reader can see it: in the window, and not behind a banner.
FOCUS = """() => {
    const e = document.activeElement, s = getComputedStyle(e), r = e.getClientRects()[0] || e.getBoundingClientRect();
    const at = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2);
    return {
        place: e.hasAttribute('data-place') ? Number(e.dataset.place) : null,
        look: [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join('|'),
        seen: !!at && (e === at || e.contains(at) || at.contains(e)),
    };
}"""

FIRST_PAST_THE_HEADER = """() => {
    const main = document.querySelector('main');
    const past = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY;
    const first = [...document.querySelectorAll('[data-place]')].find(e => main.compareDocumentPosition(e) & past);
    return first ? Number(first.dataset.place) : null;
}"""

LOOK_UNFOCUSED = """place => {
    document.activeElement.blur();
    const s = getComputedStyle(document.querySelector(`[data-place="${place}"]`));
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join('|');
}"""


@pytest.mark.parametrize("width", [1280, 375])
def test_axe_finds_nothing(open_page, path, width):
    page = open_page(path, width)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [375, 320])
def test_nothing_has_to_be_scrolled_sideways(open_page, path, width):
    page = open_page(path, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_tab_reaches_everything_in_order_and_shows_where_it_is(open_page, path):
    page = open_page(path)
    names = page.evaluate(NUMBER_WHAT_TAB_REACHES)
    assert names, "there is nothing to reach"
    looks = []
    for place, name in enumerate(names):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["place"] == place, f"Tab {place + 1} should reach {name!r}"
        assert focus["seen"], f"{name!r} has the focus and cannot be seen"
        looks.append(focus["look"])
    for place, (name, look) in enumerate(zip(names, looks)):
        assert page.evaluate(LOOK_UNFOCUSED, place) != look, f"{name!r} looks the same with the focus as without"


def test_the_skip_link_leads_past_the_header(open_page, path):
    page = open_page(path)
    page.keyboard.press("Tab")
    assert "skip" in page.evaluate("document.activeElement.textContent").lower()
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash")
    assert target and page.locator(f"main{target}, main {target}").count() == 1
    names = page.evaluate(NUMBER_WHAT_TAB_REACHES)
    first = page.evaluate(FIRST_PAST_THE_HEADER)
    page.keyboard.press("Tab")
    # A main part without a link leaves nothing to reach but the start again.
    assert page.evaluate(FOCUS)["place"] == (first if first is not None else 0), f"there are {names}"


def said(page: Page) -> list[str]:
    return page.locator("main").inner_text().split()


def test_without_scripts_the_page_says_the_same(open_page, path):
    assert said(open_page(path, scripts=False)) == said(open_page(path))


def test_without_scripts_the_keyboard_opens_a_child(open_page):
    page = open_page("/", scripts=False)
    link = page.locator("main a[href^='/children/']").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/children/**")
    assert page.locator("main h1").inner_text().strip()


def test_a_page_has_a_language_one_heading_and_a_title_of_its_own(open_page, child_paths):
    titles = set()
    for path in ["/", child_paths[0]]:
        page = open_page(path)
        assert page.locator("html").get_attribute("lang") == "en-GB"
        assert page.locator("h1").count() == 1
        titles.add(page.title())
    assert len(titles) == 2


def test_a_drawing_has_a_name_and_a_twin_in_text(open_page, child_paths):
    page = open_page(child_paths[0] + "/timeline")
    drawings = page.locator("main svg[role=img]")
    assert drawings.count() >= 1
    for drawing in drawings.all():
        assert drawing.locator("> title").text_content().strip()
    assert page.locator("main table, main ol, main dl").count() >= 1

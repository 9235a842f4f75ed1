"""Everyone can use the pages: with a screen reader, on a small phone, with the keyboard alone, without scripts."""

import pytest
from playwright.sync_api import Page

from addresses import ADDRESSES, IN_JOURNEYS, NO_PAGES, Opened, as_router, routes
from pages import axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What can be reached by Tab, in the order of the document; the numbers are for comparing, nothing else changes.
NUMBER_WHAT_TAB_REACHES = """() => {
    // Of radios, the one that is chosen; where none is, the first of its name.
    const stop = e => {
        const group = [...document.querySelectorAll(`input[type=radio][name="${e.name}"]`)];
        return e === (group.find(one => one.checked) || group[0]);
    };
    const reachable = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, [tabindex="0"]')]
        .filter(e => !e.disabled && e.type !== 'hidden' && (e.type !== 'radio' || stop(e)) && e.checkVisibility());
    reachable.forEach((e, place) => e.setAttribute('data-place', place));
    return reachable.map(e => (e.textContent || e.getAttribute('aria-label') || e.tagName).trim().slice(0, 60));
}"""

# Where the focus is, how it looks there, and whether the reader can see it: in the window, and not behind a banner.
FOCUS = """() => {
    const e = document.activeElement, s = getComputedStyle(e), r = e.getClientRects()[0] || e.getBoundingClientRect();
    // Of what is larger than the window, the middle of the part inside it.
    const middle = (from, to, end) => (Math.max(0, from) + Math.min(end, to)) / 2;
    const at = document.elementFromPoint(middle(r.left, r.right, innerWidth), middle(r.top, r.bottom, innerHeight));
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

LOOKS_UNFOCUSED = """count => {
    document.activeElement.blur();
    return [...Array(count).keys()].map(place => {
        const s = getComputedStyle(document.querySelector(`[data-place="${place}"]`));
        return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor].join('|');
    });
}"""


def test_axe_finds_nothing_on_a_desk_and_on_a_phone(shown, request):
    for width in [1280, 375]:
        shown.set_viewport_size({"width": width, "height": 900})
        results = axe(shown, TAGS)
        assert results.violations_count == 0, f"at {width} px: {results.generate_report()}"
    Opened.seen.add(request.node.callspec.id)


def test_nothing_has_to_be_scrolled_sideways_at_320_pixels_or_400_per_cent(shown):
    # 1280 pixels at 400 % are the 320 of a small phone, four times as sharp.
    shown.set_viewport_size({"width": 320, "height": 900})
    assert shown.evaluate("document.documentElement.scrollWidth") <= 320


def test_tab_reaches_everything_in_order_and_shows_where_it_is(open_it):
    page = open_it()
    names = page.evaluate(NUMBER_WHAT_TAB_REACHES)
    assert names, "there is nothing to reach"
    looks = []
    for place, name in enumerate(names):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["place"] == place, f"Tab {place + 1} should reach {name!r}"
        assert focus["seen"], f"{name!r} has the focus and cannot be seen"
        looks.append(focus["look"])
    for name, look, unfocused in zip(names, looks, page.evaluate(LOOKS_UNFOCUSED, len(names)), strict=True):
        assert unfocused != look, f"{name!r} looks the same with the focus as without"


@pytest.mark.parametrize("at, role", [("/", "director"), ("/children", "director"), ("/sign-in", None)])
def test_the_skip_link_leads_past_the_header(open_page, at, role):
    page = open_page(at, role=role)
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
    # A question with a condition says so in words without scripts; with them it is there when the condition holds.
    # Who is named in a text is counted by a script, which offers to mark what is about them.
    page.evaluate("document.querySelectorAll('.tl-when, .tl-named').forEach(part => part.remove())")
    return page.locator("main").inner_text().split()


def test_without_scripts_the_page_says_the_same(open_it, address):
    without, with_scripts = said(open_it(scripts=False)), said(open_it())
    if address.path.endswith("/looked"):
        # Looking is itself written down: the second time says what the first said, and the first looking too. A list of
        # many has lost its oldest line for it.
        assert with_scripts != without and set(without[:300]) <= set(with_scripts)
    else:
        assert without == with_scripts


def test_without_scripts_the_keyboard_opens_a_child(open_page):
    page = open_page("/", scripts=False)
    link = page.locator("main a[href^='/children/']").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/children/**")
    assert page.locator("main h1").inner_text().strip()


def test_a_page_has_a_language_one_heading_and_a_title_and_says_that_it_is_fictional(shown):
    page = shown
    assert page.locator("html").get_attribute("lang") == "en-GB"
    assert page.locator("h1").count() == 1
    title, product = page.title().rsplit(" – ", 1)
    assert title.strip() and product == "Throughline"
    assert page.get_by_text("Fictional authority").first.is_visible()
    assert page.locator(".govuk-error-summary").count() == 0 or title.startswith("Error: ")


def test_pages_of_different_addresses_have_different_titles(open_page, names):
    paths = ["/", "/team", "/children", "/figures", "/help", "/profile", f"/children/{names['child']}"]
    assert len({open_page(path).title() for path in paths}) == len(paths)


def test_what_is_wrong_with_a_form_leads_to_its_field(open_page, names):
    for wrong in (each.filled(names) for each in ADDRESSES if each.sent):
        page = open_page(wrong.path, role=wrong.role, status=wrong.status)
        wrong.sent(page)
        for link in page.locator(".govuk-error-summary a").all():
            assert page.locator(link.get_attribute("href")).count() == 1, (wrong.path, link.inner_text())


def test_no_address_is_left_out():
    assert routes() - NO_PAGES - IN_JOURNEYS == {as_router(each.path) for each in ADDRESSES} & routes()


@pytest.mark.parametrize("drawn", ["/children/{with-timeline}/timeline", "/figures/{figure}"])
def test_a_drawing_has_a_name_and_a_twin_in_text(open_page, names, drawn):
    page = open_page(drawn.format(**names))
    drawings = page.locator("main svg[role=img]")
    assert drawings.count() >= 1
    for drawing in drawings.all():
        assert drawing.locator("> title").text_content().strip()
    assert page.locator("main table, main ol, main dl").count() >= 1

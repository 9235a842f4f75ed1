"""The parts of a child's life, each with what the latest record says, what is to be joined up, and the next to write."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect


@pytest.fixture
def told(wide, site):
    """Opens a part of the first child of theirs whose part has what is wanted in it."""
    wide.goto(site + "/children")
    children = list(dict.fromkeys(re.findall(r'href="/children/([^"/?#]+)"', wide.content())))

    def opened(part: str, wanted: Callable[[Page], Locator]) -> Page:
        for child in children:
            if wide.goto(f"{site}/children/{child}/{part}").ok and wanted(wide).count():
                return wide
        pytest.fail(f"no child of this worker has it under {part}")

    return opened


def test_voice_has_the_childs_own_words_and_what_they_were_told(told):
    page = told("voice", lambda page: page.get_by_text("What was done: "))
    said = page.locator(".tl-chronology > li", has_text="What was done: ").first
    assert re.search(r"“.+”", said.locator(".tl-said").inner_text())
    expect(said).to_contain_text("Said clearly")
    expect(said).to_contain_text(re.compile(r"What the child was told: \S"))
    # On the record that it was said in, of whatever kind.
    said.get_by_role("link", name=re.compile("^From the ")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(r"\w of \d"))


@pytest.mark.parametrize(("part", "record", "asks"), [
    ("education", "Personal education plan", "How are they getting on?"),
    ("health", "Health assessment", "When did it take place?"),
    ("family-time", "Family time plan", "What is arranged with each person?"),
    ("direct-work", "Direct work", "What did the child say or show?"),
    ("identity", "Identity profile", "How does the child see themselves?"),
])
def test_a_part_shows_the_latest_record_and_leads_to_the_next(told, part, record, asks):
    page = told(part, lambda page: page.get_by_role("heading", name=re.compile(f"^{record} of ")))
    section = page.locator("section", has=page.get_by_role("heading", name=re.compile(f"^{record} of ")))
    expect(section.get_by_role("heading", name=asks)).to_be_visible()
    assert section.locator(f"h3:has-text('{asks}') + *").inner_text().strip()
    section.locator("a", has_text=f"Write the next: {record.lower()}").click()
    expect(page.get_by_role("button", name="Sign", exact=True)).to_be_visible()


def test_no_room_is_drawn_where_nothing_is(already, site, names):
    """A child of whom nothing was signed has no part that only a signed record could fill."""
    page = already("director", "/children?who=everyone")
    for child in dict.fromkeys(re.findall(r'href="/children/([^"/?#]+)"', page.content())):
        page.goto(f"{site}/children/{child}")
        if page.locator(".tl-tabs").get_by_text("Thread", exact=True).count() == 0:
            tabs = page.locator(".tl-tabs a").all_inner_texts()
            assert not {"Voice", "Identity", "Direct work and life story", "Family time"} & set(tabs), tabs
            assert page.goto(f"{site}/children/{child}/voice").status == 404
            return
    pytest.fail("every child has records")

"""The parts of a child's life, each with what the latest record says, what is to be joined up, and the next to write."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages import close


@pytest.fixture(params=[375, 1280])
def wide(request, rooms) -> Page:
    page = rooms("social_worker", request.param).new_page()
    yield page
    close(page)


@pytest.fixture
def told(wide, site):
    """Opens a part of a child of theirs that has a story."""
    wide.goto(site + "/children")
    children = list(dict.fromkeys(re.findall(r'href="/children/([^"/?#]+)"', wide.content())))

    def opened(part: str) -> Page:
        for child in children:
            wide.goto(f"{site}/children/{child}/voice")
            if wide.get_by_role("heading", name="What the child said").count():
                wide.goto(f"{site}/children/{child}/{part}")
                return wide
        pytest.fail("no child of this worker has a story")

    return opened


def test_voice_has_the_childs_own_words_and_what_they_were_told(told):
    page = told("voice")
    said = page.locator(".tl-chronology > li", has_text="I want to see nan in real life").first
    expect(said).to_contain_text("Said clearly")
    expect(said).to_contain_text(re.compile("What was done: Nan will come to tea each month|Not answered yet"))
    said.get_by_role("link", name="From the visit").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Visit of ")


@pytest.mark.parametrize(("part", "heading", "words", "next_one"), [
    ("education", "Personal education plan of ", "Reading is a year behind", "personal education plan"),
    ("family-time", "Family time plan of ", "Saturdays at ten, at the swimming pool", "family time plan"),
    ("direct-work", "Direct work of ", "Blue is when I miss my cat.", "direct work"),
    ("identity", "Identity profile of ", "A drummer, a brother", "identity profile"),
])
def test_a_part_shows_the_latest_record_and_leads_to_the_next(told, part, heading, words, next_one):
    page = told(part)
    expect(page.get_by_role("heading", name=re.compile(f"^{heading}"))).to_be_visible()
    expect(page.locator("main")).to_contain_text(words)
    page.locator("a", has_text=f"Write the next: {next_one}").click()
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

"""Two children are linked by their worker, whose pages then say so, and why they live apart; on a telephone too."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages import close


@pytest.fixture(params=[375, 1280])
def page(request, rooms) -> Page:
    page = rooms("social_worker", request.param).new_page()
    yield page
    close(page)


def sound(page: Page) -> None:
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def mine(page: Page, site: str) -> list[str]:
    """The worker's own children, by id."""
    page.goto(site + "/")
    found = page.locator("main a[href^='/children/c-']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return list(dict.fromkeys(re.split(r"[/?#]", each)[2] for each in found))


def test_two_children_are_linked_and_each_page_names_the_other(page, site):
    one, other = mine(page, site)[1:3]
    page.goto(f"{site}/children/{one}/people")
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("link", name="Link a brother or sister").click()
    if page.get_by_role("button", name="Throw this draft away").count():
        page.get_by_role("button", name="Throw this draft away").click()
        page.goto(f"{site}/children/{one}/record/siblings")
    sound(page)
    page.get_by_label("Who is the other child?").fill("nobody-here")
    page.get_by_label("Half-brother or half-sister").check()
    page.get_by_label(re.compile("^Why do they live apart")).fill("No home had two rooms; both were asked.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("a child whom you may open")
    page.get_by_label("Who is the other child?").fill(other)
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("#siblings .govuk-notification-banner")).to_contain_text("It stands in both records")
    linked = page.locator("#siblings")
    expect(linked).to_contain_text("half-brother or half-sister")
    expect(linked.get_by_role("heading", level=3).get_by_role("link")).to_have_count(1)
    sound(page)
    linked.get_by_role("heading", level=3).get_by_role("link").click()
    page.get_by_role("navigation", name="Parts of this record").get_by_role("link", name="People").click()
    expect(page.locator("#siblings").get_by_role("link", name=name)).to_be_visible()
    page.locator("#siblings").get_by_role("link", name="Say it again").click()
    expect(page.get_by_label("Half-brother or half-sister")).to_be_checked()
    page.get_by_label("They are not; the link was a mistake").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator("#siblings")).to_contain_text("Nobody is linked of whom you are told")


def test_a_story_of_severn_vale_has_a_question_about_two_who_live_apart_and_an_answer(rooms, site):
    page = rooms("director", 1280).new_page()
    page.goto(site + "/team")
    teams = page.get_by_label("Team").locator("option").all_inner_texts()
    asked = []
    for team in teams:
        page.goto(f"{site}/team?team={team.replace(' ', '+')}")
        asked += page.locator("li", has_text="Brothers or sisters live apart, and nothing says why").all_inner_texts()
    assert asked, "no story asks"
    close(page)

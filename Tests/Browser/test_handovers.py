"""Work goes from one worker to another: what is open is on the form, and stays on the team's page until it is accepted."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from pages import close

NOTE = {
    "command_id": "handover-note", "kind": "case_note", "occurred": "2026-03-20", "answers": {
        "subject": "A call from nan", "significant": "none",
        "risks": [{"id": "RH1", "what": "A car outside the school", "level": "high", "known": True}],
        "actions": [{
            "id": "AH1", "what": "Ring the school", "owner": "Social worker", "due": "2026-03-24",
            "purpose": "She is safe", "addresses": ["RH1"]}]}}


@pytest.fixture(params=[375, 1280])
def page(request, rooms) -> Page:
    page = rooms("social_worker", request.param).new_page()
    yield page
    close(page)


def sound(page: Page) -> None:
    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def form(page: Page, site: str, child: str, kind: str) -> None:
    """A record's page with nothing of a draft in it."""
    page.goto(f"{site}/children/{child}/record/{kind}")
    if page.get_by_role("button", name="Throw this draft away").count():
        page.get_by_role("button", name="Throw this draft away").click()
        page.goto(f"{site}/children/{child}/record/{kind}")


def test_what_is_open_is_handed_over_and_accepted_thing_by_thing(page, site, names, write_down):
    child = names["own"]
    write_down({**NOTE, "child": child})
    form(page, site, child, "handover")
    rows = page.locator("details#handed_over fieldset.tl-row")
    expect(rows.filter(has_text="A car outside the school")).to_have_count(1)
    expect(rows.filter(has_text="Ring the school")).to_have_count(1)
    sound(page)
    page.get_by_label("Who takes over?").fill("Ben Next")
    page.get_by_label(re.compile("^What was the child promised")).fill("A trip to the sea.")
    page.get_by_label(re.compile("^What happens on which day next")).fill("The review in August.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    sound(page)
    page.goto(f"{site}/children/{child}/people")
    expect(page.locator("main")).to_contain_text(re.compile("What was open was handed over on .*not accepted yet"))
    form(page, site, child, "taking_over")
    sound(page)
    for row in page.locator("details#taken_over fieldset.tl-row").all():
        row.get_by_label("Accepted").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    page.goto(f"{site}/children/{child}/people")
    expect(page.locator("main")).to_contain_text("nothing of it waits to be accepted")
    sound(page)


def test_the_teams_page_says_of_each_change_what_became_of_what_was_open(rooms, site):
    page = rooms("team_manager", 375).new_page()
    page.goto(site + "/team")
    sound(page)
    heads = page.locator("table", has_text="Children who changed worker").locator("th")
    if heads.count():
        expect(heads.filter(has_text="What was open")).to_have_count(1)
    close(page)

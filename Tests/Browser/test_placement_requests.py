"""A home is asked for, and who has which copy is written down."""

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


def form(page: Page, site: str, child: str, kind: str) -> None:
    """A record's page with nothing of a draft in it."""
    page.goto(f"{site}/children/{child}/record/{kind}")
    if page.get_by_role("button", name="Throw this draft away").count():
        page.get_by_role("button", name="Throw this draft away").click()
        page.goto(f"{site}/children/{child}/record/{kind}")


def test_a_home_is_asked_for_and_who_said_no_stands_under_plan_without_whose_home_it_is(page, site, names):
    child = names["own"]
    form(page, site, child, "placement_request")
    sound(page)
    page.get_by_label("By which day is a home needed?").fill("2026-06-01")
    page.get_by_label(re.compile("^What does the child want")).fill("A dog.")
    if page.locator("details#asked_of_home").count():
        page.locator("details#asked_of_home").evaluate("one => one.open = true")
        for row in page.locator("details#asked_of_home fieldset.tl-row").all():
            row.get_by_label("What", exact=True).fill("Quiet nights.")
    if not page.locator("details#asked_of_home fieldset.tl-row input[type=hidden]").count():
        page.locator("[name='asked_of_home.none']").fill("An emergency.")
    page.locator("details#homes_considered summary").click()
    home = page.locator("details#homes_considered fieldset.tl-row").first
    home.get_by_label("Which home?").fill("The Weirs of Ambleford")
    home.get_by_label("Home said no").check()
    home.get_by_label(re.compile("^Why")).fill("A baby is due.")
    home.get_by_label("Who decided?").fill("The Weirs")
    home.get_by_label(re.compile("^On which day")).fill("2026-03-30")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(page.locator("main")).to_contain_text("The Weirs of Ambleford")
    sound(page)
    page.goto(f"{site}/children/{child}/plan")
    expect(page.locator("table", has_text="Placement requests")).to_contain_text("1 said no")
    assert "Weirs" not in page.locator("main").inner_text()
    sound(page)


def test_whose_homes_they_are_is_read_by_those_who_record(rooms, site, names, write_down):
    child = names["own"]
    write_down({
        "command_id": "homes-seen", "child": child, "kind": "placement_request", "occurred": "2026-03-29", "answers": {
            "needed_by": "2026-06-02", "asked_of_home": {"none_because": "An emergency."}, "wishes": "A cat.",
            "homes_considered": [{
                "home": "Wren House", "answer": "no_answer", "because": "Rang twice.", "by": "Nobody yet",
                "on": "2026-03-29"}]}})
    page = rooms("director", 375).new_page()
    page.goto(f"{site}/children/{child}/plan")
    page.locator("table", has_text="Placement requests").get_by_role("link", name="29 March 2026").first.click()
    expect(page.locator("main")).to_contain_text("Recorded; for those who work with the child.")
    assert "Wren" not in page.locator("main").inner_text()
    close(page)


def test_a_signed_plan_says_who_has_a_copy_and_who_is_not_known_to(page, site, names, write_down):
    child = names["own"]
    words = ["health", "education", "emotional", "identity", "family_and_social", "social_presentation", "self_care",
             "wishes", "agreement"]
    write_down({
        "command_id": "plan-for-copies", "child": child, "kind": "care_plan", "occurred": "2026-03-27", "answers": {
            **{word: "As agreed." for word in words}, "permanence": "return_home",
            "actions": {"none_because": "All is done."}}})
    page.goto(f"{site}/children/{child}/thread")
    page.get_by_role("link", name=re.compile("^Care plan of 27 March 2026")).first.click()
    page.locator("#who-has-it summary").click()
    expect(page.locator("#who-has-it")).to_contain_text("The child")
    sound(page)
    page.get_by_role("link", name="Write down who was given it").click()
    if page.get_by_role("button", name="Throw this draft away").count():
        page.get_by_role("button", name="Throw this draft away").click()
        page.goto(f"{site}/children/{child}/thread")
        page.get_by_role("link", name=re.compile("^Care plan of 27 March 2026")).first.click()
        page.locator("#who-has-it summary").click()
        page.get_by_role("link", name="Write down who was given it").click()
    expect(page.get_by_label("The care plan")).to_be_checked()
    expect(page.get_by_label("Of which day is it?")).to_have_value("2026-03-27")
    page.get_by_label("When was the child given it?").fill("2026-03-30")
    page.locator("details#given summary").click()
    page.locator("[name='given.none']").fill("Mum was not there.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    page.goto(f"{site}/children/{child}/thread")
    page.get_by_role("link", name=re.compile("^Care plan of 27 March 2026")).first.click()
    page.locator("#who-has-it summary").click()
    expect(page.locator("#who-has-it")).to_contain_text("The child, on 30 March 2026")

"""Somebody writes a record down: on a telephone, without scripts, on two devices, and signs it once."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from pages import axe


#: What a worker has to tell of an ordinary visit, at its shortest.
SCRIPT = {
    "purpose": "To see how the nights are going",
    "childs_words": "The light helps. I still listen for the stairs.",
    "observations": "Chatty; showed me the bedroom and the dog.",
}


@pytest.fixture
def own(names) -> str:
    """A child of the social worker's."""
    return names["own"]


def fill(page: Page) -> None:
    for name, value in [("seen", "true"), ("alone", "alone"), ("place", "placement"), ("significant", "none")]:
        page.locator(f"input[name={name}][value={value}]").check()
    for name, words in SCRIPT.items():
        page.locator(f"#{name}").fill(words)


def test_a_visit_is_written_on_a_telephone_and_signed_once(visit_page):
    page = visit_page()
    fill(page)
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    for words in SCRIPT.values():
        expect(page.locator("main")).to_contain_text(words)
    assert axe(page).violations_count == 0
    page.get_by_role("link", name=re.compile(r"\(")).first.click()
    expect(page.get_by_role("heading", name="What was signed here")).to_be_visible()


def test_what_is_needed_is_said_and_nothing_typed_is_lost(visit_page):
    page = visit_page()
    page.locator("#purpose").fill(SCRIPT["purpose"])
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("#purpose")).to_have_value(SCRIPT["purpose"])
    assert axe(page).violations_count == 0


def test_without_scripts_a_draft_is_saved_by_a_button_and_a_row_added_by_another(visit_page):
    page = visit_page(java_script_enabled=False)
    page.locator("#purpose").fill(SCRIPT["purpose"])
    page.locator("[name='actions.1.what']").fill("Ask nan which days suit her")
    page.locator("details#actions").get_by_role("button", name="Add another").click()
    expect(page.locator("[name='actions.2.what']")).to_be_visible()
    expect(page.locator("[name='actions.1.what']")).to_have_value("Ask nan which days suit her")
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved")
    expect(page.locator("#purpose")).to_have_value(SCRIPT["purpose"])


def test_a_second_visit_is_written_beside_the_first(visit_page):
    page = visit_page(java_script_enabled=False)
    page.locator("[name=occurred]").fill("2026-03-03")
    page.locator("#purpose").fill("Of Tuesday")
    page.get_by_role("button", name="Save as a draft").click()
    page.get_by_role("button", name="Begin another").click()
    expect(page.locator("#purpose")).to_have_value("")
    page.locator("[name=occurred]").fill("2026-03-06")
    page.locator("#purpose").fill("Of Friday")
    page.get_by_role("button", name="Go on with the one about 3 March 2026").click()
    expect(page.locator("#purpose")).to_have_value("Of Tuesday")
    expect(page.locator("#draft-of")).to_contain_text("This is your draft about 3 March 2026")
    page.get_by_role("button", name="Throw this draft away").click()
    page.goto(page.url + "/visit")
    expect(page.locator("#purpose")).to_have_value("")
    page.get_by_role("button", name="Go on with the one about 6 March 2026").click()
    expect(page.locator("#purpose")).to_have_value("Of Friday")


def test_two_devices_both_keep_their_words(visit_page):
    first, second = visit_page(java_script_enabled=False), visit_page(java_script_enabled=False)
    first.locator("#observations").fill("From the telephone.")
    first.get_by_role("button", name="Save as a draft").click()
    expect(first.locator(".govuk-notification-banner")).to_contain_text("Saved")
    second.locator("#observations").fill("From the desk.")
    second.get_by_role("button", name="Save as a draft").click()
    expect(second.locator("#observations")).to_have_value(re.compile("From the telephone.*From the desk", re.S))


def test_a_line_that_is_cut_costs_nothing(visit_page):
    page = visit_page()
    page.locator("#purpose").fill("Half of it")
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    page.context.set_offline(True)
    page.locator("#observations").fill(SCRIPT["observations"])
    expect(page.locator("#draft-state")).to_contain_text("Not saved", timeout=10_000)
    page.context.set_offline(False)
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=15_000)
    page.goto(page.url)
    expect(page.locator("#observations")).to_have_value(SCRIPT["observations"])


def test_signing_the_same_page_twice_signs_once(visit_page, site, own):
    page = visit_page()
    fill(page)
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    fields = page.evaluate("[...new FormData(document.getElementById('draft-mark').form)]")
    sent = {name: value for name, value in fields} | {"do": "sign"}
    before = signed(page, site, own)
    answers = [page.context.request.post(page.url, form=sent, max_redirects=0) for _ in range(2)]
    assert answers[0].status == 303
    assert signed(page, site, own) == before + 1


def signed(page: Page, site: str, own: str) -> int:
    text = page.context.request.get(f"{site}/children/{own}/thread?all=yes").text()
    return text.split("What was signed here")[1].count("/records/")

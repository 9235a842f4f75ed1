"""A signed record is put right by a later version: by whoever signed it or their manager, once, with nothing lost."""

import re

import pytest
from playwright.sync_api import Page, expect
from pages import axe, close

SAW = "Chatty; showed me the bedroom and the dog."


@pytest.fixture
def record(rooms, site, names) -> str:
    """The address of a visit that the social worker has just signed, with one action."""
    page = rooms("social_worker").new_page()
    page.goto(f"{site}/children/{names['own']}/record/visit")
    page.locator("#observations").fill(SAW)
    for name, value in [("seen", "true"), ("alone", "alone"), ("place", "placement"), ("significant", "none")]:
        page.locator(f"input[name={name}][value={value}]").check()
    page.locator("[name='actions.1.what']").fill("Ask nan which days suit her")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    address = page.url.split("?")[0]
    close(page)
    return address


def correcting(rooms, role: str, record: str, width: int = 1280, **asked) -> Page:
    page = rooms(role, width, **asked).new_page()
    page.goto(record)
    page.get_by_role("link", name="Correct this record").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Correct the visit of")
    return page


def sign(page: Page) -> None:
    page.get_by_role("button", name="Sign the correction").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_record_is_put_right_with_its_earlier_version_one_link_away(rooms, record, scripts):
    page = correcting(rooms, "social_worker", record, 375, java_script_enabled=scripts)
    expect(page.locator("#observations")).to_have_value(SAW)
    page.locator("#observations").fill("Quiet at first, then chatty.")
    page.locator("[name='actions.1.what']").fill("Ask nan and grandad which days suit them")
    page.get_by_label("What was not right?").fill("I mixed two visits up")
    assert axe(page).violations_count == 0 if scripts else True
    sign(page)
    versions = page.locator("#versions")
    expect(versions).to_contain_text("Version 2, which stands")
    expect(versions).to_contain_text("I mixed two visits up")
    expect(versions.locator("del").first).to_contain_text(SAW)
    expect(versions.locator("ins").first).to_contain_text("Quiet at first, then chatty.")
    expect(versions).to_contain_text("Was: Ask nan which days suit her")
    expect(versions).to_contain_text("Now: Ask nan and grandad which days suit them")
    assert not scripts or axe(page).violations_count == 0
    versions.get_by_role("link", name=re.compile("^Signed by")).click()
    expect(page.locator("#versions")).to_contain_text("Version 1, which was corrected")
    expect(page.locator("main")).to_contain_text(SAW)
    page.locator("#versions").get_by_role("link", name=re.compile("^Corrected by")).click()
    expect(page.locator("#versions")).to_contain_text("Version 2, which stands")
    close(page)


def test_the_manager_may_correct_it_and_whoever_only_reads_may_not(rooms, record):
    page = rooms("director").new_page()
    page.goto(record)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Visit of")
    expect(page.get_by_role("link", name="Correct this record")).to_have_count(0)
    close(page)
    page = correcting(rooms, "team_manager", record)
    page.locator("#observations").fill("Chatty.")
    page.get_by_label("What was not right?").fill("The dog is the neighbour’s")
    sign(page)
    expect(page.locator("#versions")).to_contain_text("Version 2, which stands")
    close(page)


def test_a_correction_says_why_and_changes_something(rooms, record):
    page = correcting(rooms, "social_worker", record)
    sign(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say what was not right")
    page.get_by_label("What was not right?").fill("Nothing, as it turns out")
    sign(page)
    expect(page.locator(".govuk-error-summary")).to_contain_text("the record says this already")
    expect(page.get_by_label("What was not right?")).to_have_value("Nothing, as it turns out")
    page.get_by_role("button", name="Throw this draft away").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Visit of")
    close(page)


def test_of_two_who_correct_at_once_the_second_reads_what_the_first_did_and_keeps_their_words(rooms, record):
    first, second = correcting(rooms, "social_worker", record), correcting(rooms, "team_manager", record)
    first.locator("#observations").fill("From the worker.")
    first.get_by_label("What was not right?").fill("The worker’s reason")
    sign(first)
    expect(first.locator("#versions")).to_contain_text("Version 2")
    second.locator("#observations").fill("From the manager.")
    second.get_by_label("What was not right?").fill("The manager’s reason")
    sign(second)
    expect(second.locator(".govuk-error-summary")).to_contain_text("Somebody else has corrected this record")
    expect(second.locator("#corrects")).to_contain_text("The worker’s reason")
    expect(second.locator("#corrects ins").first).to_contain_text("From the worker.")
    expect(second.locator("#observations")).to_have_value("From the manager.")
    expect(second.get_by_label("What was not right?")).to_have_value("The manager’s reason")
    assert axe(second).violations_count == 0
    sign(second)
    expect(second.locator("#versions")).to_contain_text("Version 3, which stands")
    expect(second.locator("#versions del").first).to_contain_text("From the worker.")
    close(first)
    close(second)


def test_sending_a_correction_twice_corrects_once(rooms, record):
    page = correcting(rooms, "social_worker", record)
    page.locator("#observations").fill("Chatty.")
    page.get_by_label("What was not right?").fill("Shorter")
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    sent = dict(page.evaluate("[...new FormData(document.getElementById('draft-mark').form)]")) | {"do": "sign"}
    for _ in range(2):
        assert page.context.request.post(page.url.split("?")[0], form=sent, max_redirects=0).status == 303
    page.goto(record)
    expect(page.locator("#versions li")).to_have_count(2)
    close(page)

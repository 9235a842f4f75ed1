"""Records that are restricted or sealed, opened with a reason or not at all, and the emergency page."""

import re

import pytest
from playwright.sync_api import Page, expect

REASON = "The police have found a child and ask who may collect her"


def test_a_reason_opens_a_restricted_record_and_the_manager_is_told(already, names):
    page = already("iro", f"/children/{names['restricted']}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This record is restricted")
    page.get_by_label("Why you have to open it").fill(REASON)
    page.get_by_role("button", name="Open it for one hour").click()
    expect(page.get_by_role("region", name="About these records")).to_contain_text("Opened with a reason until")
    name = page.get_by_role("heading", level=1).inner_text()
    manager = already("team_manager", "/")
    manager.get_by_role("link", name="See who opened it and why").click()
    row = manager.get_by_role("row").filter(has_text=REASON).first
    expect(row).to_contain_text(name)
    row.get_by_role("button", name="Mark as seen").click()
    expect(manager.get_by_role("button", name="Mark as seen")).to_have_count(0)
    manager.goto(manager.url.split("/opened")[0] + "/")
    expect(manager.get_by_role("link", name="See who opened it and why")).to_have_count(0)


def test_out_of_hours_the_emergency_page_says_what_is_not_recorded_and_prints_no_postcode(already, names):
    page = already("out_of_hours", f"/children/{names['child']}/emergency")
    page.get_by_label("Why you have to open it").fill(REASON)
    page.get_by_role("button", name="Open it for one hour").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Emergency page")
    expect(page.locator("main")).to_contain_text("not recorded here")
    for heading in ["Who the child is", "Where the child is", "Who may be told", "Risks that are known", "Whom to ask"]:
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    postcode = re.compile(r"^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$")
    told = page.locator("main dd").get_by_text(postcode)
    assert told.count() == 1 and told.is_visible()
    page.emulate_media(media="print")
    assert not told.is_visible()
    expect(page.get_by_text("kept off paper")).to_be_visible()
    expect(page.get_by_role("heading", name="Whom to ask")).to_be_visible()


def test_a_restricted_record_is_found_by_its_number_and_a_sealed_one_not(already, names, site):
    page = already("social_worker", "/children?find=zzzzqqqq")
    page.get_by_role("link", name="open one by its number").click()
    page.get_by_label("Number").fill(names["sealed"])
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("No record that you may open has that number")
    page.get_by_label("Number").fill(names["restricted"])
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This record is restricted")
    assert page.url == f"{site}/children/{names['restricted']}"

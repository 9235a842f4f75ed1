"""What is to be joined up comes to whoever mends it, and opens the very form and row."""

import re

from playwright.sync_api import expect

from pages import axe


def test_my_work_opens_the_form_and_the_row_that_mends_what_is_to_be_joined_up(open_page, site):
    page = open_page("/", 375, scripts=False, role="social_worker")
    link = page.locator("a.govuk-link[href*='/record/care_plan?join=need_without_action']").first
    address = link.get_attribute("href")
    need = re.search(r"about=([^#&]+)", address)[1]
    link.click()
    expect(page).to_have_url(site + address)
    expect(page.locator(".govuk-inset-text")).to_contain_text("To join up: a need has no action")
    expect(page.locator("details#actions")).to_have_attribute("open", "")
    expect(page.locator(f"input[name='actions.1.addresses'][value='{need}']")).to_be_checked()
    assert axe(open_page(address, 375, role="social_worker")).violations_count == 0


def test_who_does_not_write_plans_is_led_to_the_thread(open_page):
    page = open_page("/", role="director")
    assert page.locator("a[href*='/record/']").count() == 0
    # Itself, and not what only says that it goes with something else.
    why = page.locator(".tl-why", has=page.locator("summary strong", has_text="A need has no action")).first
    why.locator("summary").click()
    why.get_by_role("link", name="See it in the thread").click()
    expect(page.locator("[id^=join-need_without_action]").first).to_be_visible()


def test_a_team_is_read_on_a_telephone_without_scrolling_sideways(open_page):
    page = open_page("/team", 375, role="team_manager")
    page.locator("main details").evaluate_all("all => all.forEach(each => { each.open = true })")
    wide = page.locator(".tl-wide:visible")
    assert wide.count() > 2
    assert [each for each in wide.evaluate_all(
        "all => all.map(each => [each.ariaLabel, each.scrollWidth - each.clientWidth])") if each[1] > 0] == []


def test_a_team_sees_what_is_to_be_joined_up_and_for_whom(open_page):
    page = open_page("/team", 375, role="team_manager")
    part = page.locator("li", has_text="A need has no action")
    part.locator("summary").click()
    part.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="To join up")).to_be_visible()

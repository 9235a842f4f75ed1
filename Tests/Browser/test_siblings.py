"""Two children are linked by their worker, whose pages then say so, and why they live apart; on a telephone too."""

import re

from playwright.sync_api import Page, expect

from pages import sound, without_draft


def mine(page: Page, site: str) -> list[str]:
    """The worker's own children, by id."""
    page.goto(site + "/")
    found = page.locator("main a[href^='/children/c-']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return list(dict.fromkeys(re.split(r"[/?#]", each)[2] for each in found))


def test_two_children_are_linked_and_each_page_names_the_other(wide, site):
    one, other = mine(wide, site)[1:3]
    wide.goto(f"{site}/children/{one}/people")
    name = wide.get_by_role("heading", level=1).inner_text()
    wide.get_by_role("link", name="Link a brother or sister").click()
    without_draft(wide)
    sound(wide)
    wide.locator("#sibling").fill("nobody-here")
    wide.get_by_label("Half-brother or half-sister").check()
    wide.locator("#reason").fill("No home had two rooms; both were asked.")
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-error-summary")).to_contain_text("a child whom you may open")
    wide.locator("#sibling").fill(other)
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator("#siblings .govuk-notification-banner")).to_contain_text("It stands in both records")
    linked = wide.locator("#siblings")
    expect(linked).to_contain_text("half-brother or half-sister")
    expect(linked.get_by_role("heading", level=3).get_by_role("link")).to_have_count(1)
    sound(wide)
    linked.get_by_role("heading", level=3).get_by_role("link").click()
    wide.get_by_role("navigation", name="Parts of this record").get_by_role("link", name="People").click()
    expect(wide.locator("#siblings").get_by_role("link", name=name)).to_be_visible()
    wide.locator("#siblings").get_by_role("link", name="Say it again").click()
    expect(wide.get_by_label("Half-brother or half-sister")).to_be_checked()
    wide.get_by_label("They are not; the link was a mistake").check()
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator("#siblings")).to_contain_text("Nobody is linked of whom you are told")

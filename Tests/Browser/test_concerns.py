"""A reviewing officer raises a concern on a telephone, somebody answers it, and the officer closes it."""

import re

from playwright.sync_api import expect

from pages import blank, sound

#: Near the end of what the returns speak of, as everything else that is signed here.
DAY = "2026-03-30"


def test_a_concern_goes_from_raising_to_closing_on_a_telephone(site, telephone, write_down):
    page = telephone("iro", "/")
    child = re.search(r'href="/children/([^"/?#]+)"', page.locator("main").inner_html())[1]
    blank(page, site, child, "look_between_reviews")
    sound(page)
    page.locator("#occurred").fill(DAY)
    page.get_by_label("It is about half-way to the next review").check()
    page.locator("#observations").fill("What was decided beside what has been done, with the carer.")
    row = page.locator("details#concerns fieldset.tl-row").first
    row.locator("[name$='.what']").fill("Her aunt has not been asked")
    row.get_by_label("What is it about?").select_option("Delay")
    row.get_by_label("High").check()
    row.locator("[name$='.ask']").fill("Ask her this week.")
    row.locator("[name$='.owner']").fill("Ann Worker")
    row.get_by_label("Which post do they hold?").select_option("Social worker")
    row.locator("[name$='.due']").fill("2026-04-06")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    sound(page)

    page.goto(f"{site}/children/{child}/reviews")
    concern = page.locator("#concerns ~ ul > li", has_text="Her aunt has not been asked")
    expect(concern).to_contain_text("Put to Ann Worker (social worker), to answer by")
    name = concern.get_attribute("id").removeprefix("concern-")
    sound(page)
    write_down({
        "command_id": "aunt-was-asked", "child": child, "kind": "concern_answer", "occurred": DAY, "answers": {
            "concern_answers": [{"concern": name, "done": "She was asked, and comes on Sunday."}]}})
    page.reload()
    expect(concern).to_contain_text("It is for the reviewing officer to say whether that is enough.")

    concern.get_by_role("link", name=re.compile("^Ask again, take it higher or close it")).click()
    page.locator("#occurred").fill(DAY)
    row = page.locator("details#concern_steps fieldset.tl-row", has_text="Her aunt has not been asked")
    row.get_by_label("What do you do?").select_option("Closed: something changed for the child")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("What do you do about each concern?")
    sound(page)
    row.locator("[name$='.effect']").fill("They had their first Sunday.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    page.goto(f"{site}/children/{child}/reviews")
    expect(page.locator("table", has_text="Closed by the reviewing officer")).to_contain_text("They had their first Sunday.")
    sound(page)

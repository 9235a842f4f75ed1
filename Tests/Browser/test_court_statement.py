"""Somebody draws a statement for court from what was signed, and it stays as it was filed."""

import re

from playwright.sync_api import Page, expect

from pages import blank, sound, storied


def test_a_statement_is_drawn_signed_frozen_and_corrected_by_another_version(wide, site):
    child = storied(wide, site)
    blank(wide, site, child, "court_statement")
    sound(wide)
    wide.locator("#hearing").fill("Family Court at Severn Vale, a hearing in May")
    wide.get_by_label(re.compile("Visited; seen alone")).first.check()
    wide.get_by_role("button", name="Draw the facts from what is ticked").click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Drawn, as it was written.")
    sound(wide)
    words = [each.input_value() for each in wide.locator("#facts textarea").all()]
    said = next(word for word in words if re.fullmatch("The child said: “.+”", word))
    assert any(re.search(r"Visit of .*, record \d+", word) for word in words)
    # Drawn again, nothing comes twice.
    wide.get_by_role("button", name="Draw the facts from what is ticked").click()
    assert [each.input_value() for each in wide.locator("#facts textarea").all()] == words
    wide.locator("#wishes").fill("To see nan, said at the visit.")
    wide.locator("#asked").fill("No order today.")
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(wide.locator("main")).to_contain_text(said)
    expect(wide.locator("main")).to_contain_text("Court papers: not for copies.")
    sound(wide)
    wide.get_by_role("link", name="Correct this record").click()
    wide.locator("#asked").fill("No order today, and a review in June.")
    wide.get_by_label(re.compile("What was not right|Why")).first.fill("The court asked when it comes back.")
    wide.get_by_role("button", name="Sign the correction").click()
    expect(wide.locator("#versions")).to_contain_text("Version 2, which stands.")
    wide.get_by_role("link", name=re.compile("^Signed by ")).click()
    expect(wide.locator("main")).not_to_contain_text("a review in June")

"""A home is asked for, and who has which copy is written down."""

import re

from playwright.sync_api import expect

from pages import blank, close, sound, without_draft


def test_a_home_is_asked_for_and_who_said_no_stands_under_plan_without_whose_home_it_is(wide, site, names):
    child = names["own"]
    blank(wide, site, child, "placement_request")
    sound(wide)
    wide.locator("#needed_by").fill("2026-06-01")
    wide.locator("#wishes").fill("A dog.")
    if wide.locator("details#asked_of_home").count():
        wide.locator("details#asked_of_home").evaluate("one => one.open = true")
        for row in wide.locator("details#asked_of_home fieldset.tl-row").all():
            row.locator("[name$='.what']").fill("Quiet nights.")
    if not wide.locator("details#asked_of_home fieldset.tl-row input[type=hidden]").count():
        wide.locator("[name='asked_of_home.none']").fill("An emergency.")
    wide.locator("details#homes_considered > summary").click()
    home = wide.locator("details#homes_considered fieldset.tl-row").first
    home.locator("[name$='.home']").fill("The Weirs of Ambleford")
    home.get_by_label("What came of it?").select_option("Home said no")
    home.locator("[name$='.because']").fill("A baby is due.")
    home.locator("[name$='.by']").fill("The Weirs")
    home.locator("[name$='.on']").fill("2026-03-30")
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(wide.locator("main")).to_contain_text("The Weirs of Ambleford")
    sound(wide)
    wide.goto(f"{site}/children/{child}/plan")
    expect(wide.locator("table", has_text="Placement requests")).to_contain_text("1 said no")
    assert "Weirs" not in wide.locator("main").inner_text()
    sound(wide)


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


def test_a_signed_plan_says_who_has_a_copy_and_who_is_not_known_to(wide, site, names, write_down):
    child = names["own"]
    words = ["health", "education", "emotional", "identity", "family_and_social", "social_presentation", "self_care",
             "wishes", "agreement"]
    write_down({
        "command_id": "plan-for-copies", "child": child, "kind": "care_plan", "occurred": "2026-02-05", "answers": {
            **{word: "As agreed." for word in words}, "permanence": "return_home",
            "actions": {"none_because": "All is done."}}})
    wide.goto(f"{site}/children/{child}/thread?all=yes")
    wide.get_by_role("link", name=re.compile("^Care plan of 5 February 2026")).first.click()
    wide.locator("#who-has-it summary").click()
    expect(wide.locator("#who-has-it")).to_contain_text("The child")
    sound(wide)
    wide.get_by_role("link", name="Write down who was given it").click()
    without_draft(wide)
    expect(wide.get_by_label("The care plan")).to_be_checked()
    expect(wide.locator("#copy_of_day")).to_have_value("2026-02-05")
    wide.locator("#given_to_child").fill("2026-03-30")
    wide.locator("details#given > summary").click()
    wide.locator("[name='given.none']").fill("Mum was not there.")
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Signed")
    wide.goto(f"{site}/children/{child}/thread?all=yes")
    wide.get_by_role("link", name=re.compile("^Care plan of 5 February 2026")).first.click()
    wide.locator("#who-has-it summary").click()
    expect(wide.locator("#who-has-it")).to_contain_text("The child, on 30 March 2026")

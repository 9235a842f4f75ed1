"""Work goes from one worker to another: what is open is on the form, and stays on the team's page until it is accepted."""

import re

from playwright.sync_api import expect

from pages import blank, close, sound

NOTE = {
    "command_id": "handover-note", "kind": "case_note", "occurred": "2026-03-20", "answers": {
        "subject": "A call from nan", "significant": "none",
        "risks": [{"id": "RH1", "what": "A car outside the school", "level": "high", "known": True}],
        "actions": [{
            "id": "AH1", "what": "Ring the school", "owner": "Social worker", "due": "2026-03-24",
            "purpose": "She is safe", "addresses": ["RH1"]}]}}


def test_what_is_open_is_handed_over_and_accepted_thing_by_thing(wide, site, names, write_down):
    child = names["own"]
    write_down({**NOTE, "child": child})
    blank(wide, site, child, "handover")
    rows = wide.locator("details#handed_over fieldset.tl-row")
    expect(rows.filter(has_text="A car outside the school")).to_have_count(1)
    expect(rows.filter(has_text="Ring the school")).to_have_count(1)
    sound(wide)
    wide.locator("#handed_to").fill("Ben Next")
    wide.locator("#promises").fill("A trip to the sea.")
    wide.locator("#next_dates").fill("The review in August.")
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Signed")
    sound(wide)
    wide.goto(f"{site}/children/{child}/people")
    expect(wide.locator("main")).to_contain_text(re.compile("What was open was handed over on .*not accepted yet"))
    blank(wide, site, child, "taking_over")
    sound(wide)
    for row in wide.locator("details#taken_over fieldset.tl-row").all():
        row.get_by_label("Accepted").check()
    wide.get_by_role("button", name="Sign", exact=True).click()
    expect(wide.locator(".govuk-notification-banner")).to_contain_text("Signed")
    wide.goto(f"{site}/children/{child}/people")
    expect(wide.locator("main")).to_contain_text("nothing of it waits to be accepted")
    sound(wide)


def test_the_teams_page_says_of_each_change_what_became_of_what_was_open(rooms, site):
    page = rooms("team_manager", 375).new_page()
    page.goto(site + "/team")
    sound(page)
    heads = page.locator("table", has_text="Children who changed worker").locator("th")
    expect(heads.filter(has_text="What was open")).to_have_count(1)
    close(page)

"""Somebody needs to know now: said on a telephone in the middle of a record, heard by who is on duty, answered."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages import sound

WORDS = "She says that he is waiting outside the school."
RUNG = "A person has said that the child may not be safe, and no action is recorded"


@pytest.mark.parametrize("scripts", [True, False])
def test_it_is_said_from_a_half_written_record_and_answered_by_whoever_is_on_duty(telephone, names, scripts):
    page = telephone("social_worker", f"/children/{names['own']}/urgent", java_script_enabled=scripts)
    role = "out_of_hours" if "outside office hours" in page.locator("main").inner_text() else "team_manager"
    page.goto(page.url.replace("/urgent", "/record/case_note"))
    page.locator("#subject").fill("Her aunt telephoned")
    page.get_by_role("button", name="Someone needs to know now").click()
    # It is an event by now: whoever is on duty is told before anything is asked.
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Told:")
    expect(page.get_by_role("heading", level=1)).to_have_text("Someone needs to know now")
    expect(page.locator("main")).to_contain_text("Telephone if a child is at risk")
    if scripts:
        sound(page)
    page.get_by_label("What has happened, or may happen?").fill(WORDS)
    page.get_by_role("button", name="Tell them this too").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Said")
    expect(page.locator("main")).to_contain_text("not yet. Unless somebody acknowledges it, it goes further at")
    if scripts:
        sound(page)

    duty = telephone(role, "/")
    expect(duty.get_by_role("heading", name=RUNG)).to_be_visible()
    assert duty.get_by_role("heading", level=2).first.inner_text() == RUNG
    expect(duty.locator("main")).not_to_contain_text(WORDS)
    waiting = duty.get_by_role("link", name="Read it and answer").count()
    duty.get_by_role("link", name="Read it and answer").last.click()
    expect(duty.locator("main")).to_contain_text(WORDS)
    sound(duty)
    duty.get_by_role("button", name="I have it").click()
    expect(duty.get_by_role("button", name="I have it")).to_have_count(0)
    duty.get_by_label("What is done to keep the child safe?").fill("A colleague fetches her")
    duty.get_by_label("Who does it?").fill("Ann Worker")
    duty.get_by_role("button", name="Record the action").click()
    duty.goto(duty.url.split("/urgent")[0] + "/")
    assert duty.get_by_role("link", name="Read it and answer").count() == waiting - 1

    page.goto(page.url.split("?")[0] + "?from=case_note")
    state = page.locator(".tl-urgent").first
    expect(state).to_contain_text(re.compile("Acknowledged.*20[0-9]{2} at", re.S))
    expect(state).to_contain_text("A colleague fetches her: Ann Worker, by")
    page.get_by_role("link", name="Go on with the case note").click()
    expect(page.locator("#subject")).to_have_value("Her aunt telephoned")
    page.get_by_role("button", name="Throw this draft away").click()


def test_the_enter_key_saves_and_neither_signs_nor_alarms(telephone, names):
    page = telephone("social_worker", f"/children/{names['own']}/record/case_note")
    page.locator("[name=occurred]").press("Enter")
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved")
    page.get_by_role("button", name="Throw this draft away").click()


def test_against_somebody_who_would_be_told_it_passes_them_over_and_prompts_the_lado(telephone, names):
    page = telephone("social_worker", f"/children/{names['own']}/urgent")
    page.get_by_label("What has happened, or may happen?").fill(WORDS)
    page.get_by_label("A member of staff, here or elsewhere").check()
    boxes = page.get_by_role("group", name="Is it about one of these? It will not go to them.").get_by_role("checkbox")
    for place in range(boxes.count()):
        boxes.nth(place).check()
    page.get_by_role("button", name="Tell them now").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Said")
    expect(page.locator("main")).to_contain_text("Tell the LADO within one working day")
    expect(page.locator(".tl-urgent").first).to_contain_text("no one is known who may be told")
    sound(page)
    manager = telephone("team_manager", f"/children/{names['own']}/urgent")
    expect(manager.locator("main")).not_to_contain_text("LADO")

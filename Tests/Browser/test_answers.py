"""What should be joined up, answered otherwise than by mending it: by whoever may, each way, without a word being lost."""

import json
import subprocess

import pytest
from playwright.sync_api import Page, expect

from pages import sound

WHY = "She lives with her nan, who is her family time."


@pytest.fixture
def breaks(data, program, site):
    """What should be joined up now, as the command line has it."""

    def breaks(*asked: str) -> list[dict]:
        told = subprocess.run(
            [program, "breaks", "--data", str(data), "--format", "json", *asked], capture_output=True, timeout=120)
        assert told.returncode in (0, 1), told.stderr
        return json.loads(told.stdout)

    return breaks


def place(found: dict) -> str:
    """Where it stands on the Thread, as the page names it."""
    return f"#join-{found['break']}" + (f"-{found['about']}" if found["about"] else "")


def own(page: Page, breaks: list[dict]) -> dict:
    """The first of these that is of a child on the worker's list."""
    listed = page.locator("main a[href^='/children/']").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return next(found for found in breaks if any(found["child"] in href for href in listed) and found["state"] == "open")


@pytest.mark.parametrize("scripts", [True, False])
def test_not_so_is_said_by_one_person_and_leaves_when_another_agrees(telephone, breaks, scripts):
    home = telephone("social_worker", "/", java_script_enabled=scripts)
    found = own(home, breaks("--break", "view_not_answered") + breaks("--break", "action_incomplete"))
    page = telephone("social_worker", f"/children/{found['child']}/thread", java_script_enabled=scripts)
    page.locator(place(found)).get_by_role("link", name="Not so for this child").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Not so for this child")
    # With nothing said it is shown again.
    page.get_by_role("button", name="Say that it is not so").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("No reason is given: say why")
    if scripts:
        sound(page)
    page.get_by_label("Why is it not so for this child?").fill(WHY)
    page.get_by_role("button", name="Say that it is not so").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("A second person has to agree")
    row = page.locator(place(found))
    expect(row).to_contain_text(WHY)
    expect(row).to_contain_text("A second person has to agree before it leaves the list.")
    # Not the one who said it.
    expect(row.get_by_role("link", name="Say whether you agree")).to_have_count(0)

    manager = telephone("team_manager", "/", java_script_enabled=scripts)
    expect(manager.get_by_role("heading", name="For you to agree, or not")).to_be_visible()
    manager.locator(f"a[href*='/children/{found['child']}/join/']").first.click()
    expect(manager.locator("main")).to_contain_text(WHY)
    if scripts:
        sound(manager)
    manager.get_by_role("button", name="Keep what I say").click()
    expect(manager.locator(".govuk-error-summary")).to_contain_text("Say whether you agree")
    manager.get_by_label("No, it is to be joined up").check()
    manager.get_by_role("button", name="Keep what I say").click()
    expect(manager.locator(".govuk-error-summary")).to_contain_text("No reason is given: say why")
    manager.get_by_label("Yes, it is not so").check()
    manager.get_by_role("button", name="Keep what I say").click()
    expect(manager.locator(".govuk-notification-banner")).to_contain_text("It has left the list")
    expect(manager.get_by_text("Not so for this child, as two people say: 1")).to_be_visible()
    assert not [each for each in breaks() if (each["child"], each["break"], each["about"]) == (
        found["child"], found["break"], found["about"])]

    # Taken back, it is there again.
    manager.get_by_text("Not so for this child, as two people say: 1").click()
    manager.get_by_role("link", name="See the answer").first.click()
    manager.get_by_role("button", name="Take the answer back").click()
    expect(manager.locator(".govuk-notification-banner")).to_contain_text("It is there to join up again.")
    expect(manager.locator(place(found))).to_be_visible()


def test_later_keeps_what_was_typed_and_is_counted_and_seen_by_the_reviewing_officer(telephone, breaks):
    officer = telephone("iro", "/")
    found = own(officer, breaks("--break", "view_not_answered") + breaks("--break", "outcome_not_measured"))
    before = len(breaks())
    page = telephone("director", f"/children/{found['child']}/thread")
    page.locator(place(found)).get_by_role("link", name="Later").click()
    page.get_by_label("Why later?").fill(WHY)
    page.get_by_label("On which day is it to be there again?").fill("soon")
    page.get_by_role("button", name="Put it off").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Give the day on which it is there again")
    expect(page.get_by_label("Why later?")).to_have_value(WHY)
    expect(page.get_by_label("On which day is it to be there again?")).to_have_value("soon")
    sound(page)
    hint = page.locator("#until-hint").inner_text()
    page.get_by_label("On which day is it to be there again?").fill(hint.split("As ")[1].split(";")[0])
    page.get_by_role("button", name="Put it off").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("It stays counted")
    expect(page.get_by_role("heading", name="Put off, and counted")).to_be_visible()
    sound(page)
    after = breaks()
    assert len(after) == before and [each["state"] for each in after if each["answer"]].count("put_off") == 1
    officer.goto(officer.url)
    expect(officer.get_by_text("Put off until").first).to_be_attached()
    brief = telephone("iro", f"/children/{found['child']}/review-brief")
    expect(brief.get_by_role("heading", name="Put off, or said not to be so")).to_be_visible()
    expect(brief.locator("main")).to_contain_text(WHY)
    sound(brief)


def test_what_the_law_asks_for_is_the_managers_to_put_off_and_not_its_owners(telephone, breaks):
    home = telephone("social_worker", "/")
    found = own(home, breaks("--break", "need_without_action"))
    worker = telephone("social_worker", f"/children/{found['child']}/thread")
    expect(worker.locator(place(found)).get_by_role("link", name="Later")).to_have_count(0)
    worker.goto(worker.url.split("/thread")[0] + f"/join?join={found['break']}&about={found['about']}&answer=later")
    expect(worker.locator("main")).to_contain_text("the law asks for it, and it is yours to mend")
    expect(worker.get_by_role("button", name="Put it off")).to_have_count(0)
    sound(worker)
    manager = telephone("team_manager", "/")
    manager.locator(f"a[href*='/children/{found['child']}/join?join=need_without_action'][href*='answer=later']").click()
    manager.get_by_label("On which day is it to be there again?").fill("2099-01-01")
    manager.get_by_label("Why later?").fill("The meeting is on Tuesday.")
    manager.get_by_role("button", name="Put it off").click()
    expect(manager.locator(".govuk-error-summary")).to_contain_text("at the latest")
    expect(manager.get_by_label("Why later?")).to_have_value("The meeting is on Tuesday.")

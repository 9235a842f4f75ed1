"""A council's own case note, with a question of every kind: an administrator reads its file and brings it into force, and a
worker fills it in on a telephone, with scripts and without, and signs it."""

import re
import shutil

import pytest
from playwright.sync_api import Page, expect

from conftest import ROOT
from pages import blank, close, sound

FORM = ROOT / "Tests/Fixtures/council-forms/case_note.yaml"
BUILT_IN = ROOT / "Sources/FormFiles/Forms/case_note.yaml"


@pytest.fixture
def in_force(data, site, rooms):
    """Brings the council's case note into force, and the one that everybody else is asked by again after."""
    page = rooms("administrator").new_page()
    place = data / "forms/case_note.yaml"
    place.parent.mkdir(exist_ok=True)

    def bring() -> None:
        page.goto(site + "/administration/forms")
        page.locator("#waiting a").first.click()
        sound(page)
        page.get_by_role("button", name=re.compile("Bring version")).click()
        expect(page.locator(".govuk-notification-banner")).to_contain_text("is in force")

    place.write_text(FORM.read_text().replace("kind: moment", "kind: clock"))
    page.goto(site + "/administration/forms/case_note/file")
    expect(page.locator("main")).to_contain_text("set_off does not say what it takes")
    expect(page.get_by_role("button", name=re.compile("Bring"))).to_have_count(0)
    sound(page)
    shutil.copy(FORM, place)
    bring()
    sound(page)
    yield
    place.write_text(BUILT_IN.read_text().replace("version: 3", "version: 5"))
    bring()
    close(page)


def stop(page: Page, place: int, where: str) -> None:
    page.locator(f"[name='stops.{place}.place']").fill(where)


def test_every_kind_of_question_is_filled_in_on_a_telephone_and_signed(in_force, rooms, site, names, write_down):
    child = names["own"]
    write_down({
        "command_id": "own-questions", "child": child, "kind": "case_note", "occurred": "2026-03-03",
        "answers": {
            "subject": "A call", "significant": "none",
            "risks": [{"id": "here-R1", "what": "Walks home along the quay", "level": "medium"}],
            "actions": [{"what": "Walk with her", "owner": "Carer", "due": "2026-12-31", "purpose": "To be safe",
                         "addresses": "here-R1"}]}})
    # Without scripts: another row by a button, and everything typed is there.
    plain = rooms("social_worker", 375, java_script_enabled=False).new_page()
    blank(plain, site, child, "case_note")
    plain.locator("#subject").fill("An outing")
    plain.locator("input[name=significant][value=none]").check()
    plain.locator("input[name=outing][value=true]").check()
    plain.locator("#set_off").fill("2026-03-10")
    plain.locator("[name='set_off.time']").fill("09:05")
    plain.locator("[name='went_with.somebody_else']").fill("Mr Pell")
    plain.locator("#stops > summary").click()
    stop(plain, 1, "The quay")
    plain.locator("details#stops").get_by_role("button", name=re.compile("Add another")).click()
    expect(plain.locator("[name='stops.1.place']")).to_have_value("The quay")
    stop(plain, 2, "The pier")
    plain.locator("input[name='stops.2.paid'][value=false]").check()
    plain.get_by_role("button", name="Sign", exact=True).click()
    expect(plain.locator(".govuk-error-summary")).to_contain_text("Answer it, or say why there is none")
    close(plain)
    # With them: the same draft, whose condition holds.
    page = rooms("social_worker", 375).new_page()
    page.goto(f"{site}/children/{child}/record/case_note")
    expect(page.locator("[name='went_with.somebody_else']")).to_have_value("Mr Pell")
    expect(page.locator("[name='stops.2.place']")).to_have_value("The pier")
    page.locator("input[name=outing][value=false]").check()
    expect(page.locator("#set_off")).to_be_hidden()
    page.locator("input[name=outing][value=true]").check()
    page.get_by_label("Walks home along the quay").locator("visible=true").last.check()
    page.locator("#pocket_money").fill("Five pounds")
    page.locator("#may_collect").select_option(index=1)
    chosen = page.locator("#may_collect").input_value()
    page.locator("input[name=bring][value=coat]").check()
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    sound(page)
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    for words in [
        "10 March 2026 at 09:05", "Mr Pell (not among the people of the record)", "Walks home along the quay",
        "The quay", "The pier", "Five pounds", chosen, "A coat"]:
        expect(page.locator("main")).to_contain_text(words)
    sound(page)
    # What goes on stands on the next one, and asks whether it is still right.
    page.goto(f"{site}/children/{child}/record/case_note")
    expect(page.locator("#pocket_money")).to_have_value("Five pounds")
    expect(page.locator("#from-may_collect")).to_contain_text("From the case note of")
    sound(page)
    close(page)

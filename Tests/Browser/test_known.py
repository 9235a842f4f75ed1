"""Nothing is asked twice, and nothing that does not apply: what the record knows stands on the form and asks whether it is
still right; a question with a condition is there when that holds."""

import pytest
from playwright.sync_api import Page, expect

from pages import axe, blank, close

SECTIONS = [
    "health", "education", "emotional", "identity", "family_and_social", "social_presentation", "self_care", "wishes",
    "agreement"]


@pytest.fixture(scope="module")
def planned(site, names, write_down) -> str:
    """The worker's child, with a care plan that has one action, late."""
    child = names["own"]
    line = {
        "command_id": "known-plan", "child": child, "kind": "care_plan", "occurred": "2026-03-03",
        "answers": {
            **{name: f"As agreed about {name}." for name in SECTIONS}, "permanence": "return_home",
            "actions": [{"what": "Find her a bicycle", "owner": "Carer", "due": "2026-03-31", "purpose": "Friends"}]}}
    write_down(line)
    return child


@pytest.fixture
def form(rooms, site, planned):
    """The page of a record of the child, with nothing of a draft in it."""
    pages = []

    def form(kind: str, **asked) -> Page:
        page = rooms("social_worker", 375, **asked).new_page()
        pages.append(page)
        blank(page, site, planned, kind)
        return page

    yield form
    for page in pages:
        close(page)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_last_plan_stands_on_the_form_and_is_signed_only_where_it_is_said_to_be_right(form, scripts):
    page = form("care_plan", java_script_enabled=scripts)
    calmer = f"Calmer now, {'at home' if scripts else 'at school'} too."
    expect(page.locator("#health")).to_have_value("As agreed about health.")
    expect(page.locator("#from-health")).to_contain_text("From the care plan of")
    expect(page.locator("#wishes")).to_have_value("")
    assert not scripts or axe(page).violations_count == 0
    page.locator("#wishes").fill("A bicycle.")
    page.locator("#agreement").fill("Mum agreed.")
    page.locator("#emotional").fill(calmer)
    page.locator("details#actions > summary").click()
    page.locator("[name='actions.none']").fill("The actions go on")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say that it is still right, or change it")
    expect(page.locator(".govuk-error-summary")).not_to_contain_text("feel and cope")
    for name in ["permanence", *SECTIONS]:
        if page.locator(f"#right-{name}").count() and name != "emotional":
            page.locator(f"#right-{name}").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    for words in ["As agreed about health.", calmer, "A bicycle."]:
        expect(page.locator("main")).to_contain_text(words)
    # What nobody confirmed and nobody needed is not in it.
    expect(page.locator("main")).not_to_contain_text("As agreed about emotional.")


def test_of_an_action_only_what_became_of_it_is_asked(form):
    page = form("visit")
    row = page.locator("details#progress fieldset", has_text="Find her a bicycle").first
    page.locator("details#progress > summary").first.click()
    row.get_by_label("How does it stand?").select_option("done")
    page.locator("#observations").fill("Chatty.")
    for name, value in [("seen", "true"), ("alone", "alone"), ("place", "placement"), ("significant", "none")]:
        page.locator(f"input[name={name}][value={value}]").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(page.locator("main")).to_contain_text("Find her a bicycle")


def test_a_question_that_does_not_apply_is_not_there_and_keeps_what_was_typed(form):
    page = form("visit")
    why, alone = page.locator("#not_seen_because"), page.locator("input[name=alone][value=alone]")
    expect(why).to_be_hidden()
    expect(alone).to_be_hidden()
    page.locator("input[name=seen][value=false]").check()
    expect(why).to_be_visible()
    why.fill("Nobody at home.")
    page.locator("input[name=seen][value=true]").check()
    expect(why).to_be_hidden()
    expect(alone).to_be_visible()
    page.locator("input[name=alone][value=not_alone]").check()
    expect(page.locator("#not_alone_because")).to_be_visible()
    # What hangs on a question that has gone is gone with it.
    page.locator("input[name=seen][value=false]").check()
    expect(page.locator("#not_alone_because")).to_be_hidden()
    expect(why).to_have_value("Nobody at home.")
    assert axe(page).violations_count == 0


def test_without_scripts_a_condition_is_said_in_words_and_what_does_not_apply_is_not_signed(form):
    page = form("visit", java_script_enabled=False)
    expect(page.locator("#not_seen_because")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Only where “Did you see the child?” is answered no.")
    page.locator("#not_seen_because").fill("Nobody at home.")
    page.locator("#observations").fill("Chatty.")
    for name, value in [("seen", "true"), ("alone", "alone"), ("place", "placement"), ("significant", "none")]:
        page.locator(f"input[name={name}][value={value}]").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(page.locator("main")).not_to_contain_text("Nobody at home.")

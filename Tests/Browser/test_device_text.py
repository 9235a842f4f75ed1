"""What is typed while the line is cut: locked on the device, offered again to whoever typed it, and to nobody else."""

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from fictional_server import sign_in
from pages import close, nothing_unsent, on_the_device, sound, without_draft

SAVED, CUT = "To see how the nights are", "To see how the nights are going at Wren Cottage"


@pytest.fixture
def device(browser, site, program):
    """A telephone of the social worker's own, signed in anew; what is written on it is thrown away."""
    room = browser.new_context(viewport={"width": 375, "height": 800})
    sign_in(room.new_page(), site, program, "social_worker")
    yield room
    room.set_offline(False)
    close(room)


@pytest.fixture
def path(names, already):
    """Where a form is whose draft is empty, before and after."""
    path = f"/children/{names['own']}/record/visit"
    without_draft(already("social_worker", path))
    yield path
    without_draft(already("social_worker", path))


@pytest.fixture
def form(site, path):
    """Its whole address."""
    return site + path


def typed_while_cut(device: BrowserContext, form: str) -> Page:
    """Half of it is saved, the rest is typed with the line cut, and the tab is closed."""
    page = device.new_page()
    page.goto(form)
    page.locator("#purpose").fill(SAVED)
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=20_000)
    device.set_offline(True)
    page.locator("#purpose").fill(CUT)
    page.locator("input[name=seen][value=true]").check()
    state = page.locator("#draft-state")
    expect(state).to_contain_text("It is kept on this device", timeout=20_000)
    expect(state).to_contain_text("If a child is at risk now, phone 999")
    return page


def test_a_closed_tab_costs_nothing_and_the_words_are_there_once(device, form):
    page = typed_while_cut(device, form)
    (text,) = on_the_device(page)
    assert set(text) == {"id", "key", "typed", "vector", "locked"}
    for words in ["nights", "Wren", "purpose", "children", "visit"]:
        assert words not in str(text), words
    page.close()
    device.set_offline(False)

    page = device.new_page()
    page.goto(form)
    offered = page.get_by_role("region", name="Typed here and not sent")
    expect(offered).to_have_count(1)
    expect(page.locator("#purpose")).to_have_value(SAVED)
    sound(page)
    offered.get_by_text("Read it", exact=True).click()
    expect(offered).to_contain_text(CUT)
    offered.get_by_role("button", name="Add it to the draft").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved")
    expect(page.locator("#purpose")).to_have_value(CUT)
    expect(page.locator("input[name=seen][value=true]")).to_be_checked()
    expect(page.get_by_role("region", name="Typed here and not sent")).to_have_count(0)
    assert on_the_device(page) == []


def test_with_another_device_s_words_both_stay(device, form, path, already):
    page = typed_while_cut(device, form)
    page.close()
    other = already("social_worker", path)
    other.locator("#purpose").fill("Said at the desk")
    expect(other.locator("#draft-state")).to_contain_text("Saved at", timeout=20_000)
    device.set_offline(False)
    page = device.new_page()
    page.goto(form)
    page.get_by_role("button", name="Add it to the draft").click()
    expect(page.locator("#purpose")).to_have_value(f"Said at the desk\n\n{CUT}")


def test_nobody_else_on_the_device_sees_it_and_signing_out_wipes_it(device, form, site, program):
    page = typed_while_cut(device, form)
    device.set_offline(False)
    page.close()
    # The session is over, as after half an hour; somebody else signs in on the device.
    cookies = [each for each in device.cookies() if each["name"] != "throughline"]
    device.clear_cookies()
    device.add_cookies(cookies)
    page = device.new_page()
    sign_in(page, site, program, "team_manager")
    page.goto(form)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    (text,) = on_the_device(page)
    refused = page.evaluate(
        """async key => (await fetch('/device-key', { method: 'POST', body: new URLSearchParams({
          token: document.querySelector('[name=token]').value, key }) })).status""", text["key"])
    assert refused == 410
    page.wait_for_timeout(500)
    expect(page.get_by_role("region", name="Typed here and not sent")).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in*")
    assert len(on_the_device(page)) == 1, "another's signing out is not theirs"
    # The same person again: it is offered; and signing out wipes it.
    sign_in(page, site, program, "social_worker")
    page.goto(form)
    expect(page.get_by_role("region", name="Typed here and not sent")).to_have_count(1)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("dialog").get_by_role("button", name="Sign out all the same").click()
    expect(page.locator("#forget")).to_be_visible()
    assert on_the_device(page) == []


def test_every_page_says_what_is_not_sent_and_signing_out_asks_first(device, form, site):
    typed_while_cut(device, form).close()
    device.set_offline(False)
    page = device.new_page()
    page.goto(site + "/help")
    told = page.get_by_role("region", name="Not sent")
    expect(told).to_contain_text("1 text of yours on this device is not sent. If a child is at risk now, phone 999")
    expect(told.get_by_role("link")).to_have_text(re.compile("^Visit.*, typed on "))
    assert not any(words in page.content() for words in ["Wren", "nights"]), "its words are on its own page alone"
    sound(page)
    page.get_by_role("button", name="Sign out").click()
    asked = page.get_by_role("dialog", name="Signing out would lose what is not sent")
    expect(asked).to_contain_text("1 text of yours on this device is not sent. Once you sign out nobody can read it")
    sound(page)
    asked.get_by_role("button", name="Send first").click()
    expect(told.get_by_role("link")).to_be_focused()
    told.get_by_role("link").click()
    page.get_by_role("button", name="Add it to the draft").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved")
    page.goto(site + "/help")
    page.wait_for_timeout(500)
    expect(told).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in*")
    assert on_the_device(page) == []


def test_what_was_signed_before_its_last_save_came_back_is_not_called_unsent(device, site, names):
    page = device.new_page()
    address = f"{site}/children/{names['own']}/record/case_note"
    page.goto(address)
    without_draft(page)
    page.locator("input[name=significant][value=none]").check()
    page.locator("#subject").fill("A call from school")
    page.locator("#observations").fill("Chatty. [About Mark: he rang.]")
    # The line takes the save and is slow with its answer, until the page has gone.
    saves = []

    def hold(route):
        if "do=keep" in (route.request.post_data or ""):
            saves.append(route)
        else:
            route.continue_()

    page.route(address, hold)
    page.locator("#observations").press_sequentially(" ")
    page.wait_for_timeout(1200)
    assert saves and len(on_the_device(page)) == 1
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(page.locator(".tl-about")).to_have_text("About Mark: he rang.")
    nothing_unsent(page)


def test_what_was_set_aside_or_thrown_away_is_not_called_unsent(device, form, site):
    page = device.new_page()
    for word, button in [("Aside", "Begin another"), ("Away", "Throw this draft away")]:
        page.goto(form)
        page.locator("#purpose").fill(word)
        expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=20_000)
        page.goto(form)
        page.locator("#purpose").fill(f"{word}, and more")
        page.get_by_role("button", name=button).click()
        page.wait_for_load_state()
        page.goto(site + "/help")
        nothing_unsent(page)
    page.goto(form)
    page.get_by_role("button", name=re.compile("^Go on with")).first.click()
    expect(page.locator("#purpose")).to_have_value("Aside, and more")


def test_after_seventy_two_hours_it_is_gone(device, form):
    page = typed_while_cut(device, form)
    (text,) = on_the_device(page)
    page.close()
    device.set_offline(False)
    device.clock.set_fixed_time(datetime.fromtimestamp(text["typed"] / 1000) + timedelta(hours=72))
    page = device.new_page()
    page.goto(form)
    expect(page.locator("#purpose")).to_have_value(SAVED)
    page.wait_for_timeout(1000)
    expect(page.get_by_role("region", name="Typed here and not sent")).to_have_count(0)
    assert on_the_device(page) == []

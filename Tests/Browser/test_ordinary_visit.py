"""An ordinary visit, from My work to signed, on a telephone: how much of it is writing, and how much is clerical.

The browser counts, not the test: each time the screen is touched, and each key that is not part of the words written.
"""

import hashlib
import re
import sqlite3

import pytest
from playwright.sync_api import Page, expect

from fictional_server import fictional_sign_ins, sign_in
from pages import close

#: What a worker has to tell of it: 80 words that hold all that VI17 asks of words.
SCRIPT = {
    "purpose": "To see how the nights are going now, and whether the story and light still help.",
    "childs_words": "The light helps. I still listen for the stairs. Can nan come on Sunday and bring my red blanket please?",
    "observations":
        "She ran to the door and showed me her bedroom and the dog. Her carer and she joked while they cooked. "
        "She looked rested, ate well and stayed close to her carer.",
    "actions.none": "Nothing new: all that she asked for is in the plan already",
}
#: What is chosen: the action of the plan that it was for, seen, alone, where, bedroom, nothing serious.
CHOSEN = ["seen=true", "alone=alone", "place=placement", "bedroom_seen=seen", "significant=none"]
MOST = 12
#: Seconds for one touch of the screen and for one key, with the thought before it (Card, Moran and Newell, "The
#: Psychology of Human-Computer Interaction", 1983: pointing 1.1, pressing 0.2, thinking 1.35; a key 0.28).
TOUCH, KEY = 2.65, 0.28

COUNT = """
for (const [kind, name] of [['pointerdown', 'touches'], ['keydown', 'keys']])
  addEventListener(kind, () => sessionStorage.setItem(name, Number(sessionStorage.getItem(name)) + 1), true);
"""


def test_the_script_has_eighty_words():
    assert sum(len(words.split()) for words in SCRIPT.values()) == 80


@pytest.fixture(scope="module")
def planned(site, names, write_down) -> str:
    """The worker's child, with a plan that has one action for the nights. Its address on My work."""
    child = names["own"]
    plan = {name: "As agreed." for name in [
        "health", "education", "emotional", "identity", "family_and_social", "social_presentation", "self_care",
        "wishes", "agreement"]}
    line = {
        "command_id": "ordinary-visit", "child": child, "kind": "care_plan", "occurred": "2026-03-02",
        "answers": {**plan, "permanence": "return_home", "actions": [{
            "id": "A-night", "what": "A story and a night light", "owner": "Carer", "due": "2027-03-31",
            "purpose": "Calm nights"}]}}
    write_down(line)
    return child


@pytest.fixture
def telephone(browser, site, program):
    """A telephone of the social worker's own, signed in anew, on My work."""
    rooms = []

    def telephone() -> Page:
        room = browser.new_context(viewport={"width": 375, "height": 812})
        rooms.append(room)
        page = room.new_page()
        sign_in(page, site, program, "social_worker")
        page.goto(site + "/")
        room.add_init_script(COUNT)
        page.reload()
        return page

    yield telephone
    for room in rooms:
        close(room)


def begin(page: Page, child: str) -> None:
    page.locator(f"main a[href='/children/{child}/record/visit']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Visit")


def write(page: Page, *fields: str) -> None:
    for name in fields:
        page.locator(f"[name='{name}']").click()
        page.keyboard.type(SCRIPT[name])


def choose(page: Page) -> None:
    page.get_by_label("A story and a night light").first.check()
    for each in CHOSEN:
        name, value = each.split("=")
        page.locator(f"input[name={name}][value={value}]").check()


def sign(page: Page) -> None:
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")


def holds_all(page: Page) -> None:
    text = page.locator("main").inner_text()
    for words in SCRIPT.values():
        assert words in text, words
    assert "A story and a night light" in text


def signed(page: Page, site: str, child: str) -> int:
    return page.context.request.get(f"{site}/children/{child}/thread?all=yes").text().count('">Visit of ')


def saved(page: Page) -> None:
    expect(page.locator("#draft-state")).to_contain_text("Saved at", timeout=20_000)


def test_an_ordinary_visit_costs_twelve_interactions_and_less_than_a_minute(telephone, planned, tell):
    page = telephone()
    begin(page, planned)
    write(page, "purpose")
    choose(page)
    write(page, "childs_words", "observations", "actions.none")
    sign(page)
    holds_all(page)
    touches, keys = (int(page.evaluate(f"sessionStorage.getItem('{name}')")) for name in ["touches", "keys"])
    others = keys - sum(len(words) for words in SCRIPT.values())
    seconds = touches * TOUCH + others * KEY
    tell(
        f"an ordinary visit: {touches} touches and {others} keys besides the 80 words, of at most {MOST}; "
        f"clerical {seconds:.0f} s by the keystroke-level model, of less than 60 s")
    assert touches + others <= MOST and seconds < 60


def test_the_same_with_the_line_cut_half_way(telephone, planned, site):
    page = telephone()
    before = signed(page, site, planned)
    begin(page, planned)
    write(page, "purpose")
    saved(page)
    page.context.set_offline(True)
    choose(page)
    write(page, "childs_words", "observations")
    expect(page.locator("#draft-state")).to_contain_text("Not saved", timeout=20_000)
    page.context.set_offline(False)
    saved(page)
    # The telephone is put away and the page opened again.
    page.goto(page.url)
    write(page, "actions.none")
    sign(page)
    holds_all(page)
    assert signed(page, site, planned) == before + 1


def end_session(page: Page, data) -> None:
    """Lets the session of this browser alone be over, as if it had begun too long ago."""
    (key,) = [each["value"] for each in page.context.cookies() if each["name"] == "throughline"]
    with sqlite3.connect(data / "work.sqlite", timeout=20) as work:
        ended = work.execute(
            "UPDATE session SET started = 0 WHERE digest = ?", [hashlib.sha256(key.encode()).digest()])
        assert ended.rowcount == 1
    # The server notices within a second what it did not do itself.
    page.wait_for_timeout(1100)


def test_the_same_with_a_session_that_ends_half_way(telephone, planned, site, data, program):
    page = telephone()
    before = signed(page, site, planned)
    begin(page, planned)
    write(page, "purpose")
    saved(page)
    end_session(page, data)
    choose(page)
    write(page, "childs_words", "observations", "actions.none")
    expect(page.locator("#draft-state")).to_contain_text("you are signed out", timeout=20_000)
    page.get_by_role("button", name="Sign", exact=True).click()
    person = fictional_sign_ins(program)["social_worker"]
    page.get_by_label("Email address").fill(person["email"])
    page.get_by_label("Password").fill(person["password"])
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you typed is still here")
    for words in SCRIPT.values():
        expect(page.locator("main")).to_contain_text(words)
    page.get_by_role("button", name="Continue and send it").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    holds_all(page)
    assert signed(page, site, planned) == before + 1


def test_the_same_begun_on_a_telephone_and_finished_at_a_desk(telephone, planned, site):
    first, second = telephone(), telephone()
    before = signed(first, site, planned)
    begin(first, planned)
    write(first, "purpose")
    saved(first)
    begin(second, planned)
    expect(second.locator("#purpose")).to_have_value(SCRIPT["purpose"])
    choose(second)
    write(second, "childs_words", "observations", "actions.none")
    saved(second)
    sign(second)
    holds_all(second)
    # The telephone still shows the page; what it sends now leads to the record that is there.
    first.get_by_role("button", name="Sign", exact=True).click()
    expect(first).to_have_url(re.compile(r"/records/\d+"))
    assert signed(first, site, planned) == before + 1

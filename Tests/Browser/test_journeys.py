"""Somebody of each role does a piece of their work to its end, with the mouse or with the keyboard alone."""

import hashlib
import re
import sqlite3
import subprocess
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from addresses import SMALL, send
from fictional_server import code_of_now, fictional_server, fictional_sign_ins, served, sign_in
from pages import axe, close


@pytest.fixture
def enter(browser, site, program):
    """Signs in as somebody of a role in a browser of their own; gives the first page they see."""
    contexts = []

    def enter(role: str) -> Page:
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 900}))
        page = contexts[-1].new_page()
        sign_in(page, site, program, role)
        return page

    yield enter
    for context in contexts:
        close(context)


def tab_to(page: Page, name: str) -> None:
    """Presses Tab until the link, button or field of this name has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels?.[0] ?? e).textContent.trim() || e.getAttribute('aria-label') || ''; }")
        if said == name:
            return
    raise AssertionError(f"Tab does not reach {name!r}")


# Who works with children ----------------------------------------------------------------------------------------------


def test_a_social_worker_signs_in_by_keyboard_and_opens_why_a_child_needs_something(browser, site, program):
    person = fictional_sign_ins(program)["social_worker"]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(site + "/")
    tab_to(page, "Email address")
    page.keyboard.type(person["email"])
    tab_to(page, "Password")
    page.keyboard.type(person["password"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    why = page.locator("main details.tl-why summary").first
    if why.count():
        tab_to(page, why.inner_text().strip())
        page.keyboard.press("Enter")
        expect(page.locator("main details.tl-why[open] > p").first).to_be_visible()
    name = page.locator("main a[href^='/children/']").first.inner_text().strip()
    page.reload()
    tab_to(page, name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("heading", name="What is owed now")).to_be_visible()
    close(context)


def test_a_social_worker_does_not_open_another_teams_child(already, site, cookie, names):
    def children(role: str) -> set[str]:
        asked = urllib.request.Request(site + "/children", headers={"Cookie": cookie(role)})
        html = urllib.request.urlopen(asked).read().decode()
        return set(re.findall(r'href="(/children/[^"/?#]+)"', html))

    # One who is restricted may be of one's own team, and says so by its own page.
    others = sorted(children("director") - children("social_worker") - {f"/children/{names['restricted']}"})
    assert others, "everybody's children are this worker's"
    for path in others[:3]:
        expect(already("social_worker", path).get_by_role("heading", level=1)).to_have_text("There is no such page")


def test_a_team_manager_sees_who_is_not_held_before_anything_else(already):
    page = already("team_manager", "/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Team").click()
    first = page.locator("main h2").first
    expect(first).to_have_text(re.compile("no (allocated|social) worker|allocated", re.IGNORECASE))


def test_a_director_chooses_a_team_whose_name_has_a_blank(already):
    page = already("director", "/team")
    names = page.get_by_label("Team", exact=True).locator("option").all_inner_texts()
    other = next(name for name in reversed(names) if " " in name)
    page.get_by_label("Team", exact=True).select_option(other)
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(other)


def test_an_iro_opens_the_reviews_of_a_child(already):
    page = already("iro", "/")
    page.locator("main a[href^='/children/']").first.click()
    page.get_by_role("navigation", name="Parts of this record").get_by_role("link", name="Reviews").click()
    expect(page.locator("main [aria-current=page]")).to_have_text("Reviews")
    assert page.locator("main time").count() or page.locator("main table").count()


def test_a_personal_adviser_has_a_page_and_no_dead_end(already):
    page = already("personal_adviser", "/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("navigation", name="Main").get_by_role("link").count() >= 2


def test_the_out_of_hours_team_lands_on_a_page_of_theirs(already):
    page = already("out_of_hours", "/")
    expect(page.locator("main")).not_to_contain_text("do not open this page")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Help").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


# Who answers for the service ------------------------------------------------------------------------------------------


def test_a_director_follows_a_figure_to_its_list(already):
    page = already("director", "/")
    page.get_by_role("link", name="Figures").click()
    page.locator("main a[href^='/figures/'][href*='/children']").first.click()
    expect(page).to_have_url(re.compile("/figures/.+/children"))
    assert page.locator("main a[href^='/children/']").count() >= 1


def test_a_code_that_is_not_right_is_said_so_and_lets_nobody_in(browser, site, program):
    person = fictional_sign_ins(program)["information_governance"]
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + "/sign-in")
    page.get_by_label("Email address").fill(person["email"])
    page.get_by_label("Password").fill(person["password"])
    page.get_by_role("button", name="Sign in").click()
    right = code_of_now(person["second_factor"])
    page.get_by_label("Six-digit code").fill(f"{(int(right) + 500_000) % 1_000_000:06d}")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("not right")
    page.goto(site + "/profile")
    expect(page).to_have_url(re.compile("/second-factor"))
    close(context)


def test_information_governance_lands_on_a_page_of_theirs(already):
    page = already("information_governance", "/")
    expect(page.locator("main")).not_to_contain_text("do not open this page")


def test_a_wrong_password_is_told_from_nothing_and_the_page_passes_axe(browser, site, program):
    person = fictional_sign_ins(program)["auditor"]
    context = browser.new_context()
    page = context.new_page()
    told = []
    for email in [person["email"], "nobody@severn-vale.example"]:
        page.goto(site + "/sign-in")
        page.get_by_label("Email address").fill(email)
        page.get_by_label("Password").fill("this is not it")
        page.get_by_role("button", name="Sign in").click()
        told.append(page.locator(".govuk-error-summary").inner_text())
        assert axe(page).violations_count == 0
    assert told[0] == told[1], "the page tells who has an account"
    close(context)


# The return -----------------------------------------------------------------------------------------------------------


def test_an_analyst_sends_a_return_reads_the_report_and_imports_it(browser, program, tmp_path):
    # On a server of its own: what is imported here would change what the other tests look at.
    with fictional_server(program, children=1, years=1) as site:
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, site, program, "analyst")
        send_and_import(page, site)
        send_less_of_it(page, site, tmp_path)
        close(context)


def send_and_import(page: Page, site: str) -> None:
    send(page, site)
    page.get_by_role("button", name="Import this return").wait_for(timeout=60_000)
    expect(page.locator("main")).to_contain_text("Nothing has been imported yet")
    rows = page.locator(".govuk-summary-list__row")
    expect(rows.filter(has_text="Children")).to_contain_text("10")
    page.get_by_role("button", name="Import this return").click()
    expect(page.get_by_role("heading", name="What was imported")).to_be_visible(timeout=60_000)
    assert int(rows.filter(has_text="Facts added to the record").locator("dd").inner_text()) > 0
    page.goto(site + "/return")
    expect(page.get_by_role("table")).to_contain_text("2025-26")


def send_less_of_it(page: Page, site: str, folder: Path) -> None:
    """Sends the same year again without one of its children: what would be lost is told before it can be imported."""
    rows = (SMALL / "Header.csv").read_text().splitlines()
    child = rows[-1].split(",")[0]
    for table in SMALL.glob("*.csv"):
        kept = [row for row in table.read_text().splitlines() if row.split(",")[0] != child]
        (folder / table.name).write_text("\n".join(kept) + "\n")
    send(page, site, folder)
    page.get_by_role("button", name="Import this return").wait_for(timeout=60_000)
    expect(page.locator("main")).to_contain_text("A return of 2025-26 is held already. 1 child would lose")
    expect(page.locator("main")).to_contain_text("1 of them is gone from it")
    page.get_by_text("Which children, by their numbers").click()
    expect(page.get_by_text(f"{child}.", exact=True)).to_be_visible()
    page.get_by_role("button", name="Do not import it").click()


def test_a_return_that_is_being_read_is_called_off_and_leaves_nothing(browser, program, tmp_path):
    records, big = tmp_path / "records", tmp_path / "big"
    records.mkdir()
    big.mkdir()
    # So many rows that reading them takes longer than pressing a button.
    header, first = (SMALL / "Episodes.csv").read_text().splitlines()[:2]
    rest = first.split(",", 1)[1]
    (big / "Episodes.csv").write_text(
        "\n".join([header, *(f"{number},{rest}" for number in range(200_000, 500_000))]) + "\n")
    header, first = (SMALL / "Header.csv").read_text().splitlines()[:2]
    (big / "Header.csv").write_text(f"{header}\n{first}\n")
    with fictional_server(program, children=1, years=1, folder=records) as site:
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, site, program, "analyst")
        before = (records / "journal.sqlite").read_bytes()
        send(page, site, big)
        expect(page.locator("main [data-now=reading]")).to_be_visible(timeout=30_000)
        page.get_by_role("button", name="Call it off").click()
        expect(page.locator("main")).to_contain_text("Nothing of it was imported")
        assert page.get_by_role("button", name="Import this return").count() == 0
        staged = records / "staging" / page.url.rsplit("/", 1)[1]
        patience = time.monotonic() + 60
        while staged.exists():
            assert time.monotonic() < patience, "what was sent is still there"
            time.sleep(0.2)
        # The desk is free for the next.
        send(page, site)
        page.get_by_role("button", name="Import this return").wait_for(timeout=60_000)
        assert (records / "journal.sqlite").read_bytes() == before
        close(context)


def test_an_analyst_lets_a_return_go_and_nothing_of_it_is_imported(already, site):
    page = already("analyst", "/return")
    send(page, site)
    page.get_by_role("button", name="Do not import it").click(timeout=60_000)
    expect(page.locator("main")).to_contain_text("Nothing of it was imported")
    assert page.get_by_role("button", name="Import this return").count() == 0


def test_without_scripts_a_return_is_sent_and_asked_after(rooms, site):
    page = rooms("analyst", java_script_enabled=False).new_page()
    send(page, site)
    ready = page.get_by_role("button", name="Import this return")
    expect(ready.or_(page.get_by_role("link", name="Show how far it is now"))).to_be_visible()
    # Asked for anew each time, with a limit on each wait: counting on a page that is just leaving may never answer.
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        page.goto(page.url)
        with suppress(AssertionError):
            expect(ready).to_be_visible(timeout=500)
            break
    expect(ready).to_be_visible(timeout=500)
    page.get_by_role("button", name="Do not import it").click()
    # Seen through to its page: Chromium may never close a page that is just leaving.
    expect(page.locator("main")).to_contain_text("Nothing of it was imported")
    close(page)


def test_a_return_without_files_is_not_sent_and_says_what_to_do(already):
    page = already("analyst", "/return")
    page.get_by_role("button", name="Send and check").click()
    page.locator(".govuk-error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == "files"


# Administration -------------------------------------------------------------------------------------------------------


def add(page: Page, site: str, email: str, name: str) -> str:
    """Adds a social worker; gives the link that the page shows."""
    page.goto(site + "/administration/people")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Social worker", exact=True).check()
    page.get_by_role("button", name="Add").click()
    return page.locator(".tl-link").inner_text().strip()


def test_an_administrator_gives_a_link_and_the_person_chooses_a_password_with_it(already, browser, site):
    link = add(already("administrator", "/"), site, "nia@severn-vale.example", "Nia Newcomer")
    context = browser.new_context()
    page = context.new_page()
    page.goto(site + link[link.index("/choose-password"):])
    for field in page.locator("input[type=password]").all():
        field.fill("orchard kettle seventeen lamps")
    page.get_by_role("button", name="Keep this password").click()
    if "/sign-in" in page.url:
        page.get_by_label("Email address").fill("nia@severn-vale.example")
        page.get_by_label("Password").fill("orchard kettle seventeen lamps")
        page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".tl-signed-in")).to_contain_text("Nia Newcomer")
    page.goto(site + link[link.index("/choose-password"):])
    expect(page.get_by_role("heading", level=1)).to_have_text("This link is used up")
    close(context)


def test_two_people_who_change_one_person_both_keep_their_words(already, site):
    first = already("administrator", "/")
    add(first, site, "kit@severn-vale.example", "Kit Twice")
    first.goto(site + "/administration/people")
    first.get_by_role("link", name="Kit Twice").click()
    second = already("administrator", first.url.removeprefix(site))
    first.get_by_label("Name", exact=True).fill("Kit First-Writer")
    second.get_by_label("Name", exact=True).fill("Kit Second-Writer")
    second.get_by_label("Last day").fill("2031-03-31")
    first.get_by_role("button", name="Keep", exact=True).click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Kit First-Writer")
    second.get_by_role("button", name="Keep", exact=True).click()
    merge = second.get_by_role("table", name="What each of you wrote")
    expect(merge).to_contain_text("Kit First-Writer")
    expect(merge).to_contain_text("Kit Second-Writer")
    expect(second.get_by_label("Name", exact=True)).to_have_value("Kit Second-Writer")
    second.get_by_label("Name", exact=True).fill("Kit First-Writer")
    second.get_by_role("button", name="Keep what stands in the form now").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Kit First-Writer")
    expect(second.get_by_label("Last day")).to_have_value("2031-03-31")


# A session that is over -----------------------------------------------------------------------------------------------


def end_sessions(data: Path, cookies: list[dict], site: str) -> None:
    """Puts a browser's session back by thirteen hours, an hour past the longest, and waits until the server knows."""
    key = next(each["value"] for each in cookies if "held" not in each["name"])
    digest = hashlib.sha256(key.encode()).digest()
    with sqlite3.connect(data / "work.sqlite", timeout=10) as work:
        changed = work.execute(
            "UPDATE session SET started = started - 13 * 3600000 WHERE digest = ?", [digest])
        assert changed.rowcount == 1
    header = "; ".join(f"{each['name']}={each['value']}" for each in cookies)
    patience = time.monotonic() + 20
    while True:
        asked = urllib.request.Request(site + "/profile", headers={"Cookie": header})
        if "/sign-in" in urllib.request.urlopen(asked).url:
            return
        assert time.monotonic() < patience, "the session is not over"
        time.sleep(0.2)


def sign_in_again(page: Page, person: dict) -> None:
    page.get_by_label("Email address").fill(person["email"])
    page.get_by_label("Password").fill(person["password"])
    page.get_by_role("button", name="Sign in").click()


def test_a_session_that_is_over_leads_back_to_the_page_that_was_asked_for(enter, site, data, program):
    page = enter("analyst")
    end_sessions(data, page.context.cookies(), site)
    page.goto(site + "/help")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    sign_in_again(page, fictional_sign_ins(program)["analyst"])
    expect(page).to_have_url(site + "/help")


def test_what_was_typed_when_a_session_had_ended_is_sent_after_signing_in_again(enter, site, data, program):
    page = enter("social_worker")
    page.goto(site + "/children")
    page.get_by_text("Save this view, or remove one").click()
    page.get_by_label("Name of the view").fill("Seen on Tuesday")
    end_sessions(data, page.context.cookies(), site)
    page.get_by_role("button", name="Save view").click()
    expect(page.locator("main")).to_contain_text("What you typed is kept")
    sign_in_again(page, fictional_sign_ins(program)["social_worker"])
    expect(page.get_by_role("heading", level=1)).to_have_text("What you typed is still here")
    expect(page.locator("main")).to_contain_text("Seen on Tuesday")
    page.get_by_role("button", name="Continue and send it").click()
    expect(page.locator("main")).to_contain_text("Seen on Tuesday")
    expect(page.get_by_role("heading", level=1)).to_have_text("Children")


def test_a_password_typed_when_a_session_had_ended_is_kept_nowhere(enter, site, data, program):
    def held() -> int:
        with sqlite3.connect(data / "work.sqlite", timeout=10) as work:
            return work.execute("SELECT count(*) FROM held_form").fetchone()[0]

    page = enter("personal_adviser")
    page.goto(site + "/profile")
    for label in ["Present password", "New password", "The same again"]:
        page.get_by_label(label).fill("orchard kettle seventeen lamps")
    end_sessions(data, page.context.cookies(), site)
    before = held()
    page.get_by_role("button", name="Change password").click()
    expect(page.locator("main")).to_contain_text("A password or a code is never kept")
    assert held() == before
    sign_in_again(page, fictional_sign_ins(program)["personal_adviser"])
    expect(page).to_have_url(site + "/profile")


# Nothing there yet -----------------------------------------------------------------------------------------------------


def test_an_empty_folder_leads_from_the_first_administrator_to_the_first_return(browser, program, site, tmp_path):
    said = tmp_path / "said"
    with served(program, tmp_path / "data", said) as url:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(url + "/")
        expect(page.locator("main")).to_contain_text("Nobody can sign in here yet.")
        assert axe(page).violations_count == 0
        patience = time.monotonic() + 20
        while not (link := re.search(r"/choose-password\S+", said.read_text())):
            assert time.monotonic() < patience, "no link was printed"
            time.sleep(0.1)
        page.goto(url + link.group())
        page.get_by_label("Your name").fill("First Administrator")
        page.get_by_label("Email address").fill("first@council.example")
        for field in page.locator("input[type=password]").all():
            field.fill("orchard kettle seventeen lamps")
        page.get_by_role("button", name="Keep this password").click()
        expect(page.locator("main")).not_to_contain_text("Nobody can sign in here yet.")
        page.get_by_label("Email address").fill("first@council.example")
        page.get_by_label("Password").fill("orchard kettle seventeen lamps")
        page.get_by_role("button", name="Sign in").click()
        page.get_by_label("Six-digit code").fill(code_of_now(page.locator("#key").inner_text()))
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("SSDA903 return")
        expect(page.locator(".tl-fiction")).to_contain_text("No return has been imported yet.")
        send(page, url)
        page.get_by_role("button", name="Import this return").click(timeout=60_000)
        expect(page.locator("main")).to_contain_text("What was imported", timeout=60_000)
        page.goto(url + "/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Administration")
        expect(page.locator(".tl-fiction")).to_contain_text("Speaks until 31 March 2026.")
        close(context)


# Nothing imported yet -------------------------------------------------------------------------------------------------


def test_the_first_administrator_of_a_service_that_holds_staff_and_no_child(browser, program, data, site, tmp_path):
    staff = data / "return/staff.csv"
    subprocess.run([program, "import", "staff", str(staff), "--data", str(tmp_path)], check=True, timeout=60)
    told = subprocess.run(
        [program, "user", "add", "first@council.example", "--name", "First Administrator", "--role", "administrator",
         "--role", "analyst", "--role", "team_manager", "--data", str(tmp_path)],
        check=True, capture_output=True, text=True, timeout=60)
    link = re.search(r"http\S+(/choose-password\S+)", told.stdout).group(1)
    with served(program, tmp_path) as site:
        context = browser.new_context()
        page = context.new_page()
        page.goto(site + link)
        for field in page.locator("input[type=password]").all():
            field.fill("orchard kettle seventeen lamps")
        page.get_by_role("button", name="Keep this password").click()
        if "/sign-in" in page.url:
            page.get_by_label("Email address").fill("first@council.example")
            page.get_by_label("Password").fill("orchard kettle seventeen lamps")
            page.get_by_role("button", name="Sign in").click()
        key = page.locator("#key").inner_text()
        page.get_by_label("Six-digit code").fill(code_of_now(key))
        page.get_by_role("button", name="Continue").click()
        for place in page.get_by_role("navigation", name="Main").get_by_role("link").all_inner_texts():
            page.get_by_role("navigation", name="Main").get_by_role("link", name=place).click()
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            assert axe(page).violations_count == 0, place
        close(context)

"""This is on the wrong child: a draft moves whole, a signed record is gone for everybody and everywhere, and information
governance sees who has it, by when it must act, and what it says once it has said why."""

import json
import subprocess

import pytest
from playwright.sync_api import Page, expect

from addresses import case_note
from pages import sound

SECRET = "Quillfeather"


@pytest.fixture
def run(program, data):
    """A command on the folder of the server's records, and what it says."""

    def run(*asked: str, checks: bool = False) -> str:
        told = subprocess.run(
            [program, *asked, "--data", str(data)], text=True, capture_output=True, timeout=120)
        assert not checks or told.returncode == 0, told.stderr
        return told.stdout + told.stderr

    return run


@pytest.fixture
def others(telephone, names) -> list[tuple[str, str]]:
    """Children whom the social worker holds besides, by id and name."""
    page = telephone("social_worker", "/")
    links = page.locator("main .tl-who a[href^='/children/']")
    found = {}
    for link in links.all():
        child = link.get_attribute("href").split("/")[2].split("?")[0]
        if child != names["own"] and "(" in link.inner_text():
            found[child] = link.inner_text()
    assert len(found) >= 2
    return list(found.items())


def number(title: str) -> str:
    return title.split("(")[1].split(")")[0]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_draft_moves_with_every_word_and_nothing_of_it_stays(telephone, names, others, scripts):
    child, title = others[0]
    path = f"/children/{names['own']}/record/case_note"
    page = telephone("social_worker", path, java_script_enabled=scripts)
    page.locator("#subject").fill("Marigold rang about the bicycle")
    page.locator("#observations").fill("All that Marigold said.\nOn two lines.")
    page.get_by_role("button", name="This is on the wrong child").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This is on the wrong child")
    page.get_by_label("Find the child it is about").fill(number(title))
    page.get_by_role("button", name="Find").click()
    if scripts:
        sound(page)
    page.get_by_label(title).check()
    page.get_by_role("button", name="Move what I wrote").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Moved here")
    assert f"/children/{child}/record/case_note" in page.url
    expect(page.locator("#subject")).to_have_value("Marigold rang about the bicycle")
    expect(page.locator("#observations")).to_have_value("All that Marigold said.\nOn two lines.")
    left = telephone("social_worker", path)
    expect(left.locator("body")).not_to_contain_text("Marigold")
    expect(left.locator("#subject")).to_have_value("")
    page.get_by_role("button", name="Throw this draft away").click()


@pytest.fixture
def signed(write_down, run, names, telephone) -> str:
    """A case note that was signed on the worker's child and is about another, with a risk and an action."""
    line = case_note(names["own"], f"{SECRET} telephoned")
    line["answers"] |= {
        "risks": [{"what": f"{SECRET} may go missing", "level": "high", "known": True}],
        "actions": [{"what": f"Ring {SECRET}", "owner": "Ann Worker", "due": "2026-04-20", "purpose": SECRET}],
        "views": [{"what": f"“I want to see {SECRET}”", "clearly_said": True}]}
    write_down(line)
    told = json.loads(run("journal", "show", "--child", names["own"], "--format", "json", checks=True))
    return str(max(line["seq"] for line in told if "case note" in line["event"] and "signed" in line["event"]))


def test_a_signed_record_is_gone_everywhere_and_information_governance_follows_it_up(
    telephone, names, others, signed, run, program, tmp_path, site
):
    own = names["own"]
    page = telephone("social_worker", f"/children/{own}/thread")
    expect(page.locator("main")).to_contain_text(SECRET)
    assert SECRET in run("thread", own)
    reader = telephone("director", f"/children/{own}/records/{signed}")
    expect(reader.locator("main")).to_contain_text(SECRET)

    page.goto(f"{site}/children/{own}/records/{signed}")
    page.get_by_role("link", name="This is on the wrong child").click()
    page.get_by_label("I do not know, or the child is not in this list").check()
    page.get_by_label("What should information governance know?").fill("It is somebody of the same name")
    sound(page)
    page.get_by_role("button", name="Take it off this child’s record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happens now")
    sound(page)

    for role in ["social_worker", "director", "team_manager", "iro", "information_governance"]:
        page = telephone(role, "/help")
        for path in [
            "", "/thread", "/timeline", "/plan", "/visits", "/people", "/record/case_note", "/record/care_plan",
            f"/records/{signed}", "/emergency", "/looked", "/thread?known-on=2030-01-01", "?known-on=2030-01-01",
        ]:
            page.goto(f"{site}/children/{own}{path}")
            expect(page.locator("body")).not_to_contain_text(SECRET)
        for path in ["/", "/team", "/children?who=everyone", f"/children?find={SECRET}", "/figures", "/wrong-child"]:
            page.goto(site + path)
            assert SECRET not in page.locator("main").inner_text().replace(f"“{SECRET}”", ""), (role, path)
    for asked in [
        ("thread", own), ("child", own), ("breaks",), ("children", "list"), ("signals",), ("duties",),
        ("journal", "show", "--child", own), ("journal", "show", "--limit", "100000"), ("figures",),
        ("thread", own, "--known-at", "2030-01-01"), ("protect", "list"), ("delays",),
    ]:
        assert SECRET not in run(*asked), asked
    (tmp_path / "pass").write_text("a passphrase of many words\n")
    secret = ["--passphrase-file", str(tmp_path / "pass")]
    run("emergency", "write", "--to", str(tmp_path / "list"), *secret, checks=True)
    subprocess.run(
        [program, "emergency", "open", str(tmp_path / "list"), "--to", str(tmp_path / "list.html"), *secret],
        check=True, timeout=60)
    assert SECRET not in (tmp_path / "list.html").read_text()
    run("verify", checks=True)

    page = telephone("information_governance", "/wrong-child")
    sound(page)
    page.locator(f"a[href='/wrong-child/{signed}']").click()
    main = page.locator("main")
    expect(main).to_contain_text("hours left")
    expect(main).to_contain_text("It is somebody of the same name")
    expect(main).to_contain_text("The record itself, or a copy")
    expect(main).not_to_contain_text(SECRET)
    sound(page)
    page.get_by_label("Why do you have to read it?").fill("To find out whose it is")
    page.get_by_role("button", name="Open it once").click()
    expect(page.locator("main")).to_contain_text(f"{SECRET} telephoned")
    sound(page)
    page.get_by_role("link", name="Back to what may come of it").click()

    child, title = others[1]
    page.get_by_label("Find the child it is about").fill(number(title))
    page.get_by_role("button", name="Find").click()
    page.get_by_label(title).check()
    page.get_by_role("button", name="Move it there").click()
    expect(page.locator("main")).to_contain_text(f"Moved to {title}")
    moved = telephone("director", f"/children/{child}/thread")
    expect(moved.locator("main")).to_contain_text(f"{SECRET} may go missing")

    page.get_by_label("There is a high risk").check()
    page.get_by_role("group", name="Is the assessment finished?").get_by_label("Yes").check()
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Report it, and say when")
    sound(page)
    page.get_by_label("What happened, and whose information is it?").fill("A note of another child, seen by two people")
    page.get_by_label("Who saw it or was sent it").fill("Two people, who have been told")
    page.get_by_label("Unlikely").check()
    page.get_by_label("Why do you think so?").fill("It was minutes, and both work with children")
    page.get_by_role("button", name="Write it down").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Written down")
    expect(page.locator("main")).to_contain_text("Assessed")

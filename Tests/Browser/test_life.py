"""A life from coming into care to eighteen, written down through the pages by the people whose work it is.

Assessment, plan, placement, visits, review; a move, which a return brings; looked at again; the pathway to adult life. The
records are asked of the thread at the end, and its picture is taken where THROUGHLINE_PICTURES names a folder.
"""

import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fictional_server import served, sign_in
from pages import axe, close

NUMBER = "910001"
BORN, CAME, MOVED, EIGHTEEN = "15/01/2008", "09/05/2022", "04/09/2023", "15/01/2026"
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
FIRST_HOME = f"{NUMBER},{CAME},S,V2,N1,U6,PR1"
SECOND_HOME = f"{NUMBER},{MOVED},P,V2,N1,U4,PR1"

#: What each year's return tells of where Maya lived.
YEARS = {
    "2022-23": [f"{FIRST_HOME},,,,SV1 4AB,SV3 2DE,"],
    "2023-24": [f"{FIRST_HOME},{MOVED},X1,CREQB,SV1 4AB,SV3 2DE,", f"{SECOND_HOME},,,,SV1 4AB,SV2 1AL,"],
    "2024-25": [f"{SECOND_HOME},,,,SV1 4AB,SV2 1AL,"],
    "2025-26": [f"{SECOND_HOME},{EIGHTEEN},E17,,SV1 4AB,SV2 1AL,"],
}


def year_folder(folder: Path, year: str) -> Path:
    place = folder / "return" / year
    place.mkdir(parents=True)
    (place / "Header.csv").write_text(f"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n{NUMBER},F,{BORN},WBRI,C999000000001,0,\n")
    (place / "Episodes.csv").write_text("\n".join([EPISODES, *YEARS[year]]) + "\n")
    return place


@pytest.fixture(scope="module")
def records(tmp_path_factory, program) -> Path:
    """A made-up authority of one child, as its first return and its staff file have it."""
    folder = tmp_path_factory.mktemp("life")

    def throughline(*arguments: str) -> None:
        subprocess.run([program, *arguments, "--data", str(folder)], check=True, stdout=subprocess.DEVNULL, timeout=300)

    years = {year: year_folder(folder, year) for year in YEARS}
    (folder / "return" / "FICTIONAL").touch()
    (folder / "staff.csv").write_text(
        "code,name,role,team,manager,from,to,agency\n"
        "SW1,Amina Shah,Social worker,Children in care,M1,2022-04-01,,no\n"
        "M1,Ewan Hartley,Team manager,Children in care,,2022-04-01,,no\n"
        "IRO1,Grace Okoro,IRO,Reviewing,,2022-04-01,,no\n")
    (folder / "allocations.csv").write_text(
        f"ssda903_id,worker,role,from,to\n{NUMBER},SW1,social worker,2022-05-09,\n{NUMBER},IRO1,IRO,2022-05-09,\n")
    (folder / "names.csv").write_text(f"ssda903_id,given_names,family_name\n{NUMBER},Maya,Thornfield\n")
    throughline("import", "ssda903", str(years["2022-23"]), "--year", "2022-23")
    throughline("import", "staff", str(folder / "staff.csv"), str(folder / "allocations.csv"))
    throughline("import", "names", str(folder / "names.csv"))
    throughline("user", "fictional")
    return folder


@pytest.fixture(scope="module")
def people(records, program, browser):
    """A page of somebody of a role, who has signed in."""
    os.environ.setdefault("THROUGHLINE_ASSETS", str(Path(__file__).parents[2] / ".assets"))
    with served(program, records) as url:
        rooms = {}

        def page(role: str, width: int = 1280) -> Page:
            if role not in rooms:
                rooms[role] = browser.new_context(viewport={"width": width, "height": 900}, base_url=url)
                sign_in(rooms[role].new_page(), url, program, role)
            return rooms[role].pages[0]

        yield page
        for room in rooms.values():
            close(room)


def put(page: Page, name: str, value: str) -> None:
    """Answers one question, whatever kind it is, by the name of its field."""
    field = page.locator(f"[name='{name}']")
    if "." in name:
        table = page.locator(f"details#{name.split('.')[0]}")
        if table.get_attribute("open") is None:
            table.locator("summary").first.click()
        if field.count() == 0:
            table.get_by_role("button", name="Add another").click()
            expect(field.first).to_be_attached()
    if field.first.get_attribute("type") == "hidden":
        # A row that the form made itself, for what it knows there is.
        assert field.first.input_value() == value, name
    elif field.first.get_attribute("type") in ("radio", "checkbox"):
        page.locator(f"[name='{name}'][value='{value}']").check()
    elif field.first.evaluate("element => element.tagName") == "SELECT":
        field.first.select_option(value)
    else:
        field.first.fill(value)


def write(page: Page, kind: str, day: str, **answers) -> None:
    """Writes a record on its form and signs it. Rows are lists of dictionaries."""
    page.goto(f"/children/{NUMBER}/record/{kind}")
    put(page, "occurred", day)
    for name, value in answers.items():
        if isinstance(value, list):
            for place, row in enumerate(value, 1):
                for column, cell in row.items():
                    put(page, f"{name}.{place}.{column}", cell)
        else:
            put(page, name, value)
            # What the record knew already stands there, and is only asked whether it is still right.
            if page.locator(f"#right-{name}").is_visible():
                page.locator(f"#right-{name}").check()
    page.get_by_role("button", name="Sign", exact=True).click()
    banner = page.locator(".govuk-notification-banner")
    with suppress(AssertionError):
        expect(banner).to_contain_text("Signed", timeout=10_000)
    errors = page.locator(".govuk-error-summary")
    assert errors.count() == 0, f"{kind} of {day}: {errors.inner_text()}"
    expect(banner).to_contain_text("Signed")


def to_join_up(page: Page) -> str:
    page.goto(f"/children/{NUMBER}/thread")
    return page.locator("main").inner_text()


def still_right(page: Page, part: str, because: str) -> None:
    """Signs that a part of what is known and planned is still right, having tried to without naming one."""
    page.get_by_role("link", name=re.compile("^Still right")).first.click()
    page.get_by_label("Why is it still right?").fill(because)
    page.get_by_role("button", name="Sign that it is still right").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Nothing is named: say what is still right")
    expect(page.get_by_label("Why is it still right?")).to_have_value(because)
    assert axe(page).violations_count == 0
    page.get_by_label(part, exact=True).check()
    page.get_by_role("button", name="Sign that it is still right").click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed. The manager sees it.")


def visit(page: Page, day: str, words: str, action: str = "") -> None:
    answers = {
        "purpose": "To see whether the nights are calmer, as the plan says", "seen": "true", "alone": "alone",
        "place": "placement", "childs_words": words, "observations": "At ease; showed me her room and the dog.",
        "bedroom_seen": "seen", "significant": "none", "actions.none": "What is planned is under way",
    }
    if action:
        answers["purpose_actions"] = action
    write(page, "visit", day, **answers)


def test_a_life_is_written_down_from_coming_into_care_to_eighteen(people, records, program):
    worker, manager = people("social_worker"), people("team_manager")

    # Assessed, planned for, and found a home.
    write(
        manager, "assessment_start", "2022-05-10", assessment_type="core", target="2022-06-23",
        target_reason="She needs a plan before the holidays")
    write(
        worker, "assessment", "2022-05-12", assessment_type="core", placement_from="2022-05-09", target="2022-06-23",
        target_reason="She needs a plan before the holidays", history="Three house moves since she was nine.",
        views=[{"what": "I want to stay at my school", "clearly_said": "true"}],
        needs=[
            {"what": "To sleep through the night", "area": "emotional", "evidence": "Her carer and her own words"},
            {"what": "To know her father’s side of the family", "area": "identity"},
        ],
        risks=[{"what": "An adult she met online asks to see her", "level": "high", "known": "true"}],
        what="Nights are hard since she left home.", so_what="Tired children cannot learn.",
        now_what="A night-time plan and safety online.")
    manager.goto("/")
    manager.get_by_role("link", name=re.compile("^Read it, and say what you think")).click()
    expect(manager.locator("#beside")).to_contain_text("Tired children cannot learn")
    write(
        manager, "assessment_approval", "2022-05-13", managers_answer="approved",
        managers_comment="It ties the nights to school. Her father’s side is the open question.")
    write(
        worker, "placement_plan", "2022-05-12", placement_from="2022-05-09", arrangements="Her own room; bed by ten.",
        wishes="She wants the dog upstairs.", family_and_social="Sundays with her grandmother.",
        delegated_authority="Carers agree to school trips and haircuts.", agreement="Mother and Maya agree.")
    assert "This placement has no placement plan" not in to_join_up(worker)
    write(
        worker, "care_plan", "2022-05-16", permanence="long_term_fostering", parallel_plan="Grandmother is assessed.",
        health="Registered with a doctor.", education="Stays at her school.", emotional="A night-time plan.",
        identity="Her father’s family are found.", family_and_social="Sundays with her grandmother.",
        social_presentation="She chooses her clothes.", self_care="She cooks on Fridays.", wishes="To stay at her school.",
        agreement="Mother and Maya agree.",
        outcomes=[
            {
                "what": "She sleeps through", "need": "N1", "baseline": "Two nights a week", "target": "Six nights a week",
                "measure": "Her own count", "measure_by": "2022-09-30",
            }
        ],
        actions=[
            {"what": "Agree a night-time plan", "owner": "Amina Shah", "due": "2022-06-10", "purpose": "Sleep", "addresses": "N1"},
            {"what": "Talk through safety online", "owner": "Amina Shah", "due": "2022-05-27", "purpose": "Safety", "addresses": "R1"},
            {"what": "Find her aunt", "owner": "Amina Shah", "due": "2022-07-29", "purpose": "Family", "addresses": "N2"},
        ])

    # Visited, and reviewed.
    visit(worker, "2022-05-13", "The room is nice. I still hear the stairs.")
    visit(worker, "2022-06-20", "I slept four nights.", action="A1")
    officer = people("iro")
    write(
        officer, "review", "2022-06-01", participation="PN1", spoke_alone="yes", wishes="To stay at her school.",
        risks_considered=[{"item": "R1", "what": "Her telephone is safer; it stays open."}],
        health_considered="Her first health assessment is booked.",
        views_considered=[{"item": "V1", "what": "The plan keeps her school."}],
        views_answered=[{"view": "V1", "done": "She stays at her school", "told": "By me, that day"}],
        chairs_view="The plan fits; her nights are the test of it.",
        decisions=[{"what": "Her aunt is invited to the next review", "owner": "Amina Shah", "due": "2022-08-31"}],
        minutes="Maya chaired the second half.")
    page = to_join_up(worker)
    assert "A need has no action" not in page and "There is no care plan" not in page

    # She moves, as the next return tells, through the page that returns are sent on.
    analyst = people("analyst")
    analyst.goto("/return")
    analyst.locator("input[type=file]").set_input_files(sorted((records / "return/2023-24").iterdir()))
    put(analyst, "year", "2023-24")
    analyst.get_by_role("button", name="Send and check").click()
    analyst.get_by_role("button", name="Import this return").click(timeout=60_000)
    expect(analyst.locator("main")).to_contain_text("Imported", timeout=60_000)
    assert (
        "Moved on 4 September 2023: look again at the assessment, the plan, family time, school and health"
        in to_join_up(worker))

    # Her school is the same: she says so, and the manager sees it.
    still_right(worker, "School", "It is in the next street; Maya walks.")
    page = to_join_up(worker)
    assert "look again at the assessment, the plan, family time and health" in page
    assert "Looked at again, and still right: 1" in page
    manager.goto("/team")
    seen = manager.locator("main").inner_text()
    assert "Still right after the change of 4 September 2023: school" in seen and "Maya walks" in seen

    # Looked at again.
    write(
        worker, "assessment", "2023-09-12", assessment_type="update", placement_from="2023-09-04", target="2023-10-10",
        target_reason="A move asks it soon", history="As before, and a planned move near her school.",
        risks_considered=[{"item": "R1", "what": "No contact for a year"}],
        closed=[{"item": "R1", "because": "He was convicted and she knows what to do"}],
        what="She chose the move.", so_what="It is the first she was asked about.", now_what="Keep what works.",
        **{"needs.none": "Nothing new"})
    write(
        manager, "assessment_approval", "2023-09-13", managers_answer="approved",
        managers_comment="A move that she chose; the plan should say what she gives up by it.")
    write(
        worker, "placement_plan", "2023-09-08", placement_from="2023-09-04", arrangements="The room beside the kitchen.",
        wishes="She wants to stay to 18.", family_and_social="Sundays with her grandmother and aunt.",
        delegated_authority="As before.", agreement="Mother and Maya agree.")
    write(
        worker, "care_plan", "2023-09-20", permanence="long_term_fostering", health="Well.", education="Same school.",
        emotional="Sleeps.", identity="Sees her aunt.", family_and_social="Grandmother and aunt.",
        social_presentation="Her own style.", self_care="Cooks twice a week.", wishes="To stay here to 18.",
        agreement="Mother and Maya agree.",
        progress=[
            {"action": "A1", "state": "done", "on": "2022-06-20", "effect": "She sleeps"},
            {"action": "A2", "state": "done", "on": "2022-05-27", "effect": "She blocks and tells"},
            {"action": "A3", "state": "done", "on": "2022-08-01", "effect": "She sees her aunt monthly"},
        ],
        measurements=[{"outcome": "O1", "value": "Six nights", "change": "better", "on": "2023-09-15"}],
        closed=[{"item": "N1", "because": "She has slept well for half a year"}],
        **{"actions.none": "What was planned is done"})
    page = to_join_up(worker)
    assert "look again at the assessment" not in page, page

    # And on to adult life, in her own words.
    write(
        worker, "pathway_plan", "2024-03-12", wishes="To stay with Ros and train as a nurse.",
        adulthood="Staying put with Ros; a college place; a passport.", health="Registered.", education="College.",
        family_and_social="Grandmother, aunt and Ros.",
        actions=[
            {"what": "Apply for the college place", "owner": "Amina Shah", "due": "2024-05-31", "purpose": "Work", "addresses": "N2"}
        ])
    visit(worker, "2024-03-20", "I got the place.", action="A4")
    for year in ("2024-25", "2025-26"):
        subprocess.run(
            [program, "import", "ssda903", str(records / "return" / year), "--year", year, "--data", str(records)],
            check=True, stdout=subprocess.DEVNULL, timeout=300)

    # The whole of it, in one thread.
    worker.goto(f"/children/{NUMBER}/thread")
    main = worker.locator("main")
    for words in ("To sleep through the night", "She sleeps through", "Agree a night-time plan", "Apply for the college place"):
        expect(main).to_contain_text(words)
    expect(main).to_contain_text("etter")
    assert axe(worker).violations_count == 0
    worker.goto(f"/children/{NUMBER}/plan")
    for words in ("Pathway plan", "Placement plan of the placement from 4 September 2023", "Assessment: update"):
        expect(worker.locator("main")).to_contain_text(words)
    if folder := os.environ.get("THROUGHLINE_PICTURES"):
        worker.goto(f"/children/{NUMBER}/thread")
        for width in (1280, 375):
            worker.set_viewport_size({"width": width, "height": 900})
            worker.screenshot(path=Path(folder) / f"life-thread-{width}.png", full_page=True)

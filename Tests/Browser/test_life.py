"""A life from coming into care to eighteen, written down through the pages by the people whose work it is.

Assessment, plan, placement, visits, review; a move, which a return brings; looked at again; the pathway to adult life, and
what became of it year by year. Each return is sent on its page when its year is over. The thread is asked shortly before
eighteen and after it, and its picture is taken where THROUGHLINE_PICTURES names a folder.
"""

import os
import re
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from fictional_server import served, sign_in
from pages import axe, close, nothing_unsent

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


def unfold(place: Locator) -> None:
    """Opens what a question stands in, from outside in, as a finger does."""
    folded = place.locator("xpath=ancestor-or-self::details[not(@open)]")
    while folded.count():
        folded.first.locator("> summary").click()


def put(page: Page, name: str, value: str) -> None:
    """Answers one question, whatever kind it is, by the name of its field."""
    field = page.locator(f"[name='{name}']")
    if "." in name:
        table = page.locator(f"details#{name.split('.')[0]}")
        unfold(table)
        if field.count() == 0:
            table.get_by_role("button", name="Add another").click()
            expect(field.first).to_be_attached()
    what = field.first.evaluate("element => element.type")
    if what != "hidden":
        unfold(field.first)
    if what == "hidden":
        # A row that the form made itself, for what it knows there is.
        assert field.first.input_value() == value, name
    elif what in ("radio", "checkbox"):
        page.locator(f"[name='{name}'][value='{value}']").check()
    elif what == "select-one":
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


def send_return(page: Page, records: Path, year: str) -> None:
    """Sends the return of a year on its page, and imports it."""
    page.goto("/return")
    page.locator("input[type=file]").set_input_files(sorted((records / "return" / year).iterdir()))
    put(page, "year", year)
    page.get_by_role("button", name="Send and check").click()
    page.get_by_role("button", name="Import this return").click(timeout=60_000)
    expect(page.locator("main")).to_contain_text("Imported", timeout=60_000)


def visit(page: Page, day: str, purpose: str, words: str, action: str = "") -> None:
    answers = {
        "purpose": purpose, "seen": "true", "alone": "alone",
        "place": "placement", "childs_words": words, "observations": "At ease; showed me her room and the dog.",
        "bedroom_seen": "seen", "significant": "none", "actions.none": "What is planned is under way",
    }
    if action:
        answers["purpose_actions"] = action
    write(page, "visit", day, **answers)


def test_a_life_is_written_down_from_coming_into_care_to_eighteen(people, records):
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
            },
            {
                "what": "She knows her aunt and cousins", "need": "N2", "baseline": "A name", "target": "Rings them herself",
                "measure": "What she says of it", "measure_by": "2023-08-31",
            },
        ],
        actions=[
            {"what": "Agree a night-time plan", "owner": "Amina Shah", "due": "2022-06-10", "purpose": "Sleep", "addresses": "N1"},
            {"what": "Talk through safety online", "owner": "Amina Shah", "due": "2022-05-27", "purpose": "Safety", "addresses": "R1"},
            {"what": "Find her aunt", "owner": "Amina Shah", "due": "2022-07-29", "purpose": "Family", "addresses": "N2"},
        ])

    # Visited, and reviewed.
    nights = "To see whether the nights are calmer, as the plan says"
    visit(worker, "2022-05-13", nights, "The room is nice. I still hear the stairs.")
    visit(worker, "2022-06-20", nights, "I slept four nights.", action="A1")
    officer = people("iro")
    write(
        officer, "review", "2022-06-01", participation="PN1", spoke_alone="yes", wishes="To stay at her school.",
        risks_considered=[{"item": "R1", "what": "Her telephone is safer; it stays open."}],
        health_considered="Her first health assessment is booked.",
        views_considered=[{"item": "V1", "what": "The plan keeps her school."}],
        views_answered=[{"view": "V1", "done": "She stays at her school", "told": "By me, that day"}],
        chairs_view="The plan fits; her nights are the test of it.",
        decisions=[
            {"what": "Her aunt is invited to the next review", "owner": "Amina Shah", "due": "2022-08-31", "addresses": "N2"}
        ],
        minutes="Maya chaired the second half.")
    page = to_join_up(worker)
    assert "A need has no action" not in page and "There is no care plan" not in page

    # She moves, as the next return tells, through the page that returns are sent on.
    analyst = people("analyst")
    send_return(analyst, records, "2023-24")
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
        measurements=[
            {"outcome": "O1", "value": "Six nights", "change": "better", "on": "2023-09-15"},
            {"outcome": "O2", "value": "Her aunt, each month", "change": "better", "on": "2023-09-16"},
        ],
        closed=[{"item": "N1", "because": "She has slept well for half a year"}],
        **{"actions.none": "What was planned is done"})
    page = to_join_up(worker)
    assert "look again at the assessment" not in page, page

    # At sixteen it is asked what she will need, and the pathway follows from it, in her own words.
    write(
        worker, "assessment", "2024-03-05", assessment_type="leaving_care", placement_from="2023-09-04",
        target="2024-03-15", target_reason="Within three months of sixteen",
        history="As before; at home with Ros since her move.",
        needs=[
            {"what": "To train as a nurse", "area": "education", "evidence": "Her grades, and what she says of it"},
            {"what": "A home with Ros after eighteen", "area": "adulthood"},
        ],
        risks=[{"what": "She lends money, and then has none for the bus", "level": "medium", "known": "true"}],
        closed=[{"item": "N2", "because": "She knows her aunt and cousins, and rings them herself"}],
        what="She knows what she wants to be.", so_what="What is missing is money sense and a promise of a home.",
        now_what="A course, a home agreed in writing, and a budget.")
    write(
        manager, "assessment_approval", "2024-03-07", managers_answer="approved",
        managers_comment="It rests on what she wants. Ros must know what staying put means for her too.")
    write(
        worker, "pathway_plan", "2024-03-12", wishes="To stay with Ros and train as a nurse.",
        adulthood="Staying put with Ros; a college place; a passport.", health="Registered.", education="College.",
        family_and_social="Grandmother, aunt and Ros.",
        actions=[
            {"what": "Apply for the college place", "owner": "Amina Shah", "due": "2024-05-31", "purpose": "Work", "addresses": "N3"},
            {"what": "Agree in writing that she stays with Ros", "owner": "Amina Shah", "due": "2025-10-31", "purpose": "Home", "addresses": "N4"},
            {"what": "A budget at the table on Fridays", "owner": "Ros Penhale", "due": "2024-09-06", "purpose": "Bus fare", "addresses": "R2"},
        ])
    visit(worker, "2024-03-20", "To hear of the college", "I got the place.", action="A4")

    # Half a year on it is looked at again, one by one; and the review looks at what the last one decided.
    write(
        worker, "pathway_plan", "2024-09-17", wishes="To stay with Ros and be a nurse on a ward for children.",
        adulthood="Staying put with Ros, and a personal adviser from seventeen.", health="Registered.",
        education="Health and social care, first year.", family_and_social="Grandmother, aunt, Ros and her year.",
        progress=[
            {"action": "A4", "state": "done", "on": "2024-03-20", "effect": "She gets up by herself for college"},
            {"action": "A5", "state": "going_on", "on": "2024-09-10"},
            {"action": "A6", "state": "going_on", "on": "2024-09-13"},
        ],
        moved_dates=[{"action": "A6", "due": "2026-03-27", "because": "She asks to keep the Fridays until she is settled"}],
        readiness=[
            {"matter": "study_training_or_work", "ready": "they_have_it"},
            {"matter": "somewhere_to_live", "ready": "working_on_it", "owner": "Amina Shah", "due": "2025-10-31"},
            {"matter": "adult_services", "ready": "not_needed", "because": "No need of hers goes on to them"},
            {"matter": "national_insurance_number", "ready": "they_have_it"},
            {"matter": "bank_account", "ready": "they_have_it"},
            {"matter": "passport_or_settled_status", "ready": "they_have_it"},
            {"matter": "savings", "ready": "working_on_it", "owner": "Amina Shah", "due": "2026-01-14"},
            {"matter": "doctor_and_dentist", "ready": "they_have_it"},
            {"matter": "benefits", "ready": "not_needed", "because": "Her bursary covers the course"},
            {"matter": "people_to_turn_to", "ready": "they_have_it"},
        ],
        outcomes=[
            {
                "what": "She passes her first year", "need": "N3", "baseline": "Begun in September", "target": "Passed",
                "measure": "Her tutor’s report", "measure_by": "2025-07-18",
            }
        ],
        actions=[
            {"what": "Meet her at college after eighteen", "owner": "Jo Adeyemi", "due": "2026-03-13", "purpose": "Home", "addresses": "N4"}
        ])
    write(
        officer, "review", "2024-09-24", participation="PN1", spoke_alone="yes", wishes="To know by summer where she lives.",
        decisions_looked=[{"decision": "D1", "state": "done", "effect": "Her aunt was there, as at each since"}],
        risks_considered=[{"item": "R2", "what": "Fridays help; it stays open."}],
        health_considered="Her assessment of this year is done; eyes next.", adulthood="All ten were gone through.",
        chairs_view="It works. The home after eighteen is what is waited for.",
        decisions=[
            {"what": "Staying put is signed before her birthday", "owner": "Amina Shah", "due": "2025-10-31", "addresses": "N4"}
        ])
    visit(worker, "2025-03-12", "To see how the Fridays go", "I had four pounds left on Thursday.", action="A6")
    send_return(analyst, records, "2024-25")

    # The last year: what she says is answered, what was wanted is measured, and her story is hers.
    write(
        worker, "direct_work", "2025-10-14", aim="What eighteen means to her", tool="A map of who is where",
        childs_words="Ros is in the middle.", effect_on_plan="The plan says so already.",
        views=[{"what": "I want my room to stay my room", "clearly_said": "true"}])
    assert "What the child said was never answered" in to_join_up(worker)
    write(
        officer, "review", "2025-11-05", participation="PN1", spoke_alone="yes", wishes="My room stays my room.",
        decisions_looked=[{"decision": "D2", "state": "done", "effect": "She has it in writing"}],
        progress=[{"action": "A5", "state": "done", "on": "2025-10-30", "effect": "She has stopped asking where she will be"}],
        measurements=[{"outcome": "O3", "value": "Passed, with merit", "change": "better", "on": "2025-07-16"}],
        risks_considered=[{"item": "R2", "what": "She says no to friends now; it stays open until spring."}],
        health_considered="Well; glasses since March.",
        views_considered=[{"item": "V2", "what": "It is in what Ros signed."}],
        views_answered=[{"view": "V2", "done": "Her room is named in the agreement", "told": "By Ros, at the table"}],
        readiness=[{}, {"ready": "they_have_it"}],
        chairs_view="She is ready, and she knows whom to ring.", **{"decisions.none": "What is left is in the pathway plan"})
    write(
        worker, "life_story_chapter", "2025-11-19", subject="How I came to Ros", part_of_life="homes",
        words_for_child="You chose this house yourself, the day you saw the kitchen.", still_unknown="Where the blue bicycle went.",
        sources="Ros, her grandmother, and the record of 2023.", chapter_told="told", told_by="Ros, and Amina beside her",
        told_on="2025-11-16", childs_words="I knew at the kitchen.")
    visit(worker, "2025-12-10", "To see that who meets her after eighteen has met her before", "Jo is all right.", action="A7")
    send_return(analyst, records, "2025-26")

    # Shortly before eighteen nothing is left hanging.
    worker.goto(f"/children/{NUMBER}/thread?as-at=2026-01-09")
    for words in ("Since 9 May 2022", "Nothing in what is recorded here is left hanging"):
        expect(worker.locator("main")).to_contain_text(words)
    expect(worker.locator(".tl-join")).to_have_count(0)

    # After it she is looked after no more, and what is still to be done is not said to be done.
    worker.goto(f"/children/{NUMBER}/thread")
    main = worker.locator("main")
    for words in (
        "Not on 31 March 2026", "Not looked after on 31 March 2026, so nothing is asked.",
        "Meet her at college after eighteen. Jo Adeyemi, by 13 March 2026.",
        "Agree in writing that she stays with Ros. Done on 30 October 2025.", "Better on 16 July 2025: Passed, with merit",
        "Apply for the college place. Done on 20 March 2024.",
        "Ros Penhale, by 27 March 2026. First by 6 September 2024.",
    ):
        expect(main).to_contain_text(words)
    assert main.locator(".tl-strand:not(.tl-strand-closed) h3").all_text_contents() == [
        "Risk (medium): She lends money, and then has none for the bus", "Need: To train as a nurse",
        "Need: A home with Ros after eighteen"]

    # The whole of it, in one thread.
    for words in ("To sleep through the night", "She sleeps through", "Agree a night-time plan", "Apply for the college place"):
        expect(main).to_contain_text(words)
    expect(main).to_contain_text("etter")
    # All of it was signed, but for what the record knew and nobody said again.
    nothing_unsent(worker)
    assert axe(worker).violations_count == 0
    worker.goto(f"/children/{NUMBER}/plan")
    for words in (
        "Pathway plan", "Placement plan of the placement from 4 September 2023", "Assessment: update",
        "Assessment: leaving care",
    ):
        expect(worker.locator("main")).to_contain_text(words)
    if folder := os.environ.get("THROUGHLINE_PICTURES"):
        worker.goto(f"/children/{NUMBER}/thread")
        for width in (1280, 375):
            worker.set_viewport_size({"width": width, "height": 900})
            worker.screenshot(path=Path(folder) / f"life-thread-{width}.png", full_page=True)

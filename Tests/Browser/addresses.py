"""Every page of the site and every state of it that a person can meet, with the role that opens it."""

import base64
import json
import re
import subprocess
import urllib.request
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Page
from pages import close

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "Tests/Fixtures/small-2025-26"


@dataclass(frozen=True)
class Address:
    """A page as somebody opens it."""

    path: str
    #: Who opens it; nobody signed in, where it is None.
    role: str | None
    #: What the server answers with.
    status: int = 200
    #: What is done on the page to bring it to the state meant: a form sent that will not do.
    sent: Callable[[Page], None] | None = None

    def filled(self, names: dict[str, str]) -> "Address":
        """With what `{child}` and the others stand for."""
        return replace(self, path=self.path.format(**names))


class Opened:
    """What was looked at, for the summary."""

    seen: set[str] = set()
    #: What tests measured, a line each.
    told: list[str] = []


# Forms that will not do -----------------------------------------------------------------------------------------------


def press(name: str) -> Callable[[Page], None]:
    def pressed(page: Page) -> None:
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".govuk-error-summary").wait_for()

    return pressed


def no_role(page: Page) -> None:
    page.get_by_label("Email address").fill("rolf@severn-vale.example")
    page.get_by_label("Name", exact=True).fill("Rolf Roleless")
    press("Add")(page)


def no_words(page: Page) -> None:
    page.get_by_label("How many of them are filled on that day?").fill("six")
    page.get_by_label("By which day?").first.fill("ongoing")
    press("Sign the plan")(page)


# The list -------------------------------------------------------------------------------------------------------------

TABS = [
    "thread", "timeline", "chronology", "plan", "placement", "visits", "legal", "reviews", "missing",
    "health", "education", "family-time", "voice", "direct-work", "identity", "adoption", "leaving-care", "people",
]

ADDRESSES = [
    Address("/sign-in", None),
    Address("/sign-in?kept=yes", None),
    Address("/sign-in?signed-out=yes", None),
    Address("/sign-in", None, sent=press("Sign in")),
    Address("/choose-password?code=no-such-code", None, 404),
    Address("/no-such-page", None, 404),
    Address("/no-such-page", "director", 404),
    Address("/sign-out", "director", 405),
    Address("/", "director"),
    Address("/", "social_worker"),
    Address("/", "iro"),
    Address("/", "personal_adviser"),
    Address("/team", "director"),
    Address("/team", "team_manager"),
    Address("/children", "director"),
    Address("/children", "social_worker"),
    Address("/children?q=zzzzqqqq", "director"),
    Address("/children/{child}", "director"),
    *(Address("/children/{with-%s}/%s" % (tab, tab), "director") for tab in TABS),
    Address("/children/{with-thread}/records/{record}", "director"),
    Address("/children/{with-thread}/records/1", "director", 404),
    Address("/children/{with-thread}/review-brief", "iro"),
    Address("/children/{with-thread}/record/review", "iro"),
    Address("/children/{with-thread}/chronology?significant=yes&theme=home&from=2020-01-01", "director"),
    Address("/children/{with-thread}/chronology/copy", "iro"),
    Address("/children/{own}/join?join=no_such_thing", "social_worker"),
    Address("/children/{asked}/join?join=outcome_not_measured&about=O1&answer=not-so", "director"),
    Address("/children/{asked}/join?join=outcome_not_measured&about=O1&answer=later", "director"),
    Address("/children/{asked}/join?join=outcome_not_measured&about=O1&answer=later", "director", sent=press("Put it off")),
    Address("/children/{joined}/join/{answer}", "director"),
    Address("/children/{joined}/join/{answer}", "director", sent=press("Keep what I say")),
    Address("/children/{joined}/thread?answered=not-so", "director"),
    Address("/children/{own}/record", "social_worker"),
    Address("/children/{own}/record/chronology_entry", "social_worker"),
    Address("/children/{own}/record/court_statement", "social_worker"),
    Address("/children/{own}/record/court_statement?drawn=2", "social_worker"),
    *(Address("/children/{own}/record/%s" % kind, "social_worker") for kind in [
        "visit", "care_plan", "siblings", "handover", "taking_over", "placement_request", "copies_given"]),
    *(Address("/children/{own}/record/%s" % kind, "social_worker", sent=press("Sign")) for kind in [
        "siblings", "handover", "placement_request"]),
    Address("/children/{own}/record/review_contribution", "social_worker"),
    *(Address("/children/{own}/record/%s" % kind, "social_worker") for kind in ["keeping_in_touch", "life_story_chapter"]),
    Address("/children/{own}/record/concern_answer", "social_worker"),
    Address("/children/{own}/record/concern_step", "social_worker", 403),
    *(Address("/children/{own}/record/%s" % kind, "team_manager") for kind in ["assessment_start", "assessment_approval"]),
    Address("/children/{with-thread}/record/assessment_audit", "auditor"),
    Address("/children/{with-thread}/record/assessment_audit", "auditor", sent=press("Sign")),
    Address("/children/{with-thread}/record/visit", "auditor", 404),
    Address("/children/{own}/record/assessment_audit", "social_worker", 404),
    Address("/children/{with-thread}/plan", "auditor"),
    Address("/children/{own}/visited-together", "social_worker"),
    Address("/children/{own}/record/visit", "social_worker", sent=press("Sign")),
    Address("/children/{own}/record/review", "social_worker", 404),
    Address("/children/{child}?known-on=1990-01-01", "director"),
    Address("/children/{child}/looked", "director"),
    Address("/children/{child}/emergency", "director"),
    Address("/children/{own}/urgent", "social_worker"),
    Address("/children/{own}/urgent?from=visit", "social_worker"),
    Address("/children/{own}/urgent", "social_worker", sent=press("Tell them now")),
    Address("/children/{own}/urgent?pressed={pressed}", "social_worker"),
    Address("/urgent", "team_manager"),
    Address("/urgent", "out_of_hours"),
    Address("/urgent/0", "director", 404),
    Address("/urgent/{word}", "director"),
    Address("/urgent/{word}", "director", sent=press("Record the action")),
    Address("/children/{own}/record/case_note/wrong-child", "social_worker"),
    Address("/children/{with-thread}/records/{record}/wrong-child", "director"),
    Address("/children/{with-thread}/records/{record}/wrong-child", "director", sent=press("Take it off this child’s record")),
    Address("/children/{own}/taken-off", "social_worker"),
    Address("/children/{own}/documents", "social_worker"),
    Address("/children/{own}/documents", "social_worker", sent=press("Add it")),
    Address("/children/{own}/documents/{document}", "social_worker"),
    Address("/children/{own}/documents/{document}/wrong-child", "social_worker"),
    Address("/wrong-child", "information_governance"),
    Address("/wrong-child", "director", 403),
    Address("/wrong-child/0", "information_governance", 404),
    Address("/wrong-child/{taken}", "information_governance"),
    Address("/wrong-child/{taken}", "information_governance", sent=press("Open it once")),
    Address("/wrong-child/{taken}", "information_governance", sent=press("Move it there")),
    Address("/children/{restricted}", "social_worker", 403),
    Address("/children/{restricted}", "social_worker", 403, sent=press("Open it for one hour")),
    Address("/children/{restricted}/emergency", "out_of_hours", 403),
    Address("/children/{sealed}", "director", 404),
    Address("/children/{sealed}", "information_governance"),
    Address("/restricted", "out_of_hours"),
    Address("/restricted?number=nobody", "social_worker"),
    Address("/opened", "team_manager"),
    Address("/opened", "information_governance"),
    Address("/children/no-such-child", "director", 404),
    Address("/sample", "auditor"),
    Address("/sample", "team_manager"),
    Address("/sample?month=1999-01", "director"),
    Address("/children/{sampled}/sample/{item}", "auditor"),
    Address("/children/{sampled}/sample/{item}", "auditor", sent=press("Keep what I say")),
    Address("/reviewing-service", "director"),
    Address("/reviewing-service", "iro_manager"),
    Address("/reviewing-service/children?officer=all", "director"),
    Address("/reviewing-service/children?officer=nobody", "director", 404),
    Address("/reviewing-service/versions", "director"),
    Address("/reviewing-service/plan", "iro_manager"),
    Address("/reviewing-service/plan", "iro_manager", sent=no_words),
    Address("/reviewing-service/report", "director"),
    Address("/reviewing-service/report", "iro_manager", sent=press("Write it down")),
    Address("/audits", "auditor"),
    Address("/audits", "team_manager"),
    Address("/audits?list=all", "director"),
    Address("/audits?grade=excellent", "auditor", 404),
    Address("/figures", "director"),
    Address("/joins", "director"),
    Address("/figures?by=team", "director"),
    Address("/figures/{figure}", "director"),
    Address("/figures/{figure}/children", "director"),
    Address("/return", "analyst"),
    Address("/return", "analyst", sent=press("Send and check")),
    Address("/return/{job}", "analyst"),
    Address("/return/no-such-job", "analyst", 404),
    Address("/administration", "administrator"),
    Address("/administration/people", "administrator"),
    Address("/administration/people", "administrator", sent=no_role),
    Address("/administration/people/{account}", "administrator"),
    Address("/administration/staff", "administrator"),
    Address("/administration/forms", "administrator"),
    Address("/administration/forms/visit", "administrator"),
    Address("/administration/forms/care_plan?width=phone", "administrator"),
    Address("/administration/forms/no-such-form", "administrator", 404),
    Address("/administration/forms/visit/file", "administrator"),
    Address("/administration/jobs", "administrator"),
    Address("/administration/log", "information_governance"),
    Address("/administration", "social_worker", 403),
    *(Address("/help", role) for role in ["social_worker", "out_of_hours"]),
    Address("/profile", "social_worker"),
    Address("/profile", "director"),
]

# Addresses that answer with something other than a page, and those whose pages the journeys open.
NO_PAGES = {
    "/assets/:name", "/health/live", "/health/ready", "/exports/children", "/figures/:id/children.csv",
    "/children/:id/documents/:document/file", "/figures/:id/children.xlsx", "/return/:job/progress", "/return/:job/state", "/return/:job/findings",
}
IN_JOURNEYS = {"/second-factor", "/carry-on", "/children/:id/copies/:copy", "/children/:id/records/:record/copy"}


def routes() -> set[str]:
    """The addresses that the code answers, as its router has them."""
    found = set()
    for file in sorted((ROOT / "Sources/Website").rglob("*.swift")):
        text = file.read_text()
        found |= set(re.findall(r'\.get\(\s*"([^"]+)",', text))
    found |= {"/children/:id"} | {f"/children/:id/{tab}" for tab in TABS}
    return found


def as_router(path: str) -> str:
    """`/children/{with-legal}/legal?x=1` as the router has it: `/children/:id/legal`."""
    path = path.split("?")[0]
    path = path.replace("{job}", ":job").replace("{account}", ":account").replace("{record}", ":record").replace("{word}", ":word").replace("{answer}", ":answer").replace("{document}", ":document").replace("{item}", ":record").replace("/urgent/0", "/urgent/:word").replace("{taken}", ":record").replace("/wrong-child/0", "/wrong-child/:record").replace("no-such-child", ":id")
    path = re.sub(r"/(record|forms)/[a-z_-]+(/wrong-child|/file)?$", r"/\1/:kind\2", path)
    return re.sub(r"\{(child|own|asked|joined|sampled|figure|restricted|sealed|with-[a-z-]+)\}", ":id", path)


# What the names stand for ---------------------------------------------------------------------------------------------


def protected(data: Path, program: str) -> dict[str, str]:
    """The record that is restricted and the one that is sealed."""
    told = subprocess.run(
        [program, "protect", "list", "--data", str(data), "--format", "json"],
        check=True, capture_output=True, timeout=60)
    found = {line["state"].split(":")[0]: line["id"] for line in json.loads(told.stdout)}
    assert set(found) == {"restricted", "sealed"}, found
    return found


def joins(data: Path, program: str) -> dict[str, str]:
    """A child with something that anybody may answer, and one of whom something is said not to be so, with the answer."""

    def told(*arguments: str, exits: int = 0) -> list | dict:
        done = subprocess.run(
            [program, *arguments, "--data", str(data), "--format", "json"], capture_output=True, timeout=60)
        assert done.returncode == exits, done.stderr
        return json.loads(done.stdout)

    def first(kind: str) -> dict:
        return told("breaks", "--break", kind, exits=1)[0]

    joined = first("child_not_told_why")["child"]
    answer = told(
        "answer", joined, "--break", "child_not_told_why", "--not-so", "--because", "Her sister told her, with us",
        "--on-behalf-of", "Ann Worker", "--command-id", "an answer")
    # Somebody's to read: the auditor closed none of it.
    [sampled, *_] = [item for item in told("sample", exits=1)["items"] if item["reading"] is None]
    return {"sampled": sampled["child"], "item": str(sampled["event"]), "asked": first("outcome_not_measured")["child"], "joined": joined, "answer": str(answer["event"])}


def pressed(rooms, site: str, child: str) -> str:
    """What one press told of a child, by its number: nothing has been said of it yet."""
    page = rooms("social_worker").new_page()
    page.goto(f"{site}/children/{child}/urgent")
    page.get_by_role("button", name="Tell them at once, in one press").click()
    page.get_by_role("button", name="Take it back").wait_for()
    address = page.url
    close(page)
    return address.split("pressed=")[1].split("&")[0]


def urgent_word(rooms, site: str, child: str) -> str:
    """Something said urgently of a child, by its number."""
    page = rooms("social_worker").new_page()
    page.goto(f"{site}/children/{child}/urgent")
    page.get_by_label("What has happened, or may happen?").fill("He says that he will not go back tonight.")
    page.get_by_role("button", name="Tell them now").click()
    page.locator(".govuk-notification-banner").wait_for()
    close(page)
    page = rooms("director").new_page()
    page.goto(f"{site}/children/{child}/urgent")
    link = page.get_by_role("link", name="Read it and answer").first.get_attribute("href")
    close(page)
    return link.rsplit("/", 1)[1]


def taken_off(data: Path, program: str, child: str) -> str:
    """A case note that was signed on a child whom it is not about, by its number."""

    def run(*asked: str, told: str | None = None) -> str:
        return subprocess.run(
            [program, *asked, "--data", str(data)], input=told, text=True, check=True, capture_output=True, timeout=120
        ).stdout

    run("record", "-", told=json.dumps(case_note(child, "A call about somebody else")))
    shown = json.loads(run("journal", "show", "--child", child, "--format", "json"))
    record = max(line["seq"] for line in shown if "signed" in line["event"])
    run("protect", "wrong-record", child, str(record), "--words", "It is her cousin’s")
    return str(record)


#: One grey dot, as a PNG.
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")


def picture(rooms, site: str, child: str, title: str = "Drawing of the dog") -> str:
    """A picture that was added to a child's documents, by its number."""
    page = rooms("social_worker").new_page()
    page.goto(f"{site}/children/{child}/documents")
    page.get_by_label("What is it?").fill(title)
    page.get_by_label("Which day is it of?").fill("2026-03-30")
    page.get_by_label("File", exact=True).set_input_files({"name": "dog.png", "mimeType": "image/png", "buffer": DOT})
    page.get_by_role("button", name="Add it").click()
    page.locator(".govuk-notification-banner").wait_for()
    number = page.url.split("?")[0].rsplit("/", 1)[1]
    close(page)
    return number


def case_note(child: str, subject: str) -> dict:
    """A case note as a line that `record` signs."""
    return {
        "command_id": uuid.uuid4().hex, "child": child, "kind": "case_note", "occurred": "2026-03-30",
        "answers": {"subject": subject, "observations": f"{subject}, said twice.", "significant": "none"},
    }


def named(site: str, cookie, rooms, data: Path, program: str) -> dict[str, str]:
    """Finds a child for each part of a record, a figure with a list, an account, and a return that was read."""

    def read(path: str, role: str = "director") -> str:
        asked = urllib.request.Request(site + path, headers={"Cookie": cookie(role)})
        return urllib.request.urlopen(asked, timeout=60).read().decode()

    children = list(dict.fromkeys(re.findall(r'href="/children/([^"/?#]+)"', read("/") + read("/children"))))
    names = {"child": children[0]}
    wanted = set(TABS)
    for child in children:
        if not wanted:
            break
        page = read(f"/children/{child}")
        for tab in sorted(wanted):
            if f'href="/children/{child}/{tab}"' in page:
                names[f"with-{tab}"] = child
                wanted.discard(tab)
    assert not wanted, f"no child's record has {wanted}"
    names["own"] = re.findall(r'href="/children/([^"/?#]+)"', read("/", "social_worker"))[0]
    thread = read(f"/children/{names['with-thread']}/thread")
    names["record"] = re.findall(r'/records/([0-9]+)"', thread)[0]
    people = read("/administration/people", "administrator")
    names["figure"] = re.findall(r'href="/figures/([^"/?#]+)/children', read("/figures"))[0]
    names["account"] = re.findall(r'href="/administration/people/([^"/?#]+)"', people)[0]
    names["pressed"] = pressed(rooms, site, names["own"])
    names["word"] = urgent_word(rooms, site, names["own"])
    names["document"] = picture(rooms, site, names["own"])
    names["taken"] = taken_off(data, program, names["own"])
    names |= protected(data, program) | joins(data, program)
    page = rooms("analyst").new_page()
    send(page, site)
    page.get_by_role("button", name="Import this return").wait_for(timeout=60_000)
    names["job"] = page.url.rsplit("/", 1)[1].split("?")[0]
    close(page)
    return names


def send(page: Page, site: str, folder: Path = SMALL) -> None:
    """Sends a return to be read: the small one, where no other is named."""
    page.goto(site + "/return")
    page.get_by_label("Files of the return").set_input_files(sorted(folder.glob("*.csv")))
    page.get_by_label("Collection year").select_option("2025-26")
    page.get_by_role("button", name="Send and check").click()
    page.wait_for_url("**/return/*")

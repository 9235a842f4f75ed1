"""One server of fictional records and one Chromium for all the tests of the pages; somebody signed in for each role."""

import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from fictional_server import fictional_server, sign_in  # noqa: E402

PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))
# Root's Chromium has no sandbox to run in.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
# Who opens a page where a test does not say: the director sees every child and most places.
USUAL = "director"


@pytest.fixture(scope="session")
def site():
    """The address of the server."""
    os.environ.setdefault("THROUGHLINE_ASSETS", str(ROOT / ".assets"))
    os.environ.setdefault("THROUGHLINE_LISTS", str(ROOT / ".lists"))
    with fictional_server(PROGRAM) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(site, browser: Browser):
    """The cookies of a role, who signs in once; for `browser.new_context(storage_state=…)`."""
    kept = {}

    def signed_in(role: str = USUAL) -> dict:
        if role not in kept:
            context = browser.new_context()
            sign_in(context.new_page(), site, PROGRAM, role)
            kept[role] = context.storage_state()
            context.close()
        return kept[role]

    return signed_in


@pytest.fixture(scope="session")
def cookie(signed_in):
    """The same as a header, for what asks without a browser."""

    def cookie(role: str = USUAL) -> str:
        return "; ".join(f"{each['name']}={each['value']}" for each in signed_in(role)["cookies"])

    return cookie


@pytest.fixture
def open_page(site, browser: Browser, signed_in):
    """Opens a page of the site as somebody of a role (nobody, where it is None), at a width, with scripts or without."""
    contexts = []

    def open_page(path: str, width: int = 1280, scripts: bool = True, role: str | None = USUAL) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            storage_state=signed_in(role) if role else None,
        )
        contexts.append(context)
        page = context.new_page()
        response = page.goto(site + path)
        assert response is not None and response.status == 200
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def child_paths(site, browser: Browser, signed_in) -> list[str]:
    """The pages of the first, the middle and the last child of the home page."""
    context = browser.new_context(storage_state=signed_in())
    page = context.new_page()
    page.goto(site + "/")
    links = page.locator("main a[href^='/children/']").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    context.close()
    children = list(dict.fromkeys(link.split("#")[0].split("?")[0] for link in links))
    assert children, "the home page leads to no child"
    return list(dict.fromkeys([children[0], children[len(children) // 2], children[-1]]))


PLACES = {
    "home": "/", "team": "/team", "profile": "/profile", "sign in": "/sign-in?kept=yes",
    "figures": "/figures", "figures by team": "/figures?by=team",
    "a figure": "/figures/K18", "a figure not on the day": "/figures/K35?as-at=2025-12-01",
    "a figure of which nothing is known": "/figures/K53b", "a figure's children": "/figures/K38/children",
    "children": "/children", "search": "/children?find=ada", "nobody found": "/children?find=zzqxj",
    "filtered": "/children?age=10&now=overdue&column=iro&column=since&sort=-age", "no such day": "/children?as-at=x",
}
CHILD_TABS = ["", "/timeline", "/placement", "/legal", "/people"]


@pytest.fixture(params=[*PLACES, *(f"first child{tab}" for tab in CHILD_TABS), "middle child", "last child"])
def path(request, child_paths) -> str:
    """Each page in turn."""
    if request.param in PLACES:
        return PLACES[request.param]
    if request.param.startswith("first child"):
        return child_paths[0] + request.param.removeprefix("first child")
    return child_paths[-1 if request.param == "last child" else len(child_paths) // 2]

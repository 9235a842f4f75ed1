"""One server of fictional records and one Chromium for the tests of the pages; somebody signed in for each role.

With several workers each has its own of all of these. A page goes to one of them with every test that looks at it, and so
does a file of other tests: they share what is slow to make.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
sys.path.insert(0, str(Path(__file__).parent))
from addresses import ADDRESSES, Address, Opened, named  # noqa: E402
from fictional_server import fictional_server, sign_in  # noqa: E402
from pages import close, without_draft  # noqa: E402

PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))
# Root's Chromium has no sandbox to run in.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
# Who opens a page where a test does not say: the director sees every child and most places.
USUAL = "director"


@pytest.fixture(scope="session")
def data(tmp_path_factory) -> Path:
    """The folder of the server's records."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def site(data):
    """The address of the server."""
    os.environ.setdefault("THROUGHLINE_ASSETS", str(ROOT / ".assets"))
    os.environ.setdefault("THROUGHLINE_LISTS", str(ROOT / ".lists"))
    os.environ.setdefault("THROUGHLINE_PRINTING_CHROMIUM", "/usr/bin/chromium")
    with fictional_server(PROGRAM, folder=data) as url:
        yield url


@pytest.fixture(scope="session")
def program() -> str:
    return PROGRAM


@pytest.fixture(scope="session")
def write_down(data, program):
    """Signs a record as another program would, while the server runs."""

    def write_down(line: dict) -> None:
        subprocess.run(
            [program, "record", "-", "--data", str(data)], input=json.dumps(line), text=True, check=True,
            capture_output=True, timeout=120)

    return write_down


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
            close(context)
        return kept[role]

    return signed_in


@pytest.fixture(scope="session")
def cookie(signed_in):
    """The same as a header, for what asks without a browser."""

    def cookie(role: str | None = USUAL) -> str:
        return "; ".join(f"{each['name']}={each['value']}" for each in signed_in(role)["cookies"]) if role else ""

    return cookie


@pytest.fixture(scope="session")
def rooms(browser: Browser, signed_in):
    """A browser's context for a role, a width and whatever else is asked of it; the same one when asked again."""
    kept = {}

    def room(role: str | None, width: int = 1280, **asked):
        key = (role, width, *sorted(asked.items()))
        if key not in kept:
            kept[key] = browser.new_context(
                viewport={"width": width, "height": 900}, storage_state=signed_in(role) if role else None, **asked)
        return kept[key]

    yield room
    for context in kept.values():
        close(context)


@pytest.fixture
def open_page(site, rooms):
    """Opens a page of the site as somebody of a role (nobody, where it is None), at a width, with scripts or without."""
    pages = []

    def open_page(
        path: str, width: int = 1280, scripts: bool = True, role: str | None = USUAL, status: int = 200, **asked
    ) -> Page:
        page = rooms(role, width, java_script_enabled=scripts, **asked).new_page()
        pages.append(page)
        response = page.goto(site + path)
        assert response is not None and response.status == status, (path, response and response.status)
        return page

    yield open_page
    for page in pages:
        close(page)


@pytest.fixture
def already(rooms, site):
    """A new page of somebody of a role, who is signed in."""
    pages = []

    def already(role: str, path: str, width: int = 1280, **asked) -> Page:
        page = rooms(role, width, **asked).new_page()
        pages.append(page)
        page.goto(site + path)
        return page

    yield already
    for page in pages:
        close(page)


@pytest.fixture
def telephone(already):
    """The same on a telephone."""

    def telephone(role: str, path: str, width: int = 375, **asked) -> Page:
        return already(role, path, width, **asked)

    return telephone


@pytest.fixture(params=[375, 1280])
def wide(request, rooms) -> Page:
    """An empty page of a social worker, at a telephone's and at a desk's width."""
    page = rooms("social_worker", request.param).new_page()
    yield page
    close(page)


@pytest.fixture
def visit_page(rooms, site, names):
    """The page of a visit of a child of the worker's own, on a telephone; no draft is left behind."""
    pages = []

    def visit_page(**asked) -> Page:
        page = rooms("social_worker", 375, **asked).new_page()
        pages.append(page)
        page.goto(f"{site}/children/{names['own']}/record/visit")
        return page

    yield visit_page
    without_draft(visit_page())
    for page in pages:
        close(page)


@pytest.fixture(scope="session")
def child_paths(site, browser: Browser, signed_in) -> list[str]:
    """The pages of the first, the middle and the last child of the home page."""
    context = browser.new_context(storage_state=signed_in())
    page = context.new_page()
    page.goto(site + "/")
    links = page.locator("main a[href^='/children/']").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    close(context)
    children = list(dict.fromkeys(link.split("#")[0].split("?")[0] for link in links))
    assert children, "the home page leads to no child"
    return list(dict.fromkeys([children[0], children[len(children) // 2], children[-1]]))


@pytest.fixture(scope="session")
def names(site, browser, cookie, rooms, data, program) -> dict[str, str]:
    """What stands for `{child}`, `{job}` and the others in an address."""
    return named(site, cookie, rooms, data, program)


@pytest.fixture(scope="session", params=ADDRESSES, ids=lambda each: f"{each.path} as {each.role or 'nobody'}")
def address(request, names) -> Address:
    """Each page and state in turn."""
    return request.param.filled(names)


@pytest.fixture(scope="session")
def shown(address, site, rooms) -> Page:
    """The page in turn, in its state, for the tests that look and do not touch: opened once for them all."""
    page = rooms(address.role, java_script_enabled=True).new_page()
    response = page.goto(site + address.path)
    assert response is not None and response.status == address.status, (address.path, response and response.status)
    if address.sent:
        address.sent(page)
    yield page
    close(page)


@pytest.fixture
def open_it(address, open_page):
    """Opens the page in turn, and brings it to its state."""

    def open_it(width: int = 1280, scripts: bool = True, **asked) -> Page:
        page = open_page(address.path, width, scripts, address.role, address.status, **asked)
        if address.sent:
            address.sent(page)
        return page

    return open_it


@pytest.fixture
def tell():
    """Keeps a line of what a test measured for the summary, whoever runs it."""
    return Opened.told.append


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Says what goes to one worker together, before anything asks for it."""
    pages = {id(each): f"page {place}" for place, each in enumerate(ADDRESSES)}
    for item in items:
        looked_at = item.callspec.params.get("address") if hasattr(item, "callspec") else None
        item.add_marker(pytest.mark.xdist_group(pages.get(id(looked_at), item.path.name)))


def pytest_sessionfinish(session):
    """A worker hands over what it looked at and measured."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput |= {"seen": sorted(Opened.seen), "told": Opened.told}


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Nothing comes from a worker that was killed."""
    output = getattr(node, "workeroutput", {})
    Opened.seen.update(output.get("seen", []))
    Opened.told.extend(output.get("told", []))


def pytest_terminal_summary(terminalreporter):
    """Says which pages and states were looked at, so that nobody need guess what a pass is worth; and what was measured."""
    if Opened.told:
        terminalreporter.section("measured")
        for line in Opened.told:
            terminalreporter.write_line(line)
    if not Opened.seen:
        return
    terminalreporter.section(f"{len(Opened.seen)} pages and states, each in axe at 1280 and 375 px")
    for line in sorted(Opened.seen):
        terminalreporter.write_line(line)

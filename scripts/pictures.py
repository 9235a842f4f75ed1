"""Takes the pictures of the documentation, from a server of fictional records.

Each screen is seen as by somebody whose it is, at the width of a desk and of a phone: the top of its page.

pictures.py OUT
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from fictional_server import fictional_server, sign_in

PROGRAM = os.environ.get("THROUGHLINE_BIN", ".build/release/throughline")
# Root's Chromium has no sandbox to run in.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
WIDTHS = [(1280, 850), (375, 900)]

# Name of the picture, who sees it, where. `{child}` is the first child of the director's My work, `{own}` of the
# social worker's, `{told}` one of whom there is a story.
SCREENS = [
    ("sign-in", None, "/sign-in"),
    ("home", "social_worker", "/"),
    ("child", "director", "/children/{child}"),
    ("timeline", "director", "/children/{child}/timeline"),
    ("thread", "director", "/children/{told}/thread"),
    ("record", "social_worker", "/children/{own}/record/visit"),
    ("urgent", "social_worker", "/children/{own}/urgent?from=visit"),
    ("emergency", "director", "/children/{child}/emergency"),
    ("opened", "team_manager", "/opened"),
    ("placement", "director", "/children/{child}/placement"),
    ("children", "director", "/children"),
    ("team", "team_manager", "/team"),
    ("figures", "director", "/figures"),
    ("figure", "director", "/figures/K18"),
    ("return", "analyst", "/return"),
    ("report", "analyst", "{report}"),
    ("administration", "administrator", "/administration"),
    ("people", "administrator", "/administration/people"),
    ("help", "social_worker", "/help"),
]


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        records = Path(folder)
        with fictional_server(PROGRAM, children=600, years=8, folder=records) as url:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            signed_in = {role: enter(browser, url, role) for role in dict.fromkeys(role for _, role, _ in SCREENS)}
            names = {
                "child": first_child(browser, url, signed_in["director"]),
                "own": first_child(browser, url, signed_in["social_worker"]), "told": told(records),
            }
            for name, role, path in SCREENS:
                # Not before its turn: the picture of Return would show when the return was sent.
                if name == "report":
                    names["report"] = report(browser, url, signed_in["analyst"], records / "return")
                for width, height in WIDTHS:
                    page = browser.new_page(
                        viewport={"width": width, "height": height}, device_scale_factor=1, locale="en-GB",
                        storage_state=signed_in[role])
                    page.goto(url + path.format(**names))
                    settle(page)
                    page.screenshot(path=out / f"{name}-{width}.png")
                    page.close()
            browser.close()


def enter(browser: Browser, url: str, role: str | None):
    """The cookies of somebody of a role; nobody's, where it is None."""
    if role is None:
        return None
    page = browser.new_page()
    sign_in(page, url, PROGRAM, role)
    state = page.context.storage_state()
    page.close()
    return state


def first_child(browser: Browser, url: str, state) -> str:
    page = browser.new_page(storage_state=state)
    page.goto(url + "/")
    link = page.locator("main a[href^='/children/']").first.get_attribute("href")
    page.close()
    return re.split("[/?#]", link)[2]


def told(records: Path) -> str:
    """A child of whom something should be joined up."""
    found = subprocess.run(
        [PROGRAM, "breaks", "--data", str(records), "--format", "json"], capture_output=True, timeout=120)
    return json.loads(found.stdout)[0]["child"]


def report(browser: Browser, url: str, state, returns: Path) -> str:
    """Sends the last year's return again, and gives the page of its report."""
    last = max(folder for folder in returns.iterdir() if folder.is_dir())
    page = browser.new_page(storage_state=state)
    page.goto(url + "/return")
    page.get_by_label("Files of the return").set_input_files(sorted(last.glob("*.csv")))
    page.get_by_label("Collection year").select_option(last.name)
    page.get_by_role("button", name="Send and check").click()
    page.get_by_role("button", name="Import this return").wait_for(timeout=120_000)
    path = page.url.removeprefix(url)
    page.close()
    return path


def settle(page: Page) -> None:
    """Loads a page again for as long as it says that its charts are still being worked out."""
    for _ in range(60):
        if not page.get_by_text("charts are being worked out").count():
            return
        page.wait_for_timeout(1_000)
        page.reload()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

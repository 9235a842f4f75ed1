"""Takes the pictures of the documentation, from a server of fictional records.

pictures.py OUT
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from fictional_server import fictional_server, sign_in

PROGRAM = os.environ.get("THROUGHLINE_BIN", ".build/release/throughline")
# Root's Chromium has no sandbox to run in.
ARGUMENTS = ["--no-sandbox"] if os.geteuid() == 0 else []
TALLEST = 2_400
PLACES = {"children": "/children", "search": "/children?find=shevaun"}


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    with fictional_server(PROGRAM, children=600, years=8) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        page = browser.new_page()
        sign_in(page, url, PROGRAM, "director")
        director = page.context.storage_state()
        page.close()
        for width, height in [(1280, 1000), (375, 900)]:
            page = browser.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=1, storage_state=director
            )
            page.goto(url + "/")
            page.screenshot(path=out / f"home-{width}.png")
            page.locator("main a[href^='/children/']").first.click()
            tall = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(max(tall, height), TALLEST)})
            page.screenshot(path=out / f"child-{width}.png")
            for name, path in PLACES.items():
                page.goto(url + path)
                page.screenshot(path=out / f"{name}-{width}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

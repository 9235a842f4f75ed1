"""What tests of many pages do with one."""

import re
from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Page, expect


#: Axe itself, read once.
AXE = Axe()


def axe(page: Page, tags: list[str] | None = None):
    """What axe finds on a page, by all its rules or by those of some tags. What it passes is not spelt out: that is most of
    what it would send, and nobody reads it."""
    rules = {"runOnly": {"type": "tag", "values": tags}} if tags else {}
    return AXE.run(page, options={"resultTypes": ["violations"], **rules})


def sound(page: Page) -> None:
    """Nothing runs over the edge of the screen, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert axe(page).violations_count == 0, page.url


def storied(page: Page, site: str) -> str:
    """Opens the chronology of a child of theirs that has a story, and says which child it is."""
    page.goto(site + "/children")
    for child in dict.fromkeys(re.findall(r'href="/children/([^"/?#]+)"', page.content())):
        page.goto(f"{site}/children/{child}/chronology")
        if page.get_by_text("From the assessment").count():
            return child
    pytest.fail("no child of this worker has a story")


def without_draft(page: Page) -> None:
    """A record's page with nothing of an earlier draft in it."""
    address = page.url
    if page.get_by_role("button", name="Throw this draft away").count():
        page.get_by_role("button", name="Throw this draft away").click()
        page.goto(address)


#: What lies locked on a device, as it lies there.
UNSENT = """new Promise((resolve, reject) => {
  const asked = indexedDB.open('throughline', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('unsent', { keyPath: 'id' });
  asked.onerror = () => reject(asked.error);
  asked.onsuccess = () => {
    const texts = asked.result.transaction('unsent').objectStore('unsent').getAll();
    texts.onsuccess = () => resolve(texts.result.map(text => ({
      ...text, vector: [...text.vector], locked: new TextDecoder('latin1').decode(text.locked) })));
  };
})"""


def on_the_device(page: Page) -> list[dict]:
    return page.evaluate(UNSENT)


def nothing_unsent(page: Page) -> None:
    """Nothing that was typed on the device is left there, nor called unsent."""
    for _ in range(20):
        if not on_the_device(page):
            break
        page.wait_for_timeout(250)
    assert on_the_device(page) == [], page.url
    expect(page.get_by_role("region", name="Not sent")).to_have_count(0)


def blank(page: Page, site: str, child: str, kind: str) -> None:
    """Opens a kind of record of a child, empty."""
    page.goto(f"{site}/children/{child}/record/{kind}")
    without_draft(page)


def close(room: Page | BrowserContext) -> None:
    """Closes a page, or every page of a context and the context: each is brought to rest first, and none is waited for.

    Chromium may never say that a page is closed that was just leaving; a test is not about that.
    """
    if isinstance(room, BrowserContext):
        for page in room.pages:
            close(page)
        room.close()
    elif not room.is_closed():
        # It may be gone by the time it is asked to go.
        with suppress(Error):
            room.goto("about:blank", timeout=10_000)
            room.close(run_before_unload=True)

"""What tests do with a page that is no journey."""

from contextlib import suppress

from playwright.sync_api import Error, Page


def close(page: Page) -> None:
    """Closes a page that has come to rest: Chromium may never close one that is just leaving."""
    if page.is_closed():
        return
    with suppress(Error):
        page.goto("about:blank", timeout=10_000)
    page.close()

"""What tests do with a page that is no journey."""

from contextlib import suppress

from playwright.sync_api import BrowserContext, Error, Page


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

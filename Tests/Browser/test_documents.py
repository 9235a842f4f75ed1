"""Documents: added on a telephone, looked at, taken away, and moved off the wrong child."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from addresses import DOT, picture
from pages import close


@pytest.fixture
def page(rooms, site, names):
    page = rooms("social_worker", 375).new_page()
    page.goto(f"{site}/children/{names['own']}")
    yield page
    close(page)


def sound(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert Axe().run(page).violations_count == 0, page.url


def add(page: Page, title: str, name: str, content: bytes) -> None:
    page.get_by_label("What is it?").fill(title)
    page.get_by_label("Which day is it of?").fill("2026-03-30")
    page.get_by_label("File", exact=True).set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    page.get_by_role("button", name="Add it").click()


def test_a_picture_is_added_and_looked_at_and_a_web_page_is_not(page):
    page.get_by_role("link", name="Documents").click()
    add(page, "A page called a picture", "dog.png", b"<html><script>alert(1)</script>")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Print it to PDF and send that")
    expect(page.get_by_label("What is it?")).to_have_value("A page called a picture")
    sound(page)
    add(page, "Drawing of her room", "room.txt", DOT)
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Added")
    expect(page.locator("main")).to_contain_text("picture, 1 KB, not scanned for viruses")
    image = page.get_by_role("img", name="Drawing of her room")
    assert image.evaluate("image => image.complete && image.naturalWidth") == 1
    sound(page)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take a copy").click()
    assert taken.value.suggested_filename == "document-2026-03-30.png"
    with open(taken.value.path(), "rb") as file:
        assert file.read() == DOT


def test_one_on_the_wrong_child_is_gone(page, rooms, site, names):
    number = picture(rooms, site, names["own"], "Marigold’s school report")
    address = f"{site}/children/{names['own']}/documents/{number}"
    page.goto(address)
    page.get_by_role("link", name="This is on the wrong child").click()
    page.get_by_label("I do not know, or the child is not in this list").check()
    sound(page)
    page.get_by_role("button", name="Take it off this child’s record").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happens now")
    page.goto(f"{site}/children/{names['own']}/documents")
    expect(page.locator("main")).not_to_contain_text("Marigold")
    assert page.goto(address).status == 404
    assert page.goto(address + "/file").status == 404

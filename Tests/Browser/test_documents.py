"""Documents: added on a telephone, looked at, taken away, asked for by a form, and moved off the wrong child."""

import pytest
from playwright.sync_api import Page, expect

from addresses import DOT, picture
from pages import axe, close


@pytest.fixture
def page(rooms, site, names):
    page = rooms("social_worker", 375).new_page()
    page.goto(f"{site}/children/{names['own']}")
    yield page
    close(page)


def sound(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    assert axe(page).violations_count == 0, page.url


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
        page.get_by_role("link", name="Open on this device").click()
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


@pytest.mark.parametrize("scripts", [True, False])
def test_a_form_that_asks_for_a_file_gets_it_with_the_draft_kept(rooms, site, names, scripts):
    page = rooms("social_worker", 375, java_script_enabled=scripts).new_page()
    page.goto(f"{site}/children/{names['own']}/record/health_assessment")
    page.get_by_label("Which day is it about?").fill("2026-03-30")
    page.get_by_label("What did the assessment find?").fill("Glasses, and a dentist soon.")
    page.get_by_label("When was the request sent, with consent?").fill("2026-03-01")
    page.get_by_role("button", name="Add a document").click()
    expect(page.locator(".govuk-inset-text")).to_contain_text("The report itself")
    title = f"Report of the day, {'with' if scripts else 'without'} scripts"
    add(page, title, "report.png", DOT + (b"1" if scripts else b"2"))
    expect(page.get_by_label("What did the assessment find?")).to_have_value("Glasses, and a dentist soon.")
    asked = page.get_by_label("The report itself (optional)")
    expect(asked.locator("option:checked")).to_contain_text(title)
    if scripts:
        sound(page)
    page.get_by_role("button", name="Sign", exact=True).click()
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("img", name=title)).to_be_visible()
    expect(page.locator("main")).to_contain_text("Health")
    close(page)


def test_a_signed_record_is_kept_as_a_tagged_pdf(rooms, site, names):
    page = rooms("director").new_page()
    page.goto(f"{site}/children/{names['with-thread']}/records/{names['record']}")
    heading = page.get_by_role("heading", level=1).inner_text()
    with page.expect_download(timeout=60_000) as taken:
        page.get_by_role("link", name="Keep this page as a PDF").click()
    with open(taken.value.path(), "rb") as file:
        pdf = file.read()
    assert pdf.startswith(b"%PDF-") and b"/MarkInfo" in pdf and b"/StructTreeRoot" in pdf and b"/Lang" in pdf
    assert b"/URI" not in pdf, "nothing in it leads anywhere"
    assert heading.encode("utf-16-be").hex().upper().encode() in pdf, "it is called as the page is"
    close(page)

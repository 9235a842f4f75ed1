"""The list of children: what the page shows is what its files hold, and anybody can find a child with a keyboard."""

import csv
import io
import zipfile
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LISTS = [
    "/children",
    "/children?who=everyone&sort=-age",
    "/children?find=thornmere",
    "/children?now=overdue&column=iro&column=since&column=review&sort=review",
]


def shown(page) -> list[list[str]]:
    """The rows of a page, headings first, dates as files write them and nothing as a blank."""
    return page.evaluate(
        """() => [...document.querySelectorAll('main table tr')].map(row => [...row.children].map(cell => {
            const day = cell.querySelector('time'), none = cell.querySelector('[aria-label=none]');
            return day ? day.dateTime : none ? '' : cell.textContent.replace(/ [▲▼]$/, '');
        }))"""
    )


def workbook(data: bytes) -> list[list[str]]:
    """The rows of a workbook's first sheet; a day, which is a number there, is read by its heading's column."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        strings = [
            "".join(text.text or "" for text in entry.iter(SHEET + "t"))
            for entry in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        rows = []
        for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(SHEET + "row"):
            cells = {}
            for cell in row:
                column = 0
                for letter in cell.get("r").rstrip("0123456789"):
                    column = column * 26 + ord(letter) - 64
                value = cell.find(SHEET + "v")
                text = value.text if value is not None else ""
                if cell.get("t") == "s":
                    text = strings[int(text)]
                elif cell.get("s"):
                    text = (date(1899, 12, 30) + timedelta(days=int(text))).isoformat()
                cells[column - 1] = text
            rows.append(cells)
        return [[cells.get(place, "") for place in range(len(rows[0]))] for cells in rows]


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_the_csv_and_the_workbook_hold_the_same_rows(open_page, site, path):
    page = open_page(path)
    rows = shown(page)
    assert len(rows) > 1, "nobody is listed"
    files = {
        kind: page.locator(f"main a[href*='format={kind}']").get_attribute("href") for kind in ["csv", "xlsx"]
    }
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        rows += shown(page)[1:]
    taken = page.context.request.get(site + files["csv"])
    assert taken.status == 200 and "attachment" in taken.headers["content-disposition"]
    assert "fictional" in taken.headers["content-disposition"]
    as_csv = list(csv.reader(io.StringIO(taken.body().decode("utf-8-sig"))))
    assert as_csv == rows
    assert workbook(page.context.request.get(site + files["xlsx"]).body()) == rows


def test_a_child_is_found_by_keyboard_without_scripts_and_misspelt(open_page):
    page = open_page("/children?who=everyone", scripts=False)
    name = page.locator("main tbody th").first.inner_text()
    field = page.get_by_label("Find a child")
    field.focus()
    page.keyboard.type(name.upper()[:-1])
    page.keyboard.press("Enter")
    page.wait_for_url("**find=**")
    assert name in [each.strip() for each in page.locator("main tbody th").all_inner_texts()]


def test_a_filter_is_put_on_and_taken_off(open_page):
    page = open_page("/children")
    whole = page.locator("#found").inner_text()
    page.locator("summary", has_text="Filters, columns").click()
    page.get_by_label("Something overdue").check()
    page.get_by_role("button", name="Show these").click()
    assert "now=overdue" in page.url and page.locator("#found").inner_text() != whole
    page.get_by_role("link", name="Remove filter Now: Something overdue").click()
    assert page.locator("#found").inner_text() == whole


def test_a_view_is_saved_opened_and_removed(open_page):
    page = open_page("/children?age=16&sort=-age")
    listed = shown(page)
    page.locator("summary", has_text="Save this view").click()
    page.get_by_label("Name of the view").fill("Nearly grown <b>")
    page.get_by_role("button", name="Save view").click()
    page.goto(page.url.split("/children")[0] + "/children")
    page.get_by_role("link", name="Nearly grown <b>").click()
    assert shown(page) == listed
    page.locator("summary", has_text="Save this view").click()
    page.get_by_role("button", name="Remove “Nearly grown <b>”").click()
    assert page.get_by_role("link", name="Nearly grown <b>").count() == 0


def test_a_worker_takes_away_own_children_only_and_a_page_says_how_many(open_page, site):
    page = open_page("/children?who=everyone", role="social_worker")
    words = page.locator("main").inner_text()
    taken = page.context.request.get(site + "/exports/children?who=everyone&format=csv")
    rows = len(taken.body().decode("utf-8-sig").splitlines()) - 1
    assert rows > 0 and f"{rows} of these" in words or f"All {rows} rows" in words


def test_whoever_may_not_take_lists_away_is_not_offered_it(open_page, site):
    page = open_page("/children", role="auditor")
    assert page.locator("main a[href*='/exports/']").count() == 0
    assert page.context.request.get(site + "/exports/children?format=csv").status in (403, 404)

"""What stands behind each number: read from the pages and the files as a person would have them, without a browser."""

import csv
import html
import http.client
import io
import re
import urllib.parse
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
#: A workbook counts its days from here.
DAY_NOUGHT = date(1899, 12, 30)


class Visitor:
    """Somebody signed in, on one line to the server that is kept open."""

    def __init__(self, site: str, cookie: str):
        self.line = http.client.HTTPConnection(urllib.parse.urlsplit(site).netloc, timeout=60)
        self.cookie = cookie

    def get(self, path: str) -> bytes:
        self.line.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.line.getresponse()
        body = answer.read()
        assert answer.status == 200, (answer.status, path)
        return body

    def page(self, path: str) -> str:
        return self.get(path).decode()


@dataclass(frozen=True)
class Number:
    """A number on a page, and the list that it opens."""

    #: As the page shows it: `12`, `12 of 40, 3 not known`.
    shown: str
    link: str

    @property
    def rows(self) -> int:
        """How many rows the list must have."""
        counted = re.fullmatch(r"(\d+)(?: of (\d+))?(?:, \d+ not known)?", self.shown)
        return int(counted[2] or counted[1])


def numbers(page: str) -> list[Number]:
    """The numbers of a page that open a list."""
    links = re.findall(r'<a href="(/figures/[^"/]+/children\?[^"]*)"[^>]*>([^<]*)</a>', page)
    return [Number(shown.strip(), html.unescape(link)) for link, shown in links]


def text(cell: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", cell)).strip()


def listed(visitor: Visitor, link: str) -> tuple[list[list[str]], str]:
    """The heading and rows of a list, over all its pages; and the first page."""
    rows, place, first = [], 1, ""
    while True:
        page = visitor.page(f"{link}&page={place}")
        first = first or page
        table = re.search(r"<main.*?<table.*?</table>", page, re.DOTALL)
        found = re.findall(r"<tr.*?</tr>", table.group(), re.DOTALL) if table else []
        cells = [[text(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.DOTALL)] for row in found]
        rows += cells if place == 1 else cells[1:]
        if ">Next page<" not in page:
            return rows, first
        place += 1


def as_csv(visitor: Visitor, link: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(visitor.get(link).decode("utf-8-sig"))))


def as_workbook(visitor: Visitor, link: str) -> list[list[str]]:
    """The first sheet of a workbook."""
    with zipfile.ZipFile(io.BytesIO(visitor.get(link))) as book:
        shared = ["".join(item.itertext()) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    for row in sheet.iter(f"{SHEET}row"):
        cells = {}
        for cell in row.iter(f"{SHEET}c"):
            value = cell.find(f"{SHEET}v")
            shown = "" if value is None else value.text
            column = re.match("[A-Z]+", cell.get("r")).group()
            cells[ord(column) - ord("A")] = shared[int(shown)] if cell.get("t") == "s" else shown
        rows.append([cells.get(place, "") for place in range(len(rows[0]) if rows else len(cells))])
    return rows


def alike(rows: list[list[str]]) -> list[list[str]]:
    """With days, numbers and blanks written one way, whether they come from a page, a text or a workbook."""

    def day(cell: str) -> str:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
            return cell
        if re.fullmatch(r"\d+(\.0)?", cell):
            return (DAY_NOUGHT + timedelta(days=int(float(cell)))).isoformat()
        return datetime.strptime(cell, "%d %B %Y").date().isoformat()

    def plain(heading: str, cell: str) -> str:
        if cell in ("", "–"):
            return ""
        if heading == "Day":
            return day(cell)
        if re.fullmatch(r"-?\d+(\.\d+)?", cell):
            return f"{float(cell):.6g}"
        # A text is guarded against being run by a spreadsheet.
        return cell[1:] if re.match(r"'[-=+@]", cell) else cell

    return [rows[0]] + [[plain(heading, cell) for heading, cell in zip(rows[0], row, strict=True)] for row in rows[1:]]

"""On the pages, as in the values behind them: the number on a tile, the list that it opens and the file are one."""

import html
import re

import pytest

from everywhere import Number, Visitor, alike, as_csv, as_workbook, listed, numbers


def open_when_drawn(open_page, path, width=1280):
    page = open_page(path, width)
    for _ in range(100):
        if page.get_by_text("being worked out").count() == 0:
            return page
        page.wait_for_timeout(100)
        page.reload()
    raise AssertionError("the charts were not worked out in ten seconds")


@pytest.fixture(scope="module")
def director(site, cookie):
    """Who may see every record that is not sealed, so that what is counted is listed."""
    return Visitor(site, cookie("director"))


@pytest.fixture(scope="module")
def every_number(director) -> list[Number]:
    """Each number of every page of figures that opens a list: the tiles, the cuts, and each figure's own page."""
    tiles = director.page("/figures")
    cuts = re.findall(r'<option value="([a-z-]+)"', tiles)
    figures = sorted(set(re.findall(r'href="/figures/(K[^"/?]+)"', tiles)))
    pages = [tiles] + [director.page(f"/figures?by={cut}") for cut in cuts]
    pages += [director.page(f"/figures/{figure}") for figure in figures]
    found = list(dict.fromkeys(number for page in pages for number in numbers(page)))
    assert len(cuts) == 6 and len(figures) > 30
    for cut in cuts:
        assert any(f"by={cut}&" in number.link for number in found), cut
    return found


def test_for_every_number_tile_list_csv_and_excel_are_one(director, every_number, tell):
    compared = 0
    for number in every_number:
        rows, page = listed(director, number.link)
        assert max(0, len(rows) - 1) == number.rows, number
        files = dict(re.findall(r'<a href="(/figures/[^"]+/children\.(?:csv|xlsx)[^"]*)"[^>]*>(CSV|Excel)</a>', page))
        files = {kind: html.unescape(link) for link, kind in files.items()}
        if not rows:
            continue
        assert alike(as_csv(director, files["CSV"])) == alike(rows), number
        assert alike(as_workbook(director, files["Excel"])) == alike(rows), number
        assert rows[0][:2] == ["Name", "Number"]
        compared += len(rows) - 1
    tell(f"{len(every_number)} numbers, {compared} rows, each as a page, a CSV file and a workbook")
    assert compared > len(every_number)


def test_whom_one_may_not_see_is_counted_and_not_listed(site, cookie, director, every_number):
    """The analyst is not named on the one record that is restricted: the number is everybody's, the list is not."""
    analyst = Visitor(site, cookie("analyst"))
    link = next(number.link for number in every_number if number.link.startswith("/figures/K01/children"))
    (all_of_them, _), (listed_here, page) = listed(director, link), listed(analyst, link)
    assert len(listed_here) == len(all_of_them) - 1
    assert "counted and not listed to you" in page


def test_a_chart_has_a_name_and_a_twin_in_a_table(open_page):
    page = open_when_drawn(open_page, "/figures/K18")
    for drawing in page.locator("main svg[role=img]").all():
        assert drawing.locator("> title").text_content().strip()
    assert page.locator("main svg").count() == 2
    points = page.locator("main svg").first.locator("circle, rect").count()
    page.get_by_text("The chart as a table").click()
    values = page.locator("details[open] tbody tr td:nth-child(2)").all_text_contents()
    assert points == sum(value.strip() != "–" for value in values) > 0


def test_a_day_that_a_figure_does_not_exist_on_says_so(open_page):
    page = open_page("/figures/K35?as-at=2025-12-01")
    assert "This exists at 31 March only." in page.locator("main").inner_text()
    assert page.locator(".tl-value").inner_text() == "Not on this day"


def test_teams_stand_in_the_order_of_the_alphabet(open_page):
    page = open_page("/figures/K04")
    names = page.get_by_role("region", name="Under section 20 by team, in the order of the alphabet").locator(
        "tbody th").all_text_contents()
    teams = [name.split(". ", 1)[1] for name in names]
    assert teams and teams == sorted(teams, key=lambda team: (team == "not known", team))


def test_what_is_no_figure_is_not_found(open_page, site):
    page = open_page("/figures")
    origin = re.match(r"https?://[^/]+", page.url).group(0)
    for path in ["/figures/K999", "/figures/K18/children?part=nobody", "/figures/K18/children?by=team&of=None+such"]:
        assert page.context.request.get(origin + path).status == 404


@pytest.mark.parametrize("path", ["/figures", "/figures?by=team", "/figures/K18", "/figures/K01/children"])
def test_a_page_is_under_100_kilobytes(open_page, path):
    page = open_when_drawn(open_page, path)
    assert len(page.context.request.get(page.url).body()) < 100_000
